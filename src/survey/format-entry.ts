import { type EntryLine, entryLine, escapedMarkdown, linkTarget } from "../corpus/markdown-entry.ts";
import type { EntryLinks, SurveyEntry } from "./survey.ts";

/** What an entry needs to be written down; where it stands is the list's affair. */
export type WritableEntry = Pick<
  SurveyEntry,
  "title" | "venue" | "year" | "organization" | "note" | "figure"
> &
  Partial<Pick<SurveyEntry, "date">> &
  Pick<EntryLine, "further"> & { readonly links: Pick<EntryLinks, "paper" | "code"> };

/**
 * The entry as the survey writes it: `- [CVPR 2023] \`Meta\` | **Title** | [[paper]](…)[[code]](…)`,
 * one line unless it has a remark (italic, above) or a figure (below). What is unknown is left out.
 * No line break at the end.
 */
export function formatEntry(entry: WritableEntry): string {
  const { note, figure } = entry;
  const remarks = (note ?? "").split("\n").filter((line) => line !== "");
  return [
    ...remarks.map((line) => `*${escapedMarkdown(line)}*`),
    entryLine(entry),
    ...(figure ? [`![|inline](${linkTarget(figure)})`] : []),
  ].join("\n\n");
}
