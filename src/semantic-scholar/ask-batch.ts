import { z } from "zod";
import { fieldsOf, ListedWorkSchema } from "./answers.ts";
import { type Assigned, assignItems, type KnownWork, mayAnswer } from "./assign-items.ts";
import { type Answered, type Client, MOST_IDS, unexpected } from "./client.ts";
import { ForeignAnswer, RequestRefused, TriesExhausted, UnexpectedResponse } from "./errors.ts";
import { WALL } from "./pages.ts";
import { addressOf, idsIn } from "./paper-address.ts";

/** What a batch brought for one address: an answer (null: not known to the source), or why there is none. */
export type BatchAnswer<T> = Answered<T> | { readonly failure: Error };

/** The most rows of one nested list. */
export const MOST_NESTED = 1_000;

/** For each further name of a paper the cache says under which name its answer is kept. */
const PointerSchema = z.object({ sameAs: z.string() });
const NamesSchema = ListedWorkSchema.pick({ paperId: true, externalIds: true });

/** How many nested rows an item should bring and how many it did, list by list; a withheld list counts in neither. */
export type NestedRows<T> = (item: T) => readonly { readonly expected: number; readonly found: number }[];

/**
 * Every address with what the source says about it, in as few requests as the limits allow: 500 ids, and
 * 9,999 nested rows a call. Beyond those the source cuts lists silently, anywhere in the batch: items whose
 * lists came short in an overfull batch are asked again in batches that fit. A batch that the source refuses
 * for its size, or cannot answer in time, is asked in halves.
 *
 * An item answers the address that its ids name, wherever in the batch it is; `knownOf` says what else is
 * known of an address's paper (see assignItems). What a disordered batch leaves open is asked for once more;
 * an answer about another paper is a ForeignAnswer.
 *
 * Answers are kept paper by paper, so what was answered before an interruption is never asked again. Throws
 * only what concerns every paper (KeyRefused, SourceUnreachable, Interrupted).
 */
export async function askBatch<S extends z.ZodObject>(
  client: Client,
  addresses: readonly string[],
  schema: S,
  nestedRows: NestedRows<z.output<S>> = () => [],
  knownOf: (address: string) => KnownWork | undefined = () => undefined,
): Promise<Map<string, BatchAnswer<z.output<S>>>> {
  const fields = fieldsOf(schema);
  const answers = new Map<string, BatchAnswer<z.output<S>>>();
  const askedFor = (address: string) => ({ address, known: knownOf(address) });
  const keyOf = (address: string) => `POST ${client.origin} paper/batch?fields=${fields} ${address}`;

  const open: string[] = [];
  for (const address of new Set(addresses)) {
    const answer = await keptAnswer(address);
    if (answer) {
      answers.set(address, answer);
      client.usedInBatch(address, fields, "kept");
    } else {
      open.push(address);
    }
  }

  async function keptAnswer(address: string): Promise<Answered<z.output<S>> | null> {
    let kept = await client.cache.read(keyOf(address));
    const other = PointerSchema.safeParse(kept?.body);
    if (other.success) kept = await client.cache.read(keyOf(other.data.sameAs));
    if (!kept) return null;
    if (kept.body === null) return { value: null, day: kept.day };
    const parsed = schema.safeParse(kept.body);
    if (!parsed.success || !mayAnswer(askedFor(address), kept.body)) return null;
    return { value: parsed.data, day: kept.day };
  }

  async function keepAnswer(address: string, body: unknown, day: string): Promise<void> {
    await client.cache.write(keyOf(address), { status: 200, body, day });
    const names = NamesSchema.safeParse(body);
    const others = names.success ? idsIn(names.data).flatMap((id) => addressOf(id) ?? []) : [];
    for (const other of others.filter((name) => name !== address)) {
      // A name that another paper claims as well does not cost that paper its own answer.
      if (await client.cache.read(keyOf(other))) continue;
      await client.cache.write(keyOf(other), { status: 200, body: { sameAs: address }, day });
    }
  }

  async function ask(group: readonly string[], again = false): Promise<void> {
    if (group.length === 0) return;
    let items: readonly unknown[];
    try {
      items = await client.batchItems(group, fields);
    } catch (error) {
      if (group.length > 1 && isTooMuch(error)) {
        const half = Math.ceil(group.length / 2);
        await ask(group.slice(0, half));
        return ask(group.slice(half));
      }
      if (!concernsOnly(error)) throw error;
      for (const address of group) answers.set(address, { failure: error });
      return;
    }
    const dealt = assignItems(group.map(askedFor), items);
    const missing = group.filter((_, i) => dealt[i]?.kind === "missing");
    const askAgain = !again && missing.length < group.length;
    const gap =
      items.length === group.length ? "has no item" : `${items.length} items for ${group.length} ids`;
    const read = group.flatMap((address, i) => {
      const assigned = dealt[i];
      if (!assigned || (assigned.kind === "missing" && askAgain)) return [];
      return [readItem(address, assigned, gap)];
    });
    await keep(read);
    if (askAgain) await ask(missing, true);
  }

  async function keep(read: readonly ReadItem<z.output<S>>[]): Promise<void> {
    const day = client.today();
    const overfull = sum(read.flatMap(({ rows }) => rows.map((row) => row.expected))) > WALL;
    const cut = read.filter(({ rows }) => overfull && rows.some((row) => row.found < row.expected));
    for (const { address, raw, answer } of read.filter((item) => !cut.includes(item))) {
      answers.set(address, answer);
      if (!("value" in answer)) continue;
      client.usedInBatch(address, fields, "asked");
      await keepAnswer(address, raw, day);
    }
    for (const group of packed(cut)) await ask(group);
  }

  function readItem(address: string, assigned: Assigned, gap: string): ReadItem<z.output<S>> {
    const day = client.today();
    const where = { endpoint: "POST /paper/batch", subject: address };
    const failed = (failure: Error) => ({ address, raw: null, rows: [], answer: { failure } });
    if (assigned.kind === "foreign") {
      return failed(new ForeignAnswer(where.endpoint, where.subject, assigned.offered));
    }
    if (assigned.kind === "missing") return failed(new UnexpectedResponse({ ...where, path: "body" }, gap));
    const raw = assigned.item;
    if (raw === null) return { address, raw, rows: [], answer: { value: null, day } };
    const parsed = schema.safeParse(raw);
    if (!parsed.success) return failed(unexpected(where, parsed.error));
    return { address, raw, rows: nestedRows(parsed.data), answer: { value: parsed.data, day } };
  }

  for (let i = 0; i < open.length; i += MOST_IDS) await ask(open.slice(i, i + MOST_IDS));
  return answers;
}

interface ReadItem<T> {
  readonly address: string;
  readonly raw: unknown;
  readonly rows: Rows;
  readonly answer: BatchAnswer<T>;
}

type Rows = readonly { readonly expected: number; readonly found: number }[];

/**
 * First-fit decreasing: as few groups as the row limit allows, nearly; a paper that is too large by itself
 * gets a group of its own.
 */
function packed(items: readonly { readonly address: string; readonly rows: Rows }[]): string[][] {
  const groups: { room: number; addresses: string[] }[] = [];
  const sized = items
    .map(({ address, rows }) => ({ address, size: sum(rows.map((row) => row.expected)) }))
    .sort((a, b) => b.size - a.size);
  for (const { address, size } of sized) {
    const group = groups.find(({ room, addresses }) => room >= size && addresses.length < MOST_IDS);
    if (group) {
      group.room -= size;
      group.addresses.push(address);
    } else {
      groups.push({ room: WALL - size, addresses: [address] });
    }
  }
  return groups.map(({ addresses }) => addresses);
}

function isTooMuch(error: unknown): boolean {
  // A refusal of the fields is the same for every half.
  if (error instanceof RequestRefused) return error.status === 400 && !/fields/.test(error.said);
  return error instanceof TriesExhausted && (error.status === null || error.status >= 500);
}

function concernsOnly(error: unknown): error is RequestRefused | TriesExhausted | UnexpectedResponse {
  return (
    error instanceof Error && ["RequestRefused", "TriesExhausted", "UnexpectedResponse"].includes(error.name)
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
