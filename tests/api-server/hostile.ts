import { type Fault, on, type Sabotage, type Seen } from "./faults.ts";

/** Pieces without end. */
function* endless(start: string, piece: string): Generator<string> {
  yield start;
  for (;;) yield piece;
}

/** A body that never ends and never stays away long enough for a connection to count as dead. */
export const DRIBBLE: Sabotage = { pour: () => endless("[", " "), everyMs: 20 };

/** One text that goes on for ever, as fast as it is read. */
export const ENDLESS: Sabotage = { pour: () => endless('["', "x".repeat(65_536)) };

/** Lists in lists, sixteen million deep. */
export const DEEP: Sabotage = {
  pour: function* () {
    for (let i = 0; i < 256; i++) yield "[".repeat(65_536);
    for (let i = 0; i < 256; i++) yield "]".repeat(65_536);
  },
};

/** The proper answer with every text changed; ids, pages and the structure stay. */
export function rewritingTexts(change: (text: string, seen: Seen) => string): Fault {
  return (seen) => ({ rewrite: (body) => withTexts(body, (text) => change(text, seen)) });
}

function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((member) => withTexts(member, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      ["paperId", "externalIds", "publicationDate"].includes(name) ? member : withTexts(member, change),
    ]),
  );
}

/** Says what a refusal says, of the request it refuses. */
export function refusing(status: number, words: (seen: Seen) => string): Fault {
  return (seen) => ({ status, text: JSON.stringify({ error: words(seen) }) });
}

type Items = readonly (Record<string, unknown> | null)[];

/** The items of every batch changed. */
export function rewritingBatches(change: (items: Items) => readonly unknown[]): Fault {
  const rewrite = (body: unknown) => (Array.isArray(body) ? change(body as Items) : body);
  return on(/^paper\/batch$/, { rewrite });
}

/** Every item in the place of another one. */
export const ROTATED = rewritingBatches((items) => [...items.slice(1), ...items.slice(0, 1)]);
export const REVERSED = rewritingBatches((items) => [...items].reverse());
/** Fewer items than were asked for: the first one is missing. */
export const SHORT = rewritingBatches((items) => items.slice(1));
/** More items than were asked for, a foreign one in front. */
export const LONG = rewritingBatches((items) => [foreign(77), ...items]);
/** Every item about a paper that nobody asked for. */
export const FOREIGN = rewritingBatches((items) => items.map((_, i) => foreign(i)));

/** A paper that no list of the tests knows, complete and in proper form. */
export function foreign(number: number): Record<string, unknown> {
  return {
    paperId: `f0e1${number.toString(16).padStart(36, "0")}`,
    externalIds: { ArXiv: `1905.${String(10_000 + number)}`, DOI: `10.9999/foreign.${number}` },
    title: `A foreign paper, number ${number}`,
    year: 1999,
    publicationDate: "1999-09-09",
    venue: "Elsewhere",
    citationCount: 99_999,
    influentialCitationCount: 9_999,
    referenceCount: 0,
    authors: [{ authorId: null, name: "Fay Foreign" }],
    abstract: "Foreign words.",
    tldr: { model: "tldr@v2.0.0", text: "Foreign." },
    citations: [],
    references: [],
  };
}
