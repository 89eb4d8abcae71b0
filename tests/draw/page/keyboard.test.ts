import { describe, expect, test } from "vitest";
import { mapCommand } from "../../../src/draw/page/keyboard.ts";

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  mapCommand({ key, ...held } as KeyboardEvent);

describe("mapCommand", () => {
  test.each([
    ["ArrowLeft", { do: "walk", direction: "older" }],
    ["ArrowRight", { do: "walk", direction: "newer" }],
    ["ArrowUp", { do: "walk", direction: "cited" }],
    ["ArrowDown", { do: "walk", direction: "citing" }],
    ["Enter", { do: "open" }],
    [" ", { do: "open" }],
    ["t", { do: "trace" }],
    ["T", { do: "trace" }],
    ["s", { do: "star" }],
    ["R", { do: "read" }],
    ["+", { do: "zoom-in" }],
    ["-", { do: "zoom-out" }],
    ["0", { do: "fit" }],
  ])("takes %j for %j", (key, command) => {
    expect(press(key)).toEqual(command);
  });

  test("leaves every other key, and the browser's own shortcuts, alone", () => {
    for (const key of ["Tab", "Escape", "a", "F5", "Home", "constructor", "toString"]) {
      expect(press(key), key).toBeNull();
    }
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(press("0", held)).toBeNull();
      expect(press("ArrowLeft", held)).toBeNull();
    }
  });
});
