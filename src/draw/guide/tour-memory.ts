/** Where it is kept that the tour was offered. */
const KEY = "clip-lineage tour";

/** Whether the tour is offered on this visit. */
export interface TourMemory {
  readonly offered: boolean;
  /** The tour was taken or declined. */
  settle(): void;
}

/**
 * Offers the tour to who never was here, during that visit and not after it was settled. Where the browser keeps nothing
 * the tour is offered on every visit, and never more than offered.
 */
export function tourMemory(window: Pick<Window, "localStorage" | "sessionStorage">): TourMemory {
  let offered = true;
  try {
    const { localStorage, sessionStorage } = window;
    if (localStorage.getItem(KEY) === null) sessionStorage.setItem(KEY, "offered");
    localStorage.setItem(KEY, "offered");
    offered = sessionStorage.getItem(KEY) !== null;
  } catch {
    // It cannot be known who was here.
  }
  return {
    get offered() {
      return offered;
    },
    settle() {
      offered = false;
      try {
        window.sessionStorage.removeItem(KEY);
      } catch {
        // Nothing is kept, so there is nothing to take back.
      }
    },
  };
}
