/**
 * The DOI that the ACL registered for a paper of its Anthology, by its id in the normal form: from 2014
 * on for its own conferences and most workshops. Null for those that have none or another one: LREC,
 * COLING but that of 2020, journals, workshops beside other conferences, and everything older.
 */
export function anthologyDoi(id: string): string | null {
  const prefix = prefixOf(id);
  return prefix && `${prefix}/v1/${id.toLowerCase()}`;
}

const NEW = "10.18653";
const OLD = "10.3115";

function prefixOf(id: string): string | null {
  const [, letter = "", shortYear = "", number = ""] = /^([A-Z])(\d{2})-(\d{4})$/.exec(id) ?? [];
  if (letter) return oldPrefix(letter, 2000 + Number(shortYear), Number(number));
  const [, year = "", venue = ""] = /^(\d{4})\.([a-z\d]+)-/.exec(id) ?? [];
  const since = SINCE[venue];
  if (venue === "coling") return year === "2020" ? NEW : null;
  return since !== undefined && Number(year) >= since ? NEW : null;
}

/** Since when all that the venue publishes under ids of today's form has a DOI. */
const SINCE: Readonly<Record<string, number>> = {
  ...sinceYear(2020, [
    ...["aacl", "acl", "conll", "eacl", "emnlp", "findings", "ijcnlp", "naacl"],
    ...["bionlp", "blackboxnlp", "iwslt", "repl4nlp", "semeval", "sigdial", "starsem", "insights", "woah"],
  ]),
  ...sinceYear(2021, ["clinicalnlp", "gem", "nlp4convai", "spnlp", "trustnlp", "wassa"]),
  ...sinceYear(2022, ["bea"]),
  ...sinceYear(2023, ["wmt"]),
};

function sinceYear(year: number, venues: readonly string[]): Record<string, number> {
  return Object.fromEntries(venues.map((venue) => [venue, year]));
}

function oldPrefix(letter: string, year: number, number: number): string | null {
  if (year >= 2030) return null;
  if (letter === "W") return workshopPrefix(year, number);
  if (year === 2014) return "DEPS".includes(letter) ? OLD : null;
  if (year === 2015) return "NP".includes(letter) ? OLD : "DKS".includes(letter) ? NEW : null;
  return year >= 2016 && "DEKNPS".includes(letter) ? NEW : null;
}

/** Numbers of workshops beside the ACL's own conferences; the others have no DOI. */
const WORKSHOPS: Readonly<Record<number, readonly (readonly [from: number, to: number, prefix: string])[]>> =
  {
    2014: [[100, 5999, OLD]],
    2015: [
      [100, 1999, OLD],
      [3000, 4999, NEW],
    ],
    2016: [
      [100, 3999, NEW],
      [5500, 6199, NEW],
    ],
    2017: [[800, 5599, NEW]],
    2018: [
      [500, 3499, NEW],
      [5000, 6599, NEW],
    ],
    2019: [
      [1000, 5499, NEW],
      [5900, 5999, NEW],
      [8600, 8699, NEW],
    ],
  };

function workshopPrefix(year: number, number: number): string | null {
  return WORKSHOPS[year]?.find(([from, to]) => from <= number && number <= to)?.[2] ?? null;
}
