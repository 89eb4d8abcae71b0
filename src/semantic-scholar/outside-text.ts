import { COMMANDING, HALVES, TURNING } from "../corpus/shown.ts";

/** The one door for text from outside: what comes through it may be kept, shown and printed. */
export interface Door {
  /** The text without the key and without characters that command a terminal or turn the line around. */
  text(text: string): string;
  /** A parsed JSON value with all its texts, names of members included, passed through the door. */
  value(value: unknown): unknown;
}

/** What replaces the key. */
export const KEY_REMOVED = "[key]";

/** A shorter key could not be distinguished from an ordinary word; none is looked for. */
const SHORTEST_KEY = 8;

/** So many characters of the key in a row are a part of it where a digit is among them … */
const SHORTEST_CUT = 8;
/** … and so many in any case: a key may hold an ordinary word. */
const SHORTEST_CUT_OF_LETTERS = 12;
/** Half of what fewer characters encode in base 16 occurs in many a paper's id. */
const SHORTEST_HEX_CUT = 16;

/** Commands one after the other, such as the two that end a line, are one space. */
const RUNS = new RegExp(`(?:${COMMANDING.source})+`, COMMANDING.flags);

/**
 * The door of a run that sends `key` (null: none). Control characters and line separators become spaces, marks of
 * direction go, half characters are replaced. The key is found whole or cut, in any case, percent-encoded, escaped as
 * in HTML or JSON, in base 64 or 16, and with spaces or invisible characters between.
 */
export function createDoor(key: string | null): Door {
  const forms = key !== null && key.length >= SHORTEST_KEY ? formsOf(key) : [];
  const places = placesOf(forms);

  function text(dirty: string): string {
    const plain = dirty.replace(RUNS, " ").replace(TURNING, "").replace(HALVES, "\ufffd");
    return places.size > 0 && mayHoldKey(plain) ? withoutKey(plain) : plain;
  }

  /** A quick look, which most texts need no second after. */
  function mayHoldKey(plain: string): boolean {
    if (/[%&\\]/.test(plain)) return true;
    const letters = plain.replace(/[\s\p{Cf}]+/gu, "").toLowerCase();
    for (let i = 0; i + SHORTEST_CUT <= letters.length; i++) {
      if (places.has(letters.slice(i, i + SHORTEST_CUT))) return true;
    }
    return false;
  }

  function withoutKey(plain: string): string {
    const { letters, starts, ends } = spelledOut(plain);
    let clean = "";
    let copied = 0;
    for (let i = 0; i + SHORTEST_CUT <= letters.length; ) {
      const length = lengthOfCut(letters, i);
      if (length > 0) {
        clean += plain.slice(copied, starts[i]) + KEY_REMOVED;
        copied = ends[i + length - 1] ?? plain.length;
      }
      i += Math.max(1, length);
    }
    return clean + plain.slice(copied);
  }

  /** How many letters from `at` on are a part of the key; 0 when they are none. */
  function lengthOfCut(letters: string, at: number): number {
    let longest = 0;
    for (const { form, start } of places.get(letters.slice(at, at + SHORTEST_CUT)) ?? []) {
      let end = SHORTEST_CUT;
      while (start + end < form.letters.length && letters[at + end] === form.letters[start + end]) end += 1;
      if (form.isCut(letters.slice(at, at + end))) longest = Math.max(longest, end);
    }
    return longest;
  }

  function value(dirty: unknown): unknown {
    if (typeof dirty === "string") return text(dirty);
    if (Array.isArray(dirty)) return dirty.map(value);
    if (typeof dirty !== "object" || dirty === null) return dirty;
    return Object.fromEntries(Object.entries(dirty).map(([name, member]) => [text(name), value(member)]));
  }

  return { text, value };
}

/** One way to write the key, in lower case, and which parts of it give it away. */
interface Form {
  readonly letters: string;
  readonly isCut: (letters: string) => boolean;
}

function formsOf(key: string): Form[] {
  const { letters: plain } = spelledOut(key);
  const isLong = ({ length }: string) => length >= SHORTEST_CUT_OF_LETTERS;
  const isPlainCut = (letters: string) =>
    isLong(letters) ||
    letters === plain ||
    letters === key.toLowerCase() ||
    (/\d/.test(letters) && /\D/.test(letters));
  const hex = [...key].map((letter) => letter.charCodeAt(0).toString(16)).join("");
  // What stands before the key moves the borders of base 64; the letters that it shares with it fall away.
  const shifted = [btoa(key), btoa(` ${key}`).slice(2), btoa(`  ${key}`).slice(3)].map((form) =>
    form.replace(/=+$/, "").slice(0, -1),
  );
  const base64 = shifted.flatMap((form) => [form, form.replace(/\+/g, "-").replace(/\//g, "_")]);
  return [
    // A key of characters that look like an escape may also be what is left when escapes are undone.
    ...[...new Set([plain, key.toLowerCase()])].map((letters) => ({ letters, isCut: isPlainCut })),
    { letters: hex, isCut: ({ length }) => length >= SHORTEST_HEX_CUT },
    ...[...new Set(base64)].map((form) => ({ letters: form.toLowerCase(), isCut: isLong })),
  ];
}

type Place = { readonly form: Form; readonly start: number };

/** Where each group of letters that may begin a cut is in the forms. */
function placesOf(forms: readonly Form[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const form of forms) {
    for (let start = 0; start + SHORTEST_CUT <= form.letters.length; start++) {
      const letters = form.letters.slice(start, start + SHORTEST_CUT);
      const known = places.get(letters);
      if (known) known.push({ form, start });
      else places.set(letters, [{ form, start }]);
    }
  }
  return places;
}

/** A character that is escaped, something invisible between two, or a run of all others. */
const UNIT =
  /%(?:25)*([0-9a-f]{2})|&#(\d{2,3});?|&#x([0-9a-f]{2,4});?|\\u00([0-9a-f]{2})|\\x([0-9a-f]{2})|[\s\p{Cf}]+|[^%&\\\s\p{Cf}]+|[%&\\]/giu;

/**
 * The text in lower case with its escapes undone and without white space, and where in it each letter was.
 */
function spelledOut(text: string): { letters: string; starts: number[]; ends: number[] } {
  let letters = "";
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const unit of text.matchAll(UNIT)) {
    const [whole, percent, decimal, hex, json, byte] = unit;
    const { index } = unit;
    const digits = percent ?? hex ?? json ?? byte;
    if (digits !== undefined || decimal !== undefined) {
      letters += String.fromCharCode(digits ? Number.parseInt(digits, 16) : Number(decimal));
      starts.push(index);
      ends.push(index + whole.length);
    } else if (!/^[\s\p{Cf}]/u.test(whole)) {
      letters += whole;
      for (let i = 0; i < whole.length; i++) {
        starts.push(index + i);
        ends.push(index + i + 1);
      }
    }
  }
  // The key is ASCII; other letters may get longer in lower case.
  return { letters: letters.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()), starts, ends };
}
