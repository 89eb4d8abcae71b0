import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type ApiServer, startApiServer } from "../api-server/api-server.ts";
import { clipLibrary } from "../api-server/clip-library.ts";
import { type Library, link, shaOf, work } from "../api-server/library.ts";
import { lostFacts, type TestFolder, testFolder } from "./refresh-folder.ts";

const DATA = resolve(import.meta.dirname, "../../data/clip");
const survey = await readFile(resolve(DATA, "survey.md"), "utf8");
const curation = await readFile(resolve(DATA, "curation.json"), "utf8");
const pins = (JSON.parse(curation) as { pins: { title: string; ids: { arxiv: string } }[] }).pins;
const REAL = new Map(pins.map((pin) => [`arxiv:${pin.ids.arxiv}`, pin.title]));

let server: ApiServer;
let folder: TestFolder;
let library: Library;

async function begin(files: Record<string, string>, change: (library: Library) => void = () => {}) {
  library = clipLibrary();
  change(library);
  server = await startApiServer(library);
  folder = await testFolder(files);
}

afterEach(async () => {
  await server.close();
  await folder.remove();
});

const figures = (said: string) => ({
  made: Number(/requests made: (\d+)/.exec(said)?.[1]),
  least: Number(/fewest possible: (\d+)/.exec(said)?.[1]),
});

describe("refresh resolves the CLIP survey", () => {
  test("without a pin: 19 right, 0 wrong, among decoys of the same nicknames", async () => {
    await begin({ "survey.md": survey });
    const { code, said } = await folder.refresh(server.url);
    expect(code, said).toBe(0);
    const found = (await folder.corpus()).papers.filter(({ role }) => role === "survey");
    expect(found.map(({ id }) => id).sort()).toEqual([...REAL.keys()].sort());
    expect(server.seen.filter(({ path }) => path === "paper/search/match")).toHaveLength(13);
  });

  test("never believes a confident wrong match: it stands under the unresolved, with its reason", async () => {
    const wrong: readonly [string, string][] = [
      [
        "MaskCLIP: Masked Self-Distillation Advances Contrastive Language-Image Pretraining",
        "MaskCLIP: Open-Vocabulary Universal Image Segmentation with Masked CLIP",
      ],
      ["Attentive Mask CLIP", "Attentive Mask CLIP for Everything Else"],
      ["CLIP-NeRF: Text-and-Image Driven Manipulation of Neural Radiance Fields", "CLIP-NeRF"],
      [
        "Exploring CLIP for Assessing the Look and Feel of Images",
        "Exploring CLIP for Assessing the Look and Feel of Websites",
      ],
    ];
    await begin({ "survey.md": survey }, ({ works, decoys }) => {
      for (const [title, decoy] of wrong) {
        const offered = works.find((work) => work.title === decoy);
        if (offered) decoys.set(title.toLowerCase(), offered.sha);
      }
    });
    const { code, said } = await folder.refresh(server.url);
    const corpus = await folder.corpus();
    expect(code).toBe(1);
    expect(corpus.unresolved.map(({ title }) => title).sort()).toEqual(wrong.map(([title]) => title).sort());
    for (const [title, decoy] of wrong) {
      const entry = corpus.unresolved.find((entry) => entry.title === title);
      expect(entry?.candidates).toMatchObject([
        { title: decoy, reason: expect.stringMatching(/title|author/) },
      ]);
      expect(said).toContain(`offered: "${decoy}"`);
    }
    const listed = corpus.papers.filter(({ role }) => role === "survey");
    const found = listed.filter(({ identified }) => identified === null);
    expect([listed.length, found.length]).toEqual([19, 15]);
    for (const { id } of found) expect(REAL.has(id)).toBe(true);
  });

  test("keeps the two MaskCLIPs apart when the source mixes them up", async () => {
    await begin({ "survey.md": survey, "curation.json": curation }, (library) => {
      const [dong, zhou] = ["2208.12262", "2112.01071"].map((arxiv) =>
        library.works.find((w) => w.arxiv === arxiv),
      );
      if (!dong || !zhou) throw new Error("the curation pins both");
      library.works = library.works
        .filter((work) => work !== zhou)
        .map((work) => (work === dong ? { ...work, doi: zhou.doi } : work));
      library.merged.set(zhou.sha, dong.sha);
    });
    const { code, said } = await folder.refresh(server.url);
    expect(code).toBe(1);
    expect(said).toMatch(
      /gap: arxiv:2112.01071: metadata: Semantic Scholar (mistakes it for arxiv:2208.12262|does not know it)/,
    );
    const corpus = await folder.corpus();
    const byId = new Map(corpus.papers.map((paper) => [paper.id as string, paper]));
    expect(byId.get("arxiv:2208.12262")?.title).toMatch(/^MaskCLIP: Masked Self-Distillation/);
    expect(byId.get("arxiv:2112.01071")?.title).toMatch(/Extract Free Dense Labels from CLIP/);
    expect(byId.get("arxiv:2112.01071")?.aliases).toContain("doi:10.1007/978-3-031-19815-1_40");
    expect(byId.get("arxiv:2208.12262")?.aliases).not.toContain("doi:10.1007/978-3-031-19815-1_40");
  });

  test("spends no match on what was found once", async () => {
    await begin({ "survey.md": survey });
    await folder.refresh(server.url);
    const asked = server.seen.length;
    const { code, said } = await folder.refresh(server.url, { cache: false });
    expect(code).toBe(0);
    expect(server.seen.slice(asked).filter(({ path }) => path === "paper/search/match")).toEqual([]);
    expect(figures(said)).toEqual({ made: 21, least: 20 });
  });
});

describe("refresh asks little", () => {
  test("stays within 1.1 of the least possible, and asks nothing again within the age", async () => {
    await begin({ "survey.md": survey, "curation.json": curation });
    const first = await folder.refresh(server.url);
    const { made, least } = figures(first.said);
    expect(made).toBe(server.seen.length);
    expect(least).toBe(20);
    expect(made / least).toBeLessThanOrEqual(1.1);
    const text = await folder.text();
    const second = await folder.refresh(server.url);
    expect(second.said).toContain("Nothing changed.");
    expect(figures(second.said)).toEqual({ made: 0, least: 0 });
    expect(server.seen).toHaveLength(made);
    expect(await folder.text()).toBe(text);
  });

  test("stays within 1.1 where the papers are cited as often as in the world", async () => {
    const known: readonly { ids: { arxiv: string }; counts?: { citations: number } }[] =
      JSON.parse(curation).pins;
    await begin({ "survey.md": survey, "curation.json": curation }, (library) => {
      let next = 600_000;
      for (const { ids, counts } of known) {
        const paper = library.works.find(({ arxiv }) => arxiv === ids.arxiv);
        if (!paper) continue;
        const citing = Math.min(1_200, counts?.citations ?? 300);
        for (let i = 0; i < citing; i++) {
          library.works.push(work(next, { title: `Citing work ${next}` }));
          library.links.push(link(shaOf(next), paper.sha));
          next += 1;
        }
      }
    });
    const full = await folder.refresh(server.url);
    const { made, least } = figures(full.said);
    expect(least).toBe(20);
    expect(made).toBeLessThanOrEqual(22);
    const other = await testFolder({ "survey.md": survey, "curation.json": curation });
    const before = server.seen.length;
    await other.refresh(server.url, { linksOnly: true });
    await other.remove();
    expect(server.seen.length - before).toBeLessThanOrEqual(3);
    expect((await folder.corpus()).gaps.filter(({ of }) => of === "citations")).not.toEqual([]);
  });

  test("brings the links of the 19 papers and their context in three requests or fewer", async () => {
    await begin({ "survey.md": survey, "curation.json": curation });
    expect((await folder.refresh(server.url, { linksOnly: true })).code).toBe(0);
    expect(server.seen.length).toBeLessThanOrEqual(3);
    const linksOnly = await folder.corpus();
    const other = await testFolder({ "survey.md": survey, "curation.json": curation });
    await other.refresh(server.url);
    const full = await other.corpus();
    await other.remove();
    const ends = ({ citing, cited }: { citing: string; cited: string }) => `${citing} ${cited}`;
    expect(linksOnly.citations.map(ends)).toEqual(full.citations.map(ends));
  });

  test("says without asking what it would ask", async () => {
    await begin({ "survey.md": survey, "curation.json": curation });
    const { code, said } = await folder.refresh(server.url, { dryRun: true, pace: 1_050 });
    expect(code).toBe(0);
    expect(said).toMatch(
      /about 21 requests to http:.*one every 1.05 s: about 21 s; nothing was requested or written/,
    );
    expect(server.seen).toEqual([]);
    expect(await folder.text()).toBeNull();
    await folder.refresh(server.url);
    const later = await folder.refresh(server.url, { dryRun: true });
    expect(later.said).toMatch(/about 0 requests/);
  });

  test("shows no work around the survey at --context 0 and reads none of their lists", async () => {
    await begin({ "survey.md": survey, "curation.json": curation });
    await folder.refresh(server.url, { context: 0 });
    expect((await folder.corpus()).papers.every(({ role }) => role === "survey")).toBe(true);
    expect(server.seen).toHaveLength(20);
  });

  test("says how many works the cap leaves out", async () => {
    await begin({ "survey.md": survey, "curation.json": curation });
    const { said } = await folder.refresh(server.url, { contextCap: 10 });
    expect(said).toMatch(
      /\d+ related works were found at --context 2; the 10 with the most links are included, \d+ are left out/,
    );
  });
});

describe("refresh keeps and tells", () => {
  test("tells what is new, gone and counted otherwise, and keeps what is gone", async () => {
    await begin({ "survey.md": survey, "curation.json": curation });
    await folder.refresh(server.url);
    const before = await folder.corpus();
    const surveyShas = library.works.filter((work) => REAL.has(`arxiv:${work.arxiv}`)).map(({ sha }) => sha);
    const lost = library.links.find(
      ({ citing, cited }) => surveyShas.includes(citing) && surveyShas.includes(cited),
    );
    const newcomer = work(77_777, {
      title: "A newcomer",
      arxiv: "2611.00001",
      date: "2026-11-01",
      year: 2026,
    });
    library.works.push(newcomer);
    library.links = library.links.filter((link) => link !== lost);
    for (const sha of surveyShas) library.links.push(link(newcomer.sha, sha));
    server.reload();
    const { said } = await folder.refresh(server.url, { cache: false });
    const after = await folder.corpus();
    expect(said).toMatch(/### New papers: 1\n\n- `A newcomer`/);
    expect(said).toMatch(/### New citations: 1[89]/);
    expect(said).toMatch(/### Citation counts: \d+/);
    expect(after.papers.find(({ id }) => id === "arxiv:2611.00001")).toMatchObject({ role: "context" });
    expect(lostFacts(before, after)).toEqual([]);
    const changes = JSON.parse((await folder.text("changes.json")) ?? "");
    expect(changes.runs[0].newPapers).toEqual(["arxiv:2611.00001"]);
  });

  test("tells its news once when it was killed between its two files", async () => {
    await begin({ "survey.md": survey });
    await folder.refresh(server.url);
    const old = (await folder.text()) ?? "";
    library.works.push(work(77_777, { title: "A newcomer", arxiv: "2611.00001" }));
    for (const { sha, arxiv } of library.works.slice(0, 19))
      if (arxiv) library.links.push(link(shaOf(77_777), sha));
    server.reload();
    await folder.refresh(server.url, { cache: false });
    const [corpus, changes] = [await folder.text(), await folder.text("changes.json")];
    expect(JSON.parse(changes ?? "").runs).toHaveLength(1);
    await writeFile(join(folder.path, "corpus.json"), old);
    await folder.refresh(server.url, { cache: false });
    expect(await folder.text()).toBe(corpus);
    expect(await folder.text("changes.json")).toBe(changes);
  });

  test("says when a link leads to a work of another title", async () => {
    const slip = survey.replace("arxiv.org/pdf/2112.01071", "arxiv.org/pdf/2112.01072");
    await begin({ "survey.md": slip }, ({ works }) => {
      works.push(work(88_888, { title: "Something else entirely", arxiv: "2112.01072" }));
    });
    const { said } = await folder.refresh(server.url);
    expect(said).toMatch(
      /arxiv:2112.01072: Semantic Scholar calls it "Something else entirely", the survey "Extract Free/,
    );
  });

  test("marks a citation that the source dropped with the day it was last seen", async () => {
    await begin({ "survey.md": survey });
    await folder.refresh(server.url);
    const gone = library.links.find(
      ({ cited, citing }) => cited === shaOf(50_002) && citing === shaOf(50_003),
    );
    library.links = library.links.filter((link) => link !== gone);
    server.reload();
    const { said } = await folder.refresh(server.url, { cache: false });
    expect(said).toMatch(/### Citations no longer at the source: 1/);
    const corpus = await folder.corpus();
    const marked = corpus.citations.filter(({ lastSeen }) => lastSeen !== null);
    expect(marked).toMatchObject([
      { citing: `s2:${shaOf(50_003)}`, cited: `s2:${shaOf(50_002)}`, sources: ["semantic-scholar"] },
    ]);
    library.links.push(gone as NonNullable<typeof gone>);
    server.reload();
    await folder.refresh(server.url, { cache: false });
    expect((await folder.corpus()).citations.every(({ lastSeen }) => lastSeen === null)).toBe(true);
  });

  test("recovers the links of a withheld reference list from the cited side, and says the gap", async () => {
    await begin({ "survey.md": survey }, (library) => {
      const flip = library.works.find(({ arxiv }) => arxiv === "2212.00794");
      if (flip) library.elided.add(flip.sha);
    });
    const { code } = await folder.refresh(server.url);
    expect(code).toBe(1);
    const corpus = await folder.corpus();
    expect(corpus.gaps).toContainEqual({
      paper: "arxiv:2212.00794",
      of: "references",
      reason: "elided by the publisher",
      expected: 76,
      found: expect.any(Number),
    });
    const cited = corpus.citations
      .filter(({ citing }) => citing === "arxiv:2212.00794")
      .map(({ cited }) => cited);
    expect(cited).toEqual(
      expect.arrayContaining(["arxiv:2103.00020", "arxiv:2112.12750", "arxiv:2208.12262"]),
    );
  });

  test("asks a truncated list of citing works for the day of a paper whose own list is withheld", async () => {
    await begin({ "survey.md": survey }, (library) => {
      const [clip, flip] = ["2103.00020", "2212.00794"].map((a) =>
        library.works.find(({ arxiv }) => arxiv === a),
      );
      if (!clip || !flip) throw new Error("the curation pins both");
      library.elided.add(flip.sha);
      for (let i = 0; i < 1_500; i++) {
        library.works.push(work(300_000 + i, { title: `Citer ${i}`, date: "2026-01-01", year: 2026 }));
        library.links.push(link(shaOf(300_000 + i), clip.sha));
      }
    });
    await folder.refresh(server.url);
    const corpus = await folder.corpus();
    expect(corpus.gaps).toContainEqual(
      expect.objectContaining({ paper: "arxiv:2103.00020", of: "citations", found: 1_000 }),
    );
    expect(corpus.citations).toContainEqual(
      expect.objectContaining({ citing: "arxiv:2212.00794", cited: "arxiv:2103.00020" }),
    );
    const windowed = server.seen.filter(({ search }) => search.has("publicationDateOrYear"));
    expect(windowed.map(({ search }) => search.get("publicationDateOrYear"))).toContain(
      "2022-12-01:2022-12-01",
    );
  });

  test("obeys the curation: pinned facts stand and vetoed links never appear", async () => {
    const { nonCitations, pins } = JSON.parse(curation);
    const arxivOf = new Map(
      pins.map((pin: { key: string; ids: { arxiv: string } }) => [pin.key, pin.ids.arxiv]),
    );
    await begin({ "survey.md": survey, "curation.json": curation }, (library) => {
      const shaOfKey = (key: string) =>
        library.works.find(({ arxiv }) => arxiv === arxivOf.get(key))?.sha ?? "";
      for (const { citing, cited } of nonCitations)
        library.links.push(link(shaOfKey(citing), shaOfKey(cited)));
    });
    await folder.refresh(server.url);
    const ends = (await folder.corpus()).citations.map(({ citing, cited }) => `${citing} ${cited}`);
    for (const { citing, cited } of nonCitations) {
      expect(ends).not.toContain(`arxiv:${arxivOf.get(citing)} arxiv:${arxivOf.get(cited)}`);
    }
    expect((await folder.corpus()).papers.find(({ id }) => id === "arxiv:2103.00020")?.label).toBe("CLIP");
  });

  test("leaves out what others wrote at --facts-only, from earlier refreshes too", async () => {
    await begin({ "survey.md": survey, "curation.json": curation });
    await folder.refresh(server.url);
    const full = (await folder.text()) ?? "";
    expect(full).toMatch(/"abstract".*"tldr"/);
    expect(full).toContain('"contexts"');
    await folder.refresh(server.url, { factsOnly: true });
    const bare = (await folder.text()) ?? "";
    expect(bare).not.toMatch(/"abstract"|"tldr"|"contexts"/);
    expect(JSON.parse(bare).citations).toHaveLength(JSON.parse(full).citations.length);
  });

  test("prints one line of JSON for machines", async () => {
    await begin({ "survey.md": survey, "curation.json": curation });
    const { said } = await folder.refresh(server.url, { json: true });
    expect(JSON.parse(said)).toMatchObject({
      result: "written",
      entries: { total: 19, resolved: 19 },
      requests: { made: 21, leastPossible: 20 },
      run: { papers: expect.any(Number) },
      unresolved: [],
    });
  });
});
