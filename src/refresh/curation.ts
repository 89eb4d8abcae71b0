import { z } from "zod";
import { placeOf } from "../corpus/bad-rows.ts";
import { normalId } from "../corpus/ids.ts";
import { LocalisedSchema, WebUrlSchema } from "../corpus/schema.ts";
import { DateSchema } from "../corpus/text-schemas.ts";

/** A curation that cannot be used, with every place that is wrong; nothing may be written from it. */
export class CurationError extends Error {
  override readonly name = "CurationError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

const text = z.string().trim().min(1);
const count = z.int().nonnegative();
const year = z.int().min(1000).max(9999);

function nameOf(what: string, normal: (text: string) => string | null) {
  return z
    .string()
    .refine((value) => normal(value) !== null, {
      error: (issue) => `is not a valid ${what}: ${JSON.stringify(issue.input)}`,
    })
    .transform((value) => normal(value) ?? value);
}

const IdsSchema = z.strictObject({
  arxiv: nameOf("arXiv number", normalId.arxiv).optional(),
  doi: nameOf("DOI", normalId.doi).optional(),
  acl: nameOf("ACL Anthology id", normalId.acl).optional(),
  pmid: nameOf("PubMed number", normalId.pmid).optional(),
  pmcid: nameOf("PubMed Central number", normalId.pmcid).optional(),
  s2: nameOf("Semantic Scholar id (40 hexadecimal digits)", normalId.s2).optional(),
  corpusid: nameOf("Semantic Scholar corpus number", normalId.corpusid).optional(),
});

/**
 * What is known for sure about a paper. It stands in for the survey's entry with its line, its id or its
 * title.
 */
const PinSchema = z.strictObject({
  /** The name by which the rest of the file calls the paper; any of its ids does as well. */
  key: text.optional(),
  title: text,
  /** The line of the survey's entry; only needed where two have one title, or it is too broken to match. */
  line: z.int().positive().optional(),
  label: text.optional(),
  ids: IdsSchema.default({}),
  authors: z.array(text).default([]),
  year: year.optional(),
  date: z.optional(DateSchema),
  venue: text.optional(),
  counts: z.strictObject({ citations: count, influential: count.optional(), at: DateSchema }).optional(),
  urls: z.strictObject({ paper: z.optional(WebUrlSchema), code: z.optional(WebUrlSchema) }).default({}),
});

const PairSchema = z.strictObject({ citing: text, cited: text, evidence: text, source: text.optional() });

const CuratedCitationSchema = z.strictObject({
  ...PairSchema.shape,
  confidence: z.enum(["verified", "likely"]),
});

const ReferenceSchema = z.strictObject({
  n: z.int().positive(),
  author: text.nullable(),
  year: year.nullable(),
  title: text.nullable(),
});

const ReferenceListSchema = z.strictObject({
  paper: text,
  source: text.optional(),
  /** Whether the list prints numbers; where it does not, `n` is only the order. */
  numbered: z.boolean().default(true),
  complete: z.boolean().default(true),
  references: z.array(ReferenceSchema),
});

/** What a `curation.json` holds; a member it does not know is an error. */
export const CurationSchema = z.strictObject({
  version: z.literal(1),
  /** When the file was last edited: the date its facts carry in the corpus. */
  date: DateSchema,
  pins: z.array(PinSchema).default([]),
  findings: z.array(z.strictObject({ paper: text, text: LocalisedSchema })).default([]),
  citations: z.array(CuratedCitationSchema).default([]),
  nonCitations: z.array(PairSchema).default([]),
  referenceLists: z.array(ReferenceListSchema).default([]),
});

export type Curation = z.infer<typeof CurationSchema>;
export type Pin = Curation["pins"][number];
export type ReferenceList = Curation["referenceLists"][number];

/**
 * The curation in the text of a `curation.json`; papers are still named as the file names them. Throws
 * a CurationError whose problems each start with `file` and the place; unknown keys are problems too.
 */
export function parseCuration(json: string, file: string): Curation {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new CurationError([`${file} is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
  const parsed = CurationSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CurationError(
    parsed.error.issues.map(
      ({ path, message }) => `${file}: ${path.length > 0 ? `${placeOf(path)}: ` : ""}${message}`,
    ),
  );
}
