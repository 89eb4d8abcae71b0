import { analyse } from "./analysis/analyse.ts";
import { clusterFactsOf } from "./analysis/communities/cluster-facts-of.ts";
import { summarise } from "./analysis/summary.ts";
import { readChanges } from "./corpus/read-changes.ts";
import type { Corpus } from "./corpus/schema.ts";
import { usableCorpus } from "./corpus/usable-corpus.ts";
import { smallMap } from "./draw/map/small-map.ts";
import { showFailure } from "./draw/page/failure.ts";
import { mountPage } from "./draw/page/page.ts";
import type { FindClusters } from "./open/cluster-seeker.ts";
import { networkLoader } from "./open/network-seeker.ts";
import { languageFor, tagOf } from "./text/language.ts";
import { textsIn } from "./text/texts.ts";
import { customProperties, DARK, LIGHT } from "./view/looks/palette.ts";
import { buildSources } from "./view/sources.ts";
import { decodeState } from "./view/state/url.ts";

/**
 * The page opened as a file, where browsers refuse modules, workers and fetching: one plain script, with
 * the files of the survey as texts that another plain script left behind.
 */
declare global {
  // A property of the global object, which two plain scripts share.
  var surveyFiles: Readonly<Record<"corpus.json" | "changes.json", string>> | undefined;
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page lacks its #${id}`);
  return element;
}

/** Looks for the communities of a corpus here, in two turns between which the page can draw. */
function clustersOf(corpus: Corpus): FindClusters {
  return (options, answer, fail) => {
    let timer = window.setTimeout(() => {
      try {
        const { rough, settle } = clusterFactsOf(corpus, options);
        answer(rough);
        timer = window.setTimeout(() => answer(settle()));
      } catch (failure) {
        fail(failure instanceof Error ? failure : new Error(String(failure)));
      }
    });
    return () => window.clearTimeout(timer);
  };
}

async function start(): Promise<void> {
  const theme = matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
  for (const [name, value] of customProperties(theme))
    document.documentElement.style.setProperty(name, value);
  const network = networkLoader();
  await network.load();
  const { language } = decodeState(window.location.hash, () => null).state;
  const texts = await textsIn(language ?? languageFor(navigator.languages));
  document.documentElement.lang = tagOf(texts.language);
  try {
    const { surveyFiles } = globalThis;
    if (surveyFiles === undefined)
      throw new Error("offline/data.js did not load: it belongs beside index.html");
    const { corpus, leftOut } = await usableCorpus(JSON.parse(surveyFiles["corpus.json"]));
    const told = await readChanges(Promise.resolve(surveyFiles["changes.json"]));
    const summary = summarise(analyse(corpus));
    const page = { kind: smallMap(network, null), findClusters: clustersOf(corpus) };
    const sources = {
      ...buildSources(corpus, told.changes, summary, texts),
      leftOut: [...leftOut, ...told.leftOut],
    };
    mountPage(window, part, sources, page);
  } catch (failure) {
    showFailure(part("stage"), failure, texts);
  }
}

void start();
