/** "18.7 (2006): 1527-1554", "5(52), 2523": where in its venue a paper is, by volume, issue and pages. */
const PAGES: readonly RegExp[] = [
  /,?\s*\b(?:[Vv]ol(?:ume)?|[Nn]o|[Nn]r|[Ii]ss(?:ue)?|[Pp]ages?|pp?)\b\.?\s*(?!(?:18|19|20)\d{2}\b(?!\s*[-–]))[\dA-Z]*\d+(?:[.:]\d+)?(?:\s*[-–]+\s*[\dA-Z]*\d+)?(?:\s*\(\d{1,3}\))?(?!\d)/g,
  /,?\s+(?!(?:18|19|20)\d{2}\s)\d{1,4}(?:[.:]\d+(?:[-–]\d+)?)?(?:\s*\(\w+(?:[-–]\d+)?\))?(?=,?\s*\((?:\p{L}+\.?\s)?(?:18|19|20)\d{2}\))/gu,
  /(?<=\((?:\p{L}+\.?\s)?(?:18|19|20)\d{2}\))\s*[:,]\s*[\w.]*\d[\w.]*(?:\s*[-–]+\s*\w+)?/gu,
  /,?\s*\b\d{1,4}\s*\(\d{1,4}(?:[-–]\d+)?\)(?:\s*[:,]\s*\w*\d+(?:\s*[-–]+\s*\w*\d+)?)?/g,
  /(?<=(?:18|19|20)\d{2})\s*:\s*\w*\d+\s*[-–]+\s*\w*\d+/g,
  /,?\s*(?:\(\d{1,3}\)\s*)?\b(?!(?:18|19|20)\d{2}\b)\d{1,4}\s*:\s*\d+\s*[-–]+\s*\d+/g,
  /:\d+[-–]\d+/g,
  /(?:(?<=preprint\s)arxiv\s*)?[:,]?\s*\b(?:abs\/)?\d{4}\.\d{4,5}(?:v\d+)?\b/gi,
  /,?\s*(?:https?:\/\/\S+|\bdoi:\s*\S+|\b10\.\d{4,9}\/\S+)/gi,
];

/** The text of a venue without volume, issue, pages, arXiv number, DOI and address; one over 400 characters is left as it is. */
export function withoutPages(text: string): string {
  if (!/\d/.test(text) || text.length > 400) return text;
  return PAGES.reduce((left, page) => left.replace(page, ""), text);
}
