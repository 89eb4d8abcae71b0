import { exportTextsIn } from "../../text/export-texts.ts";
import type { Texts } from "../../text/texts.ts";
import type { Theme } from "../../view/looks/palette.ts";
import type { Selection } from "../../view/map/selection.ts";
import type { Sources } from "../../view/sources.ts";
import type { State } from "../../view/state/state.ts";
import type { ViewModel } from "../../view/view-model.ts";
import type { MapSnapshot } from "../map/map-screen.ts";
import type { Placement, Size } from "../map/placement.ts";
import type { ExportChoice } from "./export.ts";

/** What the reader sees at a moment. */
export interface Seen {
  readonly sources: Sources;
  readonly state: State;
  readonly model: ViewModel;
  readonly theme: Theme;
  /** The papers and citations that the map shows. */
  readonly shown: Selection;
  /** Where papers stand on the map, dragged ones included; null while no map was shown. */
  readonly stands: { readonly placement: Placement; readonly size: Size } | null;
  /** A large map as it stands; null for a small one. */
  readonly snapshot: MapSnapshot | null;
}

/** Opens the export panel with what is seen; the panel and all it needs are loaded when first asked for. */
export function exportOpener(document: Document, texts: Texts, seen: () => Seen | null): () => void {
  let choice: ExportChoice | null = null;
  return () => {
    Promise.all([import("./export.ts"), exportTextsIn(texts.language)]).then(
      ([{ openExport }, said]) => {
        const now = seen();
        if (now) choice = openExport(document, now, said, choice);
      },
      () => {
        const said = document.getElementById("announcer");
        if (said) said.textContent = texts.header.exportNotLoaded;
      },
    );
  };
}
