import type { Catalogue, Entry } from "./catalogue.ts";

/** Radius in px of a mark with 100 citations. */
const RADIUS_AT_100 = 5.2;
/** Radius in px of a mark with 4 citations within the map, where no counts are known. */
const RADIUS_WITHIN_AT_4 = 9;
/** Radius in px of a survey paper whose count nobody has told yet: a ring, not a size. */
export const UNKNOWN_RADIUS = 6.5;
const SMALLEST = 3.5;
const LARGEST = 26;

/** How large marks are, and what the size means in this corpus. */
export interface RadiusScale {
  /** `citations`: the count a source gives. `within`: citations inside the map, where no count is known. */
  readonly measure: "citations" | "within";
  /** Radius in px and whether the size is known. */
  of(entry: Entry): { readonly radius: number; readonly known: boolean };
  /** Radius in px of a count, for the legend. */
  ofCount(count: number): number;
}

/**
 * The size of marks: area grows with the square root of the citation count, because counts of one
 * survey span four orders of magnitude. Where no survey paper has a count, citations within the map
 * take its place. Context works are small: by how many papers of the map cite or are cited by them.
 */
export function radiusScale(catalogue: Catalogue): RadiusScale {
  const power = (count: number) => RADIUS_AT_100 * (count / 100) ** 0.25;
  const linear = (count: number) => RADIUS_WITHIN_AT_4 * (count / 4) ** 0.5;
  const anyCount = catalogue.entries.some(
    ({ paper }) => paper.role === "survey" && paper.citationCount !== null,
  );
  const measure = anyCount ? "citations" : "within";
  const ofCount = (count: number) =>
    Math.min(LARGEST, Math.max(SMALLEST, measure === "citations" ? power(count) : linear(count)));
  return {
    measure,
    ofCount,
    of(entry) {
      if (entry.paper.role === "context") {
        return { radius: Math.min(5.5, 2 + 0.45 * (entry.citesCount + entry.citedByCount)), known: true };
      }
      if (measure === "within") return { radius: ofCount(entry.citedByCount), known: true };
      const count = entry.paper.citationCount;
      return count === null
        ? { radius: UNKNOWN_RADIUS, known: false }
        : { radius: ofCount(count), known: true };
    },
  };
}
