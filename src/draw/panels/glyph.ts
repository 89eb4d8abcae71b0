import { svg, type TemplateResult } from "lit-html";
import { COLOURS } from "../../view/looks/palette.ts";
import { cornersOf, type Shape } from "../../view/looks/shapes.ts";

const SIZE = 14;

/** A mark as it stands on the map, for legend, details and table; decoration, hidden from screen readers. */
export function glyph(shape: Shape, slot: number | null, filled = true): TemplateResult {
  const corners = cornersOf(shape);
  const radius = 4.6;
  const kind = `${slot === null ? "glyph-context" : `domain-${slot % COLOURS}`} ${filled ? "glyph-filled" : "glyph-open"}`;
  const points = corners?.map(([x, y]) => `${(x * radius).toFixed(2)},${(y * radius).toFixed(2)}`).join(" ");
  return svg`<svg class="glyph ${kind}" width=${SIZE} height=${SIZE} viewBox="-7 -7 14 14" aria-hidden="true">
    ${points ? svg`<polygon points=${points} />` : svg`<circle r=${slot === null ? 3.2 : radius} />`}
  </svg>`;
}
