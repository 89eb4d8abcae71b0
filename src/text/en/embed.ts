/** What the element `citation-map` alone says: no part of the texts of the page. */
export const embed = {
  mapLabel: (title: string, papers: string) => `${title}: a map of ${papers} papers and their citations`,
  mapRole: "citation map",
  keys: "Left and right arrow: the paper published before or after. Up: a paper it cites. Down: a paper that cites it. Enter: select it. Plus, minus, zero: zoom and fit. Escape: let go.",
  wheel: "Click the map to zoom it with the wheel.",
  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the map",
  asList: (papers: string) => `The ${papers} papers as a list`,
  close: "Close",
  andOthers: (authors: string) => `${authors} and others`,
  unknown: (paper: string) => `The map has no paper “${paper}”.`,
  empty: "The map holds no papers.",
  part: (shown: string, all: string) => `Shown here: ${shown} of ${all} papers. The full map shows the rest.`,
  failed: "The map cannot be drawn",
  noSource: "Say in the attribute src where its corpus.json is.",
  badSource: (source: string) =>
    `${source} is no address of a file. Say in the attribute src where corpus.json is.`,
  unreachable: (address: string) =>
    `${address} could not be fetched. On another host, that host must allow this page with the header Access-Control-Allow-Origin; a Content-Security-Policy of this page must allow it under connect-src.`,
  refused: (address: string, status: number) =>
    `${address}: the server answered ${status}. Check the address in the attribute src.`,
  notJson: (address: string) => `${address} is not JSON. The attribute src must name a corpus.json.`,
  notCorpus: (address: string, problem: string) =>
    `${address} is no corpus: ${problem}. Make it anew with: npm run refresh -- FOLDER --offline`,
  retry: "Try again",
};
