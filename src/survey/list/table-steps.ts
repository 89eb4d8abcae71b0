import type { Block } from "../blocks/blocks.ts";
import { sketchEntry } from "../entry/read-entry.ts";
import type { Group, Step } from "./step.ts";
import { readColumns } from "./table-columns.ts";

/** The rows of a table as candidates; [] where no column of it holds titles. */
export function tableSteps(table: Extract<Block, { kind: "table" }>): Step[] {
  const columns = readColumns(table);
  if (!columns) return [];
  const group: Group = { kind: "table", members: [], named: columns.named };
  return table.rows.flatMap((row): Step[] => {
    const own = row.cells[columns.title] ?? [];
    if (own.length === 0) return [];
    const cells = row.cells.flatMap((lines, i) =>
      i === columns.title || lines.length === 0
        ? []
        : [{ role: columns.roles[i] ?? "other", header: columns.headers[i] ?? "", lines }],
    );
    const sketch = sketchEntry({ line: row.line, own, details: [], cells });
    group.members.push(sketch);
    return [{ kind: "candidate", sketch, group, from: "table" }];
  });
}
