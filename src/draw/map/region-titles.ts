import { type Box, dotBox } from "../../layout/boxes.ts";
import type { Region } from "../../layout/regions.ts";
import { REGION_LABEL_SIZE } from "../../view/looks/label.ts";
import { domainText, type Theme } from "../../view/looks/palette.ts";
import { type Camera, placeOnScreen, radiusOnScreen } from "./camera.ts";
import type { MarkedMap, RegionMark, RegionMarks } from "./marks.ts";
import type { Picture } from "./picture.ts";
import { withMarks } from "./regions.ts";
import type { Surface } from "./surface.ts";

/** The name of a region with its place on the screen. */
export interface RegionTitle {
  readonly mark: RegionMark;
  readonly box: Box;
}

/** Writes the names of regions. */
export function drawRegionTitles(surface: Surface, titles: readonly RegionTitle[], theme: Theme): void {
  for (const { mark, box } of titles) {
    surface.text((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, mark.label, {
      size: REGION_LABEL_SIZE,
      weight: 700,
      color: domainText(theme, mark.slot, theme.muted),
      halo: theme.background,
      anchor: "middle",
      alpha: mark.emphasis === "faint" ? 0.45 : 1,
    });
  }
}

/** Between two names on a line, px. */
const TITLE_GAP = 10;
/** By how many of its lines and widths a name gives way to others and to dots, the nearest first. */
const TITLE_MOVES: readonly (readonly [across: number, down: number])[] = [0, -1, 1, -2, 2].flatMap(
  // Two lines away and to the side it would pass for the name of something else.
  (down) => (Math.abs(down) === 2 ? [0] : [0, -0.5, 0.5]).map((across) => [across, down] as const),
);

/**
 * The names of regions that have room on the screen, in the order of `marks`: clear of each other, of the
 * edges, and of `dots`. Where room is short the region of more papers is named; one that stands out always
 * is.
 */
export function placeRegionTitles(
  regions: readonly Region[],
  marks: RegionMarks | null,
  camera: Camera,
  size: { readonly width: number; readonly height: number },
  dots: readonly Box[] = [],
): RegionTitle[] {
  if (marks === null) return [];
  const wanted = withMarks(regions, marks);
  const placed: RegionTitle[] = [];
  const rank = ({ region, mark }: (typeof wanted)[number]) =>
    (mark.emphasis === "strong" ? 1e6 : 0) + region.papers.length;
  for (const { region, mark } of [...wanted].sort((a, b) => rank(b) - rank(a))) {
    const box = titleBox(region, mark, camera, size.width);
    const free = TITLE_MOVES.map((by) => moved(box, by)).find(
      (one) =>
        one.y0 >= 0 &&
        one.y1 <= size.height &&
        (one.x0 >= 0 || box.x0 < 0) &&
        (one.x1 <= size.width || box.x1 > size.width) &&
        placed.every((other) => !touches(one, other.box, TITLE_GAP)) &&
        dots.every((dot) => !touches(one, dot, 0)),
    );
    if (free || mark.emphasis === "strong") placed.push({ mark, box: free ?? box });
  }
  const place = new Map(marks.marks.map(({ id }, i) => [id, i]));
  return placed.sort((a, b) => (place.get(a.mark.id) ?? 0) - (place.get(b.mark.id) ?? 0));
}

function moved({ x0, y0, x1, y1 }: Box, [across, down]: readonly [number, number]): Box {
  const [dx, dy] = [across * (x1 - x0), down * (y1 - y0)];
  return { x0: x0 + dx, y0: y0 + dy, x1: x1 + dx, y1: y1 + dy };
}

function touches(one: Box, other: Box, gap: number): boolean {
  return one.x1 + gap > other.x0 && one.x0 < other.x1 + gap && one.y1 > other.y0 && one.y0 < other.y1;
}

/** The boxes of the survey's papers on the screen, which names of regions keep clear of; [] without regions. */
export function surveyDots({ papers, regions }: MarkedMap, picture: Picture, camera: Camera): Box[] {
  if (regions === null) return [];
  return papers.flatMap(({ role, visible, radius }, i) => {
    if (role !== "survey" || !visible) return [];
    const [x, y] = placeOnScreen(picture, i, camera);
    return [dotBox({ x, y }, radiusOnScreen(radius, camera.k))];
  });
}

function titleBox({ anchor }: Region, { labelWidth }: RegionMark, camera: Camera, width: number): Box {
  const x = anchor.x * camera.k + camera.x;
  const y = anchor.y * camera.k + camera.y;
  const half = labelWidth / 2;
  // At the edge of the map a name moves in, as long as its place is in view.
  const middle = x < 0 || x > width ? x : Math.max(half + 4, Math.min(width - half - 4, x));
  return { x0: middle - half, y0: y - 8, x1: middle + half, y1: y + 8 };
}
