import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDoor } from "../../src/semantic-scholar/outside-text.ts";

const KEY = "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4bC6d";
const door = createDoor(KEY);

const percent = (text: string) =>
  [...text].map((letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");

describe("createDoor", () => {
  test.each([
    ["whole", KEY],
    ["in capitals", KEY.toUpperCase()],
    ["without its end", KEY.slice(0, 12)],
    ["without its start", KEY.slice(-8)],
    ["without either", KEY.slice(9, 21)],
    ["percent-encoded", percent(KEY)],
    ["percent-encoded twice", percent(KEY).replaceAll("%", "%25")],
    ["percent-encoded in part", `${KEY.slice(0, 3)}${percent(KEY.slice(3, 30))}${KEY.slice(30)}`],
    ["as entities", [...KEY].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join("")],
    ["as decimal entities", [...KEY].map((letter) => `&#${letter.charCodeAt(0)};`).join("")],
    ["escaped", [...KEY].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join("")],
    ["in base 64", btoa(KEY)],
    ["within base 64", btoa(`x${KEY}`)],
    ["within base 64, one place on", btoa(`xy${KEY}yx`)],
    ["in base 16", Buffer.from(KEY).toString("hex")],
    ["with a space in each gap", [...KEY].join(" ")],
    ["with invisible characters between", [...KEY].join("\u200b")],
    ["with control characters between", [...KEY].join("\u0007")],
    ["with marks of direction between", [...KEY].join("\u202e")],
  ])("removes the key %s and leaves what stands around it", (_, written) => {
    expect(door.text(`Refused: ${written} is no key`)).toMatch(/^Refused: .{0,3}\[key\].{0,5} is no key$/);
  });

  test("removes a key with characters that are escapes themselves", () => {
    const odd = 'a%41b&#66;c"d\\u0041';
    expect(createDoor(odd).text(`<${odd}> <${percent(odd)}>`)).toBe("<[key]> <[key]>");
  });

  test("removes the key as often as it stands", () => {
    expect(door.text(`${KEY}, ${KEY}${KEY}`)).toBe("[key], [key][key]");
  });

  test("leaves every text that does not hold the key", () => {
    const titles = [
      "Learning Transferable Visual Models From Natural Language Supervision",
      "100% of 50%25 & more: a&#b;c \\u0041",
      "10.1000/abc%3Cdef%3E",
      "视觉模型 🧑‍🔬 می‌خواهم",
      "",
    ];
    expect(titles.map(door.text)).toEqual(titles);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."AbCé 视%&#;x\\u0🧬ı".split("")) }), (text) => {
        expect(door.text(text)).toBe(createDoor(null).text(text));
      }),
    );
  });

  test("leaves an ordinary word that the key holds as well", () => {
    expect(createDoor("semantic-scholar-1a2b3c4d").text("Semantic segmentation")).toBe(
      "Semantic segmentation",
    );
  });

  test("looks for no key that is as short as a word", () => {
    expect(createDoor("visual").text("Visual models")).toBe("Visual models");
  });

  test("shows nothing that commands a terminal, breaks a line or turns it around", () => {
    const evil = "a\u001b]0;title\u0007b\u009b31mc\r\nd\u2028e\u202ef\u2066g\u2069h\ud800i";
    expect(createDoor(null).text(evil)).toBe("a ]0;title b 31mc d efgh\ufffdi");
  });

  test("passes every text of a value, names of members included, and nothing else", () => {
    const value = JSON.parse(
      `{"title":"${KEY}","list":[{"${KEY}":1,"__proto__":"\\u0007"}],"year":2021,"none":null,"is":true}`,
    );
    expect(JSON.stringify(door.value(value))).toBe(
      '{"title":"[key]","list":[{"[key]":1,"__proto__":" "}],"year":2021,"none":null,"is":true}',
    );
  });
});
