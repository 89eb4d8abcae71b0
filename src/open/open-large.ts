import { emptySummary } from "../analysis/summary.ts";
import type { Companion } from "../columns/companion.ts";
import { companionFits } from "../columns/companion-fits.ts";
import type { IndexedCorpus } from "../columns/hydration.ts";
import type { Changes } from "../corpus/changes.ts";
import type { SalvagedChanges } from "../corpus/salvage-changes.ts";
import { createLargeMapScreen, type LargeMapScreen, type NetworkPlaces } from "../draw/map/large-map.ts";
import type { MapKind } from "../draw/map/map-screen.ts";
import { mountMapAlone, showNotLaidOut } from "../draw/page/map-alone.ts";
import { mountPage } from "../draw/page/page.ts";
import type { EngineGraph } from "../layout/engine/engine-graph.ts";
import type { LayoutAnswer, LayoutRequest } from "../layout/engine/live-layout.ts";
import { type LargeTexts, largeTextsIn } from "../text/large-texts.ts";
import type { Texts } from "../text/texts.ts";
import { catalogueInSteps } from "../view/catalogue.ts";
import type { Theme } from "../view/looks/palette.ts";
import { companionClusters } from "../view/map/companion-map.ts";
import { mapAlone } from "../view/map/map-alone.ts";
import { nearestParts } from "../view/map/nearest-parts.ts";
import { shortList } from "../view/map/short-list.ts";
import { domainWish, NO_DOMAINS } from "../view/panels/domains.ts";
import { buildGrowingSearch } from "../view/search.ts";
import type { Sources } from "../view/sources.ts";
import { analysedSources, sourcesAround } from "../view/sources.ts";
import { inGroups, largeInitialState } from "../view/state/large-initial-state.ts";
import { MOST_PAPERS_OF_WHOLE_PAGE } from "../view/state/large-map-line.ts";
import { LARGE_LIMITS } from "../view/state/limits.ts";
import { viewModels } from "../view/view-model.ts";
import { domainSeeker } from "./domain-seeker.ts";
import { fetchCompanion, usable } from "./fetch-companion.ts";
import { drawFirst } from "./first-picture.ts";
import { breath, readCorpus } from "./read-corpus.ts";

/** What a large map is opened from. */
export interface LargeOpening {
  /** The corpus where the page has it already; else the worker fetches the file. */
  readonly corpus: { readonly text: string; readonly papers: number } | null;
  /** The address of the papers of the companion; null where the site has none. */
  readonly companion: string | null;
  readonly changes: Promise<SalvagedChanges>;
}

/**
 * Opens a map of thousands of papers: the first picture from the papers of the companion where there is one, its
 * citations when they have come too, the page over it once a worker has read the corpus, what the analysis finds when that is done. Without a companion, or with one that
 * does not belong to the corpus, a worker lays the papers out while one watches. Of more than `most` papers the page
 * shows the picture of the companion alone, and without one what to do.
 */
export async function openLarge(
  window: Window,
  part: (id: string) => HTMLElement,
  theme: Theme,
  texts: Texts,
  { corpus: here, companion: address, changes }: LargeOpening,
  most = MOST_PAPERS_OF_WHOLE_PAGE,
): Promise<void> {
  const said = await largeTextsIn(texts.language);
  const giving = address === null ? null : usable(fetchCompanion(address), said);
  // Made while the bytes of the companion are on their way.
  const screen = createLargeMapScreen(NOWHERE);
  const given = await giving;
  const files = given?.value ?? null;
  let notUsed = given?.notUsed ?? null;
  let companion: Companion | null = null;
  const refuse = (papers: number) => {
    const why = [said.alone.notLaidOut(papers, most), ...(notUsed === null ? [] : [notUsed])];
    showNotLaidOut(part("stage"), why, texts, said);
  };
  const count = files?.papers.papers.x.length ?? here?.papers ?? 0;
  const isAlone = count > most;
  if (files === null && isAlone) return refuse(count);
  const stage = part("stage");
  const add = files && (await drawFirst({ window, stage, screen, theme, texts, isAlone }, files.papers));
  const url = new URL("./corpus.json", window.location.href).href;
  const source = here === null ? { url, checked: files?.papers.corpus ?? null } : { text: here.text };
  const failures = { noReader: said.noReader, noFinder: texts.stage.noWorker };
  const reader = isAlone ? null : readCorpus(source, failures);
  if (files !== null) {
    const { value: citations, notUsed: why } = await usable(files.citations(), said);
    if (citations !== null) companion = { ...files.papers, citations };
    notUsed = why;
  }
  const picture = companion && add ? add(companion.citations) : null;
  if (reader === null) {
    if (companion === null || picture === null) return refuse(count);
    const model = mapAlone(companion, picture, most, texts, said);
    return mountMapAlone(window, part, screen, { picture, model, texts, said });
  }
  const read = await reader.corpus;
  if (companion !== null && !companionFits(companion, await reader.file, read.corpus, read.index)) {
    notUsed = said.otherCorpus;
    companion = null;
  }
  if (companion === null) screen.arrange(NOWHERE);
  const { length: papers } = read.corpus.papers;
  if (companion === null && papers > most) return refuse(papers);
  let redraw = (_better?: Sources) => {};
  const told = await changes;
  const leftOut = [...(await reader.leftOut), ...told.leftOut];
  const first: Sources = { ...(await sourcesOf(read, companion, told.changes, texts)), leftOut };
  let sources = first;
  const improve = (better: Partial<Sources>) => {
    sources = { ...sources, ...better };
    redraw(sources);
  };
  screen.attach(sources);
  if (companion === null) layOut(sources, screen, () => redraw());
  const { catalogue } = sources;
  const search = buildGrowingSearch(catalogue, sources.columns.labelOrder, inIdleTime(), (better, whole) => {
    improve({ search: better });
    if (whole) window.performance.mark("search-whole");
  });
  improve({ search });
  await breath();
  const kind = largeMap(
    sources,
    screen,
    said,
    domainSeeker(reader.findDomains, () => redraw(), said),
  );
  // In steps what the page would make in one go when it is mounted.
  await inSteps(kind.models.beginning({ sources, state: kind.initial }));
  const notice = notUsed === null ? null : said.laidOutAnew(notUsed);
  redraw = mountPage(window, part, sources, { kind, findClusters: reader.findClusters, notice });
  window.performance.mark("whole-page");
  const { summary, implied } = await reader.analysis;
  improve({ ...analysedSources(sources.catalogue, sources.columns.index, summary), implied });
  window.performance.mark("analysed");
}

const NOWHERE: NetworkPlaces = {
  x: new Float32Array(0),
  y: new Float32Array(0),
  labelZoom: null,
  settled: false,
};

/** The sources of a corpus with what the companion knows of it, made with pauses. */
async function sourcesOf(
  { corpus, index }: IndexedCorpus,
  companion: Companion | null,
  changes: Changes,
  texts: Texts,
): Promise<Sources> {
  const pending = emptySummary(corpus.papers.length, corpus.citations.length);
  const summary = companion === null ? pending : { ...pending, generations: companion.papers.generation };
  const catalogue = await inSteps(catalogueInSteps(corpus, texts, index));
  // The search is given its papers below, once their order is known.
  const sources = sourcesAround(catalogue, index, changes, summary, () => []);
  return {
    ...sources,
    clusters: companion === null ? null : companionClusters(companion),
    implied: companion?.citations.implied ?? new Uint8Array(index.citing.length),
    domains: NO_DOMAINS,
  };
}

/** What the steps come to, with the page at hand between them. */
async function inSteps<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breath();
  }
}

/** A large map for the page. */
function largeMap(
  { columns, catalogue }: Sources,
  screen: LargeMapScreen,
  said: LargeTexts,
  seekDomains: ReturnType<typeof domainSeeker>,
): MapKind {
  const initial = largeInitialState(
    catalogue.entries.length,
    inGroups(columns.group),
    shortList(columns).length > 0,
  );
  return {
    initial,
    models: viewModels(LARGE_LIMITS, (counts) => nearestParts(counts, said)),
    informed: (known, state) => ({ ...known, domains: seekDomains(domainWish(state, known.clusters)) }),
    screenOf: () => screen,
  };
}

/** Lays the network out in a worker and shows how it settles. */
function layOut({ columns }: Sources, screen: LargeMapScreen, redraw: () => void): void {
  const { index, radius } = columns;
  const worker = new Worker(new URL("../workers/layout-worker.ts", import.meta.url), { type: "module" });
  const count = index.ids.length;
  screen.arrange({ x: new Float32Array(count), y: new Float32Array(count), labelZoom: null, settled: false });
  worker.addEventListener("message", ({ data: { positions, settled } }: MessageEvent<LayoutAnswer>) => {
    const x = positions.filter((_, i) => i % 2 === 0);
    const y = positions.filter((_, i) => i % 2 === 1);
    screen.arrange({ x, y, labelZoom: null, settled });
    redraw();
    if (settled) worker.terminate();
  });
  const graph: EngineGraph = { count, citing: index.citing, cited: index.cited, radius };
  worker.postMessage({ graph } satisfies LayoutRequest);
}

/** So long may work go on that nobody waits for: an input that comes meanwhile is answered in the next frame. */
const STROKE_MS = 8;

/** Asks now and then whether to go on: null, or a promise of when the browser has done all else. */
function inIdleTime(): () => Promise<void> | null {
  let until = 0;
  return () => {
    if (performance.now() < until) return null;
    return idle().then(() => {
      until = performance.now() + STROKE_MS;
    });
  };
}

/** Lets the browser do all else first. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => resolve(), { timeout: 100 });
    else setTimeout(resolve, 10);
  });
}
