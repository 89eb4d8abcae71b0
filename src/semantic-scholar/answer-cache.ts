/** An answer as it is kept: the status (200 or 404), the parsed body, and the day it came (YYYY-MM-DD). */
export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly day: string;
}

/**
 * Where answers are kept between runs. `read` gives null for what is not there, too old or damaged;
 * neither function throws, a cache that does not work only costs requests.
 */
export interface AnswerCache {
  read(question: string): Promise<KeptAnswer | null>;
  write(question: string, answer: KeptAnswer): Promise<void>;
}

/** A cache that keeps nothing. */
export const noCache: AnswerCache = {
  read: async () => null,
  write: async () => {},
};
