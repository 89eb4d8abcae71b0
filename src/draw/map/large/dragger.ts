import { type CitationRows, neighbourhoodOf } from "../../../layout/engine/neighbourhood.ts";
import { elasticSheet, type Sheet } from "../../../layout/engine/sheet.ts";
import type { Columns, LargePlaces } from "./places.ts";

/** Papers on their way, for one frame. */
export interface Carried extends Columns {
  /** The papers that may stand elsewhere than at rest. */
  readonly papers: ReadonlySet<number>;
  /** The citations by and of the paper that is held, by number; [] while none is. */
  readonly links: Uint32Array;
}

/** Lets the reader drag papers of a settled network: their neighbours follow, nothing else moves. */
export interface Dragger {
  /** The places with dragged papers where they were dropped; the same object while all are at rest. */
  over(settled: LargePlaces): LargePlaces;
  /** Holds a paper at a place of the plane; what is linked with it follows. */
  hold(rows: CitationRows, paper: number, x: number, y: number): void;
  /** Lets the held paper stay where it is; its neighbours go home. */
  drop(): void;
  /** Lets papers go back to where they were settled; by default all that were dragged. */
  restore(papers?: Iterable<number>): void;
  /** Where papers are a frame later; null once all are at rest. */
  step(): Carried | null;
  /** Ends all movement: every paper is where it goes. */
  finish(): void;
  /** The papers that stand elsewhere than where they were settled. */
  readonly dragged: ReadonlySet<number>;
}

/** Share of its way that a frame leaves to a paper that goes back, and when it is back. */
const LEFT_A_FRAME = 0.8;
const BACK = 0.001;

const NO_LINKS = new Uint32Array(0);

/** A paper with its neighbours on their way: the sheet says how far each of them is from home. */
interface Moving {
  readonly paper: number;
  readonly papers: Uint32Array;
  readonly links: Uint32Array;
  readonly sheet: Sheet;
}

/**
 * A dragger that has dragged nothing: until it does it costs nothing. It calls `rest` when papers that moved stand
 * still, where `over` puts them from then on; `atOnce` says whether what goes home is there without a way.
 */
export function createDragger(rest: () => void, atOnce: () => boolean): Dragger {
  let settled: LargePlaces | null = null;
  let resting: LargePlaces | null = null;
  /** Where each paper belongs: where it was settled or dropped. */
  let homes: Columns | null = null;
  let held: (Moving & { readonly home: readonly [number, number]; x: number; y: number }) | null = null;
  let following: Moving[] = [];
  /** How far papers that go back were away, and the share of it that is left. */
  const returning = new Map<number, { readonly x: number; readonly y: number; left: number }>();
  const dragged = new Set<number>();
  let isMoving = false;

  const halt = () => {
    [held, following, isMoving] = [null, [], false];
    returning.clear();
  };
  const settle = () => {
    halt();
    if (dragged.size === 0) homes = null;
    resting = settled && homes && { ...settled, x: homes.x.slice(), y: homes.y.slice() };
  };
  const carriedFrom = (at: Columns): Carried => {
    const [x, y] = [at.x.slice(), at.y.slice()];
    const papers = new Set<number>();
    const move = (paper: number, dx: number, dy: number) => {
      papers.add(paper);
      x[paper]! += dx;
      y[paper]! += dy;
    };
    for (const [paper, way] of returning) move(paper, way.x * way.left, way.y * way.left);
    for (const { papers: near, sheet } of held === null ? following : [...following, held]) {
      // The first of them is the paper itself, which is held or at home where it was dropped.
      for (let i = 1; i < near.length; i++) {
        move(near[i]!, sheet.positions[2 * i]!, sheet.positions[2 * i + 1]!);
      }
    }
    if (held !== null) {
      papers.add(held.paper);
      x[held.paper] = held.x;
      y[held.paper] = held.y;
    }
    return { x, y, papers, links: held?.links ?? NO_LINKS };
  };
  const drop = () => {
    if (held === null || homes === null || settled === null) return;
    const { paper, x, y, sheet } = held;
    homes.x[paper] = x;
    homes.y[paper] = y;
    if (homes.x[paper] === settled.x[paper] && homes.y[paper] === settled.y[paper]) dragged.delete(paper);
    else dragged.add(paper);
    sheet.release(0);
    following.push(held);
    held = null;
  };

  return {
    dragged,
    over(places) {
      if (settled !== null && (places.x !== settled.x || places.y !== settled.y)) {
        halt();
        dragged.clear();
        [homes, resting] = [null, null];
      }
      settled = places;
      return resting ?? places;
    },
    hold(rows, paper, x, y) {
      if (settled === null) return;
      homes ??= { x: settled.x.slice(), y: settled.y.slice() };
      if (held?.paper !== paper) {
        drop();
        const near = neighbourhoodOf(rows, paper);
        // One body more: the ground.
        const sheet = elasticSheet(near.springs, new Float32Array(2 * near.papers.length + 2));
        held = { ...near, paper, sheet, home: [homes.x[paper]!, homes.y[paper]!], x, y };
        returning.delete(paper);
      }
      held.x = x;
      held.y = y;
      held.sheet.pin(0, x - held.home[0], y - held.home[1]);
      isMoving = true;
    },
    drop() {
      drop();
      if (!isMoving || !atOnce()) return;
      settle();
      rest();
    },
    restore(papers = [...dragged]) {
      drop();
      for (const paper of papers) {
        if (homes === null || settled === null || !dragged.delete(paper)) continue;
        const [x, y] = [settled.x[paper]!, settled.y[paper]!];
        returning.set(paper, { x: homes.x[paper]! - x, y: homes.y[paper]! - y, left: 1 });
        homes.x[paper] = x;
        homes.y[paper] = y;
        isMoving = true;
      }
      if (!isMoving || !atOnce()) return;
      settle();
      rest();
    },
    step() {
      if (!isMoving || homes === null) return null;
      held?.sheet.tick();
      following = following.filter(({ sheet }) => sheet.tick());
      for (const [paper, way] of returning) {
        way.left *= LEFT_A_FRAME;
        if (way.left < BACK) returning.delete(paper);
      }
      if (held !== null || following.length > 0 || returning.size > 0) return carriedFrom(homes);
      settle();
      rest();
      return null;
    },
    finish() {
      if (!isMoving) return;
      drop();
      settle();
    },
  };
}
