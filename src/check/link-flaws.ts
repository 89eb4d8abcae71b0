import { arxivNumber, doiName } from "../corpus/ids.ts";
import type { Finding } from "./finding.ts";

/** What is odd about the form of a link; it is not followed. */
export type LinkFlaw = Pick<Finding, "severity" | "rule" | "message" | "remedy">;

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|spm|share_(?:source|token|from)|vd_source|_hs(?:enc|mi))$/i;
/** Services that shorten links, some of them closed. */
const SHORTENERS = /^(?:bit\.ly|t\.co|goo\.gl|tinyurl\.com|ow\.ly|is\.gd|t\.cn|dwz\.cn|url\.cn|buff\.ly)$/i;
const RESERVED = /(?:^|\.)(?:example\.(?:com|org|net)|test|invalid|localhost|local)$|^\d+(?:\.\d+){3}$|^\[/i;

/** The flaws of an http(s) link; `text` is what it is called in messages ("the paper link"). */
export function linkFlaws(link: string, text: string): LinkFlaw[] {
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return [
      {
        severity: "error",
        rule: "broken-link",
        message: `${text} is not a web address: ${shown(link)}`,
        remedy: "copy the address again",
      },
    ];
  }
  return [
    ...hostFlaws(url, text),
    ...trackingFlaws(url, text),
    ...(isArxiv(url) ? arxivFlaws(url, text) : []),
    ...(/^(?:dx\.)?doi\.org$/.test(url.hostname) ? doiFlaws(url, text) : []),
  ];
}

function hostFlaws(url: URL, text: string): LinkFlaw[] {
  const { hostname, username } = url;
  const flaws: LinkFlaw[] = [];
  if (RESERVED.test(hostname) || !hostname.includes(".")) {
    flaws.push({
      severity: "error",
      rule: "broken-link",
      message: `${text} leads to ${hostname}, which no reader can reach`,
      remedy: "use the public address",
    });
  }
  if (SHORTENERS.test(hostname)) {
    flaws.push({
      severity: "warning",
      rule: "odd-link",
      message: `${text} hides where it leads behind ${hostname}`,
      remedy: "write the address it leads to",
    });
  }
  if (username !== "") {
    flaws.push({
      severity: "warning",
      rule: "odd-link",
      message: `${text} contains a user name`,
      remedy: `remove "${username}@"`,
    });
  }
  return flaws;
}

function trackingFlaws(url: URL, text: string): LinkFlaw[] {
  const names = [...new Set([...url.searchParams.keys()].filter((name) => TRACKING.test(name)))];
  if (names.length === 0) return [];
  const clean = new URL(url);
  for (const name of names) clean.searchParams.delete(name);
  return [
    {
      severity: "warning",
      rule: "tracking-link",
      message: `${text} contains tracking parameters (${names.join(", ")})`,
      remedy: `write ${clean.href}`,
    },
  ];
}

function isArxiv({ hostname }: URL): boolean {
  return /(?:^|\.)arxiv\.org$/.test(hostname) && hostname !== "info.arxiv.org";
}

function arxivFlaws(url: URL, text: string): LinkFlaw[] {
  const page = /^\/(abs|pdf|html|ps|format|src|e-print)\/(.+?)\/?$/.exec(url.pathname);
  if (!page) return [];
  const [, kind = "", name = ""] = page;
  const number = arxivNumber(name);
  if (number === null) {
    return [
      {
        severity: "error",
        rule: "malformed-id",
        message: `${text} contains no valid arXiv number: ${shown(name)}`,
        remedy: "numbers look like 2103.00020, or hep-th/9901001 before 2007",
      },
    ];
  }
  const abstract = `https://arxiv.org/abs/${number}`;
  if (url.href.replace(/\/$/, "") === abstract) return [];
  const reasons = [
    ...(url.protocol === "http:" ? ["uses http"] : []),
    ...(url.hostname === "arxiv.org" || url.hostname === "www.arxiv.org"
      ? []
      : [`goes to the mirror ${url.hostname}`]),
    ...(kind === "abs" ? [] : [`opens the ${kind} instead of the abstract page`]),
    ...(/v\d+(?:\.pdf)?$/i.test(name) ? ["points to one version"] : []),
  ];
  if (reasons.length === 0) return [];
  const insecure = url.protocol === "http:" || reasons.some((reason) => reason.includes("mirror"));
  return [
    {
      severity: insecure ? "warning" : "note",
      rule: "arxiv-link",
      message: `${text} ${reasons.join(", and ")}`,
      remedy: `write ${abstract}`,
    },
  ];
}

function doiFlaws(url: URL, text: string): LinkFlaw[] {
  const name = decoded(url.pathname.slice(1));
  const doi = doiName(name);
  if (doi === null) {
    return [
      {
        severity: "error",
        rule: "malformed-id",
        message: `${text} contains no valid DOI: ${shown(name)}`,
        remedy: "DOIs look like 10.1109/cvpr52729.2023.02240",
      },
    ];
  }
  const plain = url.protocol === "https:" && url.hostname === "doi.org";
  if (plain) return [];
  return [
    {
      severity: "note",
      rule: "doi-link",
      message: `${text} is an old form of DOI link`,
      remedy: `write https://doi.org/${name}`,
    },
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
