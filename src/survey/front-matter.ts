import { isScalar, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { placeOf } from "../corpus/bad-rows.ts";
import { type Group, GroupSchema, LocalisedSchema } from "../corpus/schema.ts";
import { DateSchema, PaperIdSchema } from "../corpus/text-schemas.ts";
import { paperIdOf } from "./ids/paper-id-of.ts";
import { headingText } from "./one-line.ts";
import type { SurveyProblem } from "./survey.ts";
import { offsetTooDeep } from "./yaml-depth.ts";

/** No front matter that means something nests deeper. */
const MOST_DEPTH = 64;

/** What the front matter says of one heading under which papers stand. */
export interface DeclaredDomain {
  /** The heading as the list writes it. */
  readonly heading: string;
  /** The section it stands in; needed only where two sections have the same heading. */
  readonly section: string | null;
  readonly id: string;
  readonly labels: Record<string, string>;
  readonly group: string | null;
  readonly line: number;
}

export interface FrontMatter {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly root: string | null;
  readonly groups: readonly Group[];
  readonly domains: readonly DeclaredDomain[];
  /** Labels of the sections by language, under the heading as the list writes it. */
  readonly sections: ReadonlyMap<string, Record<string, string>>;
  readonly problems: readonly SurveyProblem[];
}

/** What a survey says of itself that has no front matter. */
export const NO_FRONT_MATTER: FrontMatter = {
  title: null,
  author: null,
  date: null,
  language: null,
  root: null,
  groups: [],
  domains: [],
  sections: new Map(),
  problems: [],
};

const Text = z.string("is not text").trim().min(1, "is empty");
const DayText = z
  .union([z.string(), z.number().transform(String)], "is not a date")
  // Blogs write the time of publication too; the day is what counts here.
  .transform((text) => text.trim().replace(/[T ]\d{2}:.*$/, ""))
  .pipe(DateSchema);
/** Any address or id of a paper, in the form of a paper id. */
const RootSchema = z
  .string("is not text")
  .transform((text) => paperIdOf(text) ?? text)
  .pipe(PaperIdSchema);
const Domain = z.object({
  heading: Text.transform(headingText),
  section: Text.transform(headingText).nullable().default(null),
  id: Text,
  label: LocalisedSchema,
  group: Text.nullable().default(null),
});
const Section = z.object({ heading: Text.transform(headingText), label: LocalisedSchema });

/**
 * What the YAML between the two `---` lines says of the survey. Other keys are left alone; a wrong
 * value becomes a problem with its line and counts as not said. `firstLine` is the line of the file
 * on which `yaml` starts.
 */
export function readFrontMatter(yaml: string, firstLine: number): FrontMatter {
  const tooDeep = offsetTooDeep(yaml, MOST_DEPTH);
  if (tooDeep !== null) {
    const line = firstLine + yaml.slice(0, tooDeep).split("\n").length - 1;
    const message = `front matter: lists and mappings nested more than ${MOST_DEPTH} deep; none of it was read`;
    return { ...readFrontMatter("", firstLine), problems: [{ line, message }] };
  }
  const problems: SurveyProblem[] = [];
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, logLevel: "silent" });
  const lineOf = (offset: number) => firstLine + counter.linePos(offset).line - 1;
  for (const error of document.errors) {
    problems.push({ line: lineOf(error.pos[0]), message: `front matter: ${error.message}` });
  }

  /** The line of the innermost part of `path` that the file holds. */
  const lineOfPath = (path: readonly PropertyKey[]): number => {
    for (let end = path.length; end > 0; end--) {
      const node = document.getIn(path.slice(0, end), true);
      const range = typeof node === "object" && node && "range" in node ? node.range : null;
      if (Array.isArray(range) && typeof range[0] === "number") return lineOf(range[0]);
    }
    return firstLine;
  };
  const content = contentOf(document.errors.length > 0 ? null : () => document.toJS({ maxAliasCount: 100 }));
  if (typeof content === "string") problems.push({ line: firstLine, message: `front matter: ${content}` });
  const values: Record<string, unknown> = typeof content === "string" ? {} : content;

  function read<T>(schema: z.core.$ZodType<T>, path: readonly (string | number)[], value: unknown): T | null {
    if (value === undefined || value === null) return null;
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const place = [...path, ...issue.path];
      problems.push({
        line: lineOfPath(place),
        message: `front matter: ${placeOf(place)}: ${issue.message}`,
      });
    }
    return null;
  }
  /** The readable items of a list; each bad one is a problem of its own. */
  function readAll<T>(schema: z.core.$ZodType<T>, key: string): { item: T; line: number }[] {
    const list = read(z.array(z.unknown(), "is not a list"), [key], values[key]) ?? [];
    return list.flatMap((value, i) => {
      const item = read(schema, [key, i], value ?? {});
      return item === null ? [] : [{ item, line: lineOfPath([key, i]) }];
    });
  }

  const scalarText = (key: string) => read(Text, [key], sourceText(document.get(key, true), values[key]));
  const groups = readAll(GroupSchema, "groups").map(({ item }) => item);
  const domains = readAll(Domain, "domains").map(({ item, line }) => {
    const { label, ...rest } = item;
    return { ...rest, labels: label, line };
  });
  const ids = new Set<string>();
  const kept = domains.filter(({ id, group, line }) => {
    if (group !== null && !groups.some((known) => known.id === group)) {
      problems.push({ line, message: `front matter: domain "${id}" names an unknown group: "${group}"` });
    }
    if (ids.has(id)) problems.push({ line, message: `front matter: domain "${id}" is defined twice` });
    return !ids.has(id) && ids.add(id);
  });
  return {
    title: scalarText("title"),
    author: scalarText("author"),
    date: read(DayText, ["date"], values.date) ?? read(DayText, ["pubDate"], values.pubDate),
    language: read(Text, ["language"], values.language) ?? read(Text, ["lang"], values.lang),
    root: read(RootSchema, ["root"], sourceText(document.get("root", true), values.root)),
    groups,
    domains: kept.map((domain) =>
      groups.some((known) => known.id === domain.group) ? domain : { ...domain, group: null },
    ),
    sections: new Map(readAll(Section, "sections").map(({ item }) => [item.heading, item.label])),
    problems,
  };
}

/** A title such as `2023` is a number to YAML; its text in the file is what the author meant. */
function sourceText(node: unknown, value: unknown): unknown {
  return isScalar(node) && typeof value === "number" ? (node.source ?? String(value)) : value;
}

function contentOf(read: (() => unknown) | null): Record<string, unknown> | string {
  try {
    const value = read?.() ?? {};
    if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
    return 'is not a mapping such as "title: …"';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
