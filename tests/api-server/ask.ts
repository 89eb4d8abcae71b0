import type { AnswerCache, KeptAnswer } from "../../src/semantic-scholar/answer-cache.ts";
import { type Client, createClient } from "../../src/semantic-scholar/client.ts";
import { createExchange, type WireEvent } from "../../src/semantic-scholar/exchange.ts";
import { createPace } from "../../src/semantic-scholar/pace.ts";
import { fakeClock } from "../fake-clock.ts";

/** A cache in memory that a test can look into. */
export function memoryCache(): AnswerCache & { readonly kept: Map<string, KeptAnswer> } {
  const kept = new Map<string, KeptAnswer>();
  return {
    kept,
    read: async (question) => kept.get(question) ?? null,
    async write(question, answer) {
      kept.set(question, answer);
    },
  };
}

/** A client of a test server whose waits take no time, with what it reported. */
export function askingClient(
  url: string,
  options: {
    cache?: AnswerCache;
    tries?: number;
    timeoutMs?: number;
    key?: string;
    signal?: AbortSignal;
  } = {},
): { client: Client; events: WireEvent[]; sleeps: number[] } {
  const clock = fakeClock();
  const events: WireEvent[] = [];
  const exchange = createExchange(
    {
      baseUrl: url,
      key: options.key ?? null,
      pace: createPace(0, clock),
      ...(options.tries ? { tries: options.tries } : {}),
      ...(options.timeoutMs ? { timeoutMs: options.timeoutMs } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    },
    { clock, random: () => 0, report: (event) => events.push(event) },
  );
  const cache = options.cache ?? memoryCache();
  return {
    client: createClient(url, { exchange, cache, today: () => "2026-11-23" }),
    events,
    sleeps: clock.sleeps,
  };
}
