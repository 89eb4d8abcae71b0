import { stringify } from "yaml";
import { escapedMarkdown } from "../corpus/markdown-entry.ts";
import { formatEntry } from "./format-entry.ts";
import { paperAddress } from "./formats/paper-address.ts";
import { paperRefs } from "./ids/paper-refs.ts";
import type { Survey, SurveyDomain, SurveyEntry } from "./survey.ts";

/**
 * The survey in the project's own form: a heading for each section, a bold one for each domain, an entry for each
 * paper, under every domain that it is in. Read back it gives the same papers and domains; domains without a
 * section come first, since nothing in Markdown ends a section.
 */
export function toMarkdown(survey: Survey): string {
  const sections = [...new Set(survey.domains.map(({ section }) => section))].sort(
    (a, b) => Number(a !== null) - Number(b !== null),
  );
  const blocks = sections.flatMap((section) => {
    const domains = survey.domains.filter((domain) => domain.section === section);
    const note = domains.find((domain) => domain.sectionNote)?.sectionNote ?? null;
    return [
      ...(section === null ? [] : [`### ${escapedMarkdown(section)}`]),
      ...(note === null ? [] : note.split("\n").map(escapedMarkdown)),
      ...domains.flatMap((domain) => domainBlocks(domain, survey.entries)),
    ];
  });
  const title = survey.title === null ? [] : [`# ${escapedMarkdown(survey.title)}`];
  return `${frontMatterOf(survey)}${[...title, ...blocks].join("\n\n")}\n`;
}

function domainBlocks(domain: SurveyDomain, entries: readonly SurveyEntry[]): string[] {
  const own = entries.filter(({ domain: first, otherDomains }) =>
    [first, ...otherDomains].includes(domain.id),
  );
  return [
    `**${escapedMarkdown(domain.label)}:**`,
    ...(domain.note ?? "").split("\n").filter(Boolean).map(escapedMarkdown),
    ...own.map((entry, i) => entryBlock(i === 0 ? withoutHeading(entry, domain.note) : entry)),
  ];
}

/** What is said behind a heading is read as a remark on its first paper too. */
function withoutHeading(entry: SurveyEntry, note: string | null): SurveyEntry {
  if (note === null || !entry.note?.startsWith(note)) return entry;
  return { ...entry, note: entry.note.slice(note.length).replace(/^\n/, "") || null };
}

function entryBlock(entry: SurveyEntry): string {
  const { links, refs, authors } = entry;
  const paper = links.paper ?? (refs[0] ? paperAddress(refs[0]) : null);
  const named = new Set(
    paperRefs(paper === null ? [] : [paper]).map(({ kind, value }) => `${kind}:${value}`),
  );
  const others = refs.filter(({ kind, value }) => !named.has(`${kind}:${value}`));
  const further = [
    ...(["project", "data", "video"] as const).map((label) => [label, links[label]] as const),
    ...others.map((ref) => [ref.kind === "arxiv" ? "arXiv" : ref.kind, paperAddress(ref)] as const),
  ].flatMap(([label, url]) => (url === null ? [] : [[label, url] as const]));
  const written = formatEntry({
    ...entry,
    venue:
      entry.venue
        ?.replace(/\[/g, "(")
        .replace(/\]/g, ")")
        .replace(/[`|｜│]/g, " ") ?? null,
    links: { ...links, paper },
    further,
  });
  return authors.length === 0 ? written : `${written}\n\n  *${authors.map(escapedMarkdown).join(", ")}*`;
}

/** What only a front matter can say; "" where there is nothing of the kind. */
function frontMatterOf({ author, date, language, root, groups, domains }: Survey): string {
  const translated = (labels: Record<string, string>) =>
    Object.keys(labels).some((code) => code !== language);
  const declared = domains.filter(({ group, labels }) => group !== null || translated(labels));
  const sections = new Map(
    domains.flatMap(({ section, sections }) =>
      section !== null && sections && translated(sections) ? [[section, sections]] : [],
    ),
  );
  if (
    author === null &&
    date === null &&
    root === null &&
    groups.length + declared.length + sections.size === 0
  )
    return "";
  const said = {
    ...(author !== null && { author }),
    ...(date !== null && { date }),
    language,
    ...(root !== null && { root }),
    ...(groups.length > 0 && { groups }),
    ...(sections.size > 0 && { sections: [...sections].map(([heading, label]) => ({ heading, label })) }),
    ...(declared.length > 0 && {
      domains: declared.map(({ id, group, label: heading, section, labels: label }) => ({
        id,
        ...(group !== null && { group }),
        heading,
        ...(section !== null && { section }),
        label,
      })),
    }),
  };
  return `---\n${stringify(said, { lineWidth: 0 })}---\n\n`;
}
