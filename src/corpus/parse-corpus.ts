import { findIntegrityProblems } from "./integrity.ts";
import { CORPUS_VERSION, type Corpus, CorpusSchema } from "./schema.ts";

/** A corpus that is not one, with every place that is wrong (at most 20 are said in the message). */
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

/**
 * The corpus in a parsed JSON value, with every default filled in. Checks the version first, then the
 * shape, then the integrity; throws a CorpusError whose problems each name their place
 * (`citations[3].cited: no paper "arxiv:2103.00020"`).
 */
export function parseCorpus(value: unknown): Corpus {
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new CorpusError(["corpus: is not an object with `version`, `papers` and `citations`"]);
  }
  if (version !== CORPUS_VERSION) {
    // An object may nest too deeply to be shown.
    const got = typeof version === "object" && version ? "an object" : (JSON.stringify(version) ?? "none");
    throw new CorpusError([`version: got ${got}, expected ${CORPUS_VERSION}`]);
  }
  const parsed = CorpusSchema.safeParse(value);
  if (!parsed.success) {
    throw new CorpusError(parsed.error.issues.map((issue) => `${placeOf(issue.path)}: ${issue.message}`));
  }
  const problems = findIntegrityProblems(parsed.data);
  if (problems.length > 0) throw new CorpusError(problems);
  return parsed.data;
}

/** A zod path as a reader writes it: `papers[3].date`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return (
    path
      .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
      .join("")
      .replace(/^\./, "") || "corpus"
  );
}
