import { describe, expect, test, vi } from "vitest";
import { placer } from "../../../src/draw/map/placement.ts";
import { regionOutliner } from "../../../src/draw/map/region-outlines.ts";
import { placerHere, settledNetwork } from "../../../src/draw/map/settled-network.ts";
import type { NetworkLayout } from "../../../src/layout/network/network-layout.ts";
import type { FindNetwork } from "../../../src/open/network-seeker.ts";
import { layoutGraphOf } from "../../../src/view/map/layout-papers.ts";
import type { State } from "../../../src/view/state/state.ts";
import { markedViewModel } from "../../view/marked-model.ts";
import { clipSources, stateWith } from "../../view/models.ts";

const sources = clipSources();
const graph = layoutGraphOf(sources);
const mapOf = (choices: Partial<State>) => markedViewModel(sources, stateWith(choices)).map;
const [lineage, network, coupled] = [
  mapOf({ view: "lineage" }),
  mapOf({ view: "network" }),
  mapOf({ view: "network", layer: "coupling" }),
];
const desk = { width: 880, height: 640 };
const phone = { width: 360, height: 520 };

/** A placer that knows a network as soon as it is let go. */
function patient() {
  const free = new Set<string>();
  const find = vi.fn<FindNetwork<NetworkLayout | null>>((key, asked, size) =>
    free.has(key) ? settledNetwork(asked, size) : null,
  );
  const place = placer(sources.catalogue, graph, { find, outline: regionOutliner(graph.papers) });
  const letGo = () => {
    for (const [key] of find.mock.calls) free.add(key);
  };
  return { find, place, letGo };
}

describe("placer", () => {
  test("has no place for a first network that is not settled yet, but for the lineage", () => {
    const { place, letGo } = patient();
    expect(place("network", desk, network)).toBeNull();
    expect(place("lineage", desk, lineage)?.furniture).not.toBeNull();
    expect(place("network", desk, network)).toBeNull();
    letGo();
    expect(place("network", desk, network)).toEqual(
      placerHere(sources.catalogue, graph)("network", desk, network),
    );
  });

  test("leaves papers where they stand while the network of another size is settled", () => {
    const { place, letGo } = patient();
    place("network", desk, network);
    letGo();
    const before = place("network", desk, network);
    expect(place("network", phone, network)).toEqual(before);
    letGo();
    const after = place("network", phone, network);
    expect(after?.key).not.toBe(before?.key);
    expect(after?.picture.positions).not.toEqual(before?.picture.positions);
  });

  test("joins them by the links of the moment meanwhile", () => {
    const { place, letGo } = patient();
    place("network", desk, network);
    letGo();
    const before = place("network", desk, network);
    const meanwhile = place("network", phone, coupled);
    expect(meanwhile?.picture.positions).toBe(before?.picture.positions);
    expect(meanwhile?.picture.curves.length).not.toBe(before?.picture.curves.length);
    expect(place("network", phone, network)?.picture).toEqual(before?.picture);
  });

  test("looks for a network before it is wanted, and for the same once it is", () => {
    const { find, place } = patient();
    place("lineage", desk, lineage);
    place.foresee(desk, lineage);
    place("network", { ...desk, height: desk.height - 33 }, network);
    const [foreseen, wanted] = find.mock.calls.map(([key, , size]) => ({ key, size }));
    expect(wanted).toEqual(foreseen);
  });
});
