import { INITIAL_STATE, type State } from "../../view/state/state.ts";
import { encodeState } from "../../view/state/url.ts";

/** Keeps the address in step with the state, so that every state is a link and the back button a step back. */
export interface AddressBar {
  write(state: State): void;
}

/** What is typed or dragged changes the address in place; everything else is a step of its own. */
function isStep(before: State, after: State): boolean {
  const still =
    before.query === after.query &&
    before.until === after.until &&
    before.keyRoutes === after.keyRoutes &&
    before.years?.join() === after.years?.join() &&
    before.sort === after.sort &&
    before.hiddenGroups.join() === after.hiddenGroups.join();
  return still || before.selected !== after.selected || before.view !== after.view;
}

/**
 * An address bar that calls `onArrive` with the text behind `#` when the reader goes back or forward or
 * edits it; the state it returns is the one that address stands for, and is not written again.
 */
export function addressBar(
  window: Window,
  first: State,
  onArrive: (hash: string) => State,
  initial: State = INITIAL_STATE,
): AddressBar {
  let written = first;
  const address = (state: State) => {
    const text = encodeState(state, initial);
    return text === "" ? window.location.pathname + window.location.search : `#${text}`;
  };
  const listen = () => {
    written = onArrive(window.location.hash);
  };
  window.addEventListener("popstate", listen);
  return {
    write(state) {
      const next = address(state);
      if (next !== address(written)) {
        const method = isStep(written, state) ? "pushState" : "replaceState";
        window.history[method](null, "", next);
      }
      written = state;
    },
  };
}
