import { drag, easeCubicInOut, pointer, select, type ZoomTransform, zoom, zoomIdentity } from "d3";
import type { Theme } from "../../view/looks/palette.ts";
import { NoCanvasError } from "../page/failure.ts";
import { type Camera, radiusOnScreen } from "./camera.ts";
import { canvasSurface } from "./canvas-surface.ts";
import { drawLabels, type MapLabel, placeMapLabels } from "./draw-labels.ts";
import { drawOwnMarks } from "./draw-own-marks.ts";
import { drawPapers } from "./draw-papers.ts";
import { fittingCamera, revealing } from "./fitting.ts";
import { drawAxis, drawLanes } from "./furniture.ts";
import { type HitTest, hitTest } from "./hit.ts";
import { linkAt } from "./link-hit.ts";
import { createLinkLayer } from "./link-layer.ts";
import type { MarkedMap } from "./marks.ts";
import { between, type Picture } from "./picture.ts";
import type { Placement } from "./placement.ts";
import { drawRegionTitles, placeRegionTitles, surveyDots } from "./region-titles.ts";
import { drawRegions, regionAt } from "./regions.ts";

/** What a reader does on the map, papers by number; the caller decides what follows. */
export interface MapListener {
  point(paper: number | null): void;
  /** A citation is under the pointer, by its number, at a place of the host; or none. */
  pointLink(citation: number | null, x: number, y: number): void;
  /** A region is under the pointer where no paper and no link is; or none. */
  pointRegion(region: string | null, x: number, y: number): void;
  /** A paper is picked, or else the region around the place, or neither. */
  pick(paper: number | null, region: string | null): void;
  /** A paper is being dragged to a place of the plane; `done` when it is let go. */
  drag(paper: number, x: number, y: number, done: boolean): void;
  /** A dragged paper is to go back to where it was. */
  restore(paper: number): void;
}

/** What the map shows now. */
export interface MapContent {
  readonly model: MarkedMap;
  readonly placement: Placement;
  readonly theme: Theme;
}

export interface MapView {
  update(content: MapContent): void;
  /** Moves the camera so that all visible papers are in view. */
  fit(): void;
  zoomBy(factor: number): void;
  /** Pans so that the paper is in view, if it is not. */
  reveal(index: number): void;
}

const MOVE_MS = 650;
/** So long the pointer stays in a region before it stands out: the map must not flicker on the way elsewhere. */
const DWELL_MS = 90;
/** So long after its last move the camera is at rest, and the picture is drawn in full. */
const REST_MS = 120;

/**
 * The map on a canvas inside `host`: draws when something changed, pans and zooms, tells `listener` what
 * is pointed at, picked and dragged. `reducedMotion` decides at each change whether places are animated.
 */
export function createMapView(
  host: HTMLElement,
  listener: MapListener,
  reducedMotion: () => boolean,
): MapView {
  const canvas = document.createElement("canvas");
  canvas.className = "map-canvas";
  canvas.setAttribute("aria-hidden", "true");
  host.append(canvas);
  const context = canvas.getContext("2d");
  if (!context) throw new NoCanvasError("this browser gives no 2D canvas");

  let content: MapContent | null = null;
  let shown: Picture | null = null;
  let move: { from: Picture; start: number } | null = null;
  let camera: ZoomTransform = zoomIdentity;
  const links = createLinkLayer();
  let labels: readonly MapLabel[] = [];
  let labelsOf: MapContent | null = null;
  let frame = 0;
  // The camera counts as moving until this time of the page's clock.
  let stillAt = 0;
  let rest = 0;
  let hit: HitTest = () => null;
  let hitFor: Picture | null = null;
  let size = { width: 0, height: 0 };
  let attendedBefore = "";

  const request = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  const draw = () => {
    frame = 0;
    // A frame's own time stamp lies behind the clock by which the camera and the papers move.
    const now = performance.now();
    if (!content) return;
    const { placement, model, theme } = content;
    if (move) {
      const t = Math.min(1, (now - move.start) / MOVE_MS);
      shown = t < 1 ? between(move.from, placement.picture, easeCubicInOut(t)) : placement.picture;
      if (t < 1) request();
      else move = null;
    }
    resize();
    const ratio = devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = theme.background;
    context.fillRect(0, 0, size.width, size.height);
    const surface = canvasSurface(context, size.width, size.height);
    if (placement.furniture) drawLanes(surface, placement.furniture, camera, theme);
    const picture = shown ?? placement.picture;
    const moving = now < stillAt;
    // While papers move to other places their regions would lag behind.
    const regions = move ? [] : placement.regions;
    if (model.regions) drawRegions(surface, regions, model.regions, camera, theme);
    links.draw(context, size, content, picture, camera, moving, move !== null);
    drawPapers(surface, model, picture, camera, theme);
    const titles = placeRegionTitles(
      regions,
      model.regions,
      camera,
      size,
      surveyDots(model, picture, camera),
    );
    if (!moving || labelsOf !== content) {
      labels = placeMapLabels(
        surface,
        model,
        { ...placement, picture },
        camera,
        titles.map(({ box }) => box),
      );
      labelsOf = content;
    }
    drawRegionTitles(surface, titles, theme);
    drawLabels(surface, model, picture, labels, camera, theme);
    drawOwnMarks(surface, model, picture, camera, theme);
    if (placement.furniture) drawAxis(surface, placement.furniture, camera, theme);
  };

  /** Makes the canvas as large as its host; true when that changed the size. */
  const resize = (): boolean => {
    const { clientWidth: width, clientHeight: height } = host;
    const ratio = devicePixelRatio || 1;
    if (canvas.width === Math.round(width * ratio) && canvas.height === Math.round(height * ratio))
      return false;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    size = { width, height };
    return true;
  };

  const paperAt = (event: MouseEvent | TouchEvent): number | null => {
    if (!content || !shown) return null;
    if (hitFor !== shown) {
      hit = hitTest(content.model, shown.positions, (i, k) =>
        radiusOnScreen(content?.model.papers[i]?.radius ?? 0, k),
      );
      hitFor = shown;
    }
    // Of a touch d3 tells the place, of an event of touches none.
    const at = "changedTouches" in event ? (event.changedTouches[0] ?? event) : event;
    const [planeX, planeY] = camera.invert(pointer(at, canvas));
    return hit(planeX, planeY, camera.k);
  };

  const citationAt = (x: number, y: number): number | null => {
    if (!content || !shown) return null;
    const [planeX, planeY] = camera.invert([x, y]);
    return linkAt(content.model, shown, planeX, planeY, camera.k);
  };

  const regionUnder = (x: number, y: number): string | null =>
    content && !move ? regionAt(content.placement.regions, ...camera.invert([x, y])) : null;

  let dwelling = 0;
  const dwell = (region: string | null, x: number, y: number) => {
    window.clearTimeout(dwelling);
    if (region === null) listener.pointRegion(null, x, y);
    else dwelling = window.setTimeout(() => listener.pointRegion(region, x, y), DWELL_MS);
  };

  const zooming = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([0.15, 12])
    .filter((event) => !event.button && (event.type === "wheel" || !draggable(event)))
    .on("zoom", (event: { transform: ZoomTransform }) => {
      camera = event.transform;
      stillAt = performance.now() + REST_MS;
      window.clearTimeout(rest);
      rest = window.setTimeout(request, REST_MS + 1);
      request();
    });
  const draggable = (event: MouseEvent | TouchEvent) =>
    content?.placement.draggable === true && event.type !== "wheel" && paperAt(event) !== null;

  const selection = select(canvas);
  selection
    .call(
      drag<HTMLCanvasElement, unknown, { index: number; x: number; y: number }>()
        .filter((event) => !event.button && !event.ctrlKey && draggable(event))
        .subject((event) => {
          const index = paperAt(event.sourceEvent) ?? 0;
          return { index, ...pointOnScreen(index) };
        })
        .on("drag", (event) => {
          const [x, y] = camera.invert([event.x, event.y]);
          listener.drag(event.subject.index, x, y, false);
        })
        .on("end", (event) => {
          const [x, y] = camera.invert([event.x, event.y]);
          listener.drag(event.subject.index, x, y, true);
        }),
    )
    .call(zooming)
    .on("dblclick.zoom", null)
    .on("pointermove", (event: PointerEvent) => {
      if (event.pointerType === "touch" || event.buttons !== 0) return;
      const index = paperAt(event);
      canvas.classList.toggle("on-paper", index !== null);
      listener.point(index);
      const [x, y] = pointer(event, canvas);
      const link = index === null ? citationAt(x, y) : null;
      listener.pointLink(link, x, y);
      dwell(index === null && link === null ? regionUnder(x, y) : null, x, y);
    })
    .on("pointerleave", () => {
      listener.point(null);
      listener.pointLink(null, 0, 0);
      window.clearTimeout(dwelling);
      listener.pointRegion(null, 0, 0);
    })
    .on("dblclick", (event: MouseEvent) => {
      const paper = paperAt(event);
      if (paper !== null) listener.restore(paper);
    })
    .on("click", (event: MouseEvent) => {
      if (event.defaultPrevented) return;
      const [x, y] = pointer(event, canvas);
      listener.pick(paperAt(event), regionUnder(x, y));
    });

  const pointOnScreen = (index: number) => {
    const positions = (shown ?? content?.placement.picture)?.positions;
    const [x, y] = camera.apply([positions?.[index * 2] ?? 0, positions?.[index * 2 + 1] ?? 0]);
    return { x, y };
  };

  const setCamera = (next: ZoomTransform) => {
    const animated = !reducedMotion() && content !== null && size.width > 0;
    if (animated) selection.transition().duration(300).call(zooming.transform, next);
    else selection.call(zooming.transform, next);
  };

  const fitted = (): Camera => {
    resize();
    return content ? fittingCamera(content.model, content.placement, size) : camera;
  };

  const show = (papers: readonly number[], from: Camera) => {
    const { positions } = content?.placement.picture ?? { positions: [] };
    const places = papers.map((i) => [positions[i * 2] ?? 0, positions[i * 2 + 1] ?? 0] as const);
    const { k, x, y } = revealing(from, places, size);
    if (k !== camera.k || x !== camera.x || y !== camera.y) setCamera(zoomIdentity.translate(x, y).scale(k));
  };

  return {
    update(next) {
      const before = content;
      content = next;
      hitFor = null;
      const target = next.placement.picture;
      if (before?.placement.key !== next.placement.key) {
        if (before && shown && !reducedMotion() && shown.positions.length === target.positions.length) {
          move = { from: shown, start: performance.now() };
        } else {
          shown = target;
          move = null;
        }
      } else if (!move) {
        shown = target;
      }
      const attended = attendedPapers(next.model);
      const resized = resize();
      if (resized || before?.placement.key !== next.placement.key) show(attended, fitted());
      else if (attended.join() !== attendedBefore) show(attended, camera);
      attendedBefore = attended.join();
      request();
    },
    fit: () => show([], fitted()),
    zoomBy: (factor) => {
      selection.call(zooming.scaleBy, factor);
    },
    reveal: (index) => show([index], camera),
  };
}

/** What the reader asked to see: the selected paper, then those of its lineage or path. */
function attendedPapers({ papers, focused, traced }: MarkedMap): number[] {
  const selected = papers.findIndex((paper) => paper.selected);
  const others = papers.flatMap(({ role, emphasis }, i) =>
    focused && traced && role === "survey" && emphasis === "strong" && i !== selected ? [i] : [],
  );
  return selected < 0 ? others : [selected, ...others];
}
