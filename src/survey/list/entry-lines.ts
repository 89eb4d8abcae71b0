import type { Line } from "../blocks/blocks.ts";
import { flatten } from "../entry/flat-text.ts";
import { isVenueDate } from "../entry/venue-date.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";

/**
 * The lines of a paragraph by entry: a new one begins where a line begins as the first does, or with a
 * venue and year in brackets; what comes before is a part of its own.
 */
export function entryLines(lines: readonly Line[]): (readonly Line[])[] {
  if (lines.length < 2) return [lines];
  const marks = lines.map(startMark);
  const mark = marks[0] ?? (marks.includes("head") ? "head" : null);
  const starts = mark === null ? [0] : marks.flatMap((each, i) => (i === 0 || each === mark ? [i] : []));
  if (starts.length > 1) return starts.map((start, i) => lines.slice(start, starts[i + 1] ?? lines.length));
  // One paper a line, each with its own link to it.
  return lines.every(leadsWithTitle) ? lines.map((line) => [line]) : [lines];
}

/** How the line of an entry begins, if it begins in a telling way. */
function startMark(line: Line): string | null {
  const [first] = line.runs.filter((run) => run.text.trim() !== "");
  if (!first) return null;
  const text = line.runs.map((run) => run.text).join("");
  if (/^\s*\[\d{1,4}\]/.test(text)) return "number";
  if (/^\s*\d{1,4}\s*[.)]\s/.test(text)) return "ordinal";
  if (/^\s*[•·‣▪-]\s/.test(text)) return "bullet";
  const head = /^\s*[-*•]?\s*[[【]\s*([^[\]【】]{2,60})\s*[\]】]/.exec(text)?.[1];
  if (head !== undefined && isVenueDate(head)) return "head";
  if (first.url !== null) return leadsWithTitle(line) ? "link" : null;
  if (first.strong && first.text.trim().split(/\s+/).length >= 3) return "strong";
  return null;
}

function leadsWithTitle(line: Line): boolean {
  const flat = flatten([line]);
  const [first] = flat.spans.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(flat.text.slice(start, end)));
  return (
    first !== undefined &&
    first.url !== null &&
    leadsToPaper(first.url) &&
    flat.text.slice(first.start, first.end).split(/\s+/).length >= 3
  );
}
