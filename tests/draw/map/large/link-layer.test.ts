import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createLinkLayer } from "../../../../src/draw/map/large/link-layer.ts";
import type { LinkAnswer, LinkOrder } from "../../../../src/draw/map/large/link-messages.ts";
import type { LargePlaces } from "../../../../src/draw/map/large/places.ts";
import { LIGHT } from "../../../../src/view/looks/palette.ts";
import type { MapModel } from "../../../../src/view/map/map.ts";

const SIZE = { width: 1000, height: 500 };
const HOME = { k: 1, x: 0, y: 0 };

beforeAll(() => {
  vi.stubGlobal("devicePixelRatio", 1);
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** A layer that was told of a map, with what its worker is asked; `answer` gives the image asked for last. */
function layerOfMap() {
  const orders: LinkOrder[] = [];
  let give: (answer: LinkAnswer) => void = () => {};
  const layer = createLinkLayer(
    (answer) => {
      give = answer;
      return { post: (order) => orders.push(order) };
    },
    () => {},
  );
  const model = {
    citing: Uint32Array.of(0),
    cited: Uint32Array.of(1),
    drawn: Uint8Array.of(1),
    marks: Uint8Array.of(1, 1),
    regionOf: Int32Array.of(-1, -1),
    regions: [],
    focused: false,
  } as unknown as MapModel;
  const places: LargePlaces = {
    key: "network",
    x: Float32Array.of(0, 9),
    y: Float32Array.of(0, 9),
    labelZoom: null,
    furniture: null,
  };
  layer.update(model, places, { x0: 0, y0: 0, x1: 9, y1: 9 }, LIGHT);
  const views = () => orders.flatMap((order) => (order.type === "view" ? [order.view] : []));
  const answer = (ms = 10) => {
    const view = views().at(-1);
    if (view) give({ type: "image", image: { close() {} } as ImageBitmap, view, ms });
  };
  return { layer, orders, views, answer };
}

describe("the layer of links", () => {
  test("tells its worker nothing before an image is asked for, then everything once", () => {
    const { layer, orders } = layerOfMap();
    expect(orders).toEqual([]);
    layer.ask(HOME, SIZE, false);
    layer.ask(HOME, SIZE, false);
    expect(orders.map(({ type }) => type)).toEqual(["links", "places", "drawn", "view"]);
  });

  test("asks for no image while the one there serves the view that moves, and for one at rest", () => {
    const { layer, views, answer } = layerOfMap();
    layer.ask(HOME, SIZE, false);
    answer();
    const moved = { k: 1.2, x: -150, y: 20 };
    layer.ask(moved, SIZE, true);
    expect(views()).toHaveLength(1);
    expect(layer.isComplete(moved)).toBe(false);
    layer.ask(moved, SIZE, false);
    answer();
    expect(views().map(({ camera }) => camera)).toEqual([HOME, moved]);
    expect(layer.isComplete(moved)).toBe(true);
  });

  test.each([
    ["leaves a part of the screen bare", { k: 1, x: 301, y: 0 }],
    ["is magnified too much", { k: 1.61, x: -300, y: -150 }],
    ["has shrunk too much", { k: 0.6, x: 200, y: 100 }],
  ])("asks for another while the view moves where the one there %s", (_, camera) => {
    const { layer, views, answer } = layerOfMap();
    layer.ask(HOME, SIZE, false);
    answer();
    layer.ask(camera, SIZE, true);
    expect(views().map((view) => view.camera)).toEqual([HOME, camera]);
  });
});
