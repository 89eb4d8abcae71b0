import { pointer, select, type ZoomTransform, zoom } from "d3";
import type { LargeMapListener } from "./large-map-view.ts";
import { type Grip, paperDrags } from "./paper-drags.ts";

/** What lies under a place of the canvas, px. */
export interface Under {
  paperAt(x: number, y: number): number | null;
  linkAt(x: number, y: number): number | null;
  regionAt(x: number, y: number): string | null;
  /** Whether the camera moved a moment ago. */
  isMoving(): boolean;
  readonly grip: Grip;
  /** The camera moves, by the reader's hand or because it was set. */
  moved(camera: ZoomTransform, byHand: boolean): void;
}

/** The camera's side of what a reader does with the pointer. */
export interface LargeGestures {
  /** Zooms from a little farther than `fit` to where single papers fill the screen. */
  limit(fit: number): void;
  set(camera: ZoomTransform, animated: boolean): void;
  zoomBy(factor: number): void;
}

/** So long the pointer stays in a region before it stands out: the map must not flicker on the way elsewhere. */
const DWELL_MS = 90;
const ANIMATION_MS = 300;

/** Listens to panning, zooming, pointing, picking and dragging on a canvas. */
export function listenToGestures(
  canvas: HTMLCanvasElement,
  listener: LargeMapListener,
  under: Under,
): LargeGestures {
  let dwelling = 0;
  let waiting = 0;
  const zooming = zoom<HTMLCanvasElement, unknown>().on(
    "zoom",
    ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: Event | null }) => {
      // What the pointer was about to rest on is no longer under it.
      if (sourceEvent !== null) for (const timer of [dwelling, waiting]) window.clearTimeout(timer);
      under.moved(transform, sourceEvent !== null);
    },
  );
  const selection = select(canvas);
  const drags = paperDrags(canvas, under.grip, listener.point);
  zooming.filter((event: MouseEvent | TouchEvent) =>
    event.type === "wheel"
      ? true
      : !event.ctrlKey && !("button" in event && event.button) && !drags.takes(event),
  );
  const dwell = (region: string | null, x: number, y: number) => {
    window.clearTimeout(dwelling);
    if (region === null) listener.pointRegion(null, x, y);
    else dwelling = window.setTimeout(() => listener.pointRegion(region, x, y), DWELL_MS);
  };
  const pointAt = (x: number, y: number) => {
    const paper = under.paperAt(x, y);
    canvas.classList.toggle("on-paper", paper !== null);
    listener.point(paper);
    const link = paper === null ? under.linkAt(x, y) : null;
    listener.pointLink(link, x, y);
    dwell(paper === null && link === null ? under.regionAt(x, y) : null, x, y);
  };
  selection
    .call(zooming)
    .on("dblclick.zoom", null)
    .on("pointermove", (event: PointerEvent) => {
      if (event.pointerType === "touch" || event.buttons !== 0) return;
      const [x, y] = pointer(event, canvas);
      window.clearTimeout(waiting);
      // What runs past under the pointer while the map moves is not pointed at.
      if (under.isMoving()) waiting = window.setTimeout(() => pointAt(x, y), DWELL_MS);
      else pointAt(x, y);
    })
    .on("pointerleave", () => {
      if (drags.isDragging) return;
      window.clearTimeout(waiting);
      listener.point(null);
      listener.pointLink(null, 0, 0);
      window.clearTimeout(dwelling);
      listener.pointRegion(null, 0, 0);
    })
    .on("click", (event: MouseEvent) => {
      if (event.defaultPrevented) return;
      const [x, y] = pointer(event, canvas);
      listener.pick(under.paperAt(x, y), under.regionAt(x, y));
    });
  drags.listen();
  return {
    limit(fit) {
      zooming.scaleExtent([fit * 0.6, Math.max(12, fit * 80)]);
    },
    set(camera, animated) {
      if (animated) selection.transition().duration(ANIMATION_MS).call(zooming.transform, camera);
      else selection.interrupt().call(zooming.transform, camera);
    },
    zoomBy: (factor) => {
      selection.call(zooming.scaleBy, factor);
    },
  };
}
