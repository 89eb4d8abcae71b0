import { describe, expect, test, vi } from "vitest";
import { settledNetwork } from "../../src/draw/map/settled-network.ts";
import { networkSeeker, type SettleNetwork, settledHere } from "../../src/open/network-seeker.ts";
import { layoutGraphOf } from "../../src/view/map/layout-papers.ts";
import { clipSources } from "../view/models.ts";

const graph = layoutGraphOf(clipSources());
const desk = { width: 880, height: 640 };
const phone = { width: 360, height: 520 };

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
  return { asked, changed, find: networkSeeker(settle, changed) };
}

describe("networkSeeker", () => {
  test("asks once, has nothing until it is answered, then what would have been found at once", () => {
    const { asked, changed, find } = seeking();
    expect(find("desk", graph, desk)).toBeNull();
    expect(find("desk", graph, desk)).toBeNull();
    expect(asked).toHaveLength(1);
    expect(changed).not.toHaveBeenCalled();
    asked[0]?.answer();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(find("desk", graph, desk)).toEqual(settledHere("desk", graph, desk));
    expect(asked).toHaveLength(1);
  });

  test("stops what is settled for a network that is no longer wanted, and keeps what came", () => {
    const { asked, find } = seeking();
    find("desk", graph, desk);
    find("phone", graph, phone);
    expect(asked.map(({ stopped }) => stopped)).toEqual([true, false]);
    asked[1]?.answer();
    const found = find("phone", graph, phone);
    expect(found).toEqual(settledHere("phone", graph, phone));
    expect(find("desk", graph, desk)).toBeNull();
    expect(find("phone", graph, phone)).toBe(found);
    expect(asked).toHaveLength(3);
    expect(asked[2]?.stopped).toBe(false);
  });

  test("settles a network here that fails elsewhere", () => {
    const { asked, changed, find } = seeking();
    find("desk", graph, desk);
    asked[0]?.fail();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(find("desk", graph, desk)).toEqual(settledHere("desk", graph, desk));
  });
});
