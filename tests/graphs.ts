import { parseCorpus } from "../src/corpus/parse-corpus.ts";
import type { Corpus, CorpusInput } from "../src/corpus/schema.ts";

/**
 * The papers and citations of a graph in ASCII. `A<-B` says that B cites A (the arrow points from the
 * citing to the cited paper), `B->A` says the same, `A<-B<-C` is a chain, a lone name is a paper without
 * links; commas and line breaks separate. Papers stand in the order of their first mention.
 */
export function graphOf(text: string): { papers: string[]; citations: { citing: string; cited: string }[] } {
  const papers = new Set<string>();
  const citations: { citing: string; cited: string }[] = [];
  for (const path of text.split(/[,\n]/).map((part) => part.trim())) {
    if (path === "") continue;
    const parts = path.split(/(<-|->)/).map((part) => part.trim());
    parts.forEach((part, i) => {
      if (i % 2 === 0) {
        if (part === "") throw new Error(`graphs.ts: a name is missing in "${path}"`);
        papers.add(part);
        return;
      }
      const [left = "", right = ""] = [parts[i - 1], parts[i + 1]];
      citations.push(part === "<-" ? { citing: right, cited: left } : { citing: left, cited: right });
    });
  }
  return { papers: [...papers], citations };
}

/**
 * A corpus of the graph in `text` (see graphOf), every paper's title its id. `facts` adds to single
 * papers, `more` to the corpus; the root is the first paper unless `more` says otherwise.
 */
export function corpusOf(
  text: string,
  facts: Record<string, Partial<CorpusInput["papers"][number]>> = {},
  more: Partial<CorpusInput> = {},
): Corpus {
  const { papers, citations } = graphOf(text);
  return parseCorpus({
    version: 1,
    survey: papers[0] === undefined ? {} : { root: papers[0] },
    papers: papers.map((id) => ({ id, title: id, ...facts[id] })),
    citations,
    ...more,
  });
}

/** A ← B ← C ← D */
export const chain = "A<-B<-C<-D";

/**
 * ```
 *     B
 *   ↙   ↖
 * A       D
 *   ↖   ↙
 *     C
 * ```
 */
export const diamond = "A<-B<-D, A<-C<-D";

/**
 * ```
 *   ┌ B
 * A ← C
 *   └ D
 * ```
 */
export const fork = "A<-B, A<-C, A<-D";

/** A ← B and, apart from it, X ← Y. */
export const twoIslands = "A<-B, X<-Y";

/** A ← B, and two concurrent preprints C ⇄ D that cite each other as well as B. */
export const cycle = "A<-B, B<-C, B<-D, C<-D, D<-C";

/** A ← B, and C whose references nobody has read: its lack of a link says nothing. */
export const missingReference = "A<-B, C";

/** `missingReference` as a corpus: C's gap is listed. */
export function missingReferenceCorpus(): Corpus {
  return corpusOf(
    missingReference,
    { B: { referencesKnown: true }, C: { referencesKnown: false } },
    { gaps: [{ paper: "C", of: "references", reason: "not read" }] },
  );
}
