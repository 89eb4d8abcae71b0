import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { emptyLibrary, type Library, link, shaOf, type Work, work } from "./library.ts";

const DATA = resolve(import.meta.dirname, "../../data/clip");

/** The curation of the CLIP survey as far as the library needs it. */
interface Curation {
  readonly pins: readonly {
    readonly key: string;
    readonly title: string;
    readonly ids: { readonly arxiv?: string; readonly doi?: string; readonly s2?: string };
    readonly authors?: readonly string[];
    readonly date?: string;
    readonly venue?: string;
  }[];
  readonly referenceLists: readonly {
    readonly paper: string;
    readonly references: readonly {
      readonly author: string | null;
      readonly year: number | null;
      readonly title: string | null;
    }[];
  }[];
  readonly citations: readonly { readonly citing: string; readonly cited: string }[];
}

/** Works that resemble survey papers by name or title and are not: what a loose match offers. */
const DECOYS: readonly Partial<Work>[] = [
  {
    title: "MaskCLIP: Open-Vocabulary Universal Image Segmentation with Masked CLIP",
    authors: ["Zheng Ding"],
    year: 2022,
  },
  {
    title: "DenseCLIP: Language-Guided Dense Prediction with Context-Aware Prompting",
    authors: ["Yongming Rao"],
    year: 2021,
  },
  { title: "Attentive Mask CLIP for Everything Else", authors: ["Nobody Known"], year: 2024 },
  { title: "PointCLIP: Point Cloud Understanding by CLIP", authors: ["Quite Another"], year: 2011 },
  { title: "Per-Clip Video Object Segmentation in Surveillance", authors: ["Kim Other"], year: 2019 },
  { title: "CLIP-NeRF", authors: ["Someone Else"], year: 2022 },
  { title: "Exploring CLIP for Assessing the Look and Feel of Websites", authors: ["Jo Dough"], year: 2023 },
];

/**
 * A pretended Semantic Scholar that knows the real papers of the CLIP survey under their real names,
 * what they cite as far as the curation says, works that cite several of them, and decoys.
 */
export function clipLibrary({ citers = 40 }: { citers?: number } = {}): Library {
  const curation = JSON.parse(readFileSync(resolve(DATA, "curation.json"), "utf8")) as Curation;
  const library = emptyLibrary();
  const shas = new Map<string, string>();
  curation.pins.forEach((pin, i) => {
    const sha = pin.ids.s2 ?? shaOf(1_000 + i);
    shas.set(pin.key, sha);
    const year = pin.date ? Number(pin.date.slice(0, 4)) : 2022;
    library.works.push(
      work(1_000 + i, {
        sha,
        title: pin.title,
        authors: pin.authors ?? [],
        year,
        date: pin.date ?? null,
        venue: pin.venue ?? "",
        arxiv: pin.ids.arxiv ?? null,
        doi: pin.ids.doi ?? null,
        abstract: `What ${pin.key} is about.`,
        tldr: `${pin.key} in one sentence.`,
      }),
    );
  });
  const linked = new Set<string>();
  const cite = (citing: string | undefined, cited: string | undefined) => {
    if (!citing || !cited || citing === cited || linked.has(citing + cited)) return;
    linked.add(citing + cited);
    const facts = {
      contexts: [`A sentence of ${citing.slice(-4)} [1].`],
      intents: ["background"],
      influential: false,
    };
    library.links.push(link(citing, cited, facts));
  };
  for (const { citing, cited } of curation.citations) cite(shas.get(citing), shas.get(cited));

  const printed = new Map(library.works.map(({ title, sha }) => [title.toLowerCase(), sha]));
  for (const { paper, references } of curation.referenceLists) {
    for (const { title, author, year } of references) {
      if (title === null) continue;
      const sha = printed.get(title.toLowerCase()) ?? shaOf(20_000 + printed.size);
      if (!printed.has(title.toLowerCase())) {
        printed.set(title.toLowerCase(), sha);
        const authors = author ? [author] : [];
        library.works.push(work(0, { sha, title, authors, year, date: null, venue: "" }));
      }
      cite(shas.get(paper), sha);
    }
  }
  const survey = [...shas.values()];
  for (let i = 0; i < citers; i++) {
    const citer = work(50_000 + i, { title: `A later work, number ${i}` });
    library.works.push(citer);
    survey.forEach((sha, j) => {
      if ((i * 7 + j * 3) % 5 < 2) cite(citer.sha, sha);
    });
    if (i > 0) cite(citer.sha, shaOf(50_000 + i - 1));
  }
  DECOYS.forEach((decoy, i) => {
    library.works.push(work(90_000 + i, decoy));
  });
  return library;
}
