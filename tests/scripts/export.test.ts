import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCorpus } from "../../src/corpus/parse-corpus.ts";
import { wellFormed } from "../export/well-formed.ts";
import { runScript, startScript } from "./run-script.ts";

let folder = "";
let survey = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "clip-lineage-export-"));
  survey = join(folder, "survey");
  const papers = ["a", "b", "c", "w"].map((id) => ({
    id,
    title: `Paper ${id}`,
    role: id === "w" ? "context" : "survey",
    aliases: id === "b" ? ["arxiv:2103.00020"] : [],
  }));
  const citations = [
    { citing: "b", cited: "a" },
    { citing: "c", cited: "b" },
    { citing: "c", cited: "w" },
  ];
  const domains = [{ id: "one", label: { en: "One" } }];
  const placements = [{ paper: "a", domain: "one" }];
  survey = join(folder, "corpus.json");
  writeFileSync(
    survey,
    JSON.stringify({ version: 1, survey: { root: "a", domains }, papers, citations, placements }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => runScript("export.ts", ...args);

describe("export", () => {
  test("draws a picture in the words of the language asked for", async () => {
    expect((await run(folder, "-f", "svg")).stdout).toContain("Lineage by date and domain: 3 papers");
    expect((await run(folder, "-f", "svg", "--lang", "zh")).stdout).toContain(
      "按日期和领域排列的谱系：3篇论文",
    );
  });

  test("prints one file to stdout, and writes it whole where --out says", async () => {
    const { code, stdout } = await run(folder, "--format", "graphml");
    expect(code).toBe(0);
    expect(wellFormed(stdout).getElementsByTagName("node")).toHaveLength(4);
    const out = join(folder, "map.graphml");
    expect(await run(folder, "-f", "graphml", "-o", out)).toMatchObject({
      code: 0,
      stdout: "",
      stderr: `wrote ${out}\n`,
    });
    expect(readFileSync(out, "utf8")).toBe(stdout);
    expect(await startScript("export.ts", [folder, "--format", "graphml"]).ended).toEqual({
      code: 0,
      stdout,
      stderr: "",
    });
  });

  test("writes two files of CSV and of Pajek, and says which", async () => {
    const out = join(folder, "two");
    const { stderr } = await run(folder, "-f", "csv", "-o", out);
    expect(stderr).toBe(`wrote ${out}-papers.csv\nwrote ${out}-citations.csv\n`);
    expect((await run(folder, "-f", "pajek", "-o", `${out}.net`)).stderr).toBe(
      `wrote ${out}.net\nwrote ${out}.clu\n`,
    );
    expect(readFileSync(`${out}.net`, "utf8")).toMatch(/^\*Vertices 4\r\n1 "Paper a" 0\.\d+ 0\.\d+\r\n/);
  });

  test("draws a picture without a browser", async () => {
    const { stdout } = await run(
      folder,
      "-f",
      "svg",
      "--view",
      "network",
      "--theme",
      "dark",
      "--size",
      "800x500",
    );
    const picture = wellFormed(stdout).documentElement;
    expect(picture?.getAttribute("width")).toBe("800");
    expect(stdout).toContain("Paper c");
  });

  test.each([
    [["--survey-only"], ["a", "b", "c"], 2],
    [["--papers", "a", "b"], ["a", "b"], 1],
    [["--papers", "a", "https://arxiv.org/abs/2103.00020v2"], ["a", "b"], 1],
    [["--domain", "one"], ["a"], 0],
    [["--path", "a", "c"], ["a", "b", "c"], 2],
  ])("takes only the part that %j names", async (args, papers, citations) => {
    const read = parseCorpus(JSON.parse((await run(folder, "-f", "json", ...args)).stdout));
    expect(read.papers.map(({ id }) => id)).toEqual(papers);
    expect(read.citations).toHaveLength(citations);
  });

  test.each([
    [["-f", "word"], /Allowed choices are svg, bibtex, ris, csl, csv, json, graphml, gexf, pajek, vosviewer/],
    [[], /required option .*--format/],
    [["-f", "csv"], /csv is 2 files .* --out/],
    [["-f", "json", "--domain", "two"], /unknown domain "two"; known: one/],
    [["-f", "json", "--papers", "Paper a"], /no paper "Paper a"; did you mean a \(Paper a\)/],
    [["-f", "json", "--path", "a", "w"], /No citation path between/],
    [["-f", "json", "--path", "a"], /ids of two papers/],
    [["-f", "json", "--papers", "a", "--domain", "one"], /exclude each other/],
    [["-f", "svg", "--size", "big"], /width and a height/],
  ])("ends in 2 for %j, says why and writes nothing", async (args, message) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await run(folder, ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(readdirSync(folder)).toEqual(before);
  });

  test("ends in 2 when there is no corpus, or no folder to write into", async () => {
    expect(await run(join(folder, "none"), "-f", "ris")).toMatchObject({ code: 2 });
    const out = join(folder, "none", "map.ris");
    expect(await run(folder, "-f", "ris", "-o", out)).toMatchObject({ code: 2 });
    expect(existsSync(out)).toBe(false);
  });

  test("draws no more marks than can be looked at, and says what else to do", async () => {
    const papers = Array.from({ length: 20_001 }, (_, i) => ({ id: `p${i}`, title: `Paper ${i}` }));
    const file = join(folder, "many.json");
    writeFileSync(file, JSON.stringify({ version: 1, papers, citations: [] }));
    const { code, stderr, stdout } = await run(file, "-f", "svg");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      "svg: 20,001 papers and 0 citations are too many for a vector drawing; " +
        "choose a part of them with --survey-only, --domain, --papers or --path\n",
    );
    expect((await run(file, "-f", "svg", "--papers", "p1", "p2")).stdout).toContain("<svg");
  });
});
