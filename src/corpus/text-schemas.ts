import { z } from "zod";
import { isDate } from "./date.ts";
import { isPaperId, type PaperId } from "./ids.ts";

/** A text that may name a paper (see PaperId). */
export const PaperIdSchema: z.ZodType<PaperId, string> = z.custom<PaperId>(
  isPaperId,
  "is not a paper id (1 to 400 printable characters)",
);

/**
 * A date as ISO 8601 writes it, to the precision that is known: `2021`, `2021-02` or `2021-02-26`.
 * A day that the calendar does not have is refused.
 */
export const DateSchema = z.string().refine(isDate, "is no date (YYYY, YYYY-MM or YYYY-MM-DD)");
