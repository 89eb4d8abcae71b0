import type { Clock } from "../src/semantic-scholar/pace.ts";

/** A clock that stands still and jumps ahead by every sleep, so that waits take no time; it keeps a list of them. */
export function fakeClock(): Clock & { readonly sleeps: number[] } {
  let now = 0;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      sleeps.push(ms);
      now += ms;
      await Promise.resolve();
    },
  };
}
