import type { ClusterFacts, ClusterOptions } from "../analysis/communities/cluster-facts.ts";
import { clusterFactsOf } from "../analysis/communities/cluster-facts-of.ts";
import type { Corpus } from "../corpus/schema.ts";

/** Finds the communities of the corpus it is sent and answers twice: with them, then with how firm they are. */
self.addEventListener("message", (event: MessageEvent<{ corpus: Corpus; options: ClusterOptions }>) => {
  const { rough, settle } = clusterFactsOf(event.data.corpus, event.data.options);
  const answer = (facts: ClusterFacts) => self.postMessage(facts);
  answer(rough);
  answer(settle());
});
