import { pairColumns, type Similarity, similarPairs } from "../analysis/communities/similarity.ts";

/** Counts the pairs of the similarity it is sent, each paper with its `top` most similar, and answers with them in columns. */
self.addEventListener("message", ({ data }: MessageEvent<{ similarity: Similarity; top: number }>) => {
  const columns = pairColumns(similarPairs(data.similarity, data.top));
  self.postMessage(columns, { transfer: [columns.a.buffer, columns.b.buffer, columns.shared.buffer] });
});
