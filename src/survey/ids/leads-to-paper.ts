import { isOn, readAddress } from "./address.ts";
import { PAPER_PAGES } from "./paper-pages.ts";
import { isOfData, PICTURE, paperRefs } from "./paper-refs.ts";

/** Files of talks and supplements beside papers. */
const BESIDE = /(?:slides?|poster|presentation|talk|supp(?:l|lement\w*)?|appendix)[\w-]*\.pdf$/i;

/**
 * Whether a reader would call what the address shows a paper: it holds an id of one (not of a data set),
 * is a page of a single paper in proceedings, at a publisher or in a catalogue, or a PDF file that is not
 * called slides, poster or supplement. False for what is not an address.
 */
export function leadsToPaper(url: string): boolean {
  const address = readAddress(url);
  if (address === null || PICTURE.test(address.path)) return false;
  if (/\.pdf$/i.test(address.path) && !BESIDE.test(address.path)) return true;
  const place = address.path + address.query;
  if (
    PAPER_PAGES.some(({ hosts, pattern }) => hosts.some((host) => isOn(host, address)) && pattern.test(place))
  ) {
    return true;
  }
  return paperRefs([url]).some((ref) => !isOfData(ref));
}
