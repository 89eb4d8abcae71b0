import type { CompanionPapers, DrawnCitations } from "../columns/companion.ts";
import type { LargeMapScreen } from "../draw/map/large-map.ts";
import type { Texts } from "../text/texts.ts";
import type { Theme } from "../view/looks/palette.ts";
import { companionLineage } from "../view/map/companion-lineage.ts";
import { companionInitialState, companionMap, withCitations } from "../view/map/companion-map.ts";
import type { MapModel } from "../view/map/map.ts";
import { decodeState } from "../view/state/url.ts";

/** Where and how a first picture is drawn. */
export interface FirstScreen {
  readonly window: Window;
  readonly stage: HTMLElement;
  readonly screen: LargeMapScreen;
  readonly theme: Theme;
  readonly texts: Texts;
  /** Whether the page will never be more than this picture, which is the network then. */
  readonly isAlone: boolean;
}

/** Draws the map once more with these citations, and returns it. */
export type AddCitations = (citations: DrawnCitations) => MapModel;

/**
 * Draws the papers of a companion by themselves, in the view that the page will open in, while the page around them is
 * not there yet. Resolves when that is on its way to the screen.
 */
export async function drawFirst(
  { window, stage, screen, theme, texts, isAlone }: FirstScreen,
  companion: CompanionPapers,
): Promise<AddCitations> {
  const { papers } = companion;
  screen.arrange({ x: papers.x, y: papers.y, labelZoom: papers.labelZoom, settled: true });
  const network = companionMap(companion);
  const initial = companionInitialState(companion, network);
  const { view } = decodeState(window.location.hash, () => null, undefined, initial).state;
  const lineage = !isAlone && view === "lineage" ? companionLineage(companion, network) : null;
  const draw = (map: MapModel) => {
    if (lineage === null) screen.preview(map, theme);
    else screen.preview(map, theme, { texts, columns: lineage.columns, lanes: lineage.lanes });
    return map;
  };
  const frame = stage.ownerDocument.createElement("div");
  frame.className = "map-frame";
  frame.append(screen.host);
  stage.replaceChildren(frame);
  const first = draw(lineage?.map ?? network);
  await shownOn(window);
  window.performance.mark("first-picture");
  return (citations) => draw(withCitations(first, citations));
}

/** Longer than this a page that nobody looks at does not wait to be shown, ms. */
const UNSEEN_MS = 100;

/** When what was drawn is on its way to the screen. */
function shownOn(window: Window): Promise<void> {
  return new Promise((resolve) => {
    window.requestAnimationFrame(() => resolve());
    window.setTimeout(resolve, UNSEEN_MS);
  });
}
