import { parseSurvey } from "../../src/survey/parse-survey.ts";
import { timed } from "./figures.ts";

export const name = "reading";

const SIZES = [100, 1_000, 10_000];
const LEAST_PER_SECOND = 2_000;
const ROUNDS = 3;

const TITLE = (n: number) => `Learning transferable representations of things, part ${n}`;
const LINK = (n: number) =>
  `https://arxiv.org/abs/${2101 + (n % 12)}.${String(n % 100_000).padStart(5, "0")}`;
const AUTHORS = "Norman Mu, Alexander Kirillov, David Wagner, and Saining Xie";

/** A list of `count` papers of each kind, a row a paper. */
const KINDS: readonly (readonly [kind: string, head: string, row: (n: number) => string])[] = [
  ["own form", "", (n) => `- [CVPR 2023] | **${TITLE(n)}** | [[paper]](${LINK(n)})\n`],
  ["linked titles", "", (n) => `- [${TITLE(n)}](${LINK(n)}), ${AUTHORS}, ICML 2021\n`],
  [
    "titles on their lines",
    "",
    (n) => `**${TITLE(n)}** \\\n*${AUTHORS}* \\\nECCV 2022. [[Paper](${LINK(n)})]\n\n`,
  ],
  [
    "table",
    "| Title | Venue | Year | Paper |\n|---|---|---|---|\n",
    (n) => `| ${TITLE(n)} | ECCV | 2022 | [arXiv](${LINK(n)}) |\n`,
  ],
  ["sub-items", "", (n) => `- **${TITLE(n)} (NeurIPS 2019)**\n  - ${AUTHORS}\n  - [[Paper]](${LINK(n)})\n`],
  ["references", "", (n) => `- [${n}] ${AUTHORS}, "${TITLE(n)}," ECCV 2022. ${LINK(n)}\n`],
  [
    "BibTeX",
    "",
    (n) =>
      `@article{a${n},\n  title = {${TITLE(n)}},\n  author = {Mu, Norman and Xie, Saining},\n  year = {2022}\n}\n`,
  ],
];

/**
 * Reports how many entries a second are read of lists of each kind, from 100 to 10,000 entries, and how the time an
 * entry takes grows with the list: the ratio of the largest to the one before, 1 where it is linear.
 */
export async function run(report: (line: string) => void): Promise<void> {
  for (const [kind, head, row] of KINDS) {
    const each = SIZES.map((size) => {
      const text = head + Array.from({ length: size }, (_, n) => row(n)).join("");
      const runs = Array.from({ length: ROUNDS }, () => timed(() => parseSurvey(text).entries.length));
      const read = runs[0]?.value ?? 0;
      return { size, read, ms: Math.min(...runs.map(({ ms }) => ms)) };
    });
    const [last, before] = [each.at(-1), each.at(-2)];
    const growth = last && before ? last.ms / last.size / (before.ms / before.size) : Number.NaN;
    const perSecond = last ? (last.size / last.ms) * 1_000 : 0;
    const found = each.map(({ size, read }) => `${read} of ${size}`).join(", ");
    const verdict = perSecond >= LEAST_PER_SECOND ? "met" : "MISSED";
    report(
      `${kind}: ${perSecond.toFixed(0)} entries/s (goal ${LEAST_PER_SECOND}, ${verdict}), time an entry ×${growth.toFixed(2)} from 1,000 to 10,000; read ${found}`,
    );
  }
}
