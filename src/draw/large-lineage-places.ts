import { timeAxis } from "../layout/time-axis.ts";
import type { LargeSources } from "../view/large-map-model.ts";
import type { LargePlaces } from "./large/places.ts";

const MARGIN = 40;

/** Papers of a large map on the time axis. */
export function largeLineagePlaces(
  { columns }: LargeSources,
  { width, height }: { readonly width: number; readonly height: number },
  key: string,
): LargePlaces {
  const days = [...columns.day].filter((day) => !Number.isNaN(day));
  const axis = timeAxis({
    surveyDays: days,
    contextDays: [],
    rootDay: null,
    x0: MARGIN,
    x1: width - MARGIN,
    compressedWidth: 0,
  });
  const x = Float32Array.from(columns.day, (day) => (Number.isNaN(day) ? MARGIN : axis.xOf(day)));
  const y = Float32Array.from(columns.rank, (rank) => 40 + ((rank * 0.618034) % 1) * (height - 60));
  return { key, x, y, labelZoom: null, furniture: { axis, lanes: [] } };
}
