import type { core } from "zod/mini";
import "./issue-language.ts";
import { shownOnALine } from "./shown.ts";

/** Which members of an object, or rows of a list, are left out: those with nothing under them whole. */
export interface LeftOut extends ReadonlyMap<string, LeftOut> {}

/** The rows that a schema found wrong, and in a line each what is wrong with them, in the order of the file. */
export interface BadRows {
  readonly leftOut: LeftOut;
  readonly problems: readonly string[];
}

/**
 * The rows of a parsed JSON value that the issues of a schema are about: for each the outermost row of a list, or the
 * member of an inner object. Null where an issue is about neither, so that the value cannot be used at all.
 */
export function badRows(value: unknown, issues: readonly core.$ZodIssue[]): BadRows | null {
  const root: Growing = new Map();
  const byRow = new Map<Growing, { readonly path: readonly PropertyKey[]; readonly said: string[] }>();
  for (const { path, message } of issues) {
    const firstList = path.findIndex((key) => typeof key === "number");
    const depth = firstList >= 0 ? firstList + 1 : 2;
    if (path.length < depth) return null;
    const row = path.slice(0, depth);
    const place = row.reduce<Growing>((at, key) => grown(at, String(key)), root);
    const found = byRow.get(place) ?? { path: row, said: [] };
    byRow.set(place, found);
    found.said.push(`${placeOf(path)}: ${message}`);
  }
  const problems = [...byRow.values()].map(({ path, said }) => {
    const name = nameOf(path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown>)[key], value));
    return `${said.join("; ")}${name === null ? "" : `, in "${name}"`}`;
  });
  return { leftOut: root, problems };
}

/** The value without what is left out; the value itself stays as it is. */
export function without(value: unknown, leftOut: LeftOut): unknown {
  if (Array.isArray(value)) return value.filter((_, i) => !leftOut.has(String(i)));
  const members = Object.entries(value as object).flatMap(([key, member]) => {
    const inner = leftOut.get(key);
    if (inner === undefined) return [[key, member]];
    return inner.size === 0 ? [] : [[key, without(member, inner)]];
  });
  return Object.fromEntries(members);
}

/** A zod path as a reader writes it: `papers[3].date`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return (
    path
      .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
      .join("")
      .replace(/^\./, "") || "corpus"
  );
}

interface Growing extends Map<string, Growing> {}

function grown(at: Growing, key: string): Growing {
  const inner: Growing = at.get(key) ?? new Map();
  at.set(key, inner);
  return inner;
}

/** What a row calls itself, so that it can be found again; null for one without a name. */
function nameOf(row: unknown): string | null {
  if (typeof row !== "object" || row === null) return null;
  const { id, title, paper, citing, cited } = row as Readonly<Record<string, unknown>>;
  const names =
    typeof citing === "string" && typeof cited === "string" ? [`${citing} → ${cited}`] : [id, title, paper];
  const name = names.find((text): text is string => typeof text === "string" && text !== "");
  return name?.slice(0, 80) ?? null;
}

const LONGEST_LINE = 400;

/** A line quoting outside text, with invisible characters shown, cut at 400 characters. */
export function visible(line: string): string {
  return shownOnALine(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
}

/** The problems with the name of the file they are in. */
export function inFile(file: string, problems: readonly string[]): string[] {
  return problems.map((problem) => `${file}: ${problem}`);
}
