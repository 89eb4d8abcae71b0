import { counted, listed } from "./grammar.ts";

/** The map and what lies over it. */
export const stage = {
  map: "Map of papers",
  role: "citation map",
  lineage: (papers: number) => `Lineage by date and domain: ${counted(papers, "paper")}`,
  network: (papers: number) => `Citation network: ${counted(papers, "paper")}`,
  keys: "Left and right arrow: the paper published before or after. Up: a paper it cites. Down: a paper that cites it. Enter: its details. T: its lineage. S: star it. R: mark it as read. Plus, minus, zero: zoom and fit. Escape: a step back.",
  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit the map",
  fitShort: "Fit",
  settling: (papers: number) => `${counted(papers, "paper")} are being laid out…`,
  showAll: "Show all papers",
  empty: "This corpus holds no papers. List some in survey.md and run npm run refresh.",
  nothing: "No paper passes the filters.",
  unknown: (names: readonly string[]) => `This link names what the map does not have: ${listed(names)}.`,
  around: "Works around the survey",
  lineageOf: (root: string) => `${root} lineage`,
  failed: "The map cannot be drawn",
  remedy: "Build the data anew with",
  andThen: ", then",
  stop: ".",
  noCommunities: (reason: string) => `Communities could not be found: ${reason}`,
  noWorker: "the script that finds them did not load; check the connection and reload the page",
  noCanvas:
    "This browser cannot draw the map: it offers no 2D canvas. Allow it for this page, or open the page in another browser.",
};
