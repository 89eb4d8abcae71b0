import { TITLE_WORDS } from "./title-words.ts";

const PARTICLE_WORDS =
  "de da do dos das del della di la le van von der den ten ter el al bin ben ibn abu of st y e zu zur dit du af".split(
    " ",
  );
const PARTICLES = new Set(PARTICLE_WORDS);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const INITIALS = /^(?:\p{Lu}\.?[-\s]?){1,4}$/u;
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’´`-]*\.?|\p{Lu}\.(?:-?\p{Lu}\.)*)$/u;
const HAN_NAME = /^[\p{sc=Han}]{2,4}$/u;
/** What authors carry behind their names: stars, daggers and numbers of affiliations. */
const MARKS = /\\?[*†‡§¶#^∗⋆✉]+|<\/?sup>|(?<=\p{L})\d(?:,\d)*/gu;
const ET_AL = /[\s,，]*(?:\bet\.?\s?al\b\.?|\betc\b\.?|\band others\b|\bwt al\.|等(?:人)?)\s*[.,;]*\s*$/iu;
const SEPARATOR = /\s*(?:[,，;；、·•|]\s*(?:and\b|&)?|\s&\s|\band\b|和)\s*/u;
const SEPARATORS = new RegExp(SEPARATOR.source, "giu");

/** Whether one piece of text could be a person's name: capitalised words or initials, four or five at the most. */
export function isName(text: string): boolean {
  return isUnmarkedName(text.replace(MARKS, "").trim());
}

function isUnmarkedName(name: string): boolean {
  if (HAN_NAME.test(name)) return true;
  const words = name.split(/\s+/);
  if (words.length > 5 || name.length < 2 || name.length > 45) return false;
  const proper = words.filter((word) => !PARTICLES.has(word.toLowerCase()) && !SUFFIX.test(word));
  if (proper.length === 0 || proper.length > 4) return false;
  return proper.every((word, i) => {
    // "Gunnar A.": a letter behind a name is an initial, whatever titles say.
    const isInitial = word === "A" && i > 0 && i === proper.length - 1;
    return NAME_WORD.test(word) && (isInitial || !saidInTitles(word));
  });
}

function saidInTitles(word: string): boolean {
  return word
    .toLowerCase()
    .split("-")
    .some((part) => TITLE_WORDS.has(part));
}

/** A word in lower case before the first comma that no name has. Most texts that are asked about are titles, and most titles have one. */
const NO_NAME = new RegExp(
  `^[^,，;；、·•|&]{0,120}?\\s(?!(?:${PARTICLE_WORDS.join("|")}|and|others|et|etc|wt|jr|sr|ii|iii|iv)\\b)\\p{Ll}`,
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
  const bare = text
    .slice(label?.[0].length ?? 0)
    .replace(MARKS, "")
    .trim();
  const many = ET_AL.test(bare.slice(-30));
  const list = (many ? bare.slice(0, -30) + bare.slice(-30).replace(ET_AL, "") : bare).replace(
    /^[\s,.;:(]+|[\s,;:.)]+$/gu,
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
  if (pieces.length === 0 || !pieces.every((piece) => isUnmarkedName(piece) || INITIALS.test(piece)))
    return null;
  const names = joined(pieces, many);
  const whole = names.filter((name) => /\s|^\p{sc=Han}{2,4}$/u.test(name)).length;
  if (names.length === 1) return many || label || (alone && whole === 1) ? names : null;
  return whole * 2 >= names.length || many || label ? names : null;
}

/** "Mu", "N." become "N. Mu": initials belong to the surname in front of them. */
function joined(pieces: readonly string[], many = false): string[] {
  const names: string[] = [];
  const [surname = "", given = "", next] = pieces;
  const single = !/\s/.test(surname) && !/\s/.test(given) && NAME_WORD.test(surname) && NAME_WORD.test(given);
  // "Simonyan, Karen, and Andrew Zisserman": only the first is turned round.
  if (
    single &&
    !INITIALS.test(given) &&
    (next === undefined ? many : /\s/.test(next) && !INITIALS.test(next))
  ) {
    return [`${given} ${surname}`, ...joined(pieces.slice(2))];
  }
  for (const piece of pieces) {
    const last = names.at(-1);
    if (last !== undefined && SUFFIX.test(piece)) names[names.length - 1] = `${last} ${piece}`;
    else if (last !== undefined && INITIALS.test(piece) && !/\s/.test(last))
      names[names.length - 1] = `${piece} ${last}`;
    else names.push(piece);
  }
  return names;
}

/**
 * How far into the text a list of authors at its beginning reaches, and whom it names; null where the
 * text does not begin with at least two names or one with "et al.".
 */
export function leadingAuthors(text: string): { names: string[]; end: number } | null {
  const etAl = /\bet\.?\s?al\b\.?,?/i.exec(text.slice(0, 400));
  if (etAl) {
    const names = readAuthors(text.slice(0, etAl.index + etAl[0].length));
    if (names) return { names, end: etAl.index + etAl[0].length };
  }
  const names: string[] = [];
  let end = 0;
  for (;;) {
    SEPARATORS.lastIndex = end;
    const next = SEPARATORS.exec(text);
    const piece = text.slice(end, next?.index ?? text.length);
    // Behind names in full a single word begins the title: "O. Vinyals, D. Erhan, Show and Tell: …".
    const isWord = names.length > 1 && !/\s/.test(piece.trim()) && names.every((name) => /\s/.test(name));
    if (piece.length < 60 && next && ((isName(piece.trim()) && !isWord) || INITIALS.test(piece.trim()))) {
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

  function finished(at: number): { names: string[]; end: number } | null {
    const read = joined(names);
    const whole = read.filter((name) => /\s/.test(name)).length;
    // "Rubin, D. B." alone is an author; a capitalised word alone need not be.
    const enough = read.length >= 2 || (read.length === 1 && names.length >= 2);
    return enough && whole * 2 >= read.length ? { names: read, end: at } : null;
  }
}
