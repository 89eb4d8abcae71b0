import { type Companion, NO_SLOT } from "../../columns/companion.ts";
import type { LargeTexts } from "../../text/large-texts.ts";
import type { Texts } from "../../text/texts.ts";
import { type Shape, shapeOfSlot } from "../looks/shapes.ts";
import { mainDivision } from "../state/large-initial-state.ts";
import type { MapModel } from "./map.ts";

/** A region in the list beside the picture. */
export interface RegionAlone {
  readonly label: string;
  /** `1,204 papers`. */
  readonly size: string;
  readonly slot: number;
  readonly shape: Shape;
}

/** What the page says beside the picture of a map that has too many papers for more. */
export interface MapAlone {
  readonly title: string;
  /** What a screen reader calls the picture. */
  readonly mapLabel: string;
  readonly lead: readonly string[];
  readonly shown: readonly string[];
  readonly missing: readonly string[];
  readonly regionsName: string;
  /** The largest first. */
  readonly regions: readonly RegionAlone[];
}

/** Smaller regions are no place on the map (see regionFields), nor would anybody read their list. */
const LEAST_SHARE = 1 / 500;

/** What is said of a companion and its picture where the page does all it can do up to `most` papers. */
export function mapAlone(
  { title, papers, citations }: Companion,
  picture: MapModel,
  most: number,
  texts: Texts,
  { alone: said }: LargeTexts,
): MapAlone {
  const { count, colouring } = picture;
  const inGroup = papers.slot.reduce((sum, slot) => sum + (slot === NO_SLOT ? 0 : 1), 0);
  const kind = mainDivision(count, inGroup);
  const all = citations.cited.length;
  const implied = citations.implied.reduce((sum, one) => sum + one, 0);
  const placed = picture.regions.reduce((sum, region) => sum + region.count, 0);
  const regions = picture.regions.filter(
    (region) => region.count > 0 && region.count >= LEAST_SHARE * placed,
  );
  const root = picture.root < 0 ? "" : picture.labelOf(picture.root);
  return {
    title: root === "" ? title : texts.stage.lineageOf(root),
    mapLabel: texts.stage.network(count),
    lead: [said.counts(count, all), said.why(most)],
    shown: [
      said.places[colouring === "community" ? "community" : "domain"],
      said.carrying(all - implied),
      ...(regions.length > 0 ? [said.regions[kind](regions.length)] : []),
      said.labels,
    ],
    missing: [said.papers, said.filters, said.views, said.exports],
    regionsName: texts.clusters.kind[kind],
    regions: regions
      .sort((a, b) => b.count - a.count)
      .map(({ label, count: size, slot }) => ({
        label,
        size: texts.clusters.papers(size),
        slot: slot ?? 0,
        shape: shapeOfSlot(slot ?? 0),
      })),
  };
}
