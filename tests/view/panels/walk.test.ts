import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { buildCatalogue } from "../../../src/view/catalogue.ts";
import { type Direction, walk } from "../../../src/view/panels/walk.ts";
import { corpusOf } from "../../graphs.ts";
import { clipSources } from "../models.ts";

/** A ← B, A ← C ← D by date D last, with the older work W that C and D cite, N that cites B, and U undated. */
const catalogue = buildCatalogue(
  corpusOf(
    "B->A, C->A, D->C, C->W, D->W, N->B, U",
    {
      A: { date: "2021-02-26" },
      B: { date: "2021-07-01" },
      C: { date: "2021-12-01" },
      D: { date: "2022-01-01" },
      W: { date: "1998", role: "context" },
      N: { date: "2023", role: "context" },
    },
    { survey: { root: "A" } },
  ),
);
const all = catalogue.entries.map(() => true);
const without = (...hidden: string[]) => catalogue.entries.map(({ paper }) => !hidden.includes(paper.id));
const from = (start: string | null, direction: Direction, visible = all) =>
  walk(catalogue, (paper) => visible[paper] === true, start === null ? null : paperId(start), direction);

describe("walk", () => {
  test("goes through time, the undated last", () => {
    const order = ["W", "A", "B", "C", "D", "N", "U"];
    expect(order.map((paper) => from(paper, "newer"))).toEqual([...order.slice(1), "U"]);
    expect(order.map((paper) => from(paper, "older"))).toEqual(["W", ...order.slice(0, -1)]);
  });

  test("goes to the newest survey paper cited, else to the newest work cited", () => {
    expect(from("D", "cited")).toBe("C");
    expect(from("C", "cited")).toBe("A");
    expect(from("C", "cited", without("A"))).toBe("W");
  });

  test("goes to the oldest survey paper citing, else to the oldest work citing", () => {
    expect(from("A", "citing")).toBe("B");
    expect(from("W", "citing")).toBe("C");
    expect(from("B", "citing")).toBe("N");
  });

  test("stays where no step is possible", () => {
    expect(from("W", "older")).toBe("W");
    expect(from("A", "cited")).toBe("A");
    expect(from("D", "citing")).toBe("D");
  });

  test("begins at the root, and at the oldest paper where the root is hidden or there is none", () => {
    expect(from(null, "newer")).toBe("A");
    expect(from(null, "newer", without("A"))).toBe("W");
    expect(from("hidden or unknown", "citing")).toBe("A");
  });

  test("leads nowhere only when nothing is visible", () => {
    expect(
      from(
        "A",
        "newer",
        catalogue.entries.map(() => false),
      ),
    ).toBeNull();
  });

  const { catalogue: clip } = clipSources();
  const places = fc
    .tuple(fc.infiniteStream(fc.boolean()), fc.nat(clip.entries.length - 1))
    .map(([flags, start]) => ({
      visible: clip.entries.map(({ index }) => index === start || (flags.next().value ?? true)),
      start: clip.entries[start]?.paper.id ?? null,
    }));

  test("comes back by the step after the one that led away, unless it was the last", () => {
    fc.assert(
      fc.property(places, fc.constantFrom<Direction>("older", "newer"), ({ visible, start }, away) => {
        const isVisible = (paper: number) => visible[paper] === true;
        const there = walk(clip, isVisible, start, away);
        const back = walk(clip, isVisible, there, away === "newer" ? "older" : "newer");
        if (there !== start) expect(back).toBe(start);
      }),
    );
  });

  test("never leads to a hidden paper, and through time to every visible one", () => {
    fc.assert(
      fc.property(places, ({ visible, start }) => {
        const isVisible = (paper: number) => visible[paper] === true;
        const seen = new Set([start]);
        for (const direction of ["older", "newer"] as const) {
          for (let at = start, next = walk(clip, isVisible, at, direction); next !== at; ) {
            seen.add(next);
            at = next;
            next = walk(clip, isVisible, at, direction);
          }
        }
        const shown = clip.entries.filter(({ index }) => visible[index]).map(({ paper }) => paper.id);
        expect([...seen].sort()).toEqual(shown.sort());
        for (const direction of ["cited", "citing"] as const) {
          expect(shown).toContain(walk(clip, isVisible, start, direction));
        }
      }),
    );
  });
});
