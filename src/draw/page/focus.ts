/** The elements the focus goes to when the one that has it goes away. */
export interface FocusHeirs {
  /** Of an element in the details: the heading of what they show now; null when they show nothing. */
  readonly details: () => HTMLElement | null;
  /** Of an element in a drawer: the button that opens it; null where the drawer is a rail. */
  readonly legend: () => HTMLElement | null;
  /** Of every other, and where these have none. */
  readonly otherwise: () => HTMLElement | null;
}

/**
 * Changes the page and keeps the keyboard's place on it: a browser gives up the focus of an element that
 * is removed or hidden, and the reader would start again at the top.
 */
export function keepingFocus(
  document: Document,
  parts: { readonly details: HTMLElement; readonly legend: HTMLElement },
  change: () => void,
  heirs: FocusHeirs,
): void {
  const held = document.activeElement;
  const [inDetails, inLegend] = [parts.details.contains(held), parts.legend.contains(held)];
  change();
  if (held === null || held === document.body) return;
  const drawerClosed = inLegend && !parts.legend.classList.contains("is-open");
  const opener = drawerClosed ? heirs.legend() : null;
  if (opener === null && held.isConnected && held.checkVisibility()) return;
  const heir = opener ?? (inDetails ? heirs.details() : null) ?? heirs.otherwise();
  heir?.focus();
}
