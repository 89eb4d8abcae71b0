import type { ClusterFacts } from "../../analysis/communities/cluster-facts.ts";
import type { Catalogue, Entry } from "../catalogue.ts";
import { communityLabel } from "./communities.ts";

/** Neighbouring papers of the matrix that belong together. */
export interface MatrixBand {
  readonly id: string;
  readonly label: string;
  /** The slot of a group of domains; null for a community and for papers that belong to nothing. */
  readonly slot: number | null;
  readonly entries: readonly Entry[];
}

/**
 * The papers in bands, none of them empty: groups of domains in the survey's order, or these communities,
 * largest first; papers that belong to none last. Within a band the older paper first, one without a date
 * last, ties by id.
 */
export function bandsOf(
  catalogue: Catalogue,
  communities: Pick<ClusterFacts, "communities" | "communityOf"> | null,
  entries: readonly Entry[],
): MatrixBand[] {
  const { matrix: said } = catalogue.texts;
  const byDate = [...entries].sort(
    (a, b) => (a.day ?? Number.POSITIVE_INFINITY) - (b.day ?? Number.POSITIVE_INFINITY) || a.index - b.index,
  );
  const bands = communities
    ? communities.communities.map((community) => ({
        id: String(community.id),
        label: communityLabel(community, catalogue.texts),
        slot: null,
      }))
    : catalogue.groups.map(({ id, label, slot }) => ({ id, label, slot }));
  const known = new Set(bands.map(({ id }) => id));
  const bandOf = (entry: Entry) => {
    const id = communities ? String(communities.communityOf[entry.index]) : entry.group;
    return id !== null && known.has(id) ? id : null;
  };
  const rest = { id: "", label: communities ? said.inNone : said.underNone, slot: null };
  return [
    ...bands.map((band) => ({ ...band, entries: byDate.filter((entry) => bandOf(entry) === band.id) })),
    { ...rest, entries: byDate.filter((entry) => bandOf(entry) === null) },
  ].filter((band) => band.entries.length > 0);
}
