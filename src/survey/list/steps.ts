import type { Block, Line } from "../blocks/blocks.ts";
import { flatten } from "../entry/flat-text.ts";
import { readFront } from "../entry/front.ts";
import { sketchEntry } from "../entry/sketch-entry.ts";
import { continuations, titleAlone } from "./continuation.ts";
import { entryLines } from "./entry-lines.ts";
import { type HeadingPaper, headingPapers } from "./heading-papers.ts";
import { createItemSketches, type ListReader, listSteps } from "./item-steps.ts";
import type { Group, Step } from "./step.ts";
import { tableSteps } from "./table-steps.ts";

/** The blocks of a file as steps, with what may be an entry looked at. */
export function stepsOf(blocks: readonly Block[]): Step[] {
  const paragraphs: Group = { kind: "paragraphs", members: [], named: false };

  const headings: Group = { kind: "headings", members: [], named: false };
  const reader: ListReader = { inside, sketchOf: createItemSketches() };

  function inside(blocks: readonly Block[], level: number): Step[] {
    const steps: Step[] = [];
    const titled = headingPapers(blocks);
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      const paper = titled.get(i);
      if (paper) {
        for (const step of headingPaperSteps(paper, headings)) steps.push(step);
        i += paper.length;
        continue;
      }
      switch (block.kind) {
        case "heading":
          // A rule right under an entry makes a heading of it.
          if (isEntryHeading(block.lines)) {
            for (const step of paragraphSteps(block.lines, [], paragraphs)) steps.push(step);
          } else steps.push(block);
          break;
        case "summary":
        case "end of details":
        case "comment":
        case "unclosed comment":
          steps.push(block);
          break;
        case "code":
          steps.push({ kind: "unread", line: block.line, text: block.text });
          break;
        case "quote": {
          const lines = block.blocks.flatMap((each) => (each.kind === "paragraph" ? each.lines : []));
          steps.push({ kind: "quote", line: block.line, lines, steps: inside(block.blocks, level + 1) });
          break;
        }
        case "list":
          for (const step of listSteps(block.items, level, reader)) steps.push(step);
          break;
        case "table":
          for (const step of tableSteps(block)) steps.push(step);
          break;
        case "paragraph": {
          // Links, authors or a venue alone in the blocks that follow belong to the title above them.
          const details = titleAlone(block.lines) ? continuations(blocks, i + 1) : [];
          i += details.length;
          for (const step of paragraphSteps(block.lines, details.flat(), paragraphs)) steps.push(step);
        }
      }
    }
    return steps;
  }

  return inside(blocks, 0);
}

/** The groups that steps and those inside them belong to, each once. */
export function groupsIn(steps: readonly Step[]): Group[] {
  const groups = new Set<Group>();
  for (const step of steps) {
    if (step.kind === "candidate") groups.add(step.group);
    if (step.kind === "quote") for (const group of groupsIn(step.steps)) groups.add(group);
  }
  return [...groups];
}

/** A paper that is a heading, outside the headings around it that are not above it, and what is said below it. */
function headingPaperSteps({ heading, details, rest }: HeadingPaper, group: Group): Step[] {
  const sketch = sketchEntry({ line: heading.line, own: heading.lines, details, cells: [] });
  group.members.push(sketch);
  let opened = 0;
  return [
    { kind: "end of headings", depth: heading.depth },
    { kind: "candidate", sketch, group, from: "heading" },
    ...rest.flatMap((block): Step[] => {
      if (block.kind === "paragraph") return [{ kind: "text", lines: block.lines }];
      if (block.kind === "summary") opened++;
      // What was opened above the paper may end below it.
      else if (block.kind === "end of details" && --opened < 0) return [block];
      return [];
    }),
  ];
}

function isEntryHeading(lines: readonly Line[]): boolean {
  const flat = flatten(lines);
  return flat.links.some(({ role }) => role === "paper") && readFront(flat).heads.length > 0;
}

/** The steps of a paragraph: a candidate for each line that begins one, and what is none. */
function paragraphSteps(lines: readonly Line[], details: readonly Line[][], group: Group): Step[] {
  const steps: Step[] = [];
  for (const part of entryLines(lines)) {
    const [first] = part;
    if (!first) continue;
    const sketch = sketchEntry({
      line: first.line,
      own: part,
      details: part === lastOf(lines, part) ? details : [],
      cells: [],
    });
    group.members.push(sketch);
    steps.push({ kind: "candidate", sketch, group, from: "paragraph" });
  }
  return steps;
}

function lastOf(lines: readonly Line[], part: readonly Line[]): readonly Line[] | null {
  return part.at(-1) === lines.at(-1) ? part : null;
}
