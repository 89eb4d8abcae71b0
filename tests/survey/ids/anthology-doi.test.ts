import { expect, test } from "vitest";
import { anthologyDoi } from "../../../src/survey/ids/anthology-doi.ts";

test.each([
  ["N19-1423", "10.18653/v1/n19-1423"],
  ["D15-1166", "10.18653/v1/d15-1166"],
  ["D14-1162", "10.3115/v1/d14-1162"],
  ["N15-1137", "10.3115/v1/n15-1137"],
  ["W15-3049", "10.18653/v1/w15-3049"],
  ["W15-1509", "10.3115/v1/w15-1509"],
  ["2022.acl-long.585", "10.18653/v1/2022.acl-long.585"],
  ["2020.coling-main.419", "10.18653/v1/2020.coling-main.419"],
  ["2023.wmt-1.41", "10.18653/v1/2023.wmt-1.41"],
])("anthologyDoi of %s is %s", (id, doi) => {
  expect(anthologyDoi(id)).toBe(doi);
});

test.each([
  "P13-1006",
  "C18-1107",
  "L18-1001",
  "Q13-1003",
  "P97-1001",
  "W16-4001",
  "2020.lrec-1.494",
  "2022.coling-1.1",
  "2022.wmt-1.1",
  "2021.tacl-1.5",
])("anthologyDoi knows none for %s", (id) => {
  expect(anthologyDoi(id)).toBeNull();
});
