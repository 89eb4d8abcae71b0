/**
 * Leaves the wheel to the page around a map unless the reader is at the map: with the focus in it, or
 * with Ctrl held, as one zooms everywhere. `host` holds the map; `hasFocus` says whether the map has it.
 */
export function gentleWheel(host: HTMLElement, hasFocus: () => boolean): void {
  const leave = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey && !hasFocus()) event.stopPropagation();
  };
  host.addEventListener("wheel", leave, { capture: true, passive: true });
}
