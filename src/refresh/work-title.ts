/** The forms of a title that different spellings of it share. */
export interface TitleForms {
  /** Every letter and digit of the folded title in a row: blind to case, punctuation, hyphens and accents. */
  readonly key: string;
  /** The same of what comes before the subtitle; equal to `key` when there is none. */
  readonly head: string;
  /** The folded words without endings, sorted: blind to their order and to singular and plural. */
  readonly stems: string;
  readonly words: number;
}

/** The forms of `title`; a title without letters and digits has empty ones. */
export function titleForms(title: string): TitleForms {
  const [before = ""] = title.split(/: |\? | --? | [–—] /);
  const words = foldedWords(title);
  const key = words.join("");
  return {
    key,
    head: before === title ? key : foldedWords(before).join(""),
    stems: words.map(stemOf).sort().join(" "),
    words: words.length,
  };
}

/** Whether a subtitle follows: "BERT: Pre-training of …" has one. */
export function hasSubtitle(forms: TitleForms): boolean {
  return forms.head !== forms.key;
}

/** The words in lower case, without accents and punctuation, British spellings made American; `++` is a word. */
function foldedWords(title: string): string[] {
  return (
    title
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      // PointNet++ is not PointNet.
      .replace(/\+/g, " plus ")
      .replace(/&/g, " and ")
      .replace(/['’]/g, "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "")
      .map(americanOf)
  );
}

/** Both sides of a comparison pass here, so that a word bent too far ("promize") is bent on both. */
function americanOf(word: string): string {
  return word
    .replace(/(\w{2})our(?=$|s|ed|ing|al|hood|able|ful|ite)/, "$1or")
    .replace(/(\w{2})is(e|ed|es|er|ers|ing|ation|ations)$/, "$1iz$2")
    .replace(/lys(e|ed|es|er|ers|ing)$/, "lyz$1")
    .replace(/(\w{2})ll(ed|ing|er|ers)$/, "$1l$2")
    .replace(/(\w{2})tre$/, "$1ter")
    .replace(/ogue$/, "og")
    .replace(/^grey/, "gray");
}

/** Endings that a retitled work changes: "representations", "representation". */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/ies$/, "y").replace(/(?<![su])s$/, "") : word;
}
