import { isLikelyName, isName, isUnmarkedName, PARTICLES, SUFFIX, withoutMarks } from "./is-name.ts";
import { namesKnownVenue } from "./venue-date.ts";

const INITIALS = /^(?:\p{Lu}\.?[-\s]?){1,4}$/u;
/** "et al." with the slips of the pen that lists have: "el al", "et at.", "Shahet al.". */
export const ET_AL = /(?:\b(?:e[tl]|wt)\.?\s?a[lt]|(?<=\p{Ll})et al)\b\.?/iu;
const ET_AL_COMMA = new RegExp(`${ET_AL.source},?`, "iu");
const MANY = new RegExp(
  `[\\s,，]*(?:${ET_AL.source}|\\betc\\b\\.?|\\band others\\b|等(?:人)?)\\s*[.,;]*\\s*$`,
  "iu",
);
const SEPARATOR = /\s*(?:[,，;；、·•|]\s*(?:and\b|&)?|\s&\s|\band\b|和)\s*/u;
const SEPARATORS = new RegExp(SEPARATOR.source, "giu");
/** A word in lower case before the first comma that no name has. Most texts that are asked about are titles, and most titles have one. */
const NO_NAME = new RegExp(
  `^(?!\\p{Lu}\\S+ \\p{Ll}+ \\p{Lu}\\S+\\s*[,，;])[^,，;；、·•|&(（]{0,120}?\\s(?!(?:[dl]['’]\\p{Lu}|(?:${PARTICLES.join("|")}|and|others|et|etc|wt|jr|sr|ii|iii|iv)\\b))\\p{Ll}`,
  "u",
);

/**
 * The authors that a text names and nothing else, in order, without marks and "et al."; null where the
 * text is anything else. "Mu, N., & Kirillov, A." gives two; a single name counts only with "et al." or
 * where `alone` says that authors are what is expected here.
 */
export function readAuthors(text: string, alone = false): string[] | null {
  if (NO_NAME.test(text)) return null;
  const label = /^\s*(?:authors?|by|作者)\s*[:：]?\s+(?=\p{Lu}|\p{sc=Han})/iu.exec(text);
  const bare = withoutAffiliations(withoutMarks(text.slice(label?.[0].length ?? 0)));
  const ending = bare.slice(-30);
  const many = /a[lt]\b|etc|others|等/i.test(ending) && MANY.test(ending);
  const list = (many ? bare.slice(0, -30) + ending.replace(MANY, "") : bare).replace(
    /^[\s,.;:(]+|(?:[\s,;:)]|(?<!\b\p{Lu})\.)+$/gu,
    "",
  );
  if (list === "" || list.length > 100_000) return null;
  const inverted = list.split(/\s+and\s+/i).map((name) => /^([^,]+),\s*([^,]+)$/.exec(name));
  if (
    inverted.length > 1 &&
    inverted.every((name) => name && isUnmarkedName(name[1] ?? "") && !/^(?:jr|sr)\b/i.test(name[2] ?? ""))
  ) {
    return inverted.map((name) => `${name?.[2]} ${name?.[1]}`);
  }
  const pieces = list
    .split(SEPARATOR)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const told = label !== null;
  if (!areNames(pieces, many || told)) return withAffiliations(list);
  const names = joined(pieces, many);
  const whole = names.filter((name) => /\s|^\p{sc=Han}{2,4}$/u.test(name)).length;
  if (names.length === 1) return many || told || (alone && whole === 1 && /\s/.test(list)) ? names : null;
  return whole * 2 >= names.length || many || told ? names : null;
}

/** Whether the pieces of a list are names; a few that look less like it are believed among others, or with "et al.". */
function areNames(pieces: readonly string[], told: boolean): boolean {
  let sure = 0;
  let doubtful = 0;
  for (const piece of pieces) {
    if (isVenue(piece)) return false;
    if (isUnmarkedName(piece) || INITIALS.test(piece)) sure += /\s/.test(piece) ? 1 : 0;
    else if (isLikelyName(piece)) doubtful += 1;
    else return false;
  }
  if (pieces.length === 0) return false;
  return doubtful === 0 || (pieces.length === 1 ? told : sure >= Math.max(2, doubtful));
}

/** "…, Andrew Rabinovich, CVPR": an acronym among names is that of the venue. */
function isVenue(piece: string): boolean {
  return /^\p{Lu}{2}\S*$/u.test(piece) && namesKnownVenue(piece);
}

/** "Felix Hill (University of Cambridge) et al.": where an author works is no part of the name. */
function withoutAffiliations(text: string): string {
  if (!/[(（]/.test(text)) return text;
  return text.replace(
    /(?<=\p{L}\.?)\s*[(（]([^()（）]*)[)）](?=\s*(?:$|[,，;；、]|and\b|&|et\b))/gu,
    (whole, inside: string) =>
      /\p{L}/u.test(inside) && !/\d{4}/.test(inside) && !namesKnownVenue(inside) ? "" : whole,
  );
}

/** The stop behind a list of authors: no initial is in front of it. */
const SENTENCE = /(?<!\b\p{Lu})[.]\s+/u;

/** "Dinesh Jayaraman, UC Berkeley; Kristen Grauman": authors between semicolons, each with where he works. */
function withAffiliations(list: string): string[] | null {
  if (!list.includes(";") || list.length > 20_000) return null;
  const people = list.split(/\s*;\s*/).map((person) => person.split(/\s*,\s*/));
  if (people.length < 2 || people.every((person) => person.length === 1)) return null;
  const names = people.map(([name = "", place]) =>
    isUnmarkedName(name) && /\s/.test(name) && !(place !== undefined && INITIALS.test(place)) ? name : null,
  );
  return names.every((name) => name !== null) ? names : null;
}

/** "Mu", "N." become "N. Mu": initials belong to the surname in front of them. */
function joined(pieces: readonly string[], many = false): string[] {
  const names: string[] = [];
  const [surname = "", given = "", ...others] = pieces;
  // "Simonyan, Karen, and Andrew Zisserman", "Hinton, Geoffrey E., Simon Osindero": only the first is turned round.
  const initialled = /\s(?:\p{Lu}\.?[\s-]?)+$/u.test(given);
  const turned =
    !/\s/.test(surname) &&
    isUnmarkedName(surname) &&
    !INITIALS.test(given) &&
    !SUFFIX.test(given) &&
    given !== "" &&
    (others.length === 0
      ? many || initialled
      : (!/\s/.test(given) || initialled || others.length > 1 || many) &&
        others.every((other) => /\s/.test(other) || SUFFIX.test(other)));
  if (turned) return [`${given} ${surname}`, ...joined(others)];
  for (const piece of pieces) {
    const last = names.at(-1);
    if (last !== undefined && SUFFIX.test(piece)) names[names.length - 1] = `${last} ${piece}`;
    else if (last !== undefined && isInitials(piece) && !/\s|^\p{Lu}{2,}$/u.test(last))
      names[names.length - 1] = `${piece} ${last}`;
    else names.push(piece);
  }
  return names;
}

/** Whether a piece is the initials of the surname in front of it; four capitals without a dot are an acronym. */
function isInitials(piece: string): boolean {
  return INITIALS.test(piece) && (piece.includes(".") || piece.replace(/[\s-]/g, "").length <= 3);
}

/**
 * How far into the text a list of authors at its beginning reaches, and whom it names; null where the
 * text does not begin with at least two names or one with "et al.".
 */
export function leadingAuthors(text: string): { names: string[]; end: number } | null {
  const etAl = ET_AL_COMMA.exec(text.slice(0, 400));
  if (etAl) {
    const names = readAuthors(text.slice(0, etAl.index + etAl[0].length));
    if (names) return { names, end: etAl.index + etAl[0].length };
  }
  if (text.includes(";")) {
    const sentence = text.slice(0, SENTENCE.exec(text)?.index ?? text.length);
    const names = withAffiliations(withoutMarks(sentence));
    if (names) return { names, end: sentence.length };
  }
  const names: string[] = [];
  let end = 0;
  for (;;) {
    SEPARATORS.lastIndex = end;
    const next = SEPARATORS.exec(text);
    const piece = text.slice(end, next?.index ?? text.length);
    // Behind names in full a single word begins the title: "O. Vinyals, D. Erhan, Show and Tell: …".
    const isWord = names.length > 1 && !/\s/.test(piece.trim()) && names.every((name) => /\s/.test(name));
    if (piece.length < 60 && next && ((isAuthor(piece.trim()) && !isWord) || INITIALS.test(piece.trim()))) {
      names.push(piece.trim());
      end = next.index + next[0].length;
      continue;
    }
    // The last author runs into what follows: "… and S. Xie. Title", "Hinton, G. (2015)", 'A. Ng, "Title"'.
    const initials = /^\s*(?:\p{Lu}\.[\s-]?)+(?=[\s("“,.]|$)/u.exec(piece);
    if (initials && names.length > 0 && !/\s/.test(names.at(-1) ?? "")) {
      names.push(initials[0].trim());
      return finished(end + initials[0].length);
    }
    for (const cut of piece.slice(0, 60).matchAll(/[.:]\s+(?=\S)|\s*[("“«]/g)) {
      const name = piece.slice(0, cut.index).trim();
      // "J. Smith", "Geoffrey E. Hinton": the dot is that of an initial.
      if (cut[0].startsWith(".") && /(?:^|\s)\p{Lu}$/u.test(name)) continue;
      if (!isName(name) || (cut[0].startsWith(":") && (!/\s/.test(name) || names.length > 0))) continue;
      names.push(name);
      return finished(end + cut.index + cut[0].length - (/[("“«]$/.test(cut[0]) ? 1 : 0));
    }
    return finished(end);
  }

  /** "Anton van dan Hengel" behind three others: a short word in lower case does not end the authors. */
  function isAuthor(piece: string): boolean {
    if (isVenue(piece)) return false;
    if (isName(piece)) return true;
    // "Kyoung Woon On, Jeonghee Kim, Jung-Woo Ha, …": so is a word of titles in one of them.
    if (isLikelyName(piece)) {
      const [, second = "", third = ""] = text.slice(end, end + 200).split(SEPARATOR);
      const next = names.length === 0 ? [second, third] : [second];
      if (next.every((name) => /\s/.test(name) && isName(name))) return true;
    }
    const sure = names.filter((name) => /\s/.test(name)).length;
    return sure >= 3 && /^\p{Lu}\S+(?: \p{Ll}{2,3}){1,2} \p{Lu}\S+$/u.test(piece) && isLikelyName(piece);
  }

  function finished(at: number): { names: string[]; end: number } | null {
    const read = joined(names);
    const whole = read.filter((name) => /\s/.test(name)).length;
    // "Rubin, D. B." alone is an author; a capitalised word alone need not be.
    const enough = read.length >= 2 || (read.length === 1 && names.length >= 2);
    return enough && whole * 2 >= read.length ? { names: read, end: at } : null;
  }
}
