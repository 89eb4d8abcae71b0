import { leadsToPaper } from "../ids/leads-to-paper.ts";

/** What a link shows: the paper, its code, its page, its data, a talk; or nothing that an entry keeps. */
export type LinkRole = "paper" | "code" | "project" | "data" | "video" | "other";

const WORDS: readonly (readonly [LinkRole, RegExp])[] = [
  [
    "other",
    /\b(?:bib|bibtext?|citation|cite|scholar|slides?|lectures?|notes|poster|review|tweet|twitter|blog|post|news|badge|stars?|supp|supplementary|supplemental|appendix|license|colab|notebook|reddit|discussion|comments?)\b/i,
  ],
  [
    "code",
    /\b(?:code|codes|github|gitlab|git|repo|repository|implementation|implement|pytorch|tensorflow|tf|keras|jax|torch|caffe|matlab|julia|python|official|unofficial|c\+\+|karateclub|library|model|models|checkpoints?|weights?|toolkit|source|hugging ?face|hf)\b|代码|源码/i,
  ],
  ["data", /\b(?:data|dataset|datasets|benchmark|corpus|leaderboard)\b|数据/i],
  ["video", /\b(?:video|videos|youtube|talk|presentation|recording|bilibili)\b|视频/i],
  ["project", /\b(?:project|projects|page|website|web|site|homepage|home|demo|www)\b|主页|项目/i],
  [
    "paper",
    /\b(?:paper|papers|pdf|arxiv|abs|abstract|preprint|pre-print|doi|article|publication|report|thesis|book|chapter|html|openreview|biorxiv|medrxiv|acl|acm|ieee|cvf|pmlr|nips|springer|nature|science|elsevier|sciencedirect|journal|proceedings|full ?text|link|url|here|read|view|pubmed|pmc|jmlr|openaccess|springerlink|online|official link|manuscript|publisher|pub)\b|论文|原文|链接/i,
  ],
];
const CODE_HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:github\.com|gitlab\.com|gitee\.com|bitbucket\.org|sourceforge\.net|codeberg\.org)\/(?!.*\.pdf(?:[?#]|$))/i;
const MODEL_HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:huggingface\.co\/(?!papers)|modelscope\.cn|pypi\.org|colab\.research\.google\.com|kaggle\.com|paperswithcode\.com\/(?!paper))/i;
const VIDEO_HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com|slideslive\.com|videolectures\.net)\//i;
const NO_PAPER_HOST =
  /^https?:\/\/(?:[\w-]+\.)*(?:github\.io|twitter\.com|x\.com|medium\.com|wikipedia\.org|linkedin\.com|reddit\.com|shields\.io|zhihu\.com|wechat\.com|weixin\.qq\.com|scholar\.google\.com|discord\.gg|slack\.com|google\.com|facebook\.com|netlify\.app|vercel\.app|substack\.com|towardsdatascience\.com|wordpress\.com|blogspot\.com|sites\.google\.com)(?:[/?#]|$)/i;
/** What a link shows, by its words before its address; a repository is code whatever the words are. */
export function linkRole(label: string, url: string): LinkRole {
  const text = label.replace(/[[\]【】()`*:：]/g, " ").trim();
  if (CODE_HOST.test(url)) return "code";
  if (/^(?:code|codes|github|git|repo|repository|代码)$/i.test(text)) return "code";
  const worded = WORDS.filter(([, words]) => words.test(text)).map(([role]) => role);
  if (VIDEO_HOST.test(url)) return "video";
  if (worded.includes("paper") && !worded.includes("other")) return "paper";
  const first = worded.find((role) => role !== "paper");
  if (leadsToPaper(url))
    return first === undefined || first === "code" || first === "project" ? "paper" : first;
  if (first !== undefined) return first;
  if (MODEL_HOST.test(url)) return "code";
  return NO_PAPER_HOST.test(url) ? "project" : "other";
}

const ID_LABEL =
  /^(?:arxiv\s*[:：]?\s*)?(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$|^(?:doi\s*[:：]?\s*)?10\.\d{4,9}\/\S+$/i;
const FILLER =
  /\b(?:the|a|an|of|and|on|in|for|at|with|by|from|via|my|our|official|unofficial|original|full|new|v?\d+(?:\.\d+)*|paper|version|[a-z])\b|[^\p{L}\p{N}]+/giu;

/**
 * Whether the text of a link only says what it leads to ("paper", "code", "Nature Genetics paper",
 * "arXiv:2304.08485", "CVPR 2021"), so that it is no part of a title. `bracketed` where the list sets
 * the link in brackets, as it does with such words.
 */
export function isLinkLabel(text: string, bracketed: boolean): boolean {
  const inner = text
    .replace(/[[\]【】`*]/g, "")
    .replace(/^\(|\)$/g, "")
    .trim();
  if (inner === "" || /^https?:\/\//i.test(inner) || /^www\./i.test(inner)) return true;
  const words = inner.split(/[\s,/&|+]+/).length;
  if (ID_LABEL.test(inner)) return true;
  if (/^(?:\[.*\]|【.*】)$/s.test(text.trim()) || bracketed) return words <= 5;
  if (words > 5) return false;
  if (/\b(?:paper|preprint|pdf|code|repo|website|link)s?$/i.test(inner) && words <= 4) {
    return /^[\p{L}\p{N}\s.&'’+/-]*$/u.test(inner);
  }
  let rest = inner;
  for (const [, words] of WORDS) rest = rest.replace(new RegExp(words.source, "giu"), " ");
  return rest.replace(FILLER, "") === "";
}
