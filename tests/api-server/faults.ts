/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  /** Below /graph/v1/. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly ids: readonly string[];
  readonly key: string | null;
  /** Milliseconds since the server started. */
  readonly at: number;
}

/** What goes wrong instead of, or with, the proper answer. */
export type Sabotage =
  | {
      readonly status: number;
      readonly text: string;
      readonly headers?: Record<string, string>;
      readonly afterMs?: number;
    }
  | { readonly reset: true }
  | { readonly truncate: true }
  | { readonly dripEveryMs: number }
  /** These pieces instead of the proper body, as fast as they are read or one every so many milliseconds. */
  | { readonly pour: () => Iterable<string>; readonly everyMs?: number }
  /** The proper answer, but not before this. */
  | { readonly after: Promise<unknown> }
  | { readonly rewrite: (body: unknown) => unknown };

/** Decides for the n-th request (from 0) what goes wrong; null: nothing. */
export type Fault = (seen: Seen, n: number) => Sabotage | null;

export const TOO_MANY: Sabotage = {
  status: 429,
  text: '{"message":"Too Many Requests. Please wait and try again or apply for a key for higher rate limits. https://www.semanticscholar.org/product/api#api-key-form","code":"429"}',
};
export const FORBIDDEN: Sabotage = { status: 403, text: '{"message":"Forbidden"}' };
/** Nobody has recorded these two bodies; the gateway's usual form is assumed. */
export const INTERNAL: Sabotage = { status: 500, text: '{"message":"Internal server error"}' };
export const TIMED_OUT: Sabotage = {
  status: 504,
  text: '{"message":"Endpoint request timed out"}',
  afterMs: 50,
};
export const HTML: Sabotage = {
  status: 502,
  text: "<html><head><title>502 Bad Gateway</title></head></html>",
  headers: { "content-type": "text/html" },
};
export const HTML_AS_SUCCESS: Sabotage = {
  status: 200,
  text: "<!doctype html><title>Maintenance</title>",
  headers: { "content-type": "text/html" },
};
export const RESET: Sabotage = { reset: true };
export const TRUNCATED: Sabotage = { truncate: true };

/** The first `count` requests fail so, then all is well. */
export function first(count: number, sabotage: Sabotage): Fault {
  return (_, n) => (n < count ? sabotage : null);
}

/** Every request fails so. */
export function always(sabotage: Sabotage): Fault {
  return () => sabotage;
}

/** Every request whose path matches fails so. */
export function on(path: RegExp, sabotage: Sabotage): Fault {
  return (seen) => (path.test(seen.path) ? sabotage : null);
}

/** Every k-th request fails so. */
export function every(k: number, sabotage: Sabotage): Fault {
  return (_, n) => (n % k === k - 1 ? sabotage : null);
}

/** The same JSON with every value but the ids and the structure replaced by null. */
export function nullsEverywhere(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(nullsEverywhere);
  if (typeof body !== "object" || body === null) return null;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      if (key === "paperId" || key === "next" || key === "offset") return [key, value];
      if (["data", "citations", "references", "citedPaper", "citingPaper"].includes(key)) {
        return [key, nullsEverywhere(value)];
      }
      return [key, null];
    }),
  );
}
