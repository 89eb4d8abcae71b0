import { type Line, textOf } from "../blocks/blocks.ts";
import { oneLine } from "../one-line.ts";

function visible(line: Line) {
  return line.runs.filter((run) => run.text.trim() !== "" || run.url !== null || run.image !== null);
}

/** A bold text alone on its line, or one that a colon ends and a remark may follow. */
export function subHeading(line: Line): { runs: Line["runs"]; remark: string; colon: boolean } | null {
  const runs = visible(line);
  const [first] = runs;
  if (!first?.strong || first.url !== null) return null;
  const end = runs.findIndex((run) => !run.strong);
  const bold = end < 0 ? runs : runs.slice(0, end);
  const rest = end < 0 ? [] : runs.slice(end);
  const after = oneLine(textOf(rest));
  if (after === "" && !rest.some((run) => run.image !== null))
    return { runs: bold, remark: "", colon: /[:：]\s*$/.test(textOf(bold)) };
  const colon = /[:：]\s*$/.test(textOf(bold)) || /^[:：]/.test(after);
  return colon ? { runs: bold, remark: after.replace(/^[:：]\s*/, ""), colon } : null;
}

/** The text of a line that is all in italics; null for any other. */
export function italicText(line: Line): string | null {
  const runs = visible(line);
  const italic = runs.every((run) => (run.emphasis && !run.strong) || !/[\p{L}\p{N}]/u.test(run.text));
  if (!italic || !runs.some((run) => run.emphasis && !run.strong)) return null;
  return oneLine(textOf(runs)) || null;
}
