import { easeCubicInOut, type ZoomTransform, zoomIdentity } from "d3";
import { kept } from "../../../view/kept.ts";
import type { Theme } from "../../../view/looks/palette.ts";
import { FRESH, type MapModel, sameBits, VISIBLE } from "../../../view/map/map.ts";
import { NoCanvasError } from "../../page/failure.ts";
import { canvasSurface } from "../canvas-surface.ts";
import { revealing } from "../fitting.ts";
import { drawAxis, drawLanes } from "../furniture.ts";
import { nearWhileCarried, strongWhileCarried } from "./carried.ts";
import type { Carried } from "./dragger.ts";
import { textWidths } from "./draw-labels.ts";
import { drawNames } from "./draw-names.ts";
import { papersDrawer } from "./draw-papers.ts";
import { drawFields, fieldPaths } from "./draw-regions.ts";
import { drawSimilarLinks } from "./draw-similar-links.ts";
import { type LargeGestures, listenToGestures } from "./gestures.ts";
import { createLinkLayer } from "./link-layer.ts";
import type { LinkAnswer, LinkOrder } from "./link-messages.ts";
import { gripOn, type LargeMapDragging } from "./paper-drags.ts";
import { type PaperGrid, paperGrid } from "./paper-grid.ts";
import { litPapers, type PaperLooks, paperLooks } from "./paper-looks.ts";
import { fewOnScreen, papersInView, paperUnder } from "./papers-near.ts";
import {
  type Columns,
  columnsBetween,
  type Extent,
  extentOfPlaces,
  type LargePlaces,
  SETTLED,
  SETTLING,
} from "./places.ts";
import { fieldAt } from "./region-fields.ts";
import { type Crowding, crowding, dotRadius, namePresence } from "./semantic-zoom.ts";
import { createStrongLayer } from "./strong-layer.ts";
import { loudLinkAt } from "./strong-link-at.ts";

/** What a reader does on a large map; papers and links by their places in the columns. */
export interface LargeMapListener {
  point(paper: number | null): void;
  /** A link that stands out is under the pointer, at a place of the host; or none. By its place in the layer. */
  pointLink(link: number | null, x: number, y: number): void;
  pointRegion(region: string | null, x: number, y: number): void;
  /** A paper is picked, or else the region around the place, or neither. */
  pick(paper: number | null, region: string | null): void;
  /** What lets papers be dragged; without it they stay. */
  readonly dragging?: LargeMapDragging;
}

/** What a large map shows now. */
export interface LargeMapContent {
  readonly model: MapModel;
  readonly places: LargePlaces;
  readonly theme: Theme;
}

export interface LargeMapView {
  update(content: LargeMapContent): void;
  /** Draws anew what is on its way. */
  redraw(): void;
  /** Moves the camera so that all visible papers are in view, but for the farthest few. */
  fit(): void;
  /** The same while papers still settle, unless the reader has taken the camera in hand since the last fit. */
  follow(): void;
  zoomBy(factor: number): void;
  /** Moves what is shown by so many px of the screen. */
  panBy(dx: number, dy: number): void;
  /** Pans so that the paper is in view, if it is not. */
  reveal(paper: number): void;
  /** What the canvas shows now, as PNG; rejects where the browser gives none. */
  picture(): Promise<Blob>;
  /** Takes the map off the page and ends its worker. */
  remove(): void;
}

const MOVE_MS = 650;
/** So long after its last move the camera is at rest, and the picture is completed. */
const REST_MS = 120;
/** Up to so many papers in view are drawn as on a small map, shapes and all. */
const NEAR = 300;
/** Among more papers on the screen than this there is too little ground between them to take the map by. */
const MOST_DRAGGABLE = 300;

/**
 * The map of thousands of papers on a canvas inside `host`: links as an image from a worker, papers
 * written every frame, names of regions far out and of papers nearer. The page's frames stay its own
 * while it is moved. `reducedMotion` decides at each change whether places are animated.
 */
export function createLargeMapView(
  host: HTMLElement,
  listener: LargeMapListener,
  reducedMotion: () => boolean,
): LargeMapView {
  const canvas = document.createElement("canvas");
  canvas.className = "map-canvas";
  canvas.setAttribute("aria-hidden", "true");
  host.append(canvas);
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) throw new NoCanvasError("this browser gives no 2D canvas");

  let content: LargeMapContent | null = null;
  let looks: PaperLooks | null = null;
  let lit: Uint32Array | null = null;
  let extent: Extent = { x0: 0, y0: 0, x1: 1, y1: 1 };
  let crowd: Crowding = { fit: 1, camera: { k: 1, x: 0, y: 0 }, growthAt: () => 1, largest: 1 };
  let shown: Columns = { x: new Float32Array(0), y: new Float32Array(0) };
  let move: { from: Columns; start: number } | null = null;
  let carried: Carried | null = null;
  const strongLinks = kept(strongWhileCarried);
  // Made when it is first asked: the first picture does not need it.
  let grid: (() => PaperGrid) | null = null;
  let camera: ZoomTransform = zoomIdentity;
  let size = { width: 0, height: 0 };
  let frame = 0;
  let isFirst = true;
  let held = false;
  /** The selected paper that was brought into view last; -1 for none. */
  let revealed = -1;
  let stillAt = 0;
  let rest = 0;
  const widths = textWidths(context);
  const papers = papersDrawer();
  const strong = createStrongLayer();
  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const worker = new Worker(new URL("../../../workers/link-worker.ts", import.meta.url), { type: "module" });
  const links = createLinkLayer((answer) => {
    worker.addEventListener("message", ({ data }: MessageEvent<LinkAnswer>) => answer(data));
    return { post: (order: LinkOrder) => worker.postMessage(order) };
  }, request);
  let paths = fieldPaths([]);
  let pathsOf: unknown = null;

  const draw = () => {
    frame = 0;
    // A frame's own time stamp lies behind the clock by which the camera and the papers move.
    const now = performance.now();
    const wereCarried = carried !== null;
    carried = listener.dragging?.carried() ?? null;
    if (!content || !looks || size.width === 0) return;
    const { model, places, theme } = content;
    if (carried !== null) {
      shown = carried;
      request();
    } else if (wereCarried) shown = places;
    if (move) {
      const t = Math.min(1, (now - move.start) / MOVE_MS);
      shown = t < 1 ? columnsBetween(move.from, places, easeCubicInOut(t)) : places;
      if (t < 1) request();
      else move = null;
    }
    const moving = now < stillAt || move !== null;
    const ratio = Math.min(2, devicePixelRatio || 1);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = theme.background;
    context.fillRect(0, 0, size.width, size.height);
    const surface = canvasSurface(context, size.width, size.height);
    const { k } = camera;
    const presence = namePresence(k / crowd.fit);
    if (places.furniture) drawLanes(surface, places.furniture, camera, theme);
    const fields = move ? [] : links.fields;
    if (pathsOf !== fields) [paths, pathsOf] = [fieldPaths(fields), fields];
    drawFields(context, paths, model, camera, theme, 0.4 + 0.6 * presence);
    if (!move) links.draw(context, camera);
    const growth = crowd.growthAt(k);
    const radiusOf = dotRadius(model, growth);
    const loud = carried
      ? { ...model, strong: strongLinks(model.strong, model.drawn, carried.links) }
      : model;
    strong.draw(context, size, { model: loud, places: shown, theme }, camera, radiusOf, moving);
    drawSimilarLinks(context, model, shown, camera, theme);

    const near = nearPapers();
    papers(context, surface, {
      model,
      looks,
      lit,
      shown,
      near,
      camera,
      size,
      growth,
      radiusOf,
      moving,
      theme,
    });
    drawNames(surface, content, {
      shown,
      near,
      fields,
      camera,
      size,
      times: k / crowd.fit,
      widths,
      radiusOf,
    });
    if (places.furniture) drawAxis(surface, places.furniture, camera, theme);
    // The first picture is shown before the links are drawn: telling a worker of half a million takes a while.
    if (isFirst) requestAnimationFrame(request);
    else links.ask(camera, size, moving);
    const complete = !moving && !isFirst && links.isComplete(camera);
    isFirst = false;
    if (canvas.dataset.picture !== String(complete)) canvas.dataset.picture = String(complete);
  };

  /** The papers in view in the order of drawing, when they are few; null otherwise. */
  const nearPapers = () => {
    if (move || !grid || !content || !looks || (camera.k <= crowd.fit && looks.order.length > NEAR))
      return null;
    const near = papersInView(content.model, grid(), camera, size, NEAR);
    return near && carried ? nearWhileCarried(near, carried, content.model.marks, camera, size) : near;
  };

  const canDrag = () =>
    content && grid && !move && listener.dragging?.isDraggable(content.places)
      ? fewOnScreen(grid(), shown, camera, size, MOST_DRAGGABLE)
      : false;

  const paperAt = (x: number, y: number) =>
    content && grid ? paperUnder(content.model, grid(), camera, crowd, [x, y]) : null;

  const regionUnder = (x: number, y: number): string | null => {
    if (!content || move) return null;
    const field = fieldAt(links.fields, ...camera.invert([x, y]));
    return field === null ? null : (content.model.regions[field.region]?.id ?? null);
  };

  const gestures: LargeGestures = listenToGestures(canvas, listener, {
    paperAt,
    linkAt: (x, y) => (!content || move ? null : loudLinkAt(content.model, shown, camera, x, y)),
    regionAt: regionUnder,
    isMoving: () => performance.now() < stillAt,
    grip: gripOn(listener.dragging, {
      paperAt: (x, y) => (canDrag() ? paperAt(x, y) : null),
      radiusOf: (paper) => (content?.model.radius[paper] ?? 0) * crowd.growthAt(camera.k),
      camera: () => camera,
      shown: () => shown,
      redraw: request,
    }),
    moved: (next, byHand) => {
      camera = next;
      held ||= byHand;
      stillAt = performance.now() + REST_MS;
      window.clearTimeout(rest);
      rest = window.setTimeout(request, REST_MS + 1);
      request();
    },
  });

  /** Makes the canvas as large as its host; true when that changed the size. */
  const resize = (): boolean => {
    const { clientWidth: width, clientHeight: height } = host;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width === wide && canvas.height === high) return false;
    canvas.width = wide;
    canvas.height = high;
    size = { width, height };
    return true;
  };

  const fitted = () => {
    const { x, y, k } = crowd.camera;
    return zoomIdentity.translate(x, y).scale(k);
  };

  /** Moves the camera to a view of the plane, and from there as little as brings a paper into it; -1 for none. */
  const look = (from: ZoomTransform, paper: number, animated = !reducedMotion()) => {
    const { x: xs, y: ys } = content?.places ?? shown;
    const { k, x, y } = paper < 0 ? from : revealing(from, [[xs[paper] ?? 0, ys[paper] ?? 0]], size);
    if (k !== camera.k || x !== camera.x || y !== camera.y)
      gestures.set(zoomIdentity.translate(x, y).scale(k), animated);
  };

  return {
    update(next) {
      const before = content;
      content = next;
      const { model, places, theme } = next;
      const resized = resize();
      const rearranged = before?.places.key !== places.key;
      const moved = before?.places.x !== places.x || before.places.y !== places.y;
      const remarked = !sameBits(VISIBLE, model.marks, before?.model.marks);
      if (rearranged && before && !reducedMotion() && shown.x.length === places.x.length) {
        move = { from: shown, start: performance.now() };
      } else if (moved) {
        shown = places;
        move = null;
      }
      // Papers that were dragged leave the map as large as it was.
      const relaid = moved && (rearranged || places.key !== SETTLED);
      if (moved || remarked) {
        const isVisible = (paper: number) => (model.marks[paper]! & VISIBLE) !== 0;
        if (relaid) extent = boundsOf(places);
        grid = kept(() => paperGrid(places, isVisible));
      }
      if (relaid || resized || before?.model.radius !== model.radius) {
        crowd = crowding(extent, model.radius, size, places.furniture !== null);
      }
      const relooked = !before || !looks || !sameLooks(before, next);
      if (relooked || !looks) looks = paperLooks(model, theme);
      if (relooked || before.model.marks !== model.marks || before.model.focused !== model.focused)
        lit = litPapers(model, looks);
      links.update(model, places, extent, theme);
      widths.forget(model);
      const { selected } = model;
      const isPlaced = places.key !== SETTLING;
      if (before?.places.key === SETTLING && places.key === SETTLED && held) gestures.limit(crowd.fit);
      else if (rearranged || resized) {
        held = false;
        gestures.limit(crowd.fit);
        look(fitted(), isPlaced ? selected : -1, before !== null && !reducedMotion());
      } else if (isPlaced && selected >= 0 && selected !== revealed) {
        // Chosen in a list or by an address, it may be anywhere.
        held = true;
        look(camera, selected);
      }
      revealed = isPlaced ? selected : -1;
      // The first picture need not wait for a frame to begin.
      if (before === null) {
        cancelAnimationFrame(frame);
        draw();
      } else request();
    },
    redraw: request,
    fit: () => {
      held = false;
      gestures.set(fitted(), !reducedMotion());
    },
    follow: () => {
      if (!held) gestures.set(fitted(), false);
    },
    zoomBy: (factor) => {
      held = true;
      gestures.zoomBy(factor);
    },
    panBy: (dx, dy) => {
      held = true;
      gestures.set(zoomIdentity.translate(camera.x + dx, camera.y + dy).scale(camera.k), false);
    },
    reveal: (paper) => {
      held = true;
      look(camera, paper);
    },
    picture: () =>
      new Promise((resolve, reject) => {
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no picture"))));
      }),
    remove() {
      cancelAnimationFrame(frame);
      window.clearTimeout(rest);
      worker.terminate();
      canvas.remove();
    },
  };
}

/** The lanes of a lineage, or the box around the papers of a network. */
function boundsOf(places: LargePlaces): Extent {
  const { furniture } = places;
  const [first, last] = [furniture?.lanes[0], furniture?.lanes.at(-1)];
  if (!furniture || !first || !last) return extentOfPlaces(places, () => true);
  const { axis } = furniture;
  return { x0: axis.x0, x1: axis.undated?.x1 ?? axis.x1, y0: first.y0, y1: last.y1 };
}

function sameLooks(a: LargeMapContent, b: LargeMapContent): boolean {
  const [one, other] = [a.model, b.model];
  return (
    a.theme === b.theme &&
    one.tone === other.tone &&
    one.colouring === other.colouring &&
    sameBits(VISIBLE | FRESH, one.marks, other.marks) &&
    one.survey === other.survey &&
    one.labelOrder === other.labelOrder
  );
}
