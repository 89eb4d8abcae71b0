import { z } from "zod";
import type { IdKind, PaperId } from "../corpus/ids.ts";
import { MatchedPaperSchema } from "./answers.ts";
import { idOfAddress, idsIn } from "./paper-address.ts";

/** A paper as a batch asks for it. */
export interface Asked {
  readonly address: string;
  /** What else is known of it; without, an item that no id contradicts is taken by its place. */
  readonly known?: KnownWork | undefined;
}

/** What distinguishes an answer about a paper from one about another paper. */
export interface KnownWork {
  /** Every name it goes by. */
  readonly ids: readonly PaperId[];
  /** Whether title, year and first author say that the offered work is this one. */
  readonly isTitled: (offered: OfferedWork) => boolean;
}

/** What an item says it is about; null for what it does not say. */
export interface OfferedWork {
  readonly ids: readonly PaperId[];
  readonly title: string | null;
  readonly author: string | null;
  readonly year: number | null;
}

/**
 * What a batch holds for a question: its item, an item about another paper in its place, or nothing certain.
 */
export type Assigned =
  | { readonly kind: "item"; readonly item: unknown }
  | { readonly kind: "foreign"; readonly offered: OfferedWork }
  | { readonly kind: "missing" };

const shape = MatchedPaperSchema.shape;
const OfferedSchema = z.object({
  paperId: shape.paperId.catch(null),
  externalIds: shape.externalIds.catch(null),
  title: shape.title.catch(null),
  year: shape.year.catch(null),
  authors: shape.authors.catch(null),
});

/**
 * The items of a batch assigned to its questions: by their ids, wherever in the batch they are, then by the
 * title. Neither a place nor the length of the batch says what an item is about: only in a batch that is in
 * order does null say that the paper is unknown. One item may answer two questions, as two names of one paper
 * do.
 */
export function assignItems(questions: readonly Asked[], items: readonly unknown[]): Assigned[] {
  const offers = items.map(offeredBy);
  const places = questions.map((_, i) => (items.length === questions.length ? i : -1));
  const byId = new Map<PaperId, number>();
  offers.forEach((offered, i) => {
    for (const id of offered?.ids ?? []) if (!byId.has(id)) byId.set(id, i);
  });
  const found = questions.map((asked, i) => {
    const at = [places[i] ?? -1, ...namesOf(asked).map((id) => byId.get(id) ?? -1)];
    return at.find((j) => verdictOf(asked, offers[j]) === "named") ?? null;
  });
  const moved = new Set(found.filter((j, i) => j !== null && j !== places[i]));
  const inOrder = items.length === questions.length && moved.size === 0;
  const free = offers.map((_, j) => j).filter((j) => !found.includes(j));

  return questions.map((asked, i): Assigned => {
    const place = places[i] ?? -1;
    const offered = offers[place];
    if (inOrder && !offered) return { kind: "item", item: items[place] ?? null };
    const byTitle = [place, ...free].find((j) => !moved.has(j) && verdictOf(asked, offers[j]) === "titled");
    const at = found[i] ?? byTitle;
    if (at !== undefined) return { kind: "item", item: items[at] };
    if (!offered || moved.has(place)) return { kind: "missing" };
    if (verdictOf(asked, offered) === "foreign") return { kind: "foreign", offered };
    return inOrder ? { kind: "item", item: items[place] } : { kind: "missing" };
  });
}

/** Whether an item that was taken for the answer to the question may be it. */
export function mayAnswer(asked: Asked, item: unknown): boolean {
  const offered = offeredBy(item);
  return offered === null || verdictOf(asked, offered) !== "foreign";
}

type Verdict = "named" | "titled" | "foreign" | "silent";

/**
 * The name that was asked for decides, then any other; a name of the same kind that differs means another
 * paper. A question by one of the source's own names is the exception: of a paper that was merged into
 * another one the names may all be the other's, and the title decides.
 */
function verdictOf(asked: Asked, offered: OfferedWork | null | undefined): Verdict | null {
  if (!offered) return null;
  const own = idOfAddress(asked.address);
  const mayMerge = own === null || SOURCE_KINDS.has(kindOf(own));
  if (own && offered.ids.includes(own)) return "named";
  if (own && !mayMerge && differ([own], offered.ids)) return "foreign";
  if (offered.ids.some((id) => asked.known?.ids.includes(id))) return "named";
  if (!asked.known) return "silent";
  if (!mayMerge && differ(asked.known.ids, offered.ids)) return "foreign";
  return asked.known.isTitled(offered) ? "titled" : "foreign";
}

/** The source's own names, which change when it merges two papers. */
const SOURCE_KINDS: ReadonlySet<string> = new Set<IdKind>(["s2", "corpusid"]);

/** Whether the names have a kind in common; the source's own names may change, and say nothing. */
function differ(ids: readonly PaperId[], others: readonly PaperId[]): boolean {
  const kinds = new Set(ids.map(kindOf));
  return others.some((id) => !SOURCE_KINDS.has(kindOf(id)) && kinds.has(kindOf(id)));
}

function namesOf({ address, known }: Asked): PaperId[] {
  return [idOfAddress(address) ?? [], known?.ids ?? []].flat();
}

function kindOf(id: PaperId): string {
  return id.slice(0, id.indexOf(":"));
}

/** Null for what is not an item: null itself, or a value of another kind. */
function offeredBy(item: unknown): OfferedWork | null {
  const read = OfferedSchema.safeParse(item);
  if (!read.success) return null;
  const { title, year, authors } = read.data;
  return { ids: idsIn(read.data), title, year, author: authors?.[0]?.name ?? null };
}
