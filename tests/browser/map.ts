import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { BUNDLED_SURVEY } from "../../scripts/site.ts";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import type { Corpus } from "../../src/corpus/schema.ts";
import { radiusOnScreen } from "../../src/draw/map/camera.ts";
import { fittingCamera, revealing } from "../../src/draw/map/fitting.ts";
import { hitTest } from "../../src/draw/map/hit.ts";
import { linkAt } from "../../src/draw/map/link-hit.ts";
import { STRIDE } from "../../src/draw/map/picture.ts";
import type { Size } from "../../src/draw/map/placement.ts";
import { regionAt } from "../../src/draw/map/regions.ts";
import { placerHere } from "../../src/draw/map/settled-network.ts";
import { layoutGraphOf } from "../../src/view/map/layout-papers.ts";
import { buildSources } from "../../src/view/sources.ts";
import { INITIAL_STATE, type State, type ViewName } from "../../src/view/state/state.ts";
import { markedViewModel } from "../view/marked-model.ts";
import { mapSettled } from "./harness.ts";

/** The corpus that comes with the project. */
export const bundled: Corpus = parseCorpus(JSON.parse(readFileSync(`${BUNDLED_SURVEY}/corpus.json`, "utf8")));

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The canvas as a reader sees it: papers by label, links by the labels of their ends. */
export interface ReadersMap {
  /** Where a paper stands in the window while the map is as it opened. */
  placeOf(label: string): Promise<Place>;
  /** Moves the mouse to a paper and waits until the page names it. */
  hover(label: string): Promise<void>;
  click(label: string): Promise<void>;
  /** Moves the mouse to a link where no paper and no other link is near. */
  hoverLink(citing: string, cited: string): Promise<void>;
  /** A place on a link where no paper and no other link is near; throws when there is none. */
  linkPlace(citing: string, cited: string): Promise<Place>;
  /** A place in a region where no paper and no link is near; throws when there is none. */
  regionPlace(region: string): Promise<Place>;
  /** The colour of the canvas at a place of the window: `120,40,7`. */
  colourAt(place: Place): Promise<string>;
}

/**
 * The map of a page, found by the functions the page itself places its papers with, computed here from
 * the same corpus and the size of the stage. For a map that was neither moved nor zoomed since it showed
 * the papers of `shown`, the first of them first; `choices` are those of the page's state that decide
 * what stands where.
 */
export async function readersMap(
  page: Page,
  corpus: Corpus = bundled,
  shown: readonly string[] = [],
  choices: Partial<State> = {},
): Promise<ReadersMap> {
  await mapSettled(page);
  const sources = buildSources(corpus);
  const { entries } = sources.catalogue;
  const place = placerHere(sources.catalogue, layoutGraphOf(sources));
  const indexOf = (label: string) => {
    const index = entries.findIndex((entry) => entry.label === label);
    if (index < 0) throw new Error(`no paper of the corpus is called ${label}`);
    return index;
  };

  const now = async () => {
    const { view, left, top, ...size } = await page.evaluate(() => {
      const box = document.querySelector("#map")?.getBoundingClientRect() ?? new DOMRect();
      const pressed = document.querySelector(".views [aria-pressed=true]")?.textContent ?? "";
      return { view: pressed.trim().toLowerCase(), ...box.toJSON() } as { view: string } & DOMRect;
    });
    const model = markedViewModel(sources, { ...INITIAL_STATE, ...choices, view: view as ViewName }).map;
    const mapSize: Size = { width: size.width, height: size.height };
    const placement = place(view as ViewName, mapSize, model);
    const { positions } = placement.picture;
    const places = shown.map((label) => {
      const index = indexOf(label);
      return [positions[index * 2] ?? 0, positions[index * 2 + 1] ?? 0] as const;
    });
    const camera = revealing(fittingCamera(model, placement, mapSize), places, mapSize);
    const inWindow = (x: number, y: number): Place => ({
      x: left + x * camera.k + camera.x,
      y: top + y * camera.k + camera.y,
    });
    const { picture, regions } = placement;
    return { model, picture, regions, camera, inWindow };
  };

  const placeOf = async (label: string) => {
    const { picture, inWindow } = await now();
    const index = indexOf(label);
    return inWindow(picture.positions[index * 2] ?? 0, picture.positions[index * 2 + 1] ?? 0);
  };

  const hover = async (label: string) => {
    const { x, y } = await placeOf(label);
    await page.mouse.move(x, y);
    await page.waitForFunction(
      (name) => document.querySelector("#announcer")?.textContent?.startsWith(`${name},`),
      label,
    );
  };

  const colourAt = ({ x, y }: Place) =>
    page.evaluate(
      async ([left, top]) => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const canvas = document.querySelector("canvas");
        const box = canvas?.getBoundingClientRect();
        // A pixel of its own to read from: reading from the map's canvas would take it off the GPU.
        const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
        if (!canvas || !box || !pixel) throw new Error("the page has no canvas");
        const [x, y] = [left - box.left, top - box.top].map((px) => Math.round(px * devicePixelRatio));
        pixel.drawImage(canvas, x ?? 0, y ?? 0, 1, 1, 0, 0, 1, 1);
        return pixel.getImageData(0, 0, 1, 1).data.slice(0, 3).join();
      },
      [x, y] as const,
    );

  const linkPlace = async (citing: string, cited: string) => {
    const { model, picture, camera, inWindow } = await now();
    const link = model.links.findIndex(
      (mark) =>
        (mark.citing === indexOf(citing) && mark.cited === indexOf(cited)) ||
        (mark.strength !== null && mark.citing === indexOf(cited) && mark.cited === indexOf(citing)),
    );
    if (link < 0) throw new Error(`${citing} does not cite ${cited}`);
    const paperAt = hitTest(model, picture.positions, (i, k) =>
      radiusOnScreen(model.papers[i]?.radius ?? 0, k),
    );
    const alone = (x: number, y: number) =>
      paperAt(x, y, camera.k) === null && linkAt(model, picture, x, y, camera.k) === link;
    // A little room on each side, for a browser that rounds the place of its mouse.
    const free = pointsAlong(picture.curves, link * STRIDE).find(({ x, y }) =>
      [-1.5, 0, 1.5].every((off) => alone(x + off, y) && alone(x, y + off)),
    );
    if (!free) throw new Error(`the link from ${citing} to ${cited} lies under others everywhere`);
    return inWindow(free.x, free.y);
  };

  const regionPlace = async (region: string) => {
    const { model, picture, regions, camera, inWindow } = await now();
    const paperAt = hitTest(model, picture.positions, (i, k) =>
      radiusOnScreen(model.papers[i]?.radius ?? 0, k),
    );
    const points = regions.find(({ group }) => group === region)?.rings.flat() ?? [];
    const middle = {
      x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
      y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
    };
    // On the way from the outline inwards there is room beside the papers.
    const inner = points.flatMap(({ x, y }) =>
      [0.15, 0.3, 0.45].map((t) => ({ x: x + (middle.x - x) * t, y: y + (middle.y - y) * t })),
    );
    const free = inner.find(({ x, y }) =>
      [-3, 0, 3].every(
        (off) =>
          regionAt(regions, x + off, y + off) === region &&
          paperAt(x + off, y + off, camera.k) === null &&
          linkAt(model, picture, x + off, y + off, camera.k) === null,
      ),
    );
    if (!free) throw new Error(`there is no room in the region ${region}`);
    return inWindow(free.x, free.y);
  };

  return {
    placeOf,
    regionPlace,
    hover,
    colourAt,
    async click(label) {
      await hover(label);
      const { x, y } = await placeOf(label);
      await page.mouse.click(x, y);
    },
    linkPlace,
    async hoverLink(citing, cited) {
      const { x, y } = await linkPlace(citing, cited);
      await page.mouse.move(x, y);
    },
  };
}

/** Points on a line of cubic pieces, from its middle outwards. */
function pointsAlong(curves: Float64Array, start: number): Place[] {
  const at = (i: number) => curves[start + i] ?? 0;
  const points: Place[] = [];
  for (let piece = 2; piece + 5 < STRIDE; piece += 6) {
    for (let t = 0; t <= 1; t += 0.05) {
      const weights = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3];
      const mix = (axis: number) =>
        weights.reduce((sum, weight, i) => sum + weight * at(piece - 2 + i * 2 + axis), 0);
      points.push({ x: mix(0), y: mix(1) });
    }
  }
  const middle = points.length / 2;
  return points
    .map((point, i) => ({ point, away: Math.abs(i - middle) }))
    .sort((a, b) => a.away - b.away)
    .map(({ point }) => point);
}
