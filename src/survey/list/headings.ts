import { type Line, textOf } from "../blocks/blocks.ts";
import { isLinkLabel } from "../entry/link-role.ts";
import { withoutEmoji } from "../entry/title-text.ts";
import { isVenueDate, readVenueDate } from "../entry/venue-date.ts";
import { headingText } from "../one-line.ts";

/** A heading as the list's reader understands it: what it is about, or when and where the papers below appeared. */
export interface Heading {
  readonly text: string;
  /** A heading such as "2022" or "CVPR" dates the papers below and is no domain. */
  readonly when: string | null;
  readonly holds: Holds;
}

/**
 * What a heading promises below it: papers by that word; papers or posts, tools, courses; no list of papers
 * (a table of contents, a citation box, related lists); or nothing of the kind.
 */
export type Holds = "papers" | "papers and others" | "no papers" | "anything";

const NO_PAPERS =
  /^(?:table of )?contents?$|^toc$|^outline$|^目录|^citations?$|^cit(?:e|ing)(?: (?:us|this|our).*)?$|^how to cite|^bibtex$|^引用$|licen[cs]e|acknowledge?ments?|^致谢|contribut(?:e|ing|ors?|ion guid)|^star(?:gazers)?(?: history)?$|related (?:awesome )?(?:lists?|repos(?:itory|itories)?|github|projects?|links)|(?:other|more|similar) (?:awesome|lists|repos|repositories)|^awesome[- ]?(?:lists?|repos|repositories)|^contact|^maintainers?$|^change ?log|^call for papers|征稿|^about(?: us)?$|^to-?do|^sponsors?|^disclaimer|^how to (?:use|contribute|read|add)|^(?:(?:talks?|videos|(?:video )?lectures?|tutorials|podcasts?|slides|courses)(?:\s*(?:&|and|,|\/)\s*|$))+$|dictionary|glossary|^legend|^notation|^abbreviations?$|^installation|^usage$|^getting started|^友情链接/i;
/** What a list tells of itself, unless the heading says that papers are told of. */
const NEWS = /^what'?s new|^updates?(?: (?:log|history))?$|^(?:recent |latest )?news\b|^最新|^更新/i;
/** Under these a paper has to show by a link that it is one. They are what the heading is about, not words beside it. */
const OTHER_THINGS =
  /\b(?:blogs?|posts?|books|textbooks|lectures?|courses?|tools?|toolbox(?:es)?|toolkits?|software|librar(?:y|ies)|packages?|datasets?|implementations?|frameworks?|projects?|platforms?|repos(?:itories)?|resources?|videos|recordings?|talks?|podcasts?|tutorials?|notebooks?|websites?|demos?|products?|leaderboards?|challenges?|competitions?|scholars?|people|labs?|groups?|conferences?|workshops?|events?|jobs?)(?=\s*(?:$|[^\s\p{L}\d'’-]|[–-]\s|(?:and|or|for|of|on|with|in|to|from|by|about|that|related)\b))|博客|教程|课程|工具|数据集|视频/iu;
const PAPERS = /\b(?:papers?|publications?)\b|^(?:references|bibliography|reading list)$|论文|文献/i;
const PLACEHOLDER =
  /^(?:more|show(?: more| all)?|click(?: here)?(?: to (?:expand|see.*|view.*|show.*))?|expand|unfold|details|full list|list|展开|查看更多|papers?|the list|toggle)\.*$/i;

/** Cleans a heading: no badges, emoji, numbers at its front, links back to the top, or colon at its end. */
export function readHeading(lines: readonly Line[]): Heading {
  const runs = lines.flatMap((line) => line.runs).filter((run) => run.image === null || run.url !== null);
  const links = runs.filter(
    ({ url, image, text }) =>
      url !== null && (image !== null || /back to|^\W*top\W*$|↑|返回|^\W*$/i.test(text)),
  );
  const worded = runs.filter((run) => !links.includes(run));
  const named = worded.filter(({ url, text }) => url === null || !isLinkLabel(text, false));
  const shown = /\p{L}/u.test(textOf(named)) ? named : worded;
  const text = cleanHeading(textOf(shown));
  const bare = text.replace(/\s*[(（]\d+(?:\s*papers?)?[)）]$/i, "");
  const when = isWhen(bare) ? bare : null;
  return { text, when, holds: holdsOf(bare) };
}

function holdsOf(text: string): Holds {
  if (NO_PAPERS.test(text)) return "no papers";
  if (PAPERS.test(text)) return "papers";
  if (NEWS.test(text)) return "no papers";
  return OTHER_THINGS.test(text) ? "papers and others" : "anything";
}

/**
 * When the papers below appeared, where a heading says so of the heading above it and nothing else: "2023" for
 * "Attack Papers 2023" under "Attack". Null for any other.
 */
export function whenOfRepeated(text: string, above: string): string | null {
  const stem = (word: string) => word.toLowerCase().replace(/s$/, "");
  const said = new Set(above.split(/[^\p{L}\p{N}]+/u).map(stem));
  const words = text.split(/\s+/);
  const rest = words.filter((word) => !said.has(stem(word.replace(/[^\p{L}\p{N}]+$/u, "")))).join(" ");
  return rest !== "" && rest.length < text.length && /\d/.test(rest) && isWhen(rest) ? rest : null;
}

/** Whether a folded part's title says nothing about what is in it ("more", "click to expand"). */
export function saysNothing(text: string): boolean {
  return text === "" || PLACEHOLDER.test(text);
}

function cleanHeading(text: string): string {
  const plain = headingText(
    withoutEmoji(text)
      .replace(/:[a-z0-9_+-]+:/gi, " ")
      .replace(/\$\\?(?:[a-z]+\{)?([^$]*?)\}?\$/g, "$1"),
  )
    .replace(
      /\s*[[(（]\s*(?:(?:back to )?(?:the )?top|wip|todo|tbd|coming soon|(?:still )?(?:under )?(?:updating|construction)|new|updated?[^)\]]{0,20})\s*[\])）]\s*$/iu,
      "",
    )
    .replace(
      /^(?:\[\d+\]|(?:\d+|[ivx]+)(?:[.．]\d+)*[.)、．:](?!\d+(?:[.\s]|$))\s*|\d+(?:\.\d+)+\s+|\d{1,2}\s+(?=\p{L}))/iu,
      "",
    )
    .replace(/\s*[[(（]\s*[\])）]\s*/gu, " ")
    .replace(/^[\s|•·*#_>–—-]+|[\s|•·*#_<–—-]+$/gu, "");
  return headingText(plain).normalize("NFC").trim();
}

/** A year, a month, a venue or both, in a few words: "2022", "CVPR 2022", "Papers of 2021", "NeurIPS". */
function isWhen(text: string): boolean {
  const bare = text
    .replace(
      /\b(?:papers?|year|in|of|from|published|before|since|after|and|earlier|older|early|late|conference|workshops?)\b|论文|年/gi,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
  if (bare === "" || bare.length > 40) return false;
  if (/^(?:(?:18|19|20)\d{2}\s*[-–~&,]?\s*)+$/.test(bare)) return true;
  if (!isVenueDate(bare)) return false;
  const { venue, year } = readVenueDate(bare);
  return (
    venue === null ||
    /^(?:[\p{Lu}\d][\p{L}\d]*[\p{Lu}\d][\p{L}\d-]* ?){1,2}$/u.test(venue) ||
    /^arxiv$/i.test(venue) ||
    (year !== null && venue.split(" ").length <= 2 && /\p{Lu}{2}/u.test(venue))
  );
}
