import { describe, expect, test } from "vitest";
import { paperId } from "../../src/corpus/ids.ts";
import { originOf } from "../../src/refresh/origin-of.ts";

const paper = (name: string, date: string | null, role: "survey" | "context" = "survey") => ({
  id: paperId(name),
  role,
  date,
  year: null,
});
const cites = (cited: string, ...citing: string[]) =>
  citing.map((one) => ({ citing: paperId(one), cited: paperId(cited) }));
const list = [
  paper("a", "2017"),
  paper("b", "2018"),
  paper("c", "2020"),
  paper("d", "2021"),
  paper("e", "2022"),
];

describe("originOf", () => {
  test("is the paper that most others of the list cite, among its older half", () => {
    const links = [...cites("a", "c", "d", "e"), ...cites("b", "d", "e"), ...cites("d", "a", "b", "c", "e")];
    expect(originOf(list, links)).toEqual({ paper: "a", citedBy: 3 });
  });

  test("is the older of two that are cited as often", () => {
    const links = [...cites("b", "c", "d", "e"), ...cites("a", "c", "d", "e")];
    expect(originOf(list, links)?.paper).toBe("a");
  });

  test("is none where fewer than three cite it, or no citation is known", () => {
    expect(originOf(list, cites("a", "c", "d"))).toBeNull();
    expect(originOf(list, [])).toBeNull();
    expect(originOf([], [])).toBeNull();
  });

  test("is none where only works around the list cite it, and never one of these", () => {
    const around = ["w", "x", "y"].map((name) => paper(name, "2023", "context"));
    expect(originOf([...list, ...around], cites("a", "w", "x", "y"))).toBeNull();
    expect(originOf([paper("w", "2010", "context"), ...list], cites("w", "a", "b", "c"))).toBeNull();
  });

  test("may be any paper where none is dated", () => {
    const undated = list.map((one) => ({ ...one, date: null }));
    expect(originOf(undated, cites("e", "a", "b", "c"))).toEqual({ paper: "e", citedBy: 3 });
  });

  test("needs a fifth of those that cite at all", () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      paper(`p${String(i).padStart(2, "0")}`, `20${10 + Math.floor(i / 4)}`),
    );
    const chain = many.slice(1).flatMap(({ id }, i) => cites(many[i]?.id ?? "", id));
    expect(originOf(many, [...chain, ...cites("p00", "p20", "p21", "p22")])).toBeNull();
  });
});
