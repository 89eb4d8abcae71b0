import { html, nothing } from "lit-html";
import type { Texts } from "../../text/texts.ts";
import type { TableRow } from "../../view/panels/table.ts";

/** The reader's own marks on a paper of a list, with their names for those who cannot see them. */
export function ownGlyphs({ ownMarks }: Texts, { starred, read, noted }: TableRow) {
  const mark = (on: boolean, sign: string, name: string) =>
    on ? html`<span class="own-glyph" role="img" aria-label=${name} title=${name}>${sign}</span>` : nothing;
  return [
    mark(starred, "★", ownMarks.starred),
    mark(read, "✓", ownMarks.read),
    mark(noted, "✎", ownMarks.noted),
  ];
}
