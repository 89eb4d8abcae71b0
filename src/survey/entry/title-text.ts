import { oneLine } from "../one-line.ts";
import { ET_AL, readAuthors } from "./authors.ts";
import { isVenueDate } from "./venue-date.ts";

const SHORTCODE = /(?<![\p{L}\p{N}:])(?::[a-z][a-z0-9_+-]{2,}:)+/gu;
const EMOJI =
  /\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]*|[\u{1f1e6}-\u{1f1ff}]|[\ufe0f\u20e3]/gu;
const KEPT_SIGNS = /[©®™↔]/u;

/** The text without emoji and shortcodes of emoji (`:star:`). */
export function withoutEmoji(text: string): string {
  return text.replace(SHORTCODE, " ").replace(EMOJI, (sign) => (KEPT_SIGNS.test(sign) ? sign : " "));
}

const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["“", "”"],
  ["”", "”"],
  ["``", "''"],
  ["「", "」"],
  ["《", "》"],
  ["«", "»"],
  ["'", "'"],
  ["‘", "’"],
];

/** A title as one types it: on one line, without quotes around it, emoji, and a full stop or comma at its end. */
export function titleText(text: string): string {
  let title = oneLine(withoutEmoji(text));
  for (let before = ""; before !== title; ) {
    before = title;
    title = title
      .replace(/^\*\*|\*\*$/g, "")
      .replace(/^[\s,，;；|:：.·•–—-]+(?=\S)/u, "")
      .replace(/\s*[,，;；|:：、–—-]+$/u, "")
      .replace(/(?<!\b(?:et al|vs|etc|Inc|Jr|Sr)|\b\p{Lu}|\.)\.$/u, "")
      .replace(/[。]$/u, "")
      .replace(/\s+[.]$/, "")
      .trim();
    for (const [open, close] of QUOTES) {
      const inner = title.slice(open.length, title.length - close.length);
      const whole = title.length > 4 && title.startsWith(open) && title.endsWith(close);
      if (whole && !inner.includes(open) && !inner.includes(close)) title = inner.trim();
    }
    if (/^["“][^"”]*$/.test(title)) title = title.slice(1);
    if (/^[^"“”]*["”]$/.test(title)) title = title.slice(0, -1);
    if (/^\([^()]*\)$|^\[[^[\]]*\]$/.test(title)) title = title.slice(1, -1);
    if (title.endsWith("(") || title.endsWith("[")) title = title.slice(0, -1).trim();
  }
  return title;
}

/**
 * How likely a text is to be the title of a paper, from 0 to 1: by its length in words, and by what
 * else it could be (a venue, authors, an address, a label).
 */
export function titleLikelihood(text: string): number {
  return likelihoodOfTitle(titleText(text));
}

/** The same of a text that titleText has given. */
export function likelihoodOfTitle(title: string): number {
  if (!/\p{L}/u.test(title) || /^https?:\/\/\S*$/i.test(title)) return 0;
  const han = title.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  const words = title.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length + han / 2.5;
  if (words <= 8 && !title.includes(":") && isVenueDate(title)) return 0.05;
  if (words >= 3 && words <= 80 && !title.includes(":") && readAuthors(title)) return 0.08;
  // "Duo Zheng (University of Hong Kong) et al. arXiv"
  const etAl = ET_AL.exec(title);
  if (etAl && readAuthors(title.slice(0, etAl.index + etAl[0].length)) !== null) return 0.08;
  const digits = title.match(/\d/g)?.length ?? 0;
  if (digits * 2 > (title.match(/\p{L}/gu)?.length ?? 0)) return 0.1;
  const byLength =
    words < 1.5 ? 0.2 : words < 2.5 ? 0.45 : words < 3.5 ? 0.75 : words <= 32 ? 1 : words <= 60 ? 0.5 : 0.15;
  const sentence = /[.!?。]\s+\p{Lu}/u.test(title) && words > 24 ? 0.4 : 1;
  return byLength * sentence;
}
