/** An answer that breaks the contract: which endpoint, about what, at which place of the answer. */
export class UnexpectedResponse extends Error {
  override readonly name = "UnexpectedResponse";
  readonly endpoint: string;
  readonly subject: string;
  readonly path: string;

  constructor(where: { endpoint: string; subject: string; path: string }, problem: string, cause?: unknown) {
    super(`${where.endpoint} for ${where.subject}: unexpected answer at ${where.path}: ${problem}`, {
      cause,
    });
    this.endpoint = where.endpoint;
    this.subject = where.subject;
    this.path = where.path;
  }
}

/** An answer about another paper than the one that was asked for. */
export class ForeignAnswer extends Error {
  override readonly name = "ForeignAnswer";
  /** The paper it is about: an id and the title. */
  readonly other: string;

  constructor(
    endpoint: string,
    subject: string,
    { ids, title }: { readonly ids: readonly string[]; readonly title: string | null },
  ) {
    const other = `${ids[0] ?? "a paper without an id"}${title ? ` "${title.slice(0, 120)}"` : ""}`;
    super(`${endpoint} for ${subject}: the answer is about ${other}`);
    this.other = other;
  }
}

/** A question that the source understands as wrong (400 and its kin): asking again does not help. */
export class RequestRefused extends Error {
  override readonly name = "RequestRefused";
  readonly status: number;
  /** What the source said, at most 300 characters. */
  readonly said: string;

  constructor(endpoint: string, subject: string, status: number, said: string) {
    super(`${endpoint} for ${subject}: refused with ${status}: ${said}`);
    this.status = status;
    this.said = said;
  }
}

/** A question that a run without requests does not put. */
export class NotAsked extends Error {
  override readonly name = "NotAsked";

  constructor(endpoint: string, subject: string) {
    super(`${endpoint} for ${subject}: not asked`);
  }
}

/** The key is wrong, or the source accepts nobody from here without one. */
export class KeyRefused extends Error {
  override readonly name = "KeyRefused";
  /** Whether a key was sent. */
  readonly hadKey: boolean;

  constructor(status: number, hadKey: boolean) {
    super(
      hadKey
        ? `Semantic Scholar refused the key (${status}): check SEMANTIC_SCHOLAR_API_KEY, or unset it to do without`
        : `Semantic Scholar refuses requests without a key from here (${status}): set SEMANTIC_SCHOLAR_API_KEY`,
    );
    this.hadKey = hadKey;
  }
}

/** One question that stayed without a usable answer after every try. */
export class TriesExhausted extends Error {
  override readonly name = "TriesExhausted";
  /** The status of the last answer; null when the connection brought none. */
  readonly status: number | null;

  constructor(endpoint: string, subject: string, tries: number, last: string, status: number | null) {
    super(`${endpoint} for ${subject}: no answer after ${tries} tries (last: ${last})`);
    this.status = status;
  }
}

/** The source cannot be reached any more: nothing further is asked in this run. */
export class SourceUnreachable extends Error {
  override readonly name = "SourceUnreachable";

  constructor(cause: Error) {
    super(`Semantic Scholar cannot be reached: ${cause.message}; try again later`, {
      cause,
    });
  }
}

/** The user stopped the run. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor() {
    super("interrupted");
  }
}
