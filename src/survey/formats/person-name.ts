import { oneLine } from "../one-line.ts";

const SUFFIX = /^(?:jr|sr|i{2,3}|iv|v|[23]rd|[45]th|phd|md)\.?$/i;

/** A name as a person writes it: "Martin Luther King Jr." for "King, Jr., Martin Luther"; organisations stay whole. */
export function personName(text: string): string {
  const parts = oneLine(text)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [family = "", ...rest] = parts;
  const suffix = rest.find((part) => SUFFIX.test(part));
  const given = rest.filter((part) => part !== suffix);
  // More than one given part is no name of a person but a list or an address: "Centre for X, Bonn, Germany".
  if (given.length > 1) return parts.join(", ");
  return [...given, family, ...(suffix ? [suffix] : [])].join(" ");
}

/** The authors in one text, one behind the other: parted by ";", " and ", "|", line breaks, or commas between whole names. */
export function authorNames(text: string): string[] {
  // Scopus adds its own number to each name.
  const bare = oneLine(text.replace(/\n/g, ";"))
    .replace(/ ?\(\d{6,}\)/g, "")
    .replace(/^\[\s*(['"].*['"])\s*\]$/, (_, inner: string) =>
      inner.replace(/(['"])\s*,\s*(['"])/g, ";").replace(/^['"]|['"]$/g, ""),
    )
    .replace(/[,;]?\s*(?:\bet al\b\.?|\band others\b|…|\.\.\.)\s*$/i, "");
  const names = /[;|]/.test(bare)
    ? bare.split(/[;|]/)
    : / and | & /.test(bare) && !wholeNamesByComma(bare)
      ? bare.split(/ and | & /)
      : wholeNamesByComma(bare)
        ? bare.split(/,\s*(?:and |& )?| and | & |、|，/)
        : bare.split(/、|，/);
  return names
    .map(personName)
    .filter(
      (name) => name !== "" && !/^(?:others|et al\.?|(?:authors? )?(?:tbd|unknown|anonymous))$/i.test(name),
    );
}

/** Whether commas part whole names ("Ada Lovelace, Alan Turing") and not family from given name ("Lovelace, Ada"). */
function wholeNamesByComma(text: string): boolean {
  const parts = text.split(/,| and | & /).map((part) => part.trim());
  return (
    parts.length > 1 &&
    text.includes(",") &&
    parts.every((part) => /\S[\s.]\S/.test(part.replace(/^and /, "")))
  );
}
