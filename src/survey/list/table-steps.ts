import type { Block, TableRow } from "../blocks/blocks.ts";
import { flatten } from "../entry/flat-text.ts";
import { sketchEntry } from "../entry/sketch-entry.ts";
import { titleLikelihood } from "../entry/title-text.ts";
import type { Group, Step } from "./step.ts";
import { readColumns, type TableColumns } from "./table-columns.ts";

/** The rows of a table as candidates; [] where no column of it holds titles. */
export function tableSteps(table: Extract<Block, { kind: "table" }>): Step[] {
  const columns = readColumns(table);
  if (!columns) return [];
  const group: Group = { kind: "table", members: [], named: columns.named };
  return table.rows.flatMap((row): Step[] => {
    const title = titleColumn(row, columns);
    const own = row.cells[title] ?? [];
    if (own.length === 0) return [];
    const cells = row.cells.flatMap((lines, i) =>
      i === title || lines.length === 0
        ? []
        : [{ role: columns.roles[i] ?? "other", header: columns.headers[i] ?? "", lines }],
    );
    const sketch = sketchEntry({ line: row.line, own, details: [], cells });
    group.members.push(sketch);
    return [{ kind: "candidate", sketch, group, from: "table" }];
  });
}

/** Which cell of a row has its title: that of the table's titles, or, where that is empty, the first other text like one. */
function titleColumn({ cells }: TableRow, { roles, title }: TableColumns): number {
  if ((cells[title] ?? []).length > 0) return title;
  const other = cells.findIndex(
    (cell, i) =>
      ["other", "label", "paper"].includes(roles[i] ?? "other") && titleLikelihood(flatten(cell).text) >= 0.9,
  );
  return other < 0 ? title : other;
}
