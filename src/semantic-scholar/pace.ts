/** Time as the client sees it: milliseconds that only grow, and a wait that an abort ends early by throwing. */
export interface Clock {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The rhythm that every request of a run keeps. */
export interface Pace {
  /** Resolves when the caller may send one request; callers are served in the order they came. */
  turn(signal?: AbortSignal): Promise<void>;
  /** Holds every request for so many milliseconds from now; never shortens a longer pause. */
  hold(ms: number): void;
  /** Lets the next one wait a whole interval from now. */
  rest(): void;
}

/** With a key one request a second is allowed; a twentieth more, so that a first connection that takes its time does not make two. */
export const PACE_WITH_KEY_MS = 1_050;

/**
 * Without a key everybody shares one pool: spacings of 3.2 s were still answered with 429 where 6.5 s
 * were served.
 */
export const PACE_WITHOUT_KEY_MS = 6_500;

/**
 * A pace with at least `intervalMs` milliseconds between the starts of two requests; 0 lets all go at once,
 * unless held. The first turn comes at once.
 */
export function createPace(intervalMs: number, clock: Clock): Pace {
  let earliest = Number.NEGATIVE_INFINITY;
  // Turns are links of one chain, so two waits never overlap and no two callers get the same slot.
  let chain: Promise<void> = Promise.resolve();

  async function wait(signal?: AbortSignal): Promise<void> {
    // A hold may come while waiting, and timers may fire early: look again until the time is really there.
    for (let ms = earliest - clock.now(); ms > 0; ms = earliest - clock.now()) {
      await clock.sleep(Math.ceil(ms), signal);
    }
    earliest = clock.now() + intervalMs;
  }

  function hold(ms: number): void {
    earliest = Math.max(earliest, clock.now() + ms);
  }

  return {
    turn(signal) {
      const mine = chain.then(() => wait(signal));
      chain = mine.catch(() => {});
      return mine;
    },
    hold,
    rest: () => hold(intervalMs),
  };
}
