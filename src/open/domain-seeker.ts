import { type domainWish, type FoundDomains, type KnownDomains, NO_DOMAINS } from "../view/panels/domains.ts";

type Wish = NonNullable<ReturnType<typeof domainWish>>;

/** Finds elsewhere what is asked about domains, and answers once or fails once. Returns how to stop it. */
export type FindDomains = (
  question: Wish["question"],
  answer: (facts: FoundDomains["facts"]) => void,
  fail: (failure: Error) => void,
) => () => void;

/** What is said while domains are being sought, and when that failed. */
interface Said {
  readonly findingDomains: string;
  readonly noDomains: (reason: string) => string;
}

/**
 * Asks about domains when a state first wishes to know, one question at a time: a newer one takes the place of
 * one that was not answered. Until its answer is there the last one stays; a question that failed is not asked
 * again before another one. `changed` is called after each answer.
 */
export function domainSeeker(
  find: FindDomains,
  changed: () => void,
  said: Said,
): (wish: Wish | null) => KnownDomains {
  let known = NO_DOMAINS;
  let asked: Wish | null = null;
  let stop = () => {};
  const settle = (next: KnownDomains) => {
    known = next;
    changed();
  };
  return (wish) => {
    if (wish === null || isSame(wish, asked)) return known;
    stop();
    asked = wish;
    known = { found: known.found, status: said.findingDomains, busy: true };
    stop = find(
      wish.question,
      (facts) =>
        asked === wish && settle({ found: { facts, clusters: wish.clusters }, status: null, busy: false }),
      ({ message }) =>
        asked === wish && settle({ found: known.found, status: said.noDomains(message), busy: false }),
    );
    return known;
  };
}

function isSame(one: Wish, other: Wish | null): boolean {
  return one.clusters === other?.clusters && one.question.links === other.question.links;
}
