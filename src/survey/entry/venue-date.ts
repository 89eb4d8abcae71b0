/** A venue and a date as a list writes them together, such as "ICML 2021" or "Nature, 2023/07". */
export interface VenueDate {
  readonly venue: string | null;
  readonly year: number | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null without a year. */
  readonly date: string | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)(?![a-z])";
const YEAR = "((?:18|19|20)\\d{2})";
/** A year is no part of a longer number, of a page range or of an arXiv number (1905.11946). */
const WHOLE = "(?<![\\d:./_])(?<!(?:^|[^A-Za-z])-)";
const ENDS = "(?![\\d]|[.:]\\d|[-–]\\d{3,})";

interface Form {
  readonly pattern: RegExp;
  readonly parts: (found: RegExpExecArray) => { year: number; month?: number; day?: number } | null;
}

const monthOf = (name: string | undefined): number =>
  MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;

/** The ways to write a date, the most telling first. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`${WHOLE}${YEAR}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\\d|3[01])(?![\\d])`),
    parts: ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: /(?<![\d.:/_-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d.:/_-])/,
    parts: ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`${WHOLE}${YEAR}[-/.](0?[1-9]|1[0-2])(?![\\d]|[.:/-]\\d)`),
    parts: ([, year, month]) => ({ year: Number(year), month: Number(month) }),
  },
  {
    pattern: /(?<![\d:./_-])(0?[1-9]|1[0-2])\/((?:18|19|20)\d{2})(?!\d)/,
    parts: ([, month, year]) => ({ year: Number(year), month: Number(month) }),
  },
  {
    pattern: new RegExp(`${MONTH}[\\s,]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+${YEAR}${ENDS}`, "i"),
    parts: ([, month, day, year]) => ({ year: Number(year), month: monthOf(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}[\\s,]*${YEAR}${ENDS}`, "i"),
    parts: ([, day, month, year]) => ({ year: Number(year), month: monthOf(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`(?<![a-z])${MONTH}[\\s,]*${YEAR}${ENDS}`, "i"),
    parts: ([, month, year]) => ({ year: Number(year), month: monthOf(month) }),
  },
  {
    pattern: new RegExp(`${WHOLE}${YEAR}[\\s,]+${MONTH}`, "i"),
    parts: ([, year, month]) => ({ year: Number(year), month: monthOf(month) }),
  },
  {
    pattern: /(\d{4})年\s*(?:(\d{1,2})月)?/,
    parts: ([, year, month]) => ({ year: Number(year), ...(month && { month: Number(month) }) }),
  },
  { pattern: new RegExp(`${WHOLE}${YEAR}${ENDS}`), parts: ([, year]) => ({ year: Number(year) }) },
  {
    pattern: /['’‘`´]\s?(\d{2})(?!\d)/,
    parts: ([, short]) => ({ year: century(Number(short)) }),
  },
];

function century(short: number): number {
  return short + (short < 70 ? 2000 : 1900);
}

/** The first date in the text with where it is; null where there is none. A number that cannot be a year is none. */
export function findDate(text: string): { date: string; year: number; start: number; end: number } | null {
  if (!/\d\d/.test(text)) return null;
  for (const { pattern, parts } of FORMS) {
    const found = pattern.exec(text);
    const date = found && parts(found);
    if (!found || !date || date.year < 1800 || date.year > 2099) continue;
    const month = date.month && date.month <= 12 ? `-${String(date.month).padStart(2, "0")}` : "";
    const day = month && date.day && date.day <= 31 ? `-${String(date.day).padStart(2, "0")}` : "";
    return {
      date: `${date.year}${month}${day}`,
      year: date.year,
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  return null;
}

/** Names of conferences, journals and archives that are written with a bare two-digit year, as in "CHI23". */
const ACRONYM =
  "(?:CVPR|ICCV|ECCV|WACV|ACCV|BMVC|NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|COLM|CoRL|RSS|ICRA|IROS|ACL|EMNLP|NAACL|EACL|AACL|COLING|TACL|LREC|CoNLL|INTERSPEECH|ICASSP|SIGGRAPH(?: Asia)?|MM|ACM ?MM|KDD|SIGKDD|WWW|TheWebConf|SIGIR|CIKM|WSDM|ICDM|SDM|RecSys|SIGMOD|PODS|VLDB|PVLDB|ICDE|EDBT|CIDR|CHI|CSCW|UIST|IUI|UbiComp|IMWUT|ISWC|DIS|HRI|VIS|InfoVis|VAST|TVCG|CCS|NDSS|USENIX|OSDI|SOSP|NSDI|ATC|EuroSys|ASPLOS|ISCA|MICRO|HPCA|MLSys|PLDI|POPL|OOPSLA|ICSE|FSE|ASE|ISSTA|STOC|FOCS|SODA|COLT|AISTATS|UAI|ALT|MICCAI|MIDL|ISBI|IPMI|TMI|MedIA|TPAMI|PAMI|TIP|TKDE|TNNLS|IJCV|JMLR|TMLR|TOG|TMM|TCSVT|TIFS|TGRS|JAIR|PNAS|L4DC|ICPR|ICIP|ICME|FG|3DV|GECCO|CEC|ArXiv|arXiv|bioRxiv|medRxiv|Findings|LoG|ECML|PKDD|PAKDD|DASFAA|ESWC|JCDL|ISMIR|DAC|ICCAD|DATE|FPGA|CogSci|SIGCSE|EDM|LAK|AIED|ASSETS|MobileHCI|TEI|CUI|CAV|IJCNN|ICANN|ESANN|NAACL-HLT|SemEval|WMT|TREC|CLEF|Sensys|MobiCom|MobiSys|Infocom|SIGCOMM|SIGMETRICS|HotNets|HotOS|SoCC|SC|PPoPP|ICS|ICPP|IPDPS)";
const SHORT_YEAR = new RegExp(`(?<![A-Za-z])(${ACRONYM}[\\w-]{0,12}?)[ _-]?(\\d{2})(?!\\d)`, "i");
const KNOWN = new RegExp(`(?<![A-Za-z])(?:${ACRONYM})(?![A-Za-z-])`);
const ALL_KNOWN = new RegExp(KNOWN.source, "g");
/** What stands beside the acronym of a venue: tracks, workshops, sponsors. */
const TRACK =
  /\b(?:findings|workshops?|main|conference|oral|poster|spotlight|short|long|demo(?:s|nstrations)?|industry|track|datasets? (?:and|&) benchmarks?|d&b|w|papers?|proceedings|companion|extended abstracts?|adjunct|late[- ]breaking|student|research|ieee(?:\/cvf)?|acm|usenix|the|of|on|in|at|annual|proc|v\d+|ea|lbw|tech(?:nical)? report|preprint|journal)\b\.?/gi;
/** Words that only names of venues have. */
const VENUE_WORDS =
  /(?<![\p{L}])(?:proceedings|proc\.?|conference|conf\.|journal|transactions|trans\.|workshops?|symposium|magazine|lecture notes|lncs|preprint|pre-print|thesis|dissertation|plos|elife|lancet|ieee|acm|springer|elsevier|openreview|biorxiv|medrxiv|chemrxiv|ssrn|corr|bulletin|proc|arxiv)(?![\p{L}])/iu;
/** Words that titles have too: they need a year beside them, or to be nearly all there is. */
const LIKELY_WORDS =
  /(?<![\p{L}])(?:letters?|annual|international|advances|press|technical report|tech\.? report|nature|science|cell|bioinformatics|review|reviews|communications|frontiers|submitted|findings|oxford|cambridge|blog|openai|deepmind|neural computation|archives|society|vol\.?|volume|engineering|magazine|reports?)(?![\p{L}])/iu;
/** What is said of a paper besides its venue: it is a remark. */
const AWARDS =
  /[(（[]?\s*(?:\b(?:oral|spotlight|poster|highlight|best (?:student )?paper(?: award)?(?: \w+)?|marr prize|outstanding paper(?: award)?|honou?rable mention|award(?: candidate)?|notable top[- ]?\d*%?|top[- ]?\d+%|extended abstract|under review|accepted(?: (?:by|to|at))?|to appear(?: in)?|in press)\b|口头|最佳论文)\s*[)）\]]?/giu;

const AWARD_HINT =
  /oral|spotlight|poster|highlight|best|prize|outstanding|mention|award|notable|top|extended|review|accept|appear|press|口头|最佳/i;

function withoutAwards(text: string): string {
  return AWARD_HINT.test(text) ? text.replace(AWARDS, " ") : text;
}

/** Whether the text has the acronym of a venue that is known. */
export function namesKnownVenue(text: string): boolean {
  return KNOWN.test(text);
}

/** Whether the text names a venue that is known, or has a word that venues have in their names. */
export function namesVenue(text: string): boolean {
  return KNOWN.test(text) || VENUE_WORDS.test(text) || LIKELY_WORDS.test(text);
}

/** The venue and date in a text that is known to hold them and nothing else; nulls for what it does not hold. */
export function readVenueDate(text: string): VenueDate & { readonly award: string | null } {
  const awards =
    (AWARD_HINT.test(text) ? text.match(AWARDS) : null)?.map((award) =>
      award.replace(/[()（）[\]]/g, "").trim(),
    ) ?? [];
  const told = awards.filter((award) => !/^(?:accepted|to appear|in press|under review)/i.test(award));
  return { ...venueAndYear(withoutAwards(text)), award: told.join(", ") || null };
}

function venueAndYear(text: string): VenueDate {
  const found = findDate(text);
  const short = found || !/\d/.test(text) ? null : SHORT_YEAR.exec(text);
  let rest = text;
  if (found) rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`;
  else if (short) rest = text.replace(short[0], short[1] ?? "");
  const year = found?.year ?? (short ? century(Number(short[2])) : null);
  return { venue: venueName(rest), year, date: found?.date ?? (year === null ? null : String(year)) };
}

function venueName(text: string): string | null {
  const name = text
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/,?\s*\b(?:pp?|pages)\.?\s*[\dA-Z]+(?:\s*[-–]+\s*[\dA-Z]+)?\b/g, " ")
    .replace(/\s+/gu, " ")
    .replace(/\s+([,.;:)])/g, "$1")
    .replace(/^[\s,，.;:：|/'’"“”()[\]–—-]+|[\s,，.;:：|/'’"“”([\]–—-]+$/gu, "")
    .replace(
      /^(?:in|at|on|to|by|published in|published at|accepted by|venue|publisher)[:\s]+(?=\p{Lu})/iu,
      "",
    );
  const balanced =
    name.endsWith(")") && !name.includes("(") ? name.slice(0, -1).replace(/[\s–—-]+$/u, "") : name;
  return /\p{L}/u.test(balanced) && !/^(?:in|at|on|to|by|and|the|published|date|year)$/i.test(balanced)
    ? balanced
    : null;
}

/**
 * Whether a text is a venue, a date or both and nothing else: a known name, a date alone, or a few
 * capitalised words with a year behind them.
 */
export function isVenueDate(text: string): boolean {
  if (text.length > 400 || (!/\d/.test(text) && !namesVenue(text) && !AWARD_HINT.test(text))) return false;
  const bare = withoutAwards(text).trim();
  if (bare.length > 200) return false;
  if (bare === "") return text.trim() !== "";
  // "Some title (arXiv 2023)" is a title with its venue.
  const before = /^(.+?)\s*[(（][^()（）]+[)）]\.?$/su.exec(bare)?.[1];
  if (before !== undefined && before.split(/\s+/).length >= 3 && !isVenueDate(before)) return false;
  const { venue, year } = venueAndYear(bare);
  if (venue === null) return year !== null;
  const words = venue.split(/\s+/).length;
  if (KNOWN.test(venue)) {
    const beside = venue.replace(ALL_KNOWN, " ").replace(TRACK, " ");
    if ((beside.match(/\p{L}+/gu)?.length ?? 0) <= (year === null ? 1 : 3)) return true;
  }
  if (VENUE_WORDS.test(venue) && words <= 16) {
    // "AAAI Spring Symposium: Lifelong Machine Learning. 2013"
    const [host = "", topic] = venue.split(/:\s/);
    return !/[:?!]\s/.test(venue) || (topic !== undefined && KNOWN.test(host) && VENUE_WORDS.test(host));
  }
  if (LIKELY_WORDS.test(venue) && words <= (year === null ? 2 : 12) && !/[:?!]\s/.test(venue)) return true;
  if (year === null) return false;
  return words <= 4 && /^[\p{Lu}\d]/u.test(venue) && venue.length <= 40 && !/[:?!,]/.test(venue);
}
