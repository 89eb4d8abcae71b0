import { analyse } from "../analysis/analyse.ts";
import { summarise } from "../analysis/summary.ts";
import type { Corpus } from "../corpus/schema.ts";

/** Analyses the corpus it is sent and answers with the summary. */
self.addEventListener("message", (event: MessageEvent<Corpus>) => {
  self.postMessage(summarise(analyse(event.data)));
});
