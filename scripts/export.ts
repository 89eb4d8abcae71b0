import { basename, dirname, extname, join, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { analyse } from "../src/analysis/analyse.ts";
import { summarise } from "../src/analysis/summary.ts";
import { indexOfCorpus } from "../src/columns/citation-index.ts";
import type { Companion } from "../src/columns/companion.ts";
import { type Changes, NO_CHANGES } from "../src/corpus/changes.ts";
import { CorpusTooLongError, LONGEST_TEXT } from "../src/corpus/format-corpus.ts";
import { readChanges } from "../src/corpus/read-changes.ts";
import type { Corpus } from "../src/corpus/schema.ts";
import { sheetSvg } from "../src/draw/export/draw-sheet.ts";
import { sheetOf } from "../src/draw/export/sheet-of.ts";
import type { Size } from "../src/draw/map/placement.ts";
import { corpusPart } from "../src/export/corpus-part.ts";
import { type DataFormat, exportTexts } from "../src/export/export-files.ts";
import { ENGLISH_EXPORT } from "../src/text/en/export.ts";
import { type ExportTexts, exportTextsIn } from "../src/text/export-texts.ts";
import { LANGUAGES, type Language } from "../src/text/language.ts";
import { type Texts, textsIn } from "../src/text/texts.ts";
import { buildCatalogue } from "../src/view/catalogue.ts";
import { DARK, LIGHT } from "../src/view/looks/palette.ts";
import type { Selection } from "../src/view/map/selection.ts";
import { EXPORT_FORMATS, FORMAT_IDS, type FormatId } from "../src/view/panels/export-formats.ts";
import { type Sources, sourcesAround } from "../src/view/sources.ts";
import { isLarge } from "../src/view/state/large-map-line.ts";
import { INITIAL_STATE, type ViewName } from "../src/view/state/state.ts";
import { CommandError, fileError, type MakeCommand, runIfStarted, type Shell } from "./command.ts";
import { companionPaths, readCompanion } from "./companion/companion-file.ts";
import { type Choice, chosenPart } from "./export/chosen-part.ts";
import { largePlaces } from "./export/large-places.ts";
import { type CorpusFile, corpusOf, isFolder, leftOutLines, readCorpusFile } from "./read-corpus.ts";
import { changesText } from "./site/survey-data.ts";
import { surveyArgument } from "./survey-argument.ts";
import { writeWhole } from "./write-whole.ts";

interface Options extends Choice {
  readonly format: FormatId;
  readonly out?: string;
  readonly view: Extract<ViewName, "lineage" | "network">;
  readonly theme: "light" | "dark";
  readonly size: Size;
  readonly lang: Language;
}

/** Formats that need a browser are offered by the page only. */
const FORMATS = FORMAT_IDS.filter((id) => id !== "png");

/** `npm run export`. */
export const command: MakeCommand = (shell) =>
  new Command("export")
    .description("Writes a corpus or part of it as a picture, references, tables or a graph.")
    .addArgument(surveyArgument("a survey folder with a corpus.json, or a corpus"))
    .addOption(new Option("-f, --format <name>", "what to write").choices(FORMATS).makeOptionMandatory())
    .option("-o, --out <file>", "where to write it (default: stdout)")
    .option("--papers <ids...>", "only these papers, by any of their ids")
    .option("--domain <id>", "only the papers of this domain")
    .option("--path <ids...>", "only the shortest, longest and heaviest paths between two papers")
    .option("--survey-only", "without related works")
    .addOption(
      new Option("--view <name>", "the map to draw and to take positions from")
        .choices(["lineage", "network"])
        .default("lineage"),
    )
    .addOption(new Option("--theme <name>", "its colours").choices(["light", "dark"]).default("light"))
    .addOption(new Option("--lang <name>", "the language of pictures").choices(LANGUAGES).default("en"))
    .addOption(
      new Option("--size <w>x<h>", "the size to lay the papers out in, px")
        .argParser(size)
        .default({ width: 1200, height: 760 }, "1200x760"),
    )
    .addHelpText(
      "after",
      `
Formats:
${EXPORT_FORMATS.filter(({ id }) => id !== "png")
  .map(({ id }) => `  ${id.padEnd(10)} ${ENGLISH_EXPORT.exporting.hint[id]}`)
  .join("\n")}
csv and pajek write two files each; with --out map they are map-papers.csv and map-citations.csv, map.net and map.clu.

Examples:
  npm run --silent export -- data/clip --format graphml --out clip.graphml
  npm run --silent export -- --format bibtex --survey-only > clip.bib
  npm run --silent export -- --format svg --view network --theme dark --out clip.svg
  npm run --silent export -- --format ris --path arxiv:2103.00020 arxiv:2306.11029

Exit codes: 0 done, 2 the corpus cannot be used or the arguments are wrong, and nothing was written.`,
    )
    .action((folder: string, options: Options) => run(folder, options, shell));

async function run(folder: string, options: Options, { pour, warn }: Shell): Promise<void> {
  const { format, out } = options;
  const endings = EXPORT_FORMATS.find(({ id }) => id === format)?.endings ?? [];
  if (out === undefined && endings.length > 1) {
    throw new CommandError(
      `${format} is ${endings.length} files (${endings.join(", ")}); say what their names begin with: --out map`,
    );
  }
  const read = readCorpusFile(folder);
  const corpus = corpusOf(read, warn);
  const sources = sourcesOf(corpus, await changesOf(folder, warn), await textsIn(options.lang));
  const texts = textsOf(read, sources, options, await exportTextsIn(options.lang));
  if (out === undefined) pour(texts[0] ?? "");
  else for (const file of await writeAll(out, endings, texts)) warn(`wrote ${file}`);
}

/** The sources of a corpus without a search, which is not needed here. */
function sourcesOf(corpus: Corpus, changes: Changes, texts: Texts): Sources {
  const index = indexOfCorpus(corpus);
  const summary = summarise(analyse(corpus, index));
  return sourcesAround(buildCatalogue(corpus, texts, index), index, changes, summary, () => []);
}

function textsOf(read: CorpusFile, sources: Sources, options: Options, said: ExportTexts): string[] {
  const { format, view, theme, size } = options;
  const selection = chosenPart(sources, options);
  const colours = theme === "dark" ? DARK : LIGHT;
  const state = { ...INITIAL_STATE, view };
  if (format === "svg" || format === "png") {
    const { corpus, texts } = sources.catalogue;
    refuseBeyondDrawing(selection);
    const all =
      selection.papers.size === corpus.papers.length &&
      selection.citations.length === corpus.citations.length;
    // A part is laid out again, so that it fills its picture.
    const drawn = all ? sources : sourcesOf(corpusPart(corpus, selection), NO_CHANGES, texts);
    return [sheetSvg(sheetOf(drawn, state, size, colours, said))];
  }
  const placed: readonly DataFormat[] = ["graphml", "gexf", "pajek", "vosviewer"];
  const places = () =>
    isLarge(read.corpus.papers.length, read.corpus.citations.length)
      ? largePlaces(sources, view, size, companionOf(read))
      : sheetOf(sources, state, size, colours).placement.picture.positions;
  const positions = placed.includes(format) ? places() : null;
  try {
    return exportTexts(format, sources, selection, { positions, theme: colours });
  } catch (error) {
    if (!isTooLong(error)) throw error;
    throw new CommandError(
      `${format}: ${counted(selection)} need more than the ${LONGEST_TEXT.toLocaleString("en")} characters that a text can have; ${SMALLER}`,
      2,
      { cause: error },
    );
  }
}

/** A drawing of more marks and lines takes minutes, and opens nowhere. */
const MOST_DRAWN = { papers: 20_000, citations: 200_000 } as const;
const SMALLER = "choose a part of them with --survey-only, --domain, --papers or --path";

function refuseBeyondDrawing(selection: Selection): void {
  const { papers, citations } = selection;
  if (papers.size <= MOST_DRAWN.papers && citations.length <= MOST_DRAWN.citations) return;
  throw new CommandError(`svg: ${counted(selection)} are too many for a vector drawing; ${SMALLER}`);
}

function counted({ papers, citations }: Selection): string {
  return `${papers.size.toLocaleString("en")} papers and ${citations.length.toLocaleString("en")} citations`;
}

/** Whether a text could not be put together because it would be too long. */
function isTooLong(error: unknown): boolean {
  return (
    error instanceof CorpusTooLongError ||
    (error instanceof RangeError && error.message === "Invalid string length")
  );
}

/** The companion beside a corpus; null where there is none that fits. */
function companionOf({ file, bytes }: CorpusFile): Companion | null {
  return readCompanion(companionPaths(dirname(file)), bytes).companion;
}

/** Writes each file whole, and none when one of their folders is not there; resolves to their names. */
async function writeAll(
  out: string,
  endings: readonly string[],
  texts: readonly string[],
): Promise<string[]> {
  const folder = dirname(resolve(out));
  if (!isFolder(folder)) throw new CommandError(`${folder}: no such folder`);
  const stem = endings.length === 1 ? null : join(dirname(out), stemOf(basename(out)));
  const files = endings.map((ending) => (stem === null ? out : `${stem}${ending}`));
  for (const [i, file] of files.entries()) {
    await writeWhole(file, texts[i] ?? "").catch((error: Error) => {
      throw fileError(file, "written", error);
    });
  }
  return files;
}

/** `map` of `map`, `map.csv` and `map.net`: the endings of several files are their own. */
function stemOf(name: string): string {
  return /^\.(?:csv|net|clu)$/i.test(extname(name)) ? name.slice(0, -extname(name).length) : name;
}

/** The changes of a folder; what cannot be used is left out and reported. */
async function changesOf(folder: string, warn: (line: string) => void): Promise<Changes> {
  if (!isFolder(folder)) return NO_CHANGES;
  const { changes, leftOut } = await readChanges(Promise.resolve(changesText(folder)));
  for (const line of leftOutLines(folder, leftOut)) warn(line);
  return changes;
}

function size(text: string): Size {
  const match = /^(\d{3,5})x(\d{3,5})$/.exec(text);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || width > 20_000 || height > 20_000)
    throw new InvalidArgumentError("Must be a width and a height in px, 100 to 20000, such as 1600x900.");
  return { width, height };
}

await runIfStarted(import.meta.filename, command);
