import type { Corpus } from "../../src/corpus/schema.ts";
import { svgSurface } from "../../src/draw/export/svg-surface.ts";
import type { Camera } from "../../src/draw/map/camera.ts";
import { drawMap } from "../../src/draw/map/draw-map.ts";
import { fittingCamera } from "../../src/draw/map/fitting.ts";
import { AXIS_HEIGHT } from "../../src/draw/map/furniture.ts";
import { markedMap } from "../../src/draw/map/marks.ts";
import type { Placement, Size } from "../../src/draw/map/placement.ts";
import { placerHere } from "../../src/draw/map/settled-network.ts";
import { shiftedSurface } from "../../src/draw/map/shifted-surface.ts";
import type { Language } from "../../src/text/language.ts";
import { textsIn } from "../../src/text/texts.ts";
import { estimateTextWidth } from "../../src/view/looks/label.ts";
import { LIGHT } from "../../src/view/looks/palette.ts";
import { xmlText } from "../../src/view/looks/xml-text.ts";
import { layoutGraphOf } from "../../src/view/map/layout-papers.ts";
import { surveyPart } from "../../src/view/panels/embedded-part.ts";
import { buildSources } from "../../src/view/sources.ts";
import { INITIAL_STATE } from "../../src/view/state/state.ts";
import { buildViewModel } from "../../src/view/view-model.ts";
import { PREVIEW, siteLanguage, siteWords } from "./site-head.ts";
import { canWrite, pngOf } from "./svg-png.ts";

/** The picture is drawn smaller and enlarged, so that its letters can be read where a preview is a stamp. */
const ENLARGED = 1.5;
const SIZE: Size = { width: PREVIEW.width / ENLARGED, height: PREVIEW.height / ENLARGED };
const HEAD = 62;
const MARGIN = 20;

/** A letter of each language, to find out whether this machine has a font for it. */
const LETTERS: Readonly<Record<Language, string>> = { en: "A", zh: "谱" };

/** A picture for previews of links, and in what it differs from what was asked for. */
export interface LinkPreview {
  /** Null where it could not be drawn. */
  readonly png: Uint8Array | null;
  /** Said to the author; null when all is well. */
  readonly warning: string | null;
}

/**
 * The survey's lineage with its name and numbers as a PNG of 1200 × 630, in a language that this machine
 * has a font for: the one asked for, else English; without any there is no picture.
 */
export async function linkPreview(corpus: Corpus, language: Language | null): Promise<LinkPreview> {
  const own = siteLanguage(corpus, { language });
  try {
    if (await canWrite(LETTERS[own]))
      return { png: await pngOf(await previewSvg(corpus, own), PREVIEW.width), warning: null };
    if (!(await canWrite(LETTERS.en)))
      return { png: null, warning: `${PREVIEW.name} was left out: this machine has no fonts; install some` };
    const warning = `${PREVIEW.name} is in English: this machine has no font for Chinese; install Noto Sans CJK`;
    return { png: await pngOf(await previewSvg(corpus, "en"), PREVIEW.width), warning };
  } catch (error) {
    return {
      png: null,
      warning: `${PREVIEW.name} was left out: ${error instanceof Error ? error.message : error}`,
    };
  }
}

/** The picture as SVG: head, and under it the lineage with its main path, whole however many lanes it has. */
export async function previewSvg(whole: Corpus, language: Language): Promise<string> {
  const words = await siteWords(whole, { language });
  const sources = buildSources(surveyPart(whole), undefined, undefined, await textsIn(language));
  const model = buildViewModel(sources, { ...INITIAL_STATE, links: "main-path" });
  const map = { ...markedMap(model.map), pipsShown: false };
  const size = { width: SIZE.width, height: SIZE.height - HEAD };
  const placement = placerHere(sources.catalogue, layoutGraphOf(sources))("lineage", size, map);
  const camera = wholeCamera(placement, size) ?? fittingCamera(map, placement, size);
  const surface = svgSurface(SIZE.width, SIZE.height);
  drawMap(shiftedSurface(surface, 0, HEAD, size.width, size.height), map, placement, camera, LIGHT);
  surface.rect(0, 0, SIZE.width, HEAD, LIGHT.background);
  const title = { size: 26, weight: 700, family: "serif", color: LIGHT.ink } as const;
  surface.text(MARGIN, 26, cut(words.title, title.size, SIZE.width - 2 * MARGIN), title);
  surface.text(MARGIN, 49, words.counts, { size: 13, color: LIGHT.muted });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PREVIEW.width}" height="${PREVIEW.height}" viewBox="0 0 ${SIZE.width} ${SIZE.height}">`,
    `<title>${xmlText(words.title)}</title>`,
    surface.elements(),
    "</svg>",
  ].join("\n");
}

/** The camera that shows a lineage whole under its axis, which keeps its height; null without bounds. */
function wholeCamera({ bounds }: Placement, { width, height }: Size): Camera | null {
  if (bounds === null) return null;
  const k = Math.min(1, width / bounds.x1, (height - AXIS_HEIGHT) / Math.max(1, bounds.y1 - AXIS_HEIGHT));
  return { k, x: (width - bounds.x1 * k) / 2, y: AXIS_HEIGHT * (1 - k) };
}

/** The text up to a width, with dots where it was cut. */
function cut(text: string, size: number, width: number): string {
  if (estimateTextWidth(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && estimateTextWidth(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
