import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import type { CorpusInput } from "../../../src/corpus/schema.ts";
import type { DetailsModel } from "../../../src/view/panels/details.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { chain, corpusOf, missingReferenceCorpus } from "../../graphs.ts";
import { clipSources, stateWith } from "../models.ts";

type Facts = Partial<CorpusInput["papers"][number]>;

function detailsOf(sources: ReturnType<typeof buildSources>, id: string): DetailsModel {
  const { details } = buildViewModel(sources, stateWith({ selected: paperId(id) }));
  if (!details) throw new Error(`no details of ${id}`);
  return details;
}

const of = (facts: Facts, more: Partial<CorpusInput> = {}, text = "A<-B") =>
  detailsOf(buildSources(corpusOf(text, { B: facts }, more)), "B");

const placed = (more: object) => ({
  survey: {
    root: "A",
    language: "zh",
    domains: [{ id: "d", label: { zh: "视频", en: "Video" }, section: { zh: "应用" } }],
  },
  placements: [{ paper: "B", domain: "d", ...more }],
});

describe("buildDetails", () => {
  test("says what is known of a paper of the survey", () => {
    const details = of(
      {
        title: "B: a study",
        label: "B",
        authors: ["Ada", "Bea", "Cy"],
        date: "2021-12-23",
        year: 2021,
        abstract: "We study.",
        tldr: "A study.",
        citationCount: 1_234,
        influentialCitationCount: 56,
        countsAt: "2026-11-23",
      },
      placed({ venue: "ECCV 2022", organization: "Berkeley", note: "Reads well." }),
    );
    expect(details).toMatchObject({
      kind: "In the survey",
      title: "B: a study",
      authors: "Ada, Bea and Cy",
      published: "ECCV 2022 · first published 23 December 2021",
      organization: "Berkeley",
      headings: [{ domain: "Video", section: "应用", group: "Video", slot: 0, note: "Reads well." }],
      counts: ["1,234 citations, 56 of them influential on 23 November 2026 (Semantic Scholar)"],
      abstract: "We study.",
      tldr: "A study.",
    });
  });

  test("says what is not known instead of leaving it out", () => {
    const { authors, published, counts, organization, finding, links } = of({});
    expect([authors, published, counts]).toEqual([
      "Authors not known yet",
      "Date not known yet",
      ["Citation count not known yet"],
    ]);
    expect([organization, finding, links]).toEqual([null, null, []]);
  });

  test.each<[string, Facts, string]>([
    ["a year alone", { year: 2021 }, "2021"],
    ["a date that is but a year", { date: "2021" }, "2021"],
    ["a venue without its year", { venue: "ICLR", year: 2022 }, "ICLR 2022"],
    ["a venue with its year", { venue: "ICLR 2022", year: 2022 }, "ICLR 2022"],
    ["a venue alone", { venue: "ICLR" }, "ICLR"],
    ["a month", { date: "2021-11" }, "first published November 2021"],
  ])("says when a paper was published from %s", (_, facts, published) => {
    expect(of(facts).published).toBe(published);
  });

  test("links to paper, code, arXiv, DOI and Semantic Scholar, each address once", () => {
    const sources = buildSources(
      corpusOf(
        "A",
        {},
        {
          survey: {},
          papers: [
            {
              id: "arxiv:2112.12750",
              title: "SLIP",
              urls: { paper: "https://arxiv.org/abs/2112.12750", code: "https://github.com/x/y" },
            },
            {
              id: "doi:10.1/x",
              title: "X",
              urls: { semanticScholar: "https://www.semanticscholar.org/paper/x" },
            },
          ],
        },
      ),
    );
    expect(detailsOf(sources, "arxiv:2112.12750").links).toEqual([
      { name: "Paper", href: "https://arxiv.org/abs/2112.12750" },
      { name: "Code", href: "https://github.com/x/y" },
    ]);
    expect(detailsOf(sources, "doi:10.1/x").links).toEqual([
      { name: "DOI", href: "https://doi.org/10.1/x" },
      { name: "Semantic Scholar", href: "https://www.semanticscholar.org/paper/x" },
    ]);
  });

  test("says why a paper is not identified yet, and links to its project, data and video", () => {
    const urls = { project: "https://a.org/p", data: "https://a.org/d", video: "https://a.org/v" };
    const unresolved = [{ paper: "B", title: "B", reason: "no such title" }];
    const details = of({ identified: false, urls }, { unresolved });
    expect(details.unidentified).toBe(
      "Not identified yet: no such title. What is said here is what the list says.",
    );
    expect(details.links.map(({ name }) => name)).toEqual(["Project", "Data", "Video"]);
    expect(of({}).unidentified).toBeNull();
  });

  test("links to the web alone, for every paper of the bundled corpus", () => {
    const sources = clipSources();
    for (const { paper } of sources.catalogue.entries) {
      for (const { href } of detailsOf(sources, paper.id).links) expect(href).toMatch(/^https?:\/\/[^\s]+$/);
    }
  });

  test("lists what a paper cites and what cites it, oldest first, the survey apart from the works around it", () => {
    const facts = {
      A: { year: 2021 },
      B: { year: 2022 },
      C: { year: 2023 },
      D: { year: 2020 },
      W: { year: 1998, role: "context" as const },
    };
    const { cites, citedBy } = detailsOf(buildSources(corpusOf("B->A, B->D, B->W, C->B", facts)), "B");
    expect([cites.heading, citedBy.heading]).toEqual(["Cites 3 in this map", "Cited by 1 in this map"]);
    expect(cites.survey.map(({ label, year }) => [label, year])).toEqual([
      ["D", "2020"],
      ["A", "2021"],
    ]);
    expect(cites.context.map(({ label }) => label)).toEqual(["W"]);
    expect(citedBy.survey.map(({ label }) => label)).toEqual(["C"]);
  });

  test("says of each link what is known of it, and which longer path implies it", () => {
    const { cites } = detailsOf(buildSources(corpusOf("A<-B<-C, A<-C")), "C");
    expect(cites.survey.map(({ label, evidence, implied }) => [label, evidence, implied])).toEqual([
      ["A", "reported", "implied by A > B > C"],
      ["B", "reported", null],
    ]);
  });

  test("warns where a list has not been read, and nowhere else", () => {
    const sources = buildSources(missingReferenceCorpus());
    expect(detailsOf(sources, "C").cites.caveat).toMatch(/not known yet/);
    expect(detailsOf(sources, "B").cites.caveat).toBeNull();
    const work = buildSources(corpusOf("A->W", { W: { role: "context" } }));
    expect(detailsOf(work, "W").cites.caveat).toBe("What this work cites was not looked at.");
  });

  test("tells how a paper descends from the root, but not of the root itself nor of works around the survey", () => {
    const sources = buildSources(corpusOf(`${chain}, D->W`, { W: { role: "context" } }));
    expect(detailsOf(sources, "D").descent?.descents[0]?.hops.map(({ label }) => label)).toEqual([
      "A",
      "B",
      "C",
      "D",
    ]);
    expect([detailsOf(sources, "A").descent, detailsOf(sources, "W").descent]).toEqual([null, null]);
  });

  test("offers a trace only of a paper that has a link", () => {
    const sources = buildSources(corpusOf("A<-B, X"));
    expect([detailsOf(sources, "A").canTrace, detailsOf(sources, "X").canTrace]).toEqual([true, false]);
  });

  test("tells why Per-Clip VOS stands apart, in the words of who read it", () => {
    const { finding, descent } = detailsOf(clipSources(), "arxiv:2208.01924");
    expect(finding).toMatch(/CLIP is not among them/);
    expect(descent?.descents).toEqual([]);
    expect(descent?.remark).toMatch(/^No citation path between CLIP and Per-Clip VOS is known\./);
  });

  test("leaves what others wrote as it is: text, never markup", () => {
    const nasty = `<img src=x onerror="alert('1')">&amp;`;
    const details = of(
      { title: nasty, authors: [nasty], abstract: nasty },
      placed({ note: nasty, organization: nasty }),
    );
    expect([
      details.title,
      details.authors,
      details.abstract,
      details.headings[0]?.note,
      details.organization,
    ]).toEqual(Array(5).fill(nasty));
  });
});
