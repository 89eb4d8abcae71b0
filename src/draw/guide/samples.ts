import type { Theme } from "../../view/looks/palette.ts";
import { shapeOfSlot } from "../../view/looks/shapes.ts";
import { canvasSurface } from "../map/canvas-surface.ts";
import { drawLabels } from "../map/draw-labels.ts";
import { drawLinks } from "../map/draw-links.ts";
import { drawOwnMarks } from "../map/draw-own-marks.ts";
import { drawPapers } from "../map/draw-papers.ts";
import type { LinkMark, MarkedMap, PaperMark } from "../map/marks.ts";
import { curvesBetween } from "../map/picture.ts";
import { drawRegions } from "../map/regions.ts";

/** Size of a sample in px. */
export const SAMPLE = { width: 84, height: 36 } as const;

/** A piece of a map: papers from left to right, and the links among them. */
interface Sample {
  readonly papers: readonly Partial<PaperMark>[];
  readonly links?: readonly Partial<LinkMark>[];
  readonly region?: boolean;
}

const two = [{}, { slot: 0, shape: shapeOfSlot(0) }];
/** One sample for each mark that help explains. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  paper: { papers: [0, 1, 2].map((slot) => ({ slot, shape: shapeOfSlot(slot) })) },
  context: { papers: [{ role: "context", slot: null, shape: "circle", radius: 3.5 }] },
  size: { papers: [4, 7, 12].map((radius) => ({ radius })) },
  ring: { papers: [{ sizeKnown: false }] },
  link: { papers: two, links: [{}] },
  likely: { papers: two, links: [{ confidence: "likely" }] },
  mutual: { papers: two, links: [{ mutual: true }] },
  recedes: { papers: two, links: [{ recedes: true }] },
  spine: { papers: [{}, {}, {}], links: [{ spine: 3 }, { spine: 1, citing: 2, cited: 1 }] },
  pips: { papers: [{ spine: 3 }, { spine: 1 }] },
  similar: { papers: [{}, {}, {}], links: [{ strength: 0.9 }, { strength: 0.05, citing: 2, cited: 1 }] },
  region: { papers: [{}, {}], region: true },
  fresh: { papers: [{ fresh: true }] },
  selected: { papers: [{ selected: true }, { pointed: true }] },
  own: { papers: [{ starred: true }, { read: true }] },
};

/** Draws the sample of a mark on a canvas, by the functions that draw the map; nothing where the browser has no canvas. */
export function drawSample(canvas: HTMLCanvasElement, mark: string, theme: Theme): void {
  const sample = SAMPLES[mark];
  const context = canvas.getContext("2d");
  if (!sample || !context) return;
  const ratio = devicePixelRatio || 1;
  canvas.width = SAMPLE.width * ratio;
  canvas.height = SAMPLE.height * ratio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const surface = canvasSurface(context, SAMPLE.width, SAMPLE.height);
  surface.rect(0, 0, SAMPLE.width, SAMPLE.height, theme.background);
  const model = modelOf(sample);
  const middle = mark === "pips" ? SAMPLE.height / 2 - 5 : SAMPLE.height / 2;
  const step = SAMPLE.width / Math.max(2, model.papers.length);
  const start = (SAMPLE.width - step * (model.papers.length - 1)) / 2;
  const positions = Float64Array.from(model.papers.flatMap((_, i) => [start + i * step, middle]));
  const picture = { positions, curves: curvesBetween(model, positions) };
  const camera = { k: 1, x: 0, y: 0 };
  if (sample.region) drawRegionSample(surface, theme);
  drawLinks(surface, model, picture, camera, theme);
  drawPapers(surface, model, picture, camera, theme);
  drawLabels(surface, model, picture, [], camera, theme);
  drawOwnMarks(surface, model, picture, camera, theme);
}

function drawRegionSample(surface: Parameters<typeof drawRegions>[0], theme: Theme): void {
  const [cx, cy] = [SAMPLE.width / 2, SAMPLE.height / 2];
  const ring = Array.from({ length: 40 }, (_, i) => {
    const angle = (i / 40) * 2 * Math.PI;
    return { x: cx + Math.cos(angle) * (cx - 6), y: cy + Math.sin(angle) * (cy - 3) };
  });
  const region = { group: "sample", rings: [ring], anchor: { x: cx, y: cy }, papers: [] };
  const mark = { id: "sample", label: "", labelWidth: 0, slot: 1, emphasis: "normal" } as const;
  drawRegions(surface, [region], { key: "", marks: [mark], of: [] }, { k: 1, x: 0, y: 0 }, theme);
}

function modelOf({ papers, links = [] }: Sample): MarkedMap {
  const plain: Omit<PaperMark, "id"> = {
    label: "",
    labelSize: 0,
    labelWidth: 0,
    role: "survey",
    slot: 1,
    shape: shapeOfSlot(1),
    radius: 7,
    sizeKnown: true,
    visible: true,
    emphasis: "normal",
    selected: false,
    pointed: false,
    root: false,
    spine: 0,
    generation: null,
    yearStep: null,
    fresh: false,
    starred: false,
    read: false,
    importance: 0,
  };
  const link: LinkMark = {
    citing: 1,
    cited: 0,
    confidence: "verified",
    inner: true,
    slot: 1,
    visible: true,
    emphasis: "normal",
    recedes: false,
    spine: 0,
    mutual: false,
    fresh: false,
    strength: null,
  };
  return {
    papers: papers.map((paper) => ({ ...plain, ...paper }) as PaperMark),
    links: links.map((one) => ({ ...link, ...one })),
    focused: false,
    traced: false,
    spineShown: true,
    pipsShown: true,
    layer: "citations",
    regions: null,
  };
}
