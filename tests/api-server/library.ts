/** A work as the pretended Semantic Scholar knows it. */
export interface Work {
  readonly sha: string;
  readonly title: string;
  readonly year: number | null;
  readonly date: string | null;
  readonly venue: string;
  readonly authors: readonly string[];
  readonly arxiv: string | null;
  readonly doi: string | null;
  /** Further members of its externalIds, such as PubMed. */
  readonly externalIds?: Readonly<Record<string, string>>;
  readonly abstract: string | null;
  readonly tldr: string | null;
  /** Counts to report where they differ from what the links say. */
  readonly citationCount?: number;
  readonly referenceCount?: number;
}

export interface Link {
  readonly citing: string;
  readonly cited: string;
  readonly contexts: readonly string[];
  readonly intents: readonly string[];
  readonly influential: boolean;
}

/** Everything the server answers from; a test may change it between two runs. */
export interface Library {
  works: Work[];
  links: Link[];
  /** Old sha to the one it was merged into. */
  merged: Map<string, string>;
  /** Shas whose reference list the publisher withholds. */
  elided: Set<string>;
  /** How many of a paper's references the source could not identify. */
  unidentified: Map<string, number>;
  /** Wrong matches: what is answered to a title (lower case) whatever the works say. */
  decoys: Map<string, string>;
}

/** A library without a work. */
export function emptyLibrary(): Library {
  return {
    works: [],
    links: [],
    merged: new Map(),
    elided: new Set(),
    unidentified: new Map(),
    decoys: new Map(),
  };
}

/** A sha of 40 digits that says which number it stands for. */
export function shaOf(number: number): string {
  return number.toString(16).padStart(40, "0");
}

/** A work with plain facts derived from its number. */
export function work(number: number, facts: Partial<Work> = {}): Work {
  return {
    sha: shaOf(number),
    title: `Work number ${number}`,
    year: 2020 + (number % 5),
    date: `${2020 + (number % 5)}-0${1 + (number % 9)}-1${number % 10}`,
    venue: "Journal of Tests",
    authors: [`Ada Author${number}`, "Ben Second"],
    arxiv: null,
    doi: null,
    abstract: null,
    tldr: null,
    ...facts,
  };
}

/** A citation without sentences. */
export function link(citing: string, cited: string, facts: Partial<Link> = {}): Link {
  return { citing, cited, contexts: [], intents: [], influential: false, ...facts };
}
