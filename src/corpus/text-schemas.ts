import * as z from "zod/mini";
import { isDate } from "./date.ts";
import { isPaperId, paperId } from "./ids.ts";

/** A text that may name a paper (see PaperId). */
export const PaperIdSchema = z.pipe(
  z
    .string()
    .check(z.refine((text): boolean => isPaperId(text), "is not a paper id (1 to 400 printable characters)")),
  z.transform(paperId),
);

/**
 * A date as ISO 8601 writes it, to the precision that is known: `2021`, `2021-02` or `2021-02-26`.
 * A day that the calendar does not have is refused.
 */
export const DateSchema = z.string().check(z.refine(isDate, "is not a date (YYYY, YYYY-MM or YYYY-MM-DD)"));

/** What may be null, and is where it is absent. */
export function orNull<S extends z.core.SomeType>(schema: S) {
  return z._default(z.nullable(schema), null);
}

/** A list that is empty where it is absent. */
export function listOf<S extends z.core.SomeType>(schema: S) {
  return z._default(z.array(schema), []);
}
