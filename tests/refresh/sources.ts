import type { Survey, SurveyEntry } from "../../src/survey/survey.ts";

/** An entry of a survey as the parser reads it: `SLIP arxiv:2112.12750`, or a title alone. */
export function entryOf(text: string, line: number, more: Partial<SurveyEntry> = {}): SurveyEntry {
  const [, title = text, number] = /^(.*) arxiv:(\S+)$/.exec(text) ?? [];
  return {
    line,
    title,
    label: null,
    authors: [],
    domain: "d",
    otherDomains: [],
    venue: "CVPR",
    year: 2022,
    date: "2022",
    organization: null,
    links: {
      paper: number === undefined ? null : `https://arxiv.org/abs/${number}`,
      code: null,
      project: null,
      data: null,
      video: null,
    },
    ref: number === undefined ? { kind: "title", value: title } : { kind: "arxiv", value: number },
    refs: number === undefined ? [] : [{ kind: "arxiv", value: number }],
    note: null,
    figure: null,
    ...more,
  };
}

/** A survey with one domain `d`; entries stand on the lines 10, 20, 30… */
export function surveyOf(entries: readonly (string | SurveyEntry)[], more: Partial<Survey> = {}): Survey {
  return {
    title: "A survey",
    author: "An author",
    date: "2023-10-09",
    language: "en",
    root: null,
    groups: [],
    domains: [
      { id: "d", label: "D", section: null, labels: { en: "D" }, sections: null, group: null, note: null },
    ],
    entries: entries.map((entry, i) => (typeof entry === "string" ? entryOf(entry, 10 * (i + 1)) : entry)),
    leftOut: [],
    problems: [],
    ...more,
  };
}
