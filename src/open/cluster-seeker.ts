import { ENGLISH } from "../text/en/texts.ts";
import type { Texts } from "../text/texts.ts";
import type { clusterWish } from "../view/panels/communities.ts";
import type { Sources } from "../view/sources.ts";

type Facts = NonNullable<Sources["clusters"]>;
type Wish = NonNullable<ReturnType<typeof clusterWish>>;

/** Looks for communities elsewhere; may answer more than once, the last answer counts. Returns how to stop it. */
export type FindClusters = (
  options: Wish,
  answer: (facts: Facts) => void,
  fail: (failure: Error) => void,
) => () => void;

/** What is known of the communities a state wishes for. */
type Known = Pick<Sources, "clusters" | "clusterFailure">;

/**
 * Asks for communities when a state first wishes for them, one question at a time, and keeps the answers.
 * Until the answer to a new wish is there, the last one stays, so that the map does not go grey while one
 * turns a control. `changed` is called after each answer; `known` is one that needs no asking.
 */
export function clusterSeeker(
  find: FindClusters,
  changed: () => void,
  texts: Texts["stage"] = ENGLISH.stage,
  known: Facts | null = null,
): (wish: Wish | null) => Known {
  const answers = new Map<string, Facts>(known ? [[`${known.links} ${known.resolution}`, known]] : []);
  const failures = new Map<string, string>();
  let asking: { key: string; stop: () => void } | null = null;
  let last: Facts | null = known;
  return (wish) => {
    if (wish === null) return { clusters: last, clusterFailure: null };
    const key = `${wish.links} ${wish.resolution}`;
    const answered = answers.get(key);
    const failure = failures.get(key) ?? null;
    if (answered) last = answered;
    else if (failure === null && asking?.key !== key) {
      asking?.stop();
      const stop = find(
        wish,
        (facts) => {
          // An answer that was under way when the question changed is one to the question before.
          if (`${facts.links} ${facts.resolution}` !== key) return;
          answers.set(key, facts);
          changed();
        },
        ({ message }) => {
          failures.set(key, texts.noCommunities(message));
          changed();
        },
      );
      asking = { key, stop };
    }
    return { clusters: last, clusterFailure: failure };
  };
}
