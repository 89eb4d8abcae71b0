import { byCodeUnit } from "../corpus/format-corpus.ts";

/** What the source says about a link; null where it does not say. */
export interface LinkFacts {
  readonly contexts: readonly string[] | null;
  readonly intents: readonly string[] | null;
  readonly isInfluential: boolean | null;
}

export interface CollectedLink extends LinkFacts {
  readonly citing: string;
  readonly cited: string;
}

/**
 * Every link that was seen, once, whichever side showed it. Ends are shas; one that `merged` maps to another
 * is stored under that.
 */
export class CollectedLinks {
  private readonly merged: ReadonlyMap<string, string>;
  private readonly byCiting = new Map<string, Map<string, CollectedLink>>();
  private readonly byCited = new Map<string, Set<string>>();

  constructor(merged: ReadonlyMap<string, string> = new Map()) {
    this.merged = merged;
  }

  /** The sha under which links of this one are stored. */
  nameOf(sha: string): string {
    return this.merged.get(sha) ?? sha;
  }

  /** Adds a link; for one seen before it keeps the first facts and fills in missing ones. */
  add(from: string, to: string, facts: LinkFacts): void {
    const [citing, cited] = [this.nameOf(from), this.nameOf(to)];
    if (citing === cited) return;
    const known = this.byCiting.get(citing) ?? new Map<string, CollectedLink>();
    this.byCiting.set(citing, known);
    const before = known.get(cited);
    known.set(cited, {
      citing,
      cited,
      contexts: longer(before?.contexts, facts.contexts),
      intents: longer(before?.intents, facts.intents),
      isInfluential: before?.isInfluential ?? facts.isInfluential,
    });
    const citers = this.byCited.get(cited) ?? new Set();
    this.byCited.set(cited, citers.add(citing));
  }

  has(citing: string, cited: string): boolean {
    return this.byCiting.get(citing)?.has(cited) ?? false;
  }

  citedBy(citing: string): readonly string[] {
    return [...(this.byCiting.get(citing)?.keys() ?? [])];
  }

  citersOf(cited: string): readonly string[] {
    return [...(this.byCited.get(cited) ?? [])];
  }

  /** The links with both ends in `shas`, sorted. */
  within(shas: ReadonlySet<string>): CollectedLink[] {
    return [...shas]
      .flatMap((citing) => [...(this.byCiting.get(citing)?.values() ?? [])])
      .filter(({ cited }) => shas.has(cited))
      .sort((a, b) => byCodeUnit(a.citing, b.citing) || byCodeUnit(a.cited, b.cited));
  }
}

function longer(
  a: readonly string[] | null | undefined,
  b: readonly string[] | null,
): readonly string[] | null {
  if (!a) return b;
  return b && b.length > a.length ? b : a;
}
