import type { Corpus } from "./schema.ts";

/** The most characters a text can have in V8, the engine of Node.js and Chromium: 2^29 - 24. */
export const LONGEST_TEXT = 536_870_888;

/** A corpus whose file would be longer than a text can be; the message says how long both are. */
export class CorpusTooLongError extends Error {
  override readonly name = "CorpusTooLongError";

  constructor(length: number, longest: number) {
    const count = (characters: number) => `${characters.toLocaleString("en")} characters`;
    super(`corpus.json would have ${count(length)}, and a text can have ${count(longest)}`);
  }
}

/**
 * The corpus as the text of `corpus.json`: one paper, placement, citation a line, sorted by id, what
 * equals its default left out, keys in the order of the schema. Same corpus, same bytes, whatever the
 * order of its lists. Throws a CorpusTooLongError rather than make more than `longest` characters.
 */
export function formatCorpus(corpus: Corpus, longest = LONGEST_TEXT): string {
  const { papers, placements, citations, gaps, unresolved, retrieved, findings, survey, version } = corpus;
  const members: [string, string | readonly string[]][] = [
    ["version", String(version)],
    ["survey", formatSurvey(survey)],
    ["retrieved", lines(sortBy(retrieved, "source", "at"))],
    [
      "papers",
      lines(
        sortBy(papers, "id").map((paper) => ({ ...paper, aliases: [...paper.aliases].sort(byCodeUnit) })),
      ),
    ],
    ["placements", lines(sortBy(placements, "line", "paper", "domain"))],
    ["citations", lines(sortBy(citations, "citing", "cited"))],
    ["unresolved", lines(sortBy(unresolved, "line", "title"))],
    ["gaps", lines(sortBy(gaps, "paper", "of"))],
    ["findings", lines(sortBy(findings, "paper"))],
  ];
  const length = members.reduce((sum, [key, text]) => sum + key.length + 8 + lengthOf(text), 6);
  if (length > longest) throw new CorpusTooLongError(length, longest);
  return `{\n${members.map(([key, text]) => `"${key}": ${typeof text === "string" ? text : list(text)}`).join(",\n")}\n}\n`;
}

function formatSurvey(survey: Corpus["survey"]): string {
  const { groups, domains, ...rest } = survey;
  const head = JSON.stringify(withoutDefaults(rest)).slice(0, -1);
  const separator = head.length > 1 ? ", " : "";
  return `${head}${separator}\n"groups": ${list(lines(groups))},\n"domains": ${list(lines(domains))}}`;
}

function lines(items: readonly object[]): string[] {
  return items.map((item) => JSON.stringify(withoutDefaults(item)));
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n]`;
}

/** How long a text is, or a list of these lines. */
function lengthOf(text: string | readonly string[]): number {
  return typeof text === "string" ? text.length : text.reduce((sum, line) => sum + line.length + 2, 2);
}

function withoutDefaults(item: object): object {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(item)) {
    if (value === null || value === undefined) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    if (typeof value === "object" && !Array.isArray(value)) {
      const inner = withoutDefaults(value);
      if (Object.keys(inner).length > 0) kept[key] = inner;
    } else {
      kept[key] = value;
    }
  }
  return kept;
}

/** The items by these members, one after the other, null first; those with the same by all they hold. */
function sortBy<K extends string, T extends Readonly<Record<K, string | number | null>>>(
  items: readonly T[],
  ...keys: readonly K[]
): T[] {
  return [...items].sort((a, b) => {
    for (const key of keys) {
      const [x, y] = [a[key] ?? 0, b[key] ?? 0];
      if (x !== y) return x < y ? -1 : 1;
    }
    return byCodeUnit(JSON.stringify(a), JSON.stringify(b));
  });
}

/** Order by UTF-16 code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
