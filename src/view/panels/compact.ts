import type { Shape } from "../looks/shapes.ts";
import { INITIAL_STATE, type State } from "../state/state.ts";
import { encodeState } from "../state/url.ts";
import type { ViewModel } from "../view-model.ts";
import type { CommunitiesModel } from "./communities.ts";
import type { LegendModel } from "./legend.ts";

/** What one colour of the map means. */
export interface CompactKey {
  readonly label: string;
  readonly count: number;
  /** A mark of a domain or community, a generation or a step of years; null for what has no colour. */
  readonly mark:
    | { readonly kind: "slot"; readonly slot: number; readonly shape: Shape }
    | { readonly kind: "generation" | "year"; readonly step: number }
    | null;
}

/** What a map says of itself where there is room for one line: its name, the way to the whole page, a short legend. */
export interface CompactModel {
  readonly title: string;
  /** What stands behind `#` in the address of the whole page that shows the same; "" for its first picture. */
  readonly address: string;
  readonly heading: string;
  readonly keys: readonly CompactKey[];
  /** How to read what has no colour. */
  readonly notes: readonly string[];
}

/** The head of a map without rails, from what the page says of it; `initial` is the state its address starts from. */
export function buildCompact(
  { texts, title, legend, communities }: Pick<ViewModel, "texts" | "title" | "legend" | "communities">,
  state: State,
  initial: State = INITIAL_STATE,
): CompactModel {
  const { compact } = texts;
  return {
    title,
    address: encodeState({ ...state, compact: false }, initial),
    heading: compact.colours[state.colouring],
    keys: keysOf(legend, communities, state),
    notes: [compact.dot, compact.arrow, ...(state.view === "lineage" ? [compact.time] : [])],
  };
}

function keysOf(legend: LegendModel, communities: CommunitiesModel | null, state: State): CompactKey[] {
  switch (state.colouring) {
    case "generation":
      return legend.generations.map(({ generation, label, count }) => ({
        label,
        count,
        mark: generation === null ? null : { kind: "generation", step: generation },
      }));
    case "year":
      return legend.yearSteps.map(({ step, label, count }) => ({
        label,
        count,
        mark: step < 0 ? null : { kind: "year", step },
      }));
    case "community":
      return (communities?.rows ?? []).map(({ label, count, slot, shape }) => ({
        label,
        count,
        mark: { kind: "slot", slot, shape },
      }));
    case "domain":
      return legend.groups.map(({ label, count, slot, shape }) => ({
        label,
        count,
        mark: slot === null || shape === null ? null : { kind: "slot", slot, shape },
      }));
  }
}
