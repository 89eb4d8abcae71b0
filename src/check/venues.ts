/** Names of venues by the one short name everybody uses; what a text is tested for, in lower case. */
const VENUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["CVPR", /\bcvpr\b|computer vision and pattern recognition/],
  ["ICCV", /\biccv\b|international conference on computer vision\b/],
  ["ECCV", /\beccv\b|european conference on computer vision/],
  ["WACV", /\bwacv\b|winter conference on applications of computer vision/],
  ["BMVC", /\bbmvc\b|british machine vision/],
  ["3DV", /\b3dv\b|international conference on 3d vision/],
  ["NeurIPS", /\bneurips\b|\bnips\b|neural information processing systems/],
  ["ICML", /\bicml\b|international conference on machine learning/],
  ["ICLR", /\biclr\b|international conference on learning representations/],
  ["AAAI", /\baaai\b/],
  ["IJCAI", /\bijcai\b|joint conference on artificial intelligence/],
  ["NAACL", /\bnaacl\b|north american chapter of the association/],
  ["EMNLP", /\bemnlp\b|empirical methods in natural language/],
  ["ACL", /\bacl\b|annual meeting of the association for computational linguistics/],
  ["KDD", /\bkdd\b|knowledge discovery and data mining/],
  ["SIGIR", /\bsigir\b/],
  ["SIGGRAPH", /\bsiggraph\b/],
  ["ACM MM", /\bacm (?:mm|multimedia)\b|international conference on multimedia\b/],
  ["ICASSP", /\bicassp\b/],
  ["INTERSPEECH", /\binterspeech\b/],
  ["ICRA", /\bicra\b|international conference on robotics and automation/],
  ["IROS", /\biros\b/],
  ["CoRL", /\bcorl\b|conference on robot learning/],
  ["MICCAI", /\bmiccai\b|medical image computing/],
  ["TPAMI", /\btpami\b|pattern analysis and machine intelligence/],
  ["IJCV", /\bijcv\b|international journal of computer vision/],
  ["TIP", /\btip\b|transactions on image processing/],
  ["TGRS", /\btgrs\b|transactions on geoscience and remote sensing/],
  ["TMLR", /\btmlr\b|transactions on machine learning research/],
  ["JMLR", /\bjmlr\b|journal of machine learning research/],
];

const PREPRINT = /\barxiv\b|\bcorr\b|\bbiorxiv\b|\bmedrxiv\b|\bssrn\b|\bpreprint\b|\bopenreview\b/i;

/** Whether the text names a preprint server, which is not a place of publication. */
export function isPreprintServer(venue: string): boolean {
  return PREPRINT.test(venue);
}

/** The short name of a venue that computer science knows; null for every other, and for workshops of them. */
export function knownVenue(venue: string): string | null {
  const text = venue.toLowerCase();
  if (/\bworkshop/.test(text)) return null;
  return VENUES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The year in a venue's name ("CVPR 2023"); null when it names none. */
export function yearInVenue(venue: string): number | null {
  const year = /\b((?:19|20)\d{2})\b/.exec(venue)?.[1];
  return year === undefined ? null : Number(year);
}
