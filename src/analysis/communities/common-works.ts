import type { CommonLists } from "./common-lists.ts";

/** The papers that hold the same common works. */
interface Group {
  /** Their common works, ascending. */
  readonly works: readonly number[];
  /** Those whose lists are known, by the length of their lists, then by number. */
  readonly papers: number[];
}

/** What common works add to a count that left them out. */
export interface CommonWorks {
  /** By work: 1 for a common one. */
  readonly isCommon: Uint8Array;
  /**
   * Adds to `counts` what `paper` shares with the `size` papers met so far through common works, and meets the `top`
   * best of those that it shares nothing else with; returns how many are met then, and how many there are to meet.
   */
  add(paper: number, met: Uint32Array, counts: Uint32Array, size: number): { size: number; sharing: number };
}

/**
 * Works that more than `many` papers hold, each of which would join each of its holders with all others: counted by
 * groups of papers that hold the same of them, since of the papers of a group that share nothing else with a paper
 * those with the shortest lists are nearest to it. Null where there are none, or as many groups as it would not help.
 */
export function commonWorks(lists: CommonLists, top: number, many: number): CommonWorks | null {
  const { known, works, workStart, holderStart } = lists;
  const papers = known.length;
  const isCommon = new Uint8Array(holderStart.length - 1);
  for (let work = 0; work < isCommon.length; work++) {
    if (holderStart[work + 1]! - holderStart[work]! > many) isCommon[work] = 1;
  }
  if (!isCommon.includes(1)) return null;
  const groups = new Map<string, Group & { readonly number: number }>();
  const groupOf = new Int32Array(papers).fill(-1);
  for (let paper = 0; paper < papers; paper++) {
    const held = [...works.subarray(workStart[paper], workStart[paper + 1])].filter((work) => isCommon[work]);
    if (held.length === 0) continue;
    const key = held.join(" ");
    const group = groups.get(key) ?? { works: held, papers: [], number: groups.size };
    groups.set(key, group);
    groupOf[paper] = group.number;
    if (known[paper]) group.papers.push(paper);
  }
  if (groups.size > many) return null;
  const all = [...groups.values()];
  const length = (paper: number) => workStart[paper + 1]! - workStart[paper]!;
  for (const group of all) group.papers.sort((a, b) => length(a) - length(b) || a - b);
  const overlaps = new Map<number, Uint32Array>();
  const overlapOf = (group: number) => {
    const found = overlaps.get(group) ?? overlapsWith(all, all[group]!);
    overlaps.set(group, found);
    return found;
  };

  return {
    isCommon,
    add(paper, met, counts, size) {
      const own = groupOf[paper]!;
      const overlap = own === -1 ? null : overlapOf(own);
      let sharing = 0;
      for (let i = 0; i < size; i++) {
        const other = met[i]!;
        const shared = groupOf[other] === -1 ? 0 : (overlap?.[groupOf[other]!] ?? 0);
        counts[other]! += shared;
        if (shared === 0 && known[other]) sharing++;
      }
      for (const [number, shared] of overlap?.entries() ?? []) {
        if (shared === 0) continue;
        const { papers } = all[number]!;
        sharing += number === own ? papers.length - 1 : papers.length;
        let taken = 0;
        for (const other of papers) {
          if (taken >= top) break;
          if (other === paper || counts[other]! > 0) continue;
          counts[other] = shared;
          met[size++] = other;
          taken++;
        }
      }
      return { size, sharing };
    },
  };
}

/** By group, how many works it has in common with this one. */
function overlapsWith(groups: readonly Group[], { works }: Group): Uint32Array {
  const held = new Set(works);
  return Uint32Array.from(groups, (other) => other.works.filter((work) => held.has(work)).length);
}
