import type { CitationIndex } from "../../columns/citation-index.ts";
import type { Corpus } from "../../corpus/schema.ts";
import type { Catalogue } from "../catalogue.ts";
import { labelOrder } from "../label-order.ts";
import type { RadiusScale } from "../radius.ts";
import { yearStepOf } from "./year-steps.ts";

/** What does not change on a large map, in columns: papers in the catalogue's order, citations in the index's. */
export interface LargeColumns {
  readonly index: CitationIndex;
  /** By paper: 1 for one of the author's list. */
  readonly survey: Uint8Array;
  /** By paper: its group among the catalogue's, and that group's slot; -1 for none. */
  readonly group: Int16Array;
  readonly slot: Int16Array;
  readonly radius: Float32Array;
  /** By paper: NaN where nothing is known. */
  readonly day: Float64Array;
  /** By paper: 0 where it is not known. */
  readonly year: Int16Array;
  readonly yearStep: Int16Array;
  /** Papers by importance, and the place of each in that order. */
  readonly labelOrder: Uint32Array;
  readonly rank: Uint32Array;
  readonly links: LinkColumns;
}

/** What is known of each citation, by its number in the index. */
export interface LinkColumns {
  /** The citation the other way round; -1 for none. */
  readonly twin: Int32Array;
  /** A place in `CONFIDENCES`. */
  readonly confidence: Uint8Array;
  /** 1 for one that is said to be influential. */
  readonly influential: Uint8Array;
  /** A place in `intentLists`. */
  readonly intents: Uint16Array;
  readonly intentLists: readonly (readonly string[])[];
}

/** What `LinkColumns.confidence` counts. */
export const CONFIDENCES = ["verified", "likely", "reported"] as const;

/** The columns of a catalogue. O(n log n + m). */
export function largeColumns(catalogue: Catalogue, index: CitationIndex, scale: RadiusScale): LargeColumns {
  const { entries, groups } = catalogue;
  const count = entries.length;
  const placeOfGroup = new Map(groups.map(({ id }, place) => [id, place]));
  const columns = {
    survey: new Uint8Array(count),
    group: new Int16Array(count).fill(-1),
    slot: new Int16Array(count).fill(-1),
    radius: new Float32Array(count),
    day: new Float64Array(count),
    year: new Int16Array(count),
    yearStep: new Int16Array(count),
  };
  entries.forEach((entry, i) => {
    const isSurvey = entry.paper.role === "survey";
    const group = entry.group === null ? undefined : placeOfGroup.get(entry.group);
    if (isSurvey) columns.survey[i] = 1;
    if (group !== undefined) {
      columns.group[i] = group;
      columns.slot[i] = groups[group]?.slot ?? -1;
    }
    const { radius } = scale.of(entry);
    columns.radius[i] = radius;
    columns.day[i] = entry.day ?? Number.NaN;
    columns.year[i] = entry.year ?? 0;
    columns.yearStep[i] = yearStepOf(catalogue, entry);
  });
  const order = labelOrder(catalogue, scale);
  const rank = new Uint32Array(count);
  order.forEach((paper, place) => {
    rank[paper] = place;
  });
  return { index, ...columns, labelOrder: order, rank, links: linkColumns(catalogue.corpus, index) };
}

function linkColumns({ citations }: Corpus, index: CitationIndex): LinkColumns {
  const count = index.citing.length;
  const confidence = new Uint8Array(count);
  const influential = new Uint8Array(count);
  const intents = new Uint16Array(count);
  const codes = new Map<string, number>([["", 0]]);
  const intentLists: (readonly string[])[] = [[]];
  citations.forEach((citation, number) => {
    confidence[number] = CONFIDENCES.indexOf(citation.confidence);
    if (citation.influential === true) influential[number] = 1;
    if (citation.intents.length === 0) return;
    const key = citation.intents.join("\n");
    const code = codes.get(key) ?? intentLists.push(citation.intents) - 1;
    codes.set(key, code);
    intents[number] = code;
  });
  return { twin: twins(index), confidence, influential, intents, intentLists };
}

/** By citation, the one the other way round: what cites a paper beside what it cites, both ascending. O(m). */
function twins({ ids, citing, cited, referenceStart, citerStart, citerCitation }: CitationIndex): Int32Array {
  const twin = new Int32Array(citing.length).fill(-1);
  for (let paper = 0; paper < ids.length; paper++) {
    let i = citerStart[paper] ?? 0;
    const end = citerStart[paper + 1] ?? 0;
    const last = referenceStart[paper + 1] ?? 0;
    for (let c = referenceStart[paper] ?? 0; c < last; c++) {
      const other = cited[c] ?? 0;
      while (i < end && (citing[citerCitation[i] ?? 0] ?? 0) < other) i++;
      const back = citerCitation[i] ?? 0;
      if (i < end && citing[back] === other) twin[c] = back;
    }
  }
  return twin;
}
