import type { Page } from "playwright-core";
import { decodeCompanion } from "../../src/columns/decode-companion.ts";
import { revealing } from "../../src/draw/map/fitting.ts";
import { extentOfPlaces } from "../../src/draw/map/large/places.ts";
import { crowding } from "../../src/draw/map/large/semantic-zoom.ts";
import { buildCatalogue, type Entry } from "../../src/view/catalogue.ts";
import { companion, corpus, whole } from "./large-map.ts";

/** A place in the window, px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The canvas of a large map as a reader sees it who has zoomed in on a paper. */
export interface LargeReadersMap {
  /** Where a paper was settled. */
  placeOf(paper: Entry): Place;
  /** A place some 100 px from a paper, and no other paper near. */
  freePlaceBeside(paper: Entry): Place;
  /** Where a paper is once the map has moved as little as brings it into view. */
  revealedPlaceOf(paper: Entry): Place;
  /** Moves the mouse to a place; what the page says then. */
  told(place: Place): Promise<string>;
}

/** The papers of the corpus of a large map. */
export const { entries } = buildCatalogue(corpus);

const { papers } = decodeCompanion(companion);
const extent = extentOfPlaces(papers, () => true);
/** How far a wheel is turned at once, and how much larger that makes the map. */
const NOTCH = 240;
const GROWTH = 2 ** (0.002 * NOTCH);

/** Waits for the whole page and turns the wheel over a paper. */
export async function zoomedIn(page: Page, paper: Entry, notches: number): Promise<LargeReadersMap> {
  await whole(page);
  await page.waitForFunction(() => performance.getEntriesByName("analysed").length > 0);
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("the page has no map");
  const { k, x, y } = crowding(extent, papers.radius, box, false).camera;
  const before = (i: number): Place => ({
    x: box.x + (papers.x[i] ?? 0) * k + x,
    y: box.y + (papers.y[i] ?? 0) * k + y,
  });
  // A wheel knows whole px alone.
  const at = { x: Math.round(before(paper.index).x), y: Math.round(before(paper.index).y) };
  await page.mouse.move(at.x, at.y);
  for (let i = 0; i < notches; i++) await page.mouse.wheel(0, -NOTCH);
  const grown = GROWTH ** notches;
  const now = (i: number): Place => ({
    x: at.x + (before(i).x - at.x) * grown,
    y: at.y + (before(i).y - at.y) * grown,
  });
  let jitter = 0;
  return {
    placeOf: ({ index }) => now(index),
    freePlaceBeside({ index }) {
      const from = now(index);
      for (let angle = 0; angle < 2 * Math.PI; angle += 0.1) {
        const place = { x: from.x + 100 * Math.cos(angle), y: from.y + 100 * Math.sin(angle) };
        if (entries.every((other) => distance(now(other.index), place) > 40)) return place;
      }
      throw new Error("papers stand on all sides");
    },
    revealedPlaceOf({ index }) {
      const zoom = k * grown;
      const from = {
        k: zoom,
        x: at.x - box.x - ((at.x - box.x - x) / k) * zoom,
        y: at.y - box.y - ((at.y - box.y - y) / k) * zoom,
      };
      const place = [papers.x[index] ?? 0, papers.y[index] ?? 0] as const;
      const camera = revealing(from, [place], box);
      return { x: box.x + place[0] * zoom + camera.x, y: box.y + place[1] * zoom + camera.y };
    },
    async told(place) {
      jitter = 1 - jitter;
      await page.mouse.move(place.x + jitter, place.y);
      return (await page.locator("#announcer").textContent()) ?? "";
    },
  };
}

/** The paper in the middle part of the map that is farthest from all others, its name its own. */
export function loner(): Entry {
  const isInside = ({ index }: Entry) => {
    const [x, y] = [papers.x[index] ?? 0, papers.y[index] ?? 0];
    const [wide, high] = [extent.x1 - extent.x0, extent.y1 - extent.y0];
    return (
      Math.abs(x - extent.x0 - wide / 2) < 0.25 * wide && Math.abs(y - extent.y0 - high / 2) < 0.25 * high
    );
  };
  const room = ({ index }: Entry) =>
    Math.min(
      ...entries.map((other) =>
        other.index === index
          ? Number.POSITIVE_INFINITY
          : Math.hypot(
              (papers.x[index] ?? 0) - (papers.x[other.index] ?? 0),
              (papers.y[index] ?? 0) - (papers.y[other.index] ?? 0),
            ),
      ),
    );
  const linked = entries.filter(
    (entry) =>
      isInside(entry) &&
      entry.citesCount + entry.citedByCount > 2 &&
      entries.every(({ label, index }) => label !== entry.label || index === entry.index),
  );
  const [first] = linked.map((entry) => ({ entry, room: room(entry) })).sort((a, b) => b.room - a.room);
  if (!first) throw new Error("the middle of the map is empty");
  return first.entry;
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
