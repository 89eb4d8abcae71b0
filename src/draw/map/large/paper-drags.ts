import { type D3DragEvent, drag, pointer, select, type ZoomTransform } from "d3";
import type { Carried } from "./dragger.ts";
import type { Columns, LargePlaces } from "./places.ts";

/** The map's side of dragging: places of the screen in px of the canvas, places of papers in px of the plane. */
export interface Grip {
  /** The paper under a place of the screen or close by; null for none, and where a press moves the map. */
  paperAt(x: number, y: number): number | null;
  /** How large its dot is, px of the screen. */
  radiusOf(paper: number): number;
  onScreen(paper: number): readonly [number, number];
  onPlane(x: number, y: number): readonly [number, number];
  placeOf(paper: number): readonly [number, number];
  /** A paper is dragged to a place of the plane. */
  drag(paper: number, x: number, y: number): void;
  drop(): void;
  restore(paper: number): void;
}

/** What becomes of papers that a reader drags. */
export interface LargeMapDragging {
  /** Whether papers of these places can be dragged. */
  isDraggable(places: LargePlaces): boolean;
  /** A paper is dragged to a place of the plane, until it is dropped there. */
  drag(paper: number, x: number, y: number): void;
  drop(): void;
  /** A dragged paper is to go back. */
  restore(paper: number): void;
  /** The papers that are on their way in the next frame; null when none is, and none will be until one is dragged. */
  carried(): Carried | null;
}

/** What a grip knows of the map just now. */
export interface GripSurroundings extends Pick<Grip, "paperAt" | "radiusOf"> {
  camera(): ZoomTransform;
  shown(): Columns;
  redraw(): void;
}

/** The grip on a map; without `dragging` no paper is there to be dragged. */
export function gripOn(dragging: LargeMapDragging | undefined, map: GripSurroundings): Grip {
  const placeOf = (paper: number): [number, number] => [map.shown().x[paper] ?? 0, map.shown().y[paper] ?? 0];
  return {
    paperAt: (x, y) => (dragging ? map.paperAt(x, y) : null),
    radiusOf: map.radiusOf,
    placeOf,
    onScreen: (paper) => map.camera().apply(placeOf(paper)),
    onPlane: (x, y) => map.camera().invert([x, y]),
    drag(paper, x, y) {
      dragging?.drag(paper, x, y);
      map.redraw();
    },
    drop: () => dragging?.drop(),
    restore(paper) {
      dragging?.restore(paper);
      map.redraw();
    },
  };
}

/** What a reader's hand does with papers. */
export interface PaperDrags {
  /** Whether a press takes hold of a paper, and so does not move the map. */
  takes(event: MouseEvent | TouchEvent): boolean;
  /** Listens from now on: after whatever else takes presses, for two fingers must get past it. */
  listen(): void;
  readonly isDragging: boolean;
}

/** Up to so many px a press that moves is a click. */
const CLICK_PX = 4;
/** So far beside its dot a mouse takes hold of a paper, px; a finger, which is wider, as far as it points at one. */
const SLACK = 4;

interface Subject {
  readonly paper: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Drags papers on a canvas by mouse and by one finger; a second finger makes it a gesture of the map, and the paper
 * goes back to where it was taken. A double click lets a paper back. `point` is told which paper is on its way, and
 * null when a finger, which does not rest on it, lets it go or the mouse is elsewhere.
 */
export function paperDrags(
  canvas: HTMLCanvasElement,
  grip: Grip,
  point: (paper: number | null) => void,
): PaperDrags {
  let held: (Subject & { readonly home: readonly [number, number]; moved: boolean }) | null = null;

  const gripOf = (event: MouseEvent | TouchEvent): number | null => {
    const touches = "touches" in event ? event.touches : null;
    if (touches !== null && touches.length !== 1) return null;
    const [x, y] = pointer(touches?.[0] ?? event, canvas);
    const paper = grip.paperAt(x, y);
    if (paper === null || touches !== null) return paper;
    const [px, py] = grip.onScreen(paper);
    return Math.hypot(px - x, py - y) <= grip.radiusOf(paper) + SLACK ? paper : null;
  };
  const takes = (event: MouseEvent | TouchEvent) =>
    !event.ctrlKey && !("button" in event && event.button !== 0) && gripOf(event) !== null;
  const drop = (stays: boolean) => {
    if (held?.moved) {
      grip.drop();
      if (!stays) point(null);
    }
    held = null;
  };

  const takeBack = () => {
    if (held?.moved) grip.drag(held.paper, ...held.home);
    drop(false);
  };

  return {
    takes,
    get isDragging() {
      return held?.moved === true;
    },
    listen() {
      select(canvas).call(
        drag<HTMLCanvasElement, unknown, Subject>()
          .container(() => canvas)
          .clickDistance(CLICK_PX)
          .filter(takes)
          .subject(({ sourceEvent }): Subject => {
            const paper = gripOf(sourceEvent) ?? 0;
            const [x, y] = grip.onScreen(paper);
            return { paper, x, y };
          })
          .on("start", ({ subject }: D3DragEvent<HTMLCanvasElement, unknown, Subject>) => {
            held = { ...subject, home: grip.placeOf(subject.paper), moved: false };
          })
          .on("drag", ({ x, y }: D3DragEvent<HTMLCanvasElement, unknown, Subject>) => {
            if (held === null) return;
            if (!held.moved) {
              if (Math.hypot(x - held.x, y - held.y) <= CLICK_PX) return;
              held.moved = true;
              point(held.paper);
            }
            grip.drag(held.paper, ...grip.onPlane(x, y));
          })
          .on("end", ({ sourceEvent }: D3DragEvent<HTMLCanvasElement, unknown, Subject>) => {
            drop(!("touches" in sourceEvent) && canvas.matches(":hover"));
          }),
      );
      // Before the map hears of the second finger: it keeps what it takes to itself.
      const early = { capture: true, passive: true };
      canvas.addEventListener("touchstart", ({ touches }) => touches.length > 1 && takeBack(), early);
      canvas.addEventListener("dblclick", (event) => {
        const paper = gripOf(event);
        if (paper !== null) grip.restore(paper);
      });
    },
  };
}
