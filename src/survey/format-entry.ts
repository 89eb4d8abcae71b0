import type { SurveyEntry } from "./parse-survey.ts";

/** What an entry needs to be written down; where it stands is the list's affair. */
export type WritableEntry = Pick<
  SurveyEntry,
  "title" | "venue" | "year" | "organization" | "links" | "note" | "figure"
>;

/**
 * The entry as the survey writes it: `- [CVPR 2023] \`Meta\` | **Title** | [[paper]](…)[[code]](…)`,
 * one line unless it has a remark (italic, above) or a figure (below). What is unknown is left out.
 * No line break at the end.
 */
export function formatEntry(entry: WritableEntry): string {
  const { title, organization, links, note, figure } = entry;
  const when = [entry.venue, entry.year].filter((part) => part !== null).join(" ");
  const head = [when && `[${when}]`, organization && `\`${organization}\``].filter(Boolean).join(" ");
  const ends = [
    links.paper && `[[paper]](${target(links.paper)})`,
    links.code && `[[code]](${target(links.code)})`,
  ];
  const fields = [head, `**${escaped(title)}**`, ends.filter(Boolean).join("")].filter(
    (field) => field !== "",
  );
  const remarks = (note ?? "").split("\n").filter((line) => line !== "");
  return [
    ...remarks.map((line) => `*${escaped(line)}*`),
    `- ${fields.join(" | ")}`,
    ...(figure ? [`![|inline](${target(figure)})`] : []),
  ].join("\n\n");
}

/** The text with a backslash before every character that Markdown could take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>!&|~#]/g, "\\$&");
}

/** In angle brackets where round ones or spaces would end the link early. */
function target(url: string): string {
  return /^[^\s()<>\\&]+$/.test(url) ? url : `<${url.replace(/[<>\\&]/g, "\\$&")}>`;
}
