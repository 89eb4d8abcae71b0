import { badRows, type LeftOut, placeOf, visible, without } from "./bad-rows.ts";
import { inCanonicalOrder } from "./canonical-order.ts";
import { type Integral, keepIntegral, type NumberOf } from "./integrity.ts";
import { CORPUS_VERSION, type Corpus, CorpusSchema } from "./schema.ts";

/** A corpus that cannot be used, with every place that is wrong (the message names at most 20). */
export class CorpusError extends Error {
  override readonly name = "CorpusError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const shown = problems.slice(0, 20).join("\n");
    const more = problems.length > 20 ? `\n… and ${problems.length - 20} more` : "";
    super(`the corpus cannot be used:\n${shown}${more}`);
    this.problems = problems;
  }
}

/** What can be used of a corpus, and a line for each row left out, which names its place; [] for none. */
export interface SalvagedCorpus {
  readonly corpus: Corpus;
  readonly leftOut: readonly string[];
}

/**
 * The corpus in a parsed JSON value, in canonical order (see inCanonicalOrder), with every default filled in, without the rows that cannot be used: of a wrong
 * shape, or at odds with others (see keepIntegral). A member of `survey` that is wrong takes its default. Throws a
 * CorpusError where the value is of no corpus of this version, or of its papers none can be used.
 */
export function salvageCorpus(value: unknown): SalvagedCorpus {
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new CorpusError(["corpus: is not an object with `version`, `papers` and `citations`"]);
  }
  if (version !== CORPUS_VERSION) {
    // An object may nest too deeply to be shown.
    const got = typeof version === "object" && version ? "an object" : (JSON.stringify(version) ?? "none");
    throw new CorpusError([`version: got ${got}, expected ${CORPUS_VERSION}`]);
  }
  const { corpus: shaped, problems: misshapen, numberOf } = shapedCorpus(value);
  const { corpus, problems } = keepIntegral(shaped, numberOf);
  const leftOut = [...misshapen, ...problems].map(visible);
  if (corpus.papers.length === 0 && leftOut.length > 0) throw new CorpusError(leftOut);
  return { corpus: inCanonicalOrder(corpus), leftOut };
}

/**
 * The same of a value in which nothing may be wrong: throws a CorpusError whose problems each name their place
 * (`citations[3].cited: no paper "arxiv:2103.00020"`).
 */
export function parseCorpus(value: unknown): Corpus {
  const { corpus, leftOut } = salvageCorpus(value);
  if (leftOut.length > 0) throw new CorpusError(leftOut);
  return corpus;
}

/** What of a value has the shape of a corpus, and how its rows are numbered in it. */
function shapedCorpus(value: object): Integral & { readonly numberOf: NumberOf } {
  const parsed = CorpusSchema.safeParse(value);
  if (parsed.success) return { corpus: parsed.data, problems: [], numberOf: (_, row) => row };
  const { issues } = parsed.error;
  const bad = badRows(value, issues);
  if (bad === null)
    throw new CorpusError(issues.map(({ path, message }) => visible(`${placeOf(path)}: ${message}`)));
  return {
    corpus: CorpusSchema.parse(without(value, bad.leftOut)),
    problems: bad.problems,
    numberOf: numbering(bad.leftOut),
  };
}

/** By list and row: the number the row had before those that are left out were taken from the list. */
function numbering(leftOut: LeftOut): NumberOf {
  const numbers = new Map<string, number[]>();
  return (list, row) => {
    const gone = list.split(".").reduce<LeftOut | undefined>((at, key) => at?.get(key), leftOut);
    if (gone === undefined) return row;
    const known = numbers.get(list) ?? [];
    numbers.set(list, known);
    for (let next = (known.at(-1) ?? -1) + 1; known.length <= row; next++)
      if (!gone.has(String(next))) known.push(next);
    return known[row] ?? row;
  };
}
