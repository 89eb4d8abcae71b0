import type { State } from "./state.ts";
import type { Sources } from "./view-model.ts";

/** Papers by papers: who cites whom, and who shares references with whom. */
export interface MatrixModel {
  readonly title: string;
}

/** The matrix view for a state; `visible` says which entries pass the filters. */
export function buildMatrix(_sources: Sources, _state: State, _visible: readonly boolean[]): MatrixModel {
  return { title: "Matrix" };
}
