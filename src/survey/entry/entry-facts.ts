import { oneLine } from "../one-line.ts";
import { ET_AL, leadingAuthors, readAuthors } from "./authors.ts";
import { LINK_MARK } from "./flat-text.ts";
import { isName } from "./is-name.ts";
import { titleText, withoutEmoji } from "./title-text.ts";
import { isVenueDate, namesVenue, readVenueDate } from "./venue-date.ts";

/** What is said of a paper beside its title and links, gathered piece by piece; the first word on each counts. */
export interface EntryFacts {
  /** A text known to hold venue and date only: a bracket in front, a column. */
  readonly venueDate: (text: string) => void;
  /** A text known to name the authors only. */
  readonly authors: (text: string) => void;
  /** Any text: what is venue, date or authors in it is kept as such, the rest is a remark. */
  readonly text: (text: string, written?: { readonly emphasis?: boolean; readonly line?: boolean }) => void;
  readonly remark: (text: string) => void;
  readonly result: () => {
    authors: string[];
    venue: string | null;
    year: number | null;
    date: string | null;
    remarks: string[];
  };
}

const SAID_WITH = [
  ["authors", /^(?:authors?|by|作者)\s*[:：]\s*/i],
  [
    "venueDate",
    /^(?:date|year|published(?: in| at| on)?|publication date|publisher|venue|journal|conference|source|time|发表|会议|期刊|时间|日期|年份)\s*[:：]\s*/i,
  ],
  [
    "nothing",
    /^(?:institutions?|affiliations?|organi[sz]ations?|orgs?|company|作者单位|单位|机构)(?:\([^)]*\))?\s*[:：]\s*/i,
  ],
  [
    "nothing",
    /^(?:paper|pdf|code|project(?: page)?|homepage|website|demo|data(?:set)?s?|video|arxiv|论文|代码|主页|数据集?)(?:\([^)]*\))?\s*[:：]?\s*(?:none|n\/a|tbd|-|无|coming soon)?\s*$/i,
  ],
] as const;

/** What a column says where nobody is named. */
const NOBODY =
  /^(?:authors?\s*)?(?:tbd|tba|n\/?a|none|unknown|to be (?:added|announced|determined)|[-–—?]+)$/i;

/** Where a text is cut in parts: sentences, bars, dashes and lines. */
const PARTS = /(?<=(?<!\b\p{Lu})\.)\s+(?=[\p{Lu}\d(])|\s*[|｜]\s*|\s[–—]\s|\n/u;
/** A venue that any later one replaces: an archive, or who put the paper out. */
const WEAK_VENUE =
  /^(?:(?:arxiv|corr)(?:[\s.]*(?:e-?|pre-?)prints?)?|preprint|openai|(?:google )?deepmind|blog)$/i;
/** Where authors may end and their venue begin. */
const CUTS = new RegExp(
  `${ET_AL.source}[,.]?\\s*|(?<!\\b\\p{Lu})[.。]\\s*|[,，]\\s*|\\s+(?=[(（[])|\\s[-–—|]\\s|\\n`,
  "gu",
);
const ET_AL_AT_END = new RegExp(`${ET_AL.source}$`, "iu");
const LONGEST_SAID = 2_000;

/** Whether a text is a fact with its name in front, such as "Date: May 2023" or "TLDR: …". */
export function isLabelledFact(text: string): boolean {
  const said = bare(text);
  return (
    SAID_WITH.some(([, sign]) => sign.test(said)) ||
    /^(?:tl;?dr|abstract|summary|keywords?|key|env|note|comment|摘要|简介)\s*[:：]/i.test(said)
  );
}

export function createEntryFacts(): EntryFacts {
  let authors: string[] = [];
  let venue: string | null = null;
  let date: string | null = null;
  const remarks: string[] = [];

  const facts: EntryFacts = {
    venueDate(text) {
      const read = readVenueDate(withoutEmoji(text).replaceAll(LINK_MARK, " "));
      // "arXiv:1509.02634 / ICCV 2015": a paper in an archive may have come out since.
      if (venue === null || (read.venue !== null && WEAK_VENUE.test(venue))) venue = read.venue ?? venue;
      const finer = date && read.date?.startsWith(`${date}-`);
      if (date === null || finer) date = read.date;
      if (read.award) remarks.push(read.award);
    },
    authors(text) {
      if (authors.length > 0 || NOBODY.test(bare(text))) return;
      authors =
        readAuthors(text, true) ??
        text
          .split(/\s*[,;，；、]\s*|\s+and\s+|\s*&\s*/)
          .map((name) => oneLine(name).replace(ET_AL_AT_END, "").trim())
          .filter((name) => /\p{L}/u.test(name) && name.length <= 80);
    },
    text(text, written = {}) {
      let said = bare(text).replace(/^intro\s*[:：]\s*/i, "");
      // "(2015), G. Hinton et al."
      const [dated, year] =
        /^[(（]?((?:18|19|20)\d{2})(?:[)）]|(?=[,.]))[,.:]?\s+(?=\p{L})/u.exec(said) ?? [];
      if (dated !== undefined && year !== undefined) {
        facts.venueDate(year);
        said = said.slice(dated.length);
      }
      if (said === "") return;
      for (const [what, sign] of SAID_WITH) {
        const found = sign.exec(said);
        if (!found) continue;
        if (what !== "nothing") facts[what](said.slice(found[0].length));
        return;
      }
      // A long text is prose: taking it apart would take time by the square of its length.
      const prose = said.length > LONGEST_SAID;
      const names =
        authors.length === 0
          ? readAuthors(said, written.emphasis || written.line || dated !== undefined)
          : null;
      if (names && !isVenueDate(said)) {
        authors = names;
        return;
      }
      if (prose) {
        remarks.push(said);
        return;
      }
      // "Mildenhall et al., ECCV 2020" names more than a venue.
      const namesSome = ET_AL.test(said) || beginsWithAuthors(said);
      if (namesSome && authors.length === 0 && authorsThenVenue(said)) return;
      // "ICML 2013. (First of its kind)": what is in brackets behind a year or a full stop is a remark, unless it is a venue too.
      const [, before, bracketed] =
        /^(.*(?:\d{4}[)）]?|\.))[.,]?\s*[(（]((?:[^()（）]|\([^()]*\))+)[)）]\.?$/su.exec(said) ?? [];
      if (before !== undefined && bracketed !== undefined && isVenueDate(before)) {
        // "arXiv preprint (2019). (AAAI 2020)": what came out says more than the archive.
        const later = isVenueDate(bracketed);
        if (later) facts.venueDate(bracketed);
        facts.venueDate(before);
        if (!later) facts.remark(`(${bracketed})`);
        return;
      }
      if (isVenueDate(said)) {
        facts.venueDate(said);
        return;
      }
      if (authors.length === 0 && authorsThenVenue(said)) return;
      const left = pieces(said);
      if (left !== "") remarks.push(left);
    },
    remark(text) {
      const said = oneLine(text);
      if (said !== "") remarks.push(said);
    },
    result() {
      return { authors, venue, year: date === null ? null : Number(date.slice(0, 4)), date, remarks };
    },
  };

  /** "Mark Chen, Alec Radford. ICML 2020." */
  function authorsThenVenue(said: string): boolean {
    const cuts = [...said.matchAll(CUTS)];
    for (const cut of cuts.reverse()) {
      const etAl = /^\p{L}/u.test(cut[0]);
      const first = said.slice(0, cut.index + (etAl ? cut[0].length : 0));
      const rest = said.slice(cut.index + cut[0].length).replace(/^[(（[]|[)）\]]\.?$/gu, "");
      const names = rest === "" ? null : readAuthors(first, true);
      if (names === null || !isVenueDate(rest) || isVenueDate(first)) continue;
      authors = names;
      facts.venueDate(rest);
      return true;
    }
    return false;
  }

  /** Takes venues, dates and authors out of a text piece by piece and returns what is left. */
  function pieces(said: string): string {
    const left = said
      .split(PARTS)
      .flatMap((part) => {
        const piece = bare(part);
        return piece === "" || isFact(piece) ? [] : [withoutBracketed(piece)];
      })
      .filter((piece) => piece !== "" && !isFact(bare(piece)))
      .map(withoutOuter)
      .join(" ");
    return /[\p{L}\p{N}]/u.test(left) ? bare(left) : "";
  }

  /** Whether a text is a fact and nothing else; if so it is kept. */
  function isFact(piece: string): boolean {
    const names = authors.length === 0 ? readAuthors(piece) : null;
    if (names) authors = names;
    else if (isVenueDate(piece)) facts.venueDate(piece);
    else return authors.length === 0 && authorsThenVenue(piece);
    return true;
  }

  /** The text without the brackets that hold a venue or date. */
  function withoutBracketed(said: string): string {
    return said.replace(/[[(（【]([^[\]()（）【】]{2,80})[\])）】]/gu, (whole, inner: string) => {
      if (!isVenueDate(inner)) return whole;
      facts.venueDate(inner);
      return " ";
    });
  }

  /** Takes the first and last pieces between commas away that are venues or dates: "ICLR 24, multi-modal", "…, arXiv 2016". */
  function withoutOuter(said: string): string {
    let left = said;
    for (;;) {
      const head = /^\s*([^,，]{2,80})[,，]+\s*/u.exec(left);
      const first = head?.[1] ?? "";
      if (!head || !isVenueDate(first) || (readVenueDate(first).year === null && !namesVenue(first))) break;
      facts.venueDate(first);
      left = left.slice(head[0].length);
    }
    for (let comma = left.lastIndexOf(","); comma > 0 && date === null; comma = left.lastIndexOf(",")) {
      const tail = left.slice(comma + 1).replace(/[.\s]+$/, "");
      if (!isVenueDate(tail)) break;
      facts.venueDate(tail);
      left = left.slice(0, comma);
    }
    return left;
  }
  return facts;
}

/** Whether a text begins with authors in full: "Roli, Fabio, and Giorgio Fumera. …", "Deyao Zhu. arXiv 2023". */
function beginsWithAuthors(said: string): boolean {
  const first = /^[^.,，]{4,45}(?=[.,，]\s)/u.exec(said)?.[0];
  if (first === undefined || namesVenue(first)) return false;
  return (/\s/.test(first) && isName(first)) || leadingAuthors(said) !== null;
}

/** The text without link marks and the brackets and separators that were around them. */
function bare(text: string): string {
  const plain = withoutEmoji(text)
    .replace(/[[(【（]\s*(?:\ue000[\s,;/|&+]*)+[\])】）]?/gu, " ")
    .replace(/(?:[\s,;/|&+]*\ue000)+\s*[\])】）]?/gu, " ")
    .replace(/\[\s*\]|\(\s*\)|【\s*】/g, " ");
  return oneLine(plain)
    .replace(/^[\s|｜│,，.。;；:：\])）】–—•·*-]+(?!\d)|[\s|｜│,，;；:：[(（【–—•·*-]+$/gu, "")
    .trim();
}

export { bare as textWithoutLinks, titleText };
