import { corpusPart } from "../../export/corpus-part.ts";
import type { Look } from "../../export/export-graph.ts";
import type { ExportTexts } from "../../text/export-texts.ts";
import type { Theme } from "../../view/looks/palette.ts";
import type { ExportScope } from "../../view/panels/export-model.ts";
import { buildSources } from "../../view/sources.ts";
import { isLarge } from "../../view/state/large-map-line.ts";
import { INITIAL_STATE } from "../../view/state/state.ts";
import type { Size } from "../map/placement.ts";
import type { Sheet } from "./draw-sheet.ts";
import type { Seen } from "./export-opener.ts";
import { sheetOf } from "./sheet-of.ts";

/** The size of a picture of the page's map where there is no map, and the least a picture should have. */
const SIZE: Size = { width: 1200, height: 760 };

/** Whether a scope has more papers than can be drawn one by one. */
export function isBeyondDrawing({ selection }: ExportScope): boolean {
  return isLarge(selection.papers.size, selection.citations.length);
}

/**
 * The picture of a scope: of what is shown, the map as it stands, dragged papers included; of anything
 * else that part alone, placed anew in the same view.
 */
export function scopeSheet(
  seen: Seen,
  scope: ExportScope,
  said: ExportTexts,
  theme: Theme = seen.theme,
): Sheet {
  const { sources, state } = seen;
  const stands = isMap(seen) ? seen.stands : null;
  if (scope.id === "shown" && !seen.snapshot)
    return sheetOf(sources, state, stands?.size ?? SIZE, theme, said, stands?.placement);
  const { corpus } = sources.catalogue;
  const whole = scope.id === "all";
  const own = whole
    ? sources
    : buildSources(corpusPart(corpus, scope.selection), undefined, undefined, sources.catalogue.texts);
  const asked = { ...INITIAL_STATE, view: state.view, colouring: state.colouring, regions: state.regions };
  // Communities were found for the whole; a part has none of its own.
  const partState = whole
    ? asked
    : {
        ...asked,
        colouring: asked.colouring === "community" ? ("domain" as const) : asked.colouring,
        regions: asked.regions === "communities" ? ("domains" as const) : asked.regions,
      };
  return sheetOf(own, partState, SIZE, theme, said);
}

/** Places and colours for the graph formats: as the map shows them, else as the lineage would. */
export function scopeLook(seen: Seen): Look {
  if (seen.snapshot) return { positions: seen.snapshot.positions, theme: seen.theme };
  const stands = isMap(seen) ? seen.stands : null;
  const placement = stands?.placement ?? sheetOf(seen.sources, seen.state, SIZE, seen.theme).placement;
  return { positions: placement.picture.positions, theme: seen.theme };
}

/** Whether the page shows a map just now. */
export function isMap({ state }: Seen): boolean {
  return state.view === "lineage" || state.view === "network";
}
