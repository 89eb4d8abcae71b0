import { guideTextsIn } from "../../text/guide-texts.ts";
import type { Theme } from "../../view/looks/palette.ts";
import { NO_READER, type ReaderFacts } from "../../view/map/own-marks.ts";
import type { Action } from "../../view/state/state.ts";
import type { Reader, ReaderEffects, ReaderParts, ReaderSources } from "./reader.ts";

/** The reader as the page knows it before it is there. */
export interface LazyReader {
  readonly facts: ReaderFacts;
  /** Does what an action asks for, as soon as it can; false when it is none of the reader's. */
  handle(action: Action): boolean;
  /** Whether a key press is taken care of. */
  pressed(event: KeyboardEvent): boolean;
  /** Brings what the reader shows in step with the page. */
  update(theme: Theme): void;
  /** Loads the reader, that the map need not wait for; what fails is tried again when it is asked for. */
  load(): void;
}

/** The part of the page for own marks, help and tour, which is loaded after the map. */
export function lazyReader(
  window: Window,
  parts: ReaderParts,
  sources: ReaderSources,
  effects: ReaderEffects,
): LazyReader {
  let reader: Reader | null = null;
  let loading: Promise<void> | null = null;
  let facts = NO_READER;

  const load = () => {
    const { language } = sources.catalogue.texts;
    loading ??= Promise.all([import("./reader.ts"), guideTextsIn(language)]).then(
      ([{ createReader }, texts]) => {
        reader = createReader(window, parts, sources, texts, effects);
        effects.changed();
      },
      () => {
        loading = null;
        facts = { ...NO_READER, readerMissing: true };
        effects.changed();
      },
    );
    return loading;
  };

  return {
    get facts() {
      return reader?.facts ?? facts;
    },
    handle(action) {
      if (action.type !== "guide" && action.type !== "reading") return false;
      if (reader) reader.handle(action);
      else void load().then(() => reader?.handle(action));
      return true;
    },
    pressed: (event) => reader?.pressed(event) ?? false,
    update: (theme) => reader?.update(theme),
    load: () => void load(),
  };
}
