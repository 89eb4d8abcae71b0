import { century, findDate } from "./find-date.ts";
import { withoutPages } from "./without-pages.ts";

/** A venue and a date as a list writes them together, such as "ICML 2021" or "Nature, 2023/07". */
export interface VenueDate {
  readonly venue: string | null;
  readonly year: number | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null without a year. */
  readonly date: string | null;
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

/** A name of many words begins with a capital, or with a word that venues have; a sentence may begin anyhow. */
const BEGINS_AS_VENUE =
  /^(?:\p{Lu}|\d{1,3}(?:st|nd|rd|th)\s|(?:the|proceedings|proc|international|european|annual|conference|journal|advances|ieee|acm|workshop|transactions|ar[xX]iv|bio[rR]xiv|med[rR]xiv|preprint|nature|science|neural|npj|eLife|bioinformatics)(?![\p{L}]))/u;

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

function venueAndYear(said: string): VenueDate {
  const text = withoutPages(said).replace(/ {2,}/g, " ");
  const found = findDate(text);
  const short = found || !/\d/.test(text) ? null : SHORT_YEAR.exec(text);
  let rest = text;
  if (found) rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`;
  else if (short) rest = text.replace(short[0], short[1] ?? "");
  const year = found?.year ?? (short ? century(Number(short[2])) : null);
  return { venue: venueName(rest), year, date: found?.date ?? (year === null ? null : String(year)) };
}

/** "arXiv(v2) 2025 (CHI23)", "arXiv preprint (EMNLP 2020)": at the meeting that is named, else in the archive. */
function withoutVersion(name: string): string {
  if (!/^arxiv\b/i.test(name)) return name;
  const [, archive = name, inside] =
    /^(arxiv(?:\s+(?:e-?|pre-?)prints?)?)[\s.:]*(?:arxiv[\s:]*)?(?:\(v\d+\)\s*)?(?:\((.*)\)?)?\s*$/is.exec(
      name,
    ) ?? [];
  return inside !== undefined && KNOWN.test(inside) && isVenueDate(inside)
    ? (venueAndYear(inside).venue ?? archive)
    : archive;
}

function venueName(text: string): string | null {
  const name = withoutVersion(
    (/\d{2}/.test(text) ? text.replace(/\s+/gu, " ").replace(SHORT_YEAR, "$1") : text)
      .replace(/(?<![\d-])[(（]?(?:19|20)\d{2}[)）]?(?![\d-])/gu, " ")
      .replace(/\(\s*\)|\[\s*\]/g, " ")
      .replace(/\s*\[\[?[^\]]*$/, "")
      .replace(/\s+/gu, " ")
      .trim(),
  )
    .replace(
      /^arxiv(?:\s+preprint)?\s*[/|,.;]+\s*(?=\p{L})|(?<=\S)\s*[/|,.;(]+\s*arxiv(?:\s+preprint)?[).]*$/giu,
      "",
    )
    .replace(/(?<=^(?:arxiv|preprint|workshop|conference|journal)) papers?$/i, "")
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
  // "G. Hinton et al., 2015" names an author.
  if (/\bet\.?\s?al\b/i.test(text)) return false;
  const bare = withoutAwards(text).trim();
  if (bare.length > 200) return false;
  if (bare === "") return text.trim() !== "";
  // "Some title (arXiv 2023)" is a title with its venue.
  const before = /^(.+?)\s*[(（][^()（）]+[)）]\.?$/su.exec(bare)?.[1];
  if (before !== undefined && before.split(/\s+/).length >= 3 && !isVenueDate(before)) return false;
  const { venue, year } = venueAndYear(bare);
  if (venue === null) return year !== null;
  // "…, LINE, and Node2Vec, WSDM 2018", "2020 and before"
  if (/^(?:and|or|with|before|after|since)\b/i.test(venue)) return false;
  const words = venue.split(/\s+/).length;
  if (KNOWN.test(venue)) {
    const beside = venue.replace(ALL_KNOWN, " ").replace(TRACK, " ");
    // "CVPR, multi-modal", "CVPR | 自监督深度估计" say more than a venue.
    if (/\p{sc=Han}{3}|,\s*\p{Ll}|;/u.test(beside)) return false;
    if (!/\S:\s/.test(venue) && (beside.match(/\p{L}+/gu)?.length ?? 0) <= (year === null ? 1 : 3))
      return true;
  }
  if (words > 3 && !BEGINS_AS_VENUE.test(venue)) return false;
  if (VENUE_WORDS.test(venue) && words <= 16) {
    // "AAAI Spring Symposium: Lifelong Machine Learning. 2013"
    const [host = "", topic] = venue.split(/:\s/);
    return !/[:?!]\s/.test(venue) || (topic !== undefined && KNOWN.test(host) && VENUE_WORDS.test(host));
  }
  const likely = LIKELY_WORDS.test(venue) && !/[:?!]\s/.test(venue);
  // "social engineering" without a year is none, "Social Engineering" may be one.
  if (likely && (year === null ? words <= 2 && BEGINS_AS_VENUE.test(venue) : words <= 12)) return true;
  if (year === null) return false;
  // "M. Zeiler, 2013" names an author.
  if (words > 4 || venue.length > 40 || /[:?!,]|^\p{Lu}\.\s\p{Lu}\p{L}+$/u.test(venue)) return false;
  return /^[\p{Lu}\d]/u.test(venue) && venue.split(/\s+/).every((word) => !/^\p{Ll}{4}/u.test(word));
}
