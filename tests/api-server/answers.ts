import type { Library, Link, Work } from "./library.ts";

/** The library with the look-ups that answering needs. */
export interface Desk {
  find(address: string): Work | null;
  match(query: string): Work | null;
  referencesOf(sha: string): readonly Link[];
  /** Newest first. */
  citationsOf(sha: string): readonly Link[];
  unidentifiedOf(sha: string): number;
  isElided(sha: string): boolean;
  workOf(sha: string): Work | null;
}

/** Look-ups over the library as it is now. */
export function openDesk(library: Library): Desk {
  const bySha = new Map(library.works.map((work) => [work.sha, work]));
  const byArxiv = new Map(library.works.flatMap((work) => (work.arxiv ? [[work.arxiv, work]] : [])));
  const byDoi = new Map(library.works.flatMap((work) => (work.doi ? [[work.doi.toLowerCase(), work]] : [])));
  const citing = group(library.links, (link) => link.citing);
  const cited = group(library.links, (link) => link.cited);
  for (const links of cited.values()) links.sort((a, b) => dateOf(b.citing).localeCompare(dateOf(a.citing)));

  function dateOf(sha: string): string {
    const work = bySha.get(sha);
    return work?.date ?? (work?.year ? `${work.year}` : "");
  }

  return {
    find(address) {
      const [, scheme = "", name = address] = /^(\w+):(.*)$/s.exec(address) ?? [];
      if (scheme === "" || scheme === address) return bySha.get(library.merged.get(name) ?? name) ?? null;
      if (/^arxiv$/i.test(scheme)) return byArxiv.get(name) ?? null;
      if (/^doi$/i.test(scheme)) return byDoi.get(name.toLowerCase()) ?? null;
      if (/^corpusid$/i.test(scheme)) {
        return library.works.find((work) => String(corpusNumberOf(work)) === name) ?? null;
      }
      const member = { acl: "ACL", pmid: "PubMed", pmcid: "PubMedCentral" }[scheme.toLowerCase()];
      if (member) return library.works.find((work) => work.externalIds?.[member] === name) ?? null;
      return null;
    },
    match(query) {
      const decoy = library.decoys.get(query.toLowerCase());
      if (decoy) return bySha.get(decoy) ?? null;
      const wanted = tokens(query);
      let best: { work: Work; score: number } | null = null;
      for (const work of library.works) {
        const has = tokens(work.title);
        const shared = [...wanted].filter((token) => has.has(token)).length;
        const score = shared / Math.max(wanted.size, has.size);
        if (score > 0.3 && (!best || score > best.score)) best = { work, score };
      }
      return best?.work ?? null;
    },
    referencesOf: (sha) => citing.get(sha) ?? [],
    citationsOf: (sha) => cited.get(sha) ?? [],
    unidentifiedOf: (sha) => library.unidentified.get(sha) ?? 0,
    isElided: (sha) => library.elided.has(sha),
    workOf: (sha) => bySha.get(sha) ?? null,
  };
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const members = groups.get(key);
    if (members) members.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function tokens(title: string): Set<string> {
  return new Set(
    title
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}

function corpusNumberOf({ sha }: Work): number {
  return Number.parseInt(sha.slice(-8), 16);
}

/** One work with the fields asked for; null for everything when the source could not identify it. */
export function describe(desk: Desk, work: Work, fields: readonly string[]): Record<string, unknown> {
  const all: Record<string, unknown> = {
    paperId: work.sha,
    title: work.title,
    year: work.year,
    publicationDate: work.date,
    venue: work.venue,
    externalIds: {
      ...(work.arxiv ? { ArXiv: work.arxiv } : {}),
      ...(work.doi ? { DOI: work.doi } : {}),
      ...work.externalIds,
      CorpusId: corpusNumberOf(work),
    },
    authors: work.authors.map((name, i) => ({ authorId: i === 0 ? null : String(1000 + i), name })),
    citationCount: work.citationCount ?? desk.citationsOf(work.sha).length,
    influentialCitationCount: desk.citationsOf(work.sha).filter((link) => link.influential).length,
    referenceCount: work.referenceCount ?? desk.referencesOf(work.sha).length + desk.unidentifiedOf(work.sha),
    abstract: work.abstract,
    tldr: work.tldr ? { model: "tldr@v2.0.0", text: work.tldr } : null,
  };
  const asked = fields.filter((field) => !field.includes("."));
  return Object.fromEntries([["paperId", work.sha], ...asked.map((field) => [field, all[field] ?? null])]);
}

/** A reference the source could not identify: nulls and a raw text. */
export function unidentified(number: number, fields: readonly string[]): Record<string, unknown> {
  return {
    ...Object.fromEntries(fields.map((field) => [field, null])),
    paperId: null,
    title: `Nobody, N. ${number}. pp. 1-2`,
    ...(fields.includes("authors") ? { authors: [] } : {}),
  };
}

/** The words of a publisher who withholds the list. */
export const ELIDED = {
  url: "",
  status: "CLOSED",
  license: null,
  disclaimer:
    "Notice: The following paper fields have been elided by the publisher: {'references'}. Go to the source.",
};

/** The most rows of a nested list, and of all nested lists of a call together. */
const MOST_NESTED = 1_000;
const MOST_ROWS = 9_999;

/** The items of a batch; beyond 9,999 nested rows lists are cut without a word, not from the tail. */
export function batchItems(desk: Desk, ids: readonly string[], fields: readonly string[]): unknown[] {
  const items = ids.map((id) => {
    const work = desk.find(id);
    if (!work) return null;
    const item = describe(desk, work, fields);
    if (fields.some((field) => field.startsWith("citations."))) {
      item.citations = desk
        .citationsOf(work.sha)
        .slice(0, MOST_NESTED)
        .map((link) => nested(desk, link.citing, "citations.", fields));
    }
    if (fields.some((field) => field.startsWith("references."))) {
      item.openAccessPdf = desk.isElided(work.sha) ? ELIDED : { disclaimer: "Notice: available." };
      item.references = desk.isElided(work.sha)
        ? null
        : [
            ...desk.referencesOf(work.sha).map((link) => nested(desk, link.cited, "references.", fields)),
            ...Array.from({ length: desk.unidentifiedOf(work.sha) }, (_, i) =>
              unidentified(i, fieldsBelow("references.", fields)),
            ),
          ].slice(0, MOST_NESTED);
    }
    return item;
  });
  return cutSilently(items);
}

function fieldsBelow(prefix: string, fields: readonly string[]): string[] {
  return fields.filter((field) => field.startsWith(prefix)).map((field) => field.slice(prefix.length));
}

function nested(desk: Desk, sha: string, prefix: string, fields: readonly string[]): unknown {
  const work = desk.workOf(sha);
  const below = fieldsBelow(prefix, fields);
  return work ? describe(desk, work, below) : unidentified(0, below);
}

function cutSilently(items: (Record<string, unknown> | null)[]): unknown[] {
  const order = items.map((_, i) => i).sort((a, b) => ((a * 7) % 5) - ((b * 7) % 5) || a - b);
  let room = MOST_ROWS;
  for (const i of order) {
    const item = items[i];
    if (!item) continue;
    for (const list of ["citations", "references"]) {
      const rows = item[list];
      if (!Array.isArray(rows)) continue;
      item[list] = rows.slice(0, room);
      room -= Math.min(room, rows.length);
    }
  }
  return items;
}
