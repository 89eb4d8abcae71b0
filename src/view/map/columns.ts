import type { CitationIndex } from "../../columns/citation-index.ts";
import type { Corpus } from "../../corpus/schema.ts";
import type { Catalogue } from "../catalogue.ts";
import { labelOrder } from "../label-order.ts";
import type { RadiusScale } from "../radius.ts";
import { yearStepOf } from "./year-steps.ts";

/** What does not change on a map, in columns: entry i is paper i, or citation i, by number. */
export interface MapColumns {
  readonly index: CitationIndex;
  /** By paper: 1 for one of the author's list. */
  readonly survey: Uint8Array;
  /** By paper: its group among the catalogue's, and that group's slot; -1 for none. */
  readonly group: Int16Array;
  readonly slot: Int16Array;
  /** The groups of the papers that have several, the first one included. */
  readonly severalGroups: ReadonlyMap<number, readonly number[]>;
  /** Px at zoom 1. */
  readonly radius: Float32Array;
  /** By paper: 1 where the radius says something; elsewhere the mark is a dashed ring. */
  readonly sizeKnown: Uint8Array;
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

/** What is known of each citation. */
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
  /** How many sentences that make it are known. */
  readonly sentences: Uint16Array;
}

/** What `LinkColumns.confidence` counts. */
export const CONFIDENCES = ["verified", "likely", "reported"] as const;

/** The columns of a catalogue. O(n log n + m). */
export function mapColumns(catalogue: Catalogue, index: CitationIndex, scale: RadiusScale): MapColumns {
  const { entries, groups } = catalogue;
  const count = entries.length;
  const placeOfGroup = new Map(groups.map(({ id }, place) => [id, place]));
  const severalGroups = new Map<number, readonly number[]>();
  const columns = {
    survey: new Uint8Array(count),
    group: new Int16Array(count).fill(-1),
    slot: new Int16Array(count).fill(-1),
    radius: new Float32Array(count),
    sizeKnown: new Uint8Array(count),
    day: new Float64Array(count),
    year: new Int16Array(count),
    yearStep: new Int16Array(count),
  };
  entries.forEach((entry, i) => {
    const group = entry.group === null ? undefined : placeOfGroup.get(entry.group);
    if (entry.paper.role === "survey") columns.survey[i] = 1;
    if (group !== undefined) {
      columns.group[i] = group;
      columns.slot[i] = groups[group]!.slot;
    }
    if (entry.groups.length > 1)
      severalGroups.set(
        i,
        entry.groups.flatMap((id) => placeOfGroup.get(id) ?? []),
      );
    const { radius, known } = scale.of(entry);
    columns.radius[i] = radius;
    if (known) columns.sizeKnown[i] = 1;
    columns.day[i] = entry.day ?? Number.NaN;
    columns.year[i] = entry.year ?? 0;
    columns.yearStep[i] = yearStepOf(catalogue, entry);
  });
  const order = labelOrder(catalogue, scale);
  const rank = new Uint32Array(count);
  order.forEach((paper, place) => {
    rank[paper] = place;
  });
  const links = linkColumns(catalogue.corpus, index);
  return { index, ...columns, severalGroups, labelOrder: order, rank, links };
}

function linkColumns({ citations }: Corpus, index: CitationIndex): LinkColumns {
  const count = index.citing.length;
  const confidence = new Uint8Array(count);
  const influential = new Uint8Array(count);
  const intents = new Uint16Array(count);
  const sentences = new Uint16Array(count);
  const codes = new Map<string, number>([["", 0]]);
  const intentLists: (readonly string[])[] = [[]];
  citations.forEach((citation, number) => {
    confidence[number] = CONFIDENCES.indexOf(citation.confidence);
    if (citation.influential === true) influential[number] = 1;
    sentences[number] = citation.contexts.length;
    if (citation.intents.length === 0) return;
    const key = citation.intents.join("\n");
    const code = codes.get(key) ?? intentLists.push(citation.intents) - 1;
    codes.set(key, code);
    intents[number] = code;
  });
  return { twin: twins(index), confidence, influential, intents, intentLists, sentences };
}

/** By citation, the one the other way round: what cites a paper beside what it cites, both ascending. O(m). */
function twins({ ids, citing, cited, referenceStart, citerStart, citerCitation }: CitationIndex): Int32Array {
  const twin = new Int32Array(citing.length).fill(-1);
  for (let paper = 0; paper < ids.length; paper++) {
    let i = citerStart[paper]!;
    const end = citerStart[paper + 1]!;
    const last = referenceStart[paper + 1]!;
    for (let c = referenceStart[paper]!; c < last; c++) {
      const other = cited[c]!;
      while (i < end && citing[citerCitation[i]!]! < other) i++;
      if (i < end && citing[citerCitation[i]!] === other) twin[c] = citerCitation[i]!;
    }
  }
  return twin;
}
