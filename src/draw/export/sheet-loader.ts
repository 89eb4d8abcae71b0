import type { Language } from "../../text/language.ts";
import type { LateModels } from "../../view/late-models.ts";
import type { LateSheets } from "../page/late-sheets.ts";

/** The views that are loaded after the first picture, as the page knows them. */
export interface SheetLoader {
  /** Null until they are there. */
  readonly sheets: LateSheets | null;
  readonly models: LateModels | null;
  /** Whether the last attempt to load them failed. */
  readonly failed: boolean;
  /** Loads them where they are not there; what failed is tried again. */
  load(): void;
}

/** Loads the late views when first asked to; `changed` is called when they are there and when that failed. */
export function sheetLoader(language: Language, changed: () => void): SheetLoader {
  let sheets: LateSheets | null = null;
  let loading = false;
  let failed = false;
  return {
    get sheets() {
      return sheets;
    },
    get models() {
      return sheets?.models ?? null;
    },
    get failed() {
      return failed;
    },
    load() {
      if (sheets !== null || loading) return;
      loading = true;
      import("../page/late-sheets.ts")
        .then((late) => late.lateSheets(language))
        .then(
          (loaded) => {
            [sheets, loading, failed] = [loaded, false, false];
            changed();
          },
          () => {
            [loading, failed] = [false, true];
            changed();
          },
        );
    },
  };
}
