import { Presets, SingleBar } from "cli-progress";
import { shownOnALine } from "../../src/corpus/shown.ts";
import type { WireEvent } from "../../src/semantic-scholar/exchange.ts";

/** Shows how far a run is. */
export interface Progress {
  report(event: WireEvent): void;
  /** How many requests were sent, further tries included. */
  readonly sent: () => number;
  stop(): void;
}

/**
 * Progress on stderr: on a terminal a bar with the rate and the time left, elsewhere one plain line a
 * request. `expected` is how many requests are expected, at least `paceMs` milliseconds apart; when more
 * come, it grows.
 */
export function startProgress(
  expected: number,
  paceMs: number,
  stream: Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean },
): Progress {
  let sent = 0;
  let answered = 0;
  const started = performance.now();
  const bar = stream.isTTY
    ? new SingleBar(
        {
          stream: stream as NodeJS.WriteStream,
          format: "{bar} {value}/{total} requests, {rate}/s, {left} left {state}",
          hideCursor: true,
          barsize: 24,
        },
        Presets.shades_classic,
      )
    : null;
  const about = () => Math.max(expected, answered + 1);
  const show = (state: string) => {
    const elapsed = performance.now() - started;
    const total = Math.max(expected, answered);
    // Before the first answer the pace is the best guess there is.
    const each = Math.max(paceMs, answered === 0 ? 0 : elapsed / answered);
    const left = timeOf(((total - answered) * each) / 1000);
    bar?.setTotal(total);
    bar?.update(answered, { rate: (answered / (elapsed / 1000)).toFixed(1), left, state });
  };
  bar?.start(expected, 0, { rate: "0.0", left: timeOf((expected * paceMs) / 1000), state: "" });

  return {
    sent: () => sent,
    report(event) {
      const { endpoint } = event.question;
      const subject = shownOnALine(event.question.subject);
      if (event.kind === "asked") {
        sent += 1;
        show(subject.slice(0, 40));
        const again = event.attempt > 1 ? `, try ${event.attempt}` : "";
        if (!bar) stream.write(`${answered + 1} of about ${about()}: ${endpoint} for ${subject}${again}\n`);
      } else if (event.kind === "answered") {
        answered += 1;
        show("");
      } else {
        const wait = `waiting ${(event.ms / 1000).toFixed(1)} s: ${shownOnALine(event.why)}`;
        show(wait.slice(0, 60));
        if (!bar) stream.write(`${wait}\n`);
      }
    },
    stop() {
      bar?.stop();
    },
  };
}

/** Seconds as people say them: `45 s`, `3 min 20 s`. */
export function timeOf(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
