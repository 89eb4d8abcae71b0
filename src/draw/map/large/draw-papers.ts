import type { Theme } from "../../../view/looks/palette.ts";
import { FAINT, type MapModel, VISIBLE } from "../../../view/map/map.ts";
import type { Camera } from "../camera.ts";
import { drawPips, PIPS_AWAY } from "../draw-labels.ts";
import { drawOwnMark } from "../draw-own-marks.ts";
import { drawPaper } from "../draw-papers.ts";
import type { Surface } from "../surface.ts";
import { packedColour } from "./packed-colour.ts";
import { createPaperLayer } from "./paper-layer.ts";
import { lookOf, type PaperLooks } from "./paper-looks.ts";
import { type Columns, paperOnScreen } from "./places.ts";

/** The papers of a large map as they are to be drawn. */
export interface PaperScene {
  readonly model: MapModel;
  readonly looks: PaperLooks;
  /** The papers that stand out while all others recede; null where none recede. */
  readonly lit: Uint32Array | null;
  readonly shown: Columns;
  /** The papers in view in the order of drawing, where they are few enough for shapes and all; else null. */
  readonly near: Iterable<number> | null;
  readonly camera: Camera;
  readonly size: { readonly width: number; readonly height: number };
  /** Px of the screen per px of a dot's radius. */
  readonly growth: number;
  readonly radiusOf: (paper: number) => number;
  /** Whether the view is on its way, where fewer pixels will do. */
  readonly moving: boolean;
  readonly theme: Theme;
}

/** How much is left of papers that recede. */
const FAINT_STRENGTH = 0.22;
/** Up to so many papers that stand out are drawn one by one, shapes and all. */
const FEW = 300;
/** However far out, a paper of a few that stand out is a dot of this radius, px. */
const LEAST_LIT = 2;
/** The same of what is selected or pointed at, and of the root, px. */
const LEAST_MARKED = 3;

/**
 * Draws papers on a map: one by one where they are near, else as dots in an image, above which those that stand
 * out, a short list, and what is selected are drawn with their shapes. Images are kept from frame to frame.
 */
export function papersDrawer(): (
  context: CanvasRenderingContext2D,
  surface: Surface,
  scene: PaperScene,
) => void {
  const all = createPaperLayer();
  const above = createPaperLayer();

  const drawDots = (context: CanvasRenderingContext2D, scene: PaperScene) => {
    const { model, looks, lit, shown, camera, size, growth, moving, theme } = scene;
    const rim = packedColour(theme.background);
    const dots = { x: shown.x, y: shown.y, radius: model.radius, ...looks, rim };
    all.draw(context, size, dots, camera, growth, moving, lit === null ? 1 : FAINT_STRENGTH);
    if (lit !== null && lit.length > FEW)
      above.draw(context, size, { ...dots, order: lit }, camera, growth, moving, 1);
  };

  return (context, surface, scene) => {
    const { model, lit, shown, near, camera, size, radiusOf, theme } = scene;
    const drawEach = (papers: Iterable<number>, least = 0) => {
      for (const paper of papers) {
        const [x, y] = paperOnScreen(shown, paper, camera);
        const radius = Math.max(least, radiusOf(paper));
        if (!isBeyond(x, y, size, 2 * radius)) drawPaper(surface, lookOf(model, paper), x, y, radius, theme);
      }
    };
    if (near !== null) {
      drawEach(near);
      if (model.links === "main-path") {
        for (const paper of near) {
          if (model.survey[paper] === 0) continue;
          const [x, y] = paperOnScreen(shown, paper, camera);
          drawPips(surface, model.spinePapers[paper] ?? 0, x, y + radiusOf(paper) + PIPS_AWAY, theme);
        }
      }
    } else {
      drawDots(context, scene);
      if (lit !== null && lit.length <= FEW) drawEach(lit, LEAST_LIT);
      drawEach(model.listed);
      drawEach(marked(model), LEAST_MARKED);
    }
    for (const [paper, mark] of model.own) {
      const [x, y] = paperOnScreen(shown, paper, camera);
      if ((model.marks[paper]! & VISIBLE) === 0 || isBeyond(x, y, size, 0)) continue;
      drawOwnMark(surface, mark, x, y, radiusOf(paper), (model.marks[paper]! & FAINT) !== 0, theme);
    }
  };
}

function isBeyond(x: number, y: number, { width, height }: PaperScene["size"], margin: number): boolean {
  return x < -margin || y < -margin || x > width + margin || y > height + margin;
}

/** What stands above all others, where it is not drawn near. */
function marked({ selected, pointed, root, marks }: MapModel): number[] {
  const shown = (paper: number) => paper >= 0 && (marks[paper]! & VISIBLE) !== 0;
  return [...new Set([root, selected, pointed])].filter(shown);
}
