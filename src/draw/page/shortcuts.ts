const KEY = "clip-lineage single-keys";

/** Whether keys of a single letter or sign do something, as the reader chose. */
export interface Shortcuts {
  readonly on: boolean;
  set(on: boolean): void;
}

/** The reader's choice, on at first; kept by the browser, or where it keeps nothing as long as the page is open. */
export function shortcutsOf(window: Pick<Window, "localStorage">): Shortcuts {
  let on = true;
  try {
    on = window.localStorage.getItem(KEY) !== "off";
  } catch {
    // Nothing was kept.
  }
  return {
    get on() {
      return on;
    },
    set(next) {
      on = next;
      try {
        if (next) window.localStorage.removeItem(KEY);
        else window.localStorage.setItem(KEY, "off");
      } catch {
        // It holds until the page is closed.
      }
    },
  };
}
