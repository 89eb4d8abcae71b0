import { arxivNumber, isPaperId, type PaperId, paperId, s2Sha } from "../../corpus/ids.ts";
import { paperRefs } from "./paper-refs.ts";

/**
 * The id that `text` means as people write it: any address of a paper, an id in any case, with its
 * version, with or without the name of its kind ("arXiv:2103.00020v2", "10.1000/AbC"). A text in which
 * no id is known is its own; null when it cannot be one.
 */
export function paperIdOf(text: string): PaperId | null {
  const bare = text.trim();
  const number = arxivNumber(bare);
  if (number !== null) return paperId(`arxiv:${number}`);
  const sha = s2Sha(bare);
  if (sha !== null) return paperId(`s2:${sha}`);
  const [ref] = paperRefs([bare]);
  if (ref) return paperId(`${ref.kind}:${ref.value}`);
  return isPaperId(bare) ? bare : null;
}
