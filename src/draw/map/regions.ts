import { polygonContains } from "d3";
import type { Region } from "../../layout/regions.ts";
import { domainColour, type Theme } from "../../view/looks/palette.ts";
import type { Camera } from "./camera.ts";
import type { RegionMark, RegionMarks } from "./marks.ts";
import type { Surface } from "./surface.ts";

/** Opacity of a region's field and outline, and the outline's width in px, by emphasis. */
const LOOKS = {
  strong: { field: 0.15, outline: 1, width: 2 },
  normal: { field: 0.09, outline: 0.5, width: 1.2 },
  faint: { field: 0.03, outline: 0.18, width: 1 },
} as const;

/** Draws the fields and outlines of regions, under everything else; what stands out comes last. */
export function drawRegions(
  surface: Surface,
  regions: readonly Region[],
  marks: RegionMarks,
  camera: Camera,
  theme: Theme,
): void {
  const rank = { faint: 0, normal: 1, strong: 2 };
  const both = withMarks(regions, marks).sort((a, b) => rank[a.mark.emphasis] - rank[b.mark.emphasis]);
  for (const { region, mark } of both) {
    const rings = region.rings.map((ring) =>
      ring.map(({ x, y }): [number, number] => [x * camera.k + camera.x, y * camera.k + camera.y]),
    );
    const color = domainColour(theme, mark.slot, theme.muted);
    const { field, outline, width } = LOOKS[mark.emphasis];
    surface.polygons(
      rings.map((ring) => ring.flat()),
      color,
      field,
    );
    for (const ring of rings) surface.outline(0, 0, 1, ring, null, { color, width, alpha: outline });
  }
}

/** The smallest region that holds a point of the plane; null for none. */
export function regionAt(regions: readonly Region[], x: number, y: number): string | null {
  const inside = regions.filter(({ rings }) => {
    const around = rings.filter((ring) =>
      polygonContains(
        ring.map((point): [number, number] => [point.x, point.y]),
        [x, y],
      ),
    );
    return around.length % 2 === 1;
  });
  const [smallest] = inside.sort((a, b) => a.papers.length - b.papers.length);
  return smallest?.group ?? null;
}

/** The regions that have a mark, with it. */
export function withMarks(
  regions: readonly Region[],
  { marks }: RegionMarks,
): { readonly region: Region; readonly mark: RegionMark }[] {
  return regions.flatMap((region) => {
    const mark = marks.find(({ id }) => id === region.group);
    return mark ? [{ region, mark }] : [];
  });
}
