import type { PaperId } from "../../src/corpus/ids.ts";
import { type LinkMark, type MarkedMap, markedMap, type PaperMark } from "../../src/draw/map/marks.ts";
import type { Catalogue } from "../../src/view/catalogue.ts";
import type { MapModel } from "../../src/view/map/map.ts";
import type { Sources } from "../../src/view/sources.ts";
import type { State } from "../../src/view/state/state.ts";
import { buildViewModel, type ViewModel } from "../../src/view/view-model.ts";

/** A map as marks, with the ids of the papers. */
export interface NamedMap extends MarkedMap {
  readonly papers: readonly (PaperMark & { readonly id: PaperId })[];
  readonly links: readonly LinkMark[];
}

/** The marks of a map, with the ids of a catalogue. */
export function namedMap({ entries }: Catalogue, model: MapModel): NamedMap {
  const { papers, ...map } = markedMap(model);
  return { ...map, papers: papers.map((mark, i) => ({ ...mark, id: entries[i]?.paper.id as PaperId })) };
}

/** The page for a state, its map as marks. */
export function markedViewModel(
  sources: Sources,
  state: State,
  unknown: readonly string[] = [],
): Omit<ViewModel, "map"> & { readonly map: NamedMap } {
  const model = buildViewModel(sources, state, unknown);
  return { ...model, map: namedMap(sources.catalogue, model.map) };
}
