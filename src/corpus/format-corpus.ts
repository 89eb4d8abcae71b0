import type { Corpus } from "./schema.ts";

/**
 * The corpus as the text of `corpus.json`: one paper, placement, citation a line, sorted by id, what
 * equals its default left out, keys in the order of the schema. Same corpus, same bytes, whatever the
 * order of its lists.
 */
export function formatCorpus(corpus: Corpus): string {
  const { papers, placements, citations, gaps, unresolved, retrieved, findings, survey, version } = corpus;
  const members: [string, string][] = [
    ["version", String(version)],
    ["survey", formatSurvey(survey)],
    ["retrieved", lines(sortBy(retrieved, (r) => [r.source, r.at]))],
    [
      "papers",
      lines(
        sortBy(papers, (paper) => [paper.id]).map((paper) => ({
          ...paper,
          aliases: [...paper.aliases].sort(byCodeUnit),
        })),
      ),
    ],
    ["placements", lines(sortBy(placements, (p) => [padded(p.line), p.paper, p.domain]))],
    ["citations", lines(sortBy(citations, (c) => [c.citing, c.cited]))],
    ["unresolved", lines(sortBy(unresolved, (u) => [padded(u.line), u.title]))],
    ["gaps", lines(sortBy(gaps, (g) => [g.paper, g.of]))],
    ["findings", lines(sortBy(findings, (f) => [f.paper]))],
  ];
  return `{\n${members.map(([key, text]) => `"${key}": ${text}`).join(",\n")}\n}\n`;
}

function formatSurvey(survey: Corpus["survey"]): string {
  const { groups, domains, ...rest } = survey;
  const head = JSON.stringify(withoutDefaults(rest)).slice(0, -1);
  const separator = head.length > 1 ? ", " : "";
  return `${head}${separator}\n"groups": ${lines(groups)},\n"domains": ${lines(domains)}}`;
}

function lines(items: readonly object[]): string {
  if (items.length === 0) return "[]";
  return `[\n${items.map((item) => JSON.stringify(withoutDefaults(item))).join(",\n")}\n]`;
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

function sortBy<T>(items: readonly T[], keys: (item: T) => readonly string[]): T[] {
  return items
    .map((item) => ({ item, key: [...keys(item), JSON.stringify(item)] }))
    .sort((a, b) => {
      for (let i = 0; i < a.key.length; i++) {
        const order = byCodeUnit(a.key[i] ?? "", b.key[i] ?? "");
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ item }) => item);
}

function padded(line: number | null): string {
  return String(line ?? 0).padStart(9, "0");
}

/** Order by UTF-16 code unit: the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
