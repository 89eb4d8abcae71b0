import { doiName, withoutSentenceEnd } from "../../corpus/ids.ts";

/**
 * DOIs of which the publisher's scheme says where they end, so that version, view and file that follow
 * are cut: bioRxiv and medRxiv, Research Square, PLOS, OUP's article numbers, eLife, PeerJ.
 */
const WHOLE: readonly RegExp[] = [
  /^10\.(?:1101|64898)\/(?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8}(?!\d)/,
  /^10\.21203\/rs\.\d\.rs-\d+(?:\/v\d+)?/i,
  /^10\.1371\/journal\.[a-z]{4}\.\d{7}/i,
  /^10\.1093\/[a-z]+\/[\w.-]+(?=\/\d{5,}(?:\/|$))/i,
  /^10\.7554\/elife\.\d{5,6}/i,
  /^10\.48550\/arxiv\.(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i,
];

/** Of before 2005, with angle brackets inside: `10.1002/(SICI)…<1661::AID-SIM968>3.0.CO;2-2`. */
const SERIAL_ITEM = /^10\.\d{4,9}\/[^\s<>]{1,100}<[^\s<>]{1,60}>\d\.\d\.\w{2};2(?:-[\w#])?/i;
/** What no DOI contains where people write one. */
const OUTSIDE =
  /[\s?#&"“”<>|\\^`{}，。；、）】」》\u3000]|;jsessionid|\/(?:suppl_file|suppl|assets?|mediaobjects|figures?|tables?|-\/dcsupplemental)(?:\/|$)/iu;
/** What publishers add to a DOI to name a view, a file or a supplement of the article. */
const FORM =
  /(?:\.(?:pdf|html?|xml|epub|full(?:[.-](?:text|pdf|html))?|short|abstract|meta|long|figures-only|supplementary-material|article-info|article-metrics|s\d{3})|\/(?:full(?:[.-]?(?:text|pdf|html|xml))?(?:\.html?)?|fulltext|pdf|pdfft|epdf|ampdf|epub|abstract|abs|summary|meta|html?|references|citations?|metrics|reader|suppinfo|article|download))$/i;
const SUPPLEMENT = /(?<!-s\d{1,2})-s\d{1,2}$/i;
/** Its supplements are papers: `10.1186/1471-2105-9-s2-s8`. */
const BMC = /^10\.1186\//;

/**
 * The DOI that `text`, decoded, begins with, in lower case: without what follows it in an address or a
 * sentence. Null where it begins with none.
 */
export function doiAtStart(text: string): string | null {
  if (!/^10\.\d{4,9}(?:\.\d+)*\/\S/.test(text)) return null;
  const serial = SERIAL_ITEM.exec(text)?.[0];
  if (serial) return serial.toLowerCase();
  const end = text.search(OUTSIDE);
  let doi = withoutSentenceEnd(end < 0 ? text : text.slice(0, end));
  for (const scheme of WHOLE) {
    const whole = scheme.exec(doi)?.[0];
    if (whole) return doiName(whole);
  }
  for (let before = ""; before !== doi; ) {
    before = doi;
    const bare = doi.replace(FORM, "").replace(BMC.test(doi) ? "" : SUPPLEMENT, "");
    doi = withoutSentenceEnd(bare.replace(/\/+$/, ""));
  }
  return doiName(doi);
}
