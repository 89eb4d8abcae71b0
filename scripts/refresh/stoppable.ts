import { STOP_SIGNALS } from "../stop-signals.ts";

/** So many milliseconds a stopped task has to end by itself. */
const PATIENCE_MS = 800;

/**
 * Runs the task with a signal that aborts on SIGINT, SIGTERM and SIGHUP. If the process is still there
 * 0.8 seconds later, whatever it waits for, or gets a second signal, `leave` is called and the signal
 * ends it: not `process.exit`, which would wait for a disk that does not answer.
 */
export async function stoppable<T>(
  task: (stop: AbortSignal) => Promise<T>,
  leave: () => void,
  self: Pick<NodeJS.Process, "on" | "off" | "kill" | "pid"> = process,
): Promise<T> {
  const stop = new AbortController();
  const end = (signal: NodeJS.Signals) => {
    leave();
    forget();
    self.kill(self.pid, signal);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) return end(signal);
    stop.abort();
    // Also once the task has ended: a connection or a file may still hold the process.
    setTimeout(end, PATIENCE_MS, signal).unref();
  };
  const forget = () => {
    for (const signal of STOP_SIGNALS) self.off(signal, onSignal);
  };
  for (const signal of STOP_SIGNALS) self.on(signal, onSignal);
  try {
    return await task(stop.signal);
  } finally {
    forget();
  }
}
