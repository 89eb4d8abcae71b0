import { describe, expect, test } from "vitest";
import { paperId } from "../../../src/corpus/ids.ts";
import { embed } from "../../../src/text/en/embed.ts";
import { ENGLISH } from "../../../src/text/en/texts.ts";
import { buildCompact } from "../../../src/view/panels/compact.ts";
import { embeddedModels, embeddedSources } from "../../../src/view/panels/embedded.ts";
import { buildSources } from "../../../src/view/sources.ts";
import { decodeState } from "../../../src/view/state/url.ts";
import { buildViewModel } from "../../../src/view/view-model.ts";
import { corpusOf, diamond } from "../../graphs.ts";
import { stateWith } from "../models.ts";

const corpus = corpusOf(
  diamond,
  {
    A: { year: 2020, authors: ["Ada One", "Bob Two", "Cy Three"], urls: { paper: "https://example.org/a" } },
    B: { year: 2021, venue: "ECCV 2021", aliases: ["old:b"], date: "2021-03-01" },
  },
  {
    survey: {
      root: "A",
      domains: [
        { id: "one", label: { en: "One" } },
        { id: "two", label: { en: "Two" } },
      ],
    },
    placements: [
      { paper: "A", domain: "one" },
      { paper: "B", domain: "two" },
      { paper: "C", domain: "two" },
    ],
  },
);

describe("buildCompact", () => {
  const head = (choices: Parameters<typeof stateWith>[0]) => {
    const state = stateWith({ compact: true, ...choices });
    return buildCompact(buildViewModel(buildSources(corpus), state), state);
  };

  test("leads to the same state of the whole page", () => {
    const state = stateWith({ view: "network", selected: paperId("B"), traced: true });
    const { title, address } = head(state);
    expect(title).toBe("A lineage");
    expect(decodeState(address, (id) => id).state).toEqual({ ...state, compact: false });
  });

  test("says what the colours of the map mean", () => {
    expect(head({}).keys).toEqual([
      { label: "One", count: 1, mark: { kind: "slot", slot: 0, shape: "circle" } },
      { label: "Two", count: 2, mark: { kind: "slot", slot: 1, shape: "square" } },
    ]);
    const years = head({ colouring: "year" });
    expect(years.heading).toBe(ENGLISH.compact.colours.year);
    expect(years.keys.filter(({ mark }) => mark?.kind === "year").length).toBeGreaterThan(0);
    expect(head({ colouring: "generation" }).keys[0]?.mark).toEqual({ kind: "generation", step: 0 });
    expect(head({ colouring: "community" }).keys).toEqual([]);
  });
});

describe("embeddedModels", () => {
  const sources = embeddedSources(corpus, ENGLISH, embed);

  test("lists every paper of the survey, oldest first, in a sentence", () => {
    const { list } = embeddedModels()(sources, stateWith({}));
    expect(list.map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
    expect(list[1]?.text).toContain("cites A");
  });

  test("tells of the selected paper whose it is, where it stands and when, the year once", () => {
    const { selected } = embeddedModels()(sources, stateWith({ selected: paperId("A") }));
    expect(selected).toMatchObject({
      url: "https://example.org/a",
      byline: "Ada One, Bob Two and others · 2020",
    });
    expect(embeddedModels()(sources, stateWith({ selected: paperId("B") })).selected?.byline).toBe(
      "ECCV 2021",
    );
  });

  test("says what it was asked for and has not, and what is left out", () => {
    expect(embeddedModels()(sources, stateWith({})).notes).toEqual([]);
    expect(embeddedModels()({ ...sources, of: 50_000 }, stateWith({}), "nobody").notes).toEqual([
      "The map has no paper “nobody”.",
      "Shown here: 4 of 50,000 papers. The full map shows the rest.",
    ]);
    const empty = embeddedSources(corpusOf(""), ENGLISH, embed);
    expect(embeddedModels()(empty, stateWith({})).notes).toEqual(["The map holds no papers."]);
  });
});
