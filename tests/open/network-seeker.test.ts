import { describe, expect, test, vi } from "vitest";
import { regionOutliner } from "../../src/draw/map/region-outlines.ts";
import { settledNetwork } from "../../src/draw/map/settled-network.ts";
import { createNetworkSimulation } from "../../src/layout/network/network-simulation.ts";
import { type NetworkParts, networkSeeker, type SettleNetwork } from "../../src/open/network-seeker.ts";
import { layoutGraphOf } from "../../src/view/map/layout-papers.ts";
import { clipSources } from "../view/models.ts";

const graph = layoutGraphOf(clipSources());
const desk = { width: 880, height: 640 };
const phone = { width: 360, height: 520 };

const SCRIPTS: NetworkParts = { settledNetwork, createNetworkSimulation, regionOutliner };

/** A loader whose scripts are there after the next turn, or fail as often as it is told to. */
function loaderOf(failures = 0) {
  let [left, parts] = [failures, null as NetworkParts | null];
  return {
    get parts() {
      return parts;
    },
    load: vi.fn(async () => {
      if (left-- > 0) throw new Error("offline");
      parts = SCRIPTS;
      return parts;
    }),
  };
}
const turn = () => new Promise((done) => setTimeout(done));

/** A seeker with what it asked, to be answered by hand as a worker would. */
function seeking() {
  const asked: { answer: () => void; fail: () => void; stopped: boolean }[] = [];
  const settle: SettleNetwork = (sent, size, answer, fail) => {
    const copy = structuredClone({ sent, size });
    const one = {
      answer: () => answer(structuredClone(settledNetwork(copy.sent, copy.size))),
      fail,
      stopped: false,
    };
    asked.push(one);
    return () => {
      one.stopped = true;
    };
  };
  const changed = vi.fn();
  return { asked, changed, find: networkSeeker(settle, loaderOf(), changed) };
}

describe("networkSeeker", () => {
  test("asks once, has nothing until it is answered, then what would have been found at once", async () => {
    const { asked, changed, find } = seeking();
    expect(find("desk", graph, desk)).toBeNull();
    expect(find("desk", graph, desk)).toBeNull();
    expect(asked).toHaveLength(1);
    expect(changed).not.toHaveBeenCalled();
    asked[0]?.answer();
    await turn();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(find("desk", graph, desk)).toEqual(settledNetwork(graph, desk));
    expect(asked).toHaveLength(1);
  });

  test("stops what is settled for a network that is no longer wanted, and keeps what came", async () => {
    const { asked, find } = seeking();
    find("desk", graph, desk);
    find("phone", graph, phone);
    expect(asked.map(({ stopped }) => stopped)).toEqual([true, false]);
    asked[1]?.answer();
    await turn();
    const found = find("phone", graph, phone);
    expect(found).toEqual(settledNetwork(graph, phone));
    expect(find("desk", graph, desk)).toBeNull();
    expect(find("phone", graph, phone)).toBe(found);
    expect(asked).toHaveLength(3);
    expect(asked[2]?.stopped).toBe(false);
  });

  test("settles a network here that fails elsewhere", async () => {
    const { asked, changed, find } = seeking();
    find("desk", graph, desk);
    asked[0]?.fail();
    await turn();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(find("desk", graph, desk)).toEqual(settledNetwork(graph, desk));
  });

  test("settles here where nobody does so elsewhere, at once when the scripts are there", async () => {
    const [changed, loader] = [vi.fn(), loaderOf()];
    const find = networkSeeker(null, loader, changed);
    expect(find("desk", graph, desk)).toBeNull();
    await turn();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(find("desk", graph, desk)).toEqual(settledNetwork(graph, desk));
    expect(find("phone", graph, phone)).toEqual(settledNetwork(graph, phone));
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test("says that the scripts could not be loaded, and tries again only when it is let", async () => {
    const [changed, loader] = [vi.fn(), loaderOf(1)];
    const find = networkSeeker(null, loader, changed);
    find("desk", graph, desk);
    await turn();
    expect([find.failed, changed.mock.calls.length]).toEqual([true, 1]);
    expect(find("desk", graph, desk)).toBeNull();
    await turn();
    expect(loader.load).toHaveBeenCalledTimes(1);
    find.retry();
    find("desk", graph, desk);
    await turn();
    expect([find.failed, find("desk", graph, desk)]).toEqual([false, settledNetwork(graph, desk)]);
  });
});
