import type { State } from "../state/state.ts";
import type { Sources } from "../view-model.ts";
import type { DescentModel } from "./descent.ts";

/** The ways between the two papers a reader picked; `found` is null until the second is picked. */
export interface PathModel {
  readonly from: string;
  readonly to: string | null;
  readonly found: DescentModel | null;
}

/** The path a state asks for; null when it asks for none. */
export function pathModel({ catalogue, findPaths }: Sources, state: State): PathModel | null {
  if (state.path === null) return null;
  const from = catalogue.byId.get(state.path.from);
  if (!from) return null;
  const to = state.path.to === null ? undefined : catalogue.byId.get(state.path.to);
  return { from: from.label, to: to?.label ?? null, found: to ? findPaths(from.index, to.index) : null };
}
