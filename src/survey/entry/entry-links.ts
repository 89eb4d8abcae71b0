import { WebUrlSchema } from "../../corpus/schema.ts";
import { leadsToPaper } from "../ids/leads-to-paper.ts";
import { paperRefs } from "../ids/paper-refs.ts";
import type { EntryLinks } from "../survey.ts";
import type { EntrySource } from "./entry-source.ts";
import { flatten, type LabelledLink } from "./flat-text.ts";
import { linkRole } from "./link-role.ts";

/** The links of a cell by what its column holds. */
export function linksOfCell({ role, header, lines }: EntrySource["cells"][number]): LabelledLink[] {
  const { links, spans, text } = flatten(lines);
  const worded = spans.flatMap(({ url, start, end }) =>
    url === null ? [] : [{ at: start, label: text.slice(start, end), url }],
  );
  return [...links, ...worded].map(({ at, label, url }) => {
    if (role === "code" || role === "project" || role === "data" || role === "video")
      return { at, label, url, role };
    if (role === "paper" || role === "title") return { at, label, url, role: linkRole("paper", url) };
    return { at, label, url, role: linkRole(`${label} ${header}`, url) };
  });
}

/** The links of a paper by their roles, and the addresses that may name it; what is no http(s) link goes to `problems`. */
export function sortLinks(
  title: string,
  titleUrl: string | null,
  labelled: readonly LabelledLink[],
  problems: string[],
): { links: EntryLinks; paperUrls: string[] } {
  const first = (role: LabelledLink["role"]) =>
    labelled.find((link) => link.role === role && link.url !== "")?.url ?? null;
  const titleRole = titleUrl === null ? null : linkRole("", titleUrl);
  const byLabel = labelled.filter(({ role, url }) => role === "paper" && url !== "").map(({ url }) => url);
  const titleIsPaper =
    titleUrl !== null && (titleRole === "paper" || (titleRole === "other" && byLabel.length === 0));
  const papers = [...(titleIsPaper ? [titleUrl] : []), ...byLabel];
  const strays = labelled.filter(({ role }) => role === "other").map(({ url }) => url);
  const named = papers.find((url) => paperRefs([url]).length > 0);
  const paper =
    papers.find((url) => leadsToPaper(url)) ??
    papers[0] ??
    strays.find((url) => paperRefs([url]).length > 0) ??
    null;
  const web = (url: string | null, what: string) =>
    url === null ? null : webUrl(url, what, title, problems);
  return {
    links: {
      paper: web(paper ?? (titleRole === "project" && first("code") === null ? titleUrl : null), "paper"),
      code: web(first("code") ?? (titleRole === "code" ? titleUrl : null), "code"),
      project: web(
        first("project") ?? (titleRole === "project" && paper !== null ? titleUrl : null),
        "project",
      ),
      data: web(first("data"), "data"),
      video: web(first("video") ?? (titleRole === "video" ? titleUrl : null), "video"),
    },
    paperUrls: named === undefined ? [...papers, ...strays] : papers,
  };
}

/** The address without a full stop behind it; null, with a problem, where it is no http(s) link. */
export function webUrl(url: string, what: string, title: string, problems: string[]): string | null {
  const clean = cleanUrl(url);
  if (WebUrlSchema.safeParse(clean).success) return clean;
  if (clean !== "" && !/^[./#]/.test(clean)) {
    const shown = JSON.stringify(url.slice(0, 80));
    problems.push(`the ${what} link of "${title}" is not an http(s) link: ${shown}`);
  }
  return null;
}

/** The link without the full stop or comma of the sentence around it. */
export function cleanUrl(url: string): string {
  return url.trim().replace(/[.,;。，；、]+$/u, "");
}

/** Whether an image is a badge or a counter of stars rather than a figure of the paper. */
export function isBadge(url: string): boolean {
  return /shields\.io|badge|star-history|hits\.|visitor|awesome\.re|forthebadge|\/stars\/|githubbadges|contrib\.rocks|flat-square|\bicons?\b|logo|\.svg(?:[?#]|$)/i.test(
    url,
  );
}
