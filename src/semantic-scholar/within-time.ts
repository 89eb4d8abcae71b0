/** What ends a task that took too long. */
export class TimeUp extends Error {
  override readonly name = "TimeUp";
}

/**
 * What the task resolves to, unless `ms` milliseconds pass (it then throws TimeUp) or `stop` aborts (it
 * throws the reason) before that; the signal that the task gets aborts with it.
 *
 * One controller, held by a timer that is cleared: signals made by `AbortSignal.any` and
 * `AbortSignal.timeout` may be collected as garbage before they fire, and so may those that fetch derives
 * from the one it is given. The race ends the wait even where a task ignores the signal.
 */
export async function withinTime<T>(
  ms: number,
  stop: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  stop?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  const timer = setTimeout(() => controller.abort(new TimeUp(`not finished within ${ms / 1000} s`)), ms);
  const onStop = () => controller.abort(stop?.reason);
  stop?.addEventListener("abort", onStop, { once: true });
  try {
    return await Promise.race([task(signal), ended]);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener("abort", onStop);
  }
}
