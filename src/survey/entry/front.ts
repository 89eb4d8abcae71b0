import type { FlatText } from "./flat-text.ts";
import { titleLikelihood, withoutEmoji } from "./title-text.ts";
import { isVenueDate, namesKnownVenue, readVenueDate } from "./venue-date.ts";

/** What comes before the title: venues and dates in brackets, a short name, an organisation. */
export interface Front {
  /** Where the rest begins. */
  readonly end: number;
  readonly heads: readonly string[];
  readonly label: string | null;
  readonly organization: string | null;
}

const BULLET = /^\s*(?:\d{1,4}\s*[.)、](?!\d)|[-*+•·–—#]+(?=\s)|[-–—](?=\[))\s*/u;
const TASK = /^\s*\[[ xX]?\]\s*/;
const NUMBER = /^\s*(?:\[\s*(?!(?:18|19|20)\d{2}\s*\])\d{1,4}\s*\]|\(\s*\d{1,3}\s*\))\s*/;
const BRACKETED = /^\s*([[【［(（])\s*([^[\]【】［］\n]{1,160}?)\s*[\]】］)）]\s*/u;

/** Reads bullets, numbers, boxes, bracketed venues, short names and link marks at the beginning. */
export function readFront(flat: FlatText): Front {
  let at = 0;
  let label: string | null = null;
  let organization: string | null = null;
  const heads: string[] = [];
  for (let before = -1; before !== at; ) {
    before = at;
    const rest = flat.text.slice(at);
    const skip =
      /^(?:\s|(?!:[a-z0-9_+-]+:)[|｜│,，;；:：]|[(（](?=\s)|\ue000)+/iu.exec(rest) ??
      TASK.exec(rest) ??
      NUMBER.exec(rest) ??
      (at < 4 ? BULLET.exec(rest) : null);
    if (skip && (at === 0 || !/^\s*[:：]/.test(rest) || label !== null || heads.length > 0)) {
      at += skip[0].length;
      continue;
    }
    const sign =
      /^(?::[a-z0-9_+-]+:|\p{Extended_Pictographic}(?:\ufe0f|\u200d|\p{Extended_Pictographic})*)\s*/iu.exec(
        rest,
      );
    if (sign) {
      at += sign[0].length;
      continue;
    }
    const span = flat.spans.find(({ start, end }) => start <= at && at < end);
    const bracketed = BRACKETED.exec(rest);
    if (bracketed) {
      const [whole, bracket = ""] = bracketed;
      const inner = withoutEmoji(bracketed[2] ?? "").trim();
      const square = bracket !== "(" && bracket !== "（";
      // A year in square brackets dates the entry, whatever the venue beside it is called.
      const dated = square && inner.length <= 120 && readVenueDate(inner).year !== null;
      if (isVenueDate(inner) || dated) heads.push(inner);
      else if (square && /\p{L}/u.test(inner) && inner.split(/\s+/).length <= 5 && label === null)
        label = inner;
      else if (!square || /[\p{L}]/u.test(inner)) break;
      at += whole.length;
      continue;
    }
    // "`CVPR'22`", "**ICLR 2020**", "2023/10 |" and "`Meta`" in front of the title.
    if (span && (span.code || span.strong) && span.start >= at - 1 && span.url === null) {
      const said = flat.text.slice(at, span.end).trim();
      // "`OpenAI`" behind a venue is who wrote it.
      const venue =
        readVenueDate(said).year !== null || (heads.length === 0 && namesKnownVenue(said)) || !span.code;
      if (venue && (span.code || heads.length === 0) && isVenueDate(said) && titleLikelihood(said) < 0.5) {
        heads.push(said);
        at = span.end;
        continue;
      }
      if (span.code && organization === null && said.length <= 60 && /\p{L}/u.test(said)) {
        organization = said;
        at = span.end;
        continue;
      }
    }
    // "[CVPR 2023] **Title**": what is bold behind a venue is the title.
    if (span?.strong && heads.length > 0) break;
    // "20181123 arXiv [Title](…)": what is short and a venue before a linked or bold title is its venue.
    const next =
      span?.url || span?.strong
        ? undefined
        : flat.spans.find(({ start, url, strong }) => start > at && (url !== null || strong));
    const first = next === undefined || next.start - at > 60 ? "" : flat.text.slice(at, next.start).trim();
    if (next && first !== "" && isVenueDate(first) && titleLikelihood(first) < 0.5) {
      heads.push(first);
      at = next.start;
      continue;
    }
    const field = /^([^|｜│\n\ue000]{2,40}?)\s*(?:[|｜│]|:\s)/u.exec(rest);
    const when = field?.[1] === undefined ? null : readVenueDate(field[1]);
    const acronym = /[|｜│]\s*$/.test(field?.[0] ?? "");
    const named =
      field?.[1] !== undefined &&
      isVenueDate(field[1]) &&
      (acronym || when?.year != null) &&
      titleLikelihood(field[1]) < 0.3 &&
      // "SemEval-2025 Task 3: Mu-SHROOM, …" is a title.
      !/\b(?:task|challenge|competition|track)\b/i.test(field[1]);
    if (field?.[1] !== undefined && named && !span?.url) {
      heads.push(field[1]);
      at += field[0].length;
    }
    const dated =
      /^(?:(?:18|19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\(?(?:18|19|20)\d{2}\)?)\s*[,.:–-]?\s+(?=\S)/u.exec(
        rest,
      );
    if (before === at && dated && !/^\s*(?:18|19|20)\d{2}\s+\p{Ll}/u.test(rest)) {
      heads.push(dated[0]);
      at += dated[0].length;
    }
  }
  return { end: at, heads, label, organization };
}
