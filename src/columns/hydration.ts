import type { Corpus, Paper } from "../corpus/schema.ts";
import {
  type CitationColumns,
  type CitationTexts,
  citationColumns,
  citationsOf,
} from "./citation-columns.ts";
import type { CitationIndex } from "./citation-index.ts";

/** All of a corpus that is small however many papers there are. */
export type CorpusHead = Omit<Corpus, "papers" | "citations">;

/** A citation index without what follows from the papers: typed arrays only. */
export type IndexColumns = Omit<CitationIndex, "ids" | "numberOf">;

/** A corpus on its way from the worker that read it, in parts none of which takes the page long to unpack. */
export type CorpusPart =
  | { readonly type: "head"; readonly head: CorpusHead }
  | { readonly type: "papers"; readonly papers: readonly Paper[] }
  | { readonly type: "texts"; readonly texts: readonly CitationTexts[] }
  | { readonly type: "citations"; readonly columns: CitationColumns; readonly index: IndexColumns };

/** Papers and texts of one part. */
const SLICE = 2_000;
/** Citations made into objects in one go: some milliseconds. */
const STRIDE = 20_000;

/** The parts of a corpus and its index; the last is the citations. */
export function* partsOf(corpus: Corpus, index: CitationIndex): Generator<CorpusPart> {
  const { papers, citations, ...head } = corpus;
  yield { type: "head", head };
  for (let i = 0; i < papers.length; i += SLICE) yield { type: "papers", papers: papers.slice(i, i + SLICE) };
  const { columns, texts } = citationColumns(citations, index);
  for (let i = 0; i < texts.length; i += SLICE) yield { type: "texts", texts: texts.slice(i, i + SLICE) };
  const { ids: _, numberOf: __, ...rows } = index;
  yield { type: "citations", columns, index: rows };
}

/** The buffers of a part, which its sender gives away; [] for parts of objects. */
export function buffersOf(part: CorpusPart): ArrayBufferLike[] {
  if (part.type !== "citations") return [];
  const columns = [...Object.values(part.columns), ...Object.values(part.index)];
  // The ends of the citations are columns of both.
  return [...new Set(columns.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : [])))];
}

/** A corpus with its citation index. */
export interface IndexedCorpus {
  readonly corpus: Corpus;
  readonly index: CitationIndex;
}

/** Puts the parts of a corpus together again. */
export interface Rebuilding {
  take(part: CorpusPart): void;
  /** The corpus once all parts were taken; `breathe` is awaited between strokes of some milliseconds. Throws while parts are missing. */
  finish(breathe: () => Promise<void>): Promise<IndexedCorpus>;
}

/** An ordinary corpus out of its parts: equal to the one they were made from. */
export function rebuilding(): Rebuilding {
  const papers: Paper[] = [];
  const texts: CitationTexts[] = [];
  let head: CorpusHead | null = null;
  let last: Extract<CorpusPart, { type: "citations" }> | null = null;
  return {
    take(part) {
      if (part.type === "head") head = part.head;
      else if (part.type === "papers") for (const paper of part.papers) papers.push(paper);
      else if (part.type === "texts") for (const text of part.texts) texts.push(text);
      else last = part;
    },
    async finish(breathe) {
      if (head === null || last === null) throw new Error("the corpus did not arrive whole");
      const { columns, index } = last;
      const ids = papers.map(({ id }) => id);
      const citations: Corpus["citations"] = [];
      for (let from = 0; from < columns.citing.length; from += STRIDE) {
        const to = Math.min(from + STRIDE, columns.citing.length);
        for (const citation of citationsOf(columns, texts, ids, from, to)) citations.push(citation);
        await breathe();
      }
      const numberOf = new Map(ids.map((id, number) => [id, number]));
      await breathe();
      return { corpus: { ...head, papers, citations }, index: { ...index, ids, numberOf } };
    },
  };
}
