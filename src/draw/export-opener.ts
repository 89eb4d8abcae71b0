import { EXPORT_ENTRY } from "../view/export-entry.ts";
import type { Theme } from "../view/palette.ts";
import type { Selection } from "../view/selection.ts";
import type { State } from "../view/state.ts";
import type { Sources, ViewModel } from "../view/view-model.ts";
import type { MapSnapshot } from "./map-screen.ts";
import type { Placement, Size } from "./placement.ts";

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
export function exportOpener(document: Document, seen: () => Seen | null): () => void {
  return () => {
    import("./panels/export.ts").then(
      ({ openExport }) => {
        const now = seen();
        if (now) openExport(document, now);
      },
      () => {
        const said = document.getElementById("announcer");
        if (said) said.textContent = EXPORT_ENTRY.notLoaded;
      },
    );
  };
}
