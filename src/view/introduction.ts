import type { PaperId } from "../corpus/ids.ts";
import type { Catalogue } from "./catalogue.ts";
import type { RadiusScale } from "./radius.ts";
import { counted } from "./texts.ts";

export interface Introduction {
  readonly reading: readonly { readonly term: string; readonly text: string }[];
  readonly root: { readonly id: PaperId; readonly label: string } | null;
  /** Survey papers by generation, from the root on. */
  readonly generations: readonly { readonly count: string; readonly papers: string }[];
}

/** What a reader who opens the page cold is told. */
export function buildIntroduction(
  catalogue: Catalogue,
  scale: RadiusScale,
  generationOf: (id: PaperId) => number | null,
): Introduction {
  const levels: string[][] = [];
  for (const entry of catalogue.entries) {
    const level = entry.paper.role === "survey" ? generationOf(entry.paper.id) : null;
    if (level === null) continue;
    levels[level] = [...(levels[level] ?? []), entry.label];
  }
  return {
    reading: [
      { term: "Dot", text: "a paper of the survey; small grey ones are works around it." },
      {
        term: "Size",
        text:
          scale.measure === "citations"
            ? "how often it is cited; a dashed ring: not known yet."
            : "how often papers of this map cite it.",
      },
      { term: "Arrow", text: "points from the citing to the cited paper; dashed where only likely." },
      { term: "Colour and shape", text: "the domain the survey’s author put it in." },
    ],
    root: catalogue.root ? { id: catalogue.root.paper.id, label: catalogue.root.label } : null,
    generations: Array.from(levels, (labels = []) => ({
      count: counted(labels.length, "paper"),
      papers: labels.join(", "),
    })),
  };
}
