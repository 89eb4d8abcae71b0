import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { readFolder } from "../../scripts/refresh/read-folder.ts";
import { passedOverRemark, surveyFileOf, surveyFolderOf } from "../../scripts/survey-file.ts";

const folders: string[] = [];
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-survey-file-"));
  folders.push(folder);
});
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});
const put = (name: string, text = "x") => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("surveyFileOf", () => {
  test("takes the first of survey.md, .bib, .ris, .csv, .tsv, .json and .txt, and tells the others", () => {
    for (const name of ["txt", "json", "tsv", "csv", "ris", "bib", "md"]) {
      const file = put(`survey.${name}`);
      expect(surveyFileOf(folder)).toMatchObject({ folder, file });
    }
    const found = surveyFileOf(folder);
    expect(found.passedOver).toHaveLength(6);
    expect(passedOverRemark(found)).toMatch(/^reading .*survey\.md; .*survey\.bib, .* are ignored$/);
  });

  test("takes a file that is named itself, and the folder it is in", () => {
    put("survey.md");
    const file = put("references.bib");
    expect(surveyFileOf(file)).toEqual({ folder, file, passedOver: [] });
    expect(surveyFolderOf(file)).toBe(folder);
  });

  test("expects survey.md where there is none", () => {
    expect(surveyFileOf(folder)).toEqual({ folder, file: join(folder, "survey.md"), passedOver: [] });
    expect(passedOverRemark(surveyFileOf(folder))).toBeNull();
  });
});

test("readFolder reads a BibTeX survey by its folder or by its name, with corpus.json beside it", () => {
  const file = put("survey.bib", "@misc{a, title={A}, eprint={2103.00020}}");
  for (const path of [folder, file]) {
    const { survey, files } = readFolder(path, () => {});
    expect(survey.entries.map(({ title }) => title)).toEqual(["A"]);
    expect(files).toMatchObject({ survey: file, corpus: join(folder, "corpus.json") });
  }
});
