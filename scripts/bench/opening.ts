import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CITATIONS_FILE, PAPERS_FILE } from "../../src/columns/companion-schema.ts";
import { line } from "./figures.ts";
import { median, output, rounds } from "./large-process.ts";
import { type FolderOptions, writeFolder } from "./write-folder.ts";

export const name = "opening";

const PAPERS = 50_000;
const SYNTHETIC = { papers: PAPERS, seed: 1, hepTh: false };

/**
 * Reports what opening a large map costs without a browser, each in a process of its own as in a page that
 * has just been loaded: from the bytes of its companion to columns ready to be drawn beside parsing the same
 * corpus as objects, and the memory of graph and layout beside d3-force's. The same of hep-th where
 * HEP_TH_DIR names it.
 */
export async function run(report: (line: string) => void): Promise<void> {
  await openings("50,000 papers, 500,000 citations", SYNTHETIC, report);
  if (process.env.HEP_TH_DIR) await openings("hep-th", { ...SYNTHETIC, hepTh: true }, report);
  else report("hep-th: not measured; set HEP_TH_DIR to the folder of its csv.gz files");
  const size = [String(PAPERS), String(10 * PAPERS)];
  const [columns = Number.NaN, engine = Number.NaN, objects = Number.NaN] = rounds(
    ["columns", "engine", "objects"].map((what) => () => Number(output("graph-memory.ts", [what, ...size]))),
  ).map(median);
  report(
    `50,000 papers, 500,000 citations, memory of graph and layout: ${columns.toFixed(1)} MB as the page keeps them, ` +
      `${engine.toFixed(1)} MB for the engine at work, ${objects.toFixed(1)} MB as d3-force's nodes and links`,
  );
  report(line("  ratio, as the page keeps them", columns / objects, 0.2, ""));
  report(line("  ratio, the engine at work", engine / objects, null, ""));
}

async function openings(
  what: string,
  options: Omit<FolderOptions, "out">,
  report: (line: string) => void,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "clip-lineage-opening-"));
  try {
    await writeFolder({ ...options, out: folder }, () => {});
    const open = (way: string) => () => Number(output("open-map.ts", [way, folder]));
    const ways = ["companion", "papers", "objects", "check"];
    const [companion = [], papers = [], objects = [], check = []] = rounds(ways.map(open));
    const sizeOf = async (file: string) => ((await stat(join(folder, file))).size / 1e6).toFixed(1);
    report(
      `${what}, from the bytes of ${PAPERS_FILE} (${await sizeOf(PAPERS_FILE)} MB) and ${CITATIONS_FILE} ` +
        `(${await sizeOf(CITATIONS_FILE)} MB) to columns ready to be drawn: ${median(companion).toFixed(1)} ms, ` +
        `of the first alone ${median(papers).toFixed(1)} ms, corpus.json (${await sizeOf("corpus.json")} MB) as objects ${median(objects).toFixed(0)} ms`,
    );
    report(line("  ratio", median(companion) / median(objects), 0.25, ""));
    report(line("  hash of corpus.json", median(check), null, "ms"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
