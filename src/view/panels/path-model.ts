import type { Sources } from "../sources.ts";
import type { State } from "../state/state.ts";
import type { DescentModel } from "./descent.ts";

/** The paths between the two papers a reader picked; `found` is null until the second is picked. */
export interface PathModel {
  readonly from: string;
  readonly to: string | null;
  readonly found: DescentModel | null;
}

/** The path between the papers a reader picked; null when none is picked. */
export function pathModel(
  { catalogue, findPaths }: Pick<Sources, "catalogue" | "findPaths">,
  path: State["path"],
): PathModel | null {
  if (path === null) return null;
  const from = catalogue.byId.get(path.from);
  if (!from) return null;
  const to = path.to === null ? undefined : catalogue.byId.get(path.to);
  return { from: from.label, to: to?.label ?? null, found: to ? findPaths(from.index, to.index) : null };
}
