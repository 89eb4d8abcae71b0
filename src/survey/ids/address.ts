/** The parts of a web address, read as people write it: percent signs undone, the host in lower case without `www.`. */
export interface Address {
  readonly host: string;
  readonly path: string;
  /** With its question mark; "" where there is none. */
  readonly query: string;
  /** With its number sign; "" where there is none. */
  readonly fragment: string;
}

/** Longer than any address of a paper; whatever is longer is none. */
export const LONGEST_ADDRESS = 2_000;

const SCHEME = /^(?:h?t?tps?[:;]?\/{1,3}|\/\/)+/i;
const PARTS = /^([a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z][a-z\d-]*)\.?(?::\d+)?(\/[^?#]*)?(\?[^#]*)?(#.*)?$/i;
/** How the translating proxy of Google writes a host: `arxiv-org.translate.goog`. */
const TRANSLATED = /\.translate\.goog$/;

/** The address in `link`, which may lack its scheme; null where it is none or longer than LONGEST_ADDRESS. */
export function readAddress(link: string): Address | null {
  if (link.length > LONGEST_ADDRESS) return null;
  const text = link
    .trim()
    .replace(/[\u200b-\u200d\u2060\ufeff]|\/\s+(?=\S)/gu, (found) => (found[0] === "/" ? "/" : ""));
  const [, host = "", path = "", query = "", fragment = ""] =
    PARTS.exec(/^\S*/.exec(text)?.[0].replace(SCHEME, "") ?? "") ?? [];
  if (host === "") return null;
  const bare = host.toLowerCase().replace(/^www\d?\./, "");
  return {
    host: TRANSLATED.test(bare) ? untranslated(bare) : bare,
    path: decoded(path),
    query: decoded(query),
    fragment: decoded(fragment),
  };
}

function untranslated(host: string): string {
  return host
    .replace(TRANSLATED, "")
    .replace(/--|-/g, (found) => (found === "-" ? "." : "-"))
    .replace(/^www\./, "");
}

/** Whether the address is on that host or one below it. */
export function isOn(host: string, { host: at }: Pick<Address, "host">): boolean {
  return at === host || at.endsWith(`.${host}`);
}

/** What some tools encode twice is decoded twice; a sign that cannot be decoded stays. */
function decoded(text: string): string {
  const once = decodedOnce(text);
  return /%[0-9a-f]{2}/i.test(once) ? decodedOnce(once) : once;
}

function decodedOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
}
