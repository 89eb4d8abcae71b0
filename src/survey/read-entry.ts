import { WebUrlSchema } from "../corpus/schema.ts";
import { paperRef, paperRefs } from "./ids/paper-refs.ts";
import { oneLine } from "./one-line.ts";
import type { SurveyEntry } from "./survey.ts";
import type { Line, Run } from "./survey-blocks.ts";

/** `[CVPR 2023]` at the beginning, after a bullet that may lack its space; full-width brackets too. */
const HEAD = /^\s*(?:[-*+•·–—]\s*)?(?:[[【［])\s*([^[\]【】［］]{1,80}?)\s*[\]】］]/u;
const YEAR = /(?:^|[^\d])((?:19|20)\d{2})(?!\d)|['’](\d{2})(?!\d)/;
const BAR = /[|｜│]/;
const PAPER = /^(?:paper|pdf|arxiv|abs|abstract|preprint|doi|论文)$/i;
const CODE = /^(?:code|github|git|repo|repository|project|project page|代码)$/i;

/** What was read of an entry's own lines; where it stands and what is remarked elsewhere comes later. */
export interface ReadEntry {
  /** Null when the lines name no title; `problems` then says what is wrong. */
  readonly entry: Omit<SurveyEntry, "domain" | "otherDomains"> | null;
  readonly problems: readonly string[];
}

/** Whether the line begins with a venue and year in brackets, as an entry does. */
export function startsEntry(line: Line): boolean {
  const [first] = line.runs.filter(isVisible);
  if (first?.kind !== "text") return false;
  const head = HEAD.exec(first.text)?.[1];
  return head !== undefined && /\p{L}/u.test(head.replace(/\p{P}/gu, "")) && YEAR.test(head);
}

/** Whether a reader would take the line for an entry: by its beginning or by its `[[paper]]` link. */
export function looksLikeEntry(line: Line): boolean {
  if (startsEntry(line)) return true;
  const bold = line.runs.some((run) => run.kind === "strong");
  return line.runs.some((run) => {
    if (run.kind === "text") return /\[\[\s*(?:paper|code)\s*\]\]\(/i.test(run.text);
    if (run.kind !== "link") return false;
    const bracketed = /^\s*\[.*\]\s*$/.test(run.text);
    return (bracketed || bold) && (PAPER.test(labelOf(run)) || CODE.test(labelOf(run)));
  });
}

/** Whether a line of an unread block (HTML, code) would be an entry if Markdown read it. */
export function textLooksLikeEntry(text: string): boolean {
  const head = HEAD.exec(text)?.[1];
  return (head !== undefined && YEAR.test(head) && /\*\*|\]\(/.test(text)) || /\[\[paper\]\]\(/i.test(text);
}

/** The lines of one entry, read: its first line, and those that continue its paragraph. */
export function readEntry(lines: readonly Line[]): ReadEntry {
  const problems: string[] = [];
  const runs = lines.flatMap((line, i): Run[] =>
    i === 0 ? [...line.runs] : [{ kind: "text", text: "\n", url: null }, ...line.runs],
  );
  const first = lines[0]?.line ?? 1;
  const opening = runs.find(isVisible);
  const head = opening?.kind === "text" ? HEAD.exec(opening.text) : null;
  const body = runs.map((run) =>
    head && run === opening ? { ...run, text: run.text.slice(head[0].length) } : run,
  );
  const { venue, year } = readVenue(head?.[1] ?? "");

  const literal = body
    .filter((run) => run.kind === "text")
    .map((run) => run.text)
    .join("");
  if (literal.includes("](")) problems.push("a link that is not closed or holds white space is not read");

  const titleAt = body.findIndex((run) => run.kind === "strong");
  const titleRun = titleAt >= 0 ? body[titleAt] : undefined;
  const title = titleRun ? titleFrom(body, titleAt) : literal.includes("**") ? null : titleBetweenBars(body);
  if (!title) {
    const why = literal.includes("**") ? "its ** does not close" : "no title in **bold** or between bars";
    return { entry: null, problems: [`looks like an entry, but ${why}`, ...problems] };
  }

  const web = (url: string | null | undefined, what: string): string | null => {
    if (url === null || url === undefined) return null;
    const clean = cleanUrl(url);
    if (WebUrlSchema.safeParse(clean).success) return clean;
    problems.push(`the ${what} link of "${title}" is no http(s) link: ${JSON.stringify(url.slice(0, 80))}`);
    return null;
  };
  const links = body.filter((run) => run.kind === "link");
  const codeLink = links.find((run) => CODE.test(labelOf(run)));
  const others = links.filter((run) => run !== codeLink);
  const paperLink = others.find((run) => PAPER.test(labelOf(run))) ?? others.find(namesPaper);
  const paper = web(paperLink?.url ?? titleRun?.url, "paper");
  const code = web(codeLink?.url, "code");
  const organisation = body.slice(0, titleAt < 0 ? undefined : titleAt).find((run) => run.kind === "code");
  const figure = web(body.find((run) => run.kind === "image")?.url, "figure");
  const refLinks = [paper ?? "", ...others.map((run) => run.url ?? "")];

  return {
    entry: {
      line: first,
      title,
      venue,
      year,
      organization: organisation ? oneLine(organisation.text) || null : null,
      label: null,
      authors: [],
      date: year === null ? null : String(year),
      links: { paper, code, project: null, data: null, video: null },
      ref: paperRef(refLinks, title),
      refs: paperRefs(refLinks),
      note: trailingText(body, titleAt),
      figure,
    },
    problems,
  };
}

/** The link without the full stop or comma of the sentence around it. */
export function cleanUrl(url: string): string {
  return url.trim().replace(/[.,;。，；、]+$/u, "");
}

function isVisible(run: Run): boolean {
  return run.text.trim() !== "" || run.url !== null;
}

function labelOf(run: Run): string {
  return run.text.replace(/[[\]【】()]/g, "").trim();
}

function namesPaper(run: Run): boolean {
  return run.url !== null && paperRef([run.url], "").kind !== "title";
}

function readVenue(head: string): { venue: string | null; year: number | null } {
  const match = YEAR.exec(head);
  const short = match?.[2] === undefined ? null : Number(match[2]);
  const year = match?.[1] ? Number(match[1]) : short === null ? null : short + (short < 70 ? 2000 : 1900);
  const rest = head.replace(/((?:19|20)\d{2})(?!\d)|['’]\d{2}(?!\d)/, " ");
  return { venue: oneLine(rest).replace(/^[\s,，.'’-]+|[\s,，.'’-]+$/g, "") || null, year };
}

/** The bold text; a bold short name with a colon takes the rest of its field with it. */
function titleFrom(body: readonly Run[], at: number): string {
  const bold = body[at]?.text ?? "";
  const next = body[at + 1];
  const rest = next?.kind === "text" ? (next.text.split(BAR)[0] ?? "") : "";
  const more = /[:：]\s*$/.test(bold) ? rest : /^\s*[:：]\s*\S/.test(rest) ? rest : "";
  return oneLine(bold + more);
}

function titleBetweenBars(body: readonly Run[]): string | null {
  const text = body
    .map((run) => (run.kind === "text" || run.kind === "emphasis" ? run.text : "\u0000"))
    .join("");
  const fields = text.split(BAR).map(oneLine);
  if (fields.length < 2) return null;
  return fields.find((field) => field !== "" && !field.includes("\u0000")) ?? null;
}

/** What is written after the last link, or after the title where there is none: a remark. */
function trailingText(body: readonly Run[], titleAt: number): string | null {
  const lastLink = body.findLastIndex((run) => run.kind === "link");
  if (lastLink < 0) return null;
  const after = body.slice(Math.max(lastLink, titleAt) + 1).filter((run) => run.kind !== "image");
  const text = oneLine(after.map((run) => run.text).join("")).replace(/^[\s|｜│,，.。;；:：–—-]+/u, "");
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}
