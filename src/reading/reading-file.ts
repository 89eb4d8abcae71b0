import * as z from "zod/mini";
import type { PaperId } from "../corpus/ids.ts";
import "../corpus/issue-language.ts";
import { listOf, PaperIdSchema } from "../corpus/text-schemas.ts";
import { isBlank, type Marks, NO_MARK } from "./marks.ts";
import { mergeMark } from "./merge-marks.ts";

const FORMAT = "clip-lineage reading";
/** The version of the file that this code reads and writes. */
const VERSION = 1;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const FileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  papers: listOf(
    z.object({
      id: PaperIdSchema,
      starred: z._default(z.boolean(), false),
      read: z._default(z.boolean(), false),
      notes: listOf(
        z.object({
          text: z.string(),
          at: z
            .string()
            .check(
              z.refine(
                (text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)),
                "is no instant in UTC",
              ),
            ),
        }),
      ),
    }),
  ),
});

/** Whose reading a file holds: the root and the title of the survey. */
export interface SurveyName {
  readonly root: PaperId | null;
  readonly title: string;
}

/**
 * The marks as the text of a file, papers sorted by id: the same marks, the same bytes. `titleOf` names papers for those
 * who open the file; null for one that has no title.
 */
export function formatReading(
  marks: Marks,
  survey: SurveyName,
  titleOf: (paper: PaperId) => string | null = () => null,
): string {
  const papers = [...marks]
    .filter(([, mark]) => !isBlank(mark))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, mark]) => ({ id, title: titleOf(id) ?? undefined, ...mark }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, survey, papers }, null, 1)}\n`;
}

/** Why a text is no reading: `what` it is instead, and the `place` in it that is wrong, "" for the whole. */
export class ReadingFileError extends Error {
  override readonly name = "ReadingFileError";
  readonly what: "not-json" | "other-file" | "other-version" | "broken";
  readonly place: string;

  constructor(what: ReadingFileError["what"], place = "") {
    super(`this is no reading that can be used: ${what} ${place}`.trim());
    this.what = what;
    this.place = place;
  }
}

/** The marks in the text of a file; a paper that is in it twice has both of its marks. Throws a ReadingFileError. */
export function parseReading(text: string): Marks {
  let value: { format?: unknown; version?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReadingFileError("not-json");
  }
  if (value?.format !== FORMAT) throw new ReadingFileError("other-file");
  if (value.version !== VERSION) throw new ReadingFileError("other-version", String(value.version));
  const parsed = FileSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ReadingFileError("broken", `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const marks = new Map<PaperId, typeof NO_MARK>();
  for (const { id, ...mark } of parsed.data.papers) marks.set(id, mergeMark(marks.get(id) ?? NO_MARK, mark));
  return marks;
}
