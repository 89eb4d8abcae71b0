import { z } from "zod";

/** Absent and null mean the same in these answers: not known. */
function may<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value): z.output<T> | null => value ?? null);
}

const text = may(z.string());
const integer = may(z.int());
const count = may(z.int()).transform((n) => (n !== null && n >= 0 ? n : null));
/** Some of the source's ids are numbers, and were texts before. */
const externalId = may(z.union([z.string(), z.number().transform(String)]));
const authors = may(z.array(z.object({ name: text })));
/** Never asked for, present with `references`: says in words that a publisher withholds them. */
const openAccessPdf = may(z.object({ disclaimer: text }));

/**
 * Semantic Scholar's own name of a paper, 40 hexadecimal digits today; anything that could not be part of a
 * path is refused.
 */
const PaperShaSchema = z
  .string()
  .regex(/^[\w-]{1,100}$/, "is not a paper id")
  .transform((sha) => sha.toLowerCase());

/** A work in somebody's list: `paperId` is null where the source could not identify it. */
export const ListedWorkSchema = z.object({
  paperId: may(PaperShaSchema),
  externalIds: may(
    z.object({
      ArXiv: text,
      DOI: text,
      ACL: externalId,
      PubMed: externalId,
      PubMedCentral: externalId,
      CorpusId: externalId,
    }),
  ),
  title: text,
  year: integer,
  publicationDate: text,
  venue: text,
  citationCount: count,
  referenceCount: count,
});

const ReferenceIdSchema = z.object({ paperId: may(PaperShaSchema) });

const described = {
  ...ListedWorkSchema.shape,
  paperId: PaperShaSchema,
  influentialCitationCount: count,
  authors,
};

const citations = may(z.array(ListedWorkSchema));

/** A paper of the survey with all its facts, and at most 1,000 citing works. */
export const SurveyPaperSchema = z.object({
  ...described,
  abstract: text,
  tldr: may(z.object({ text })),
  citations,
  openAccessPdf,
});

/** A paper of the survey with both its lists, for citations only. `references: null` means withheld. */
export const LinkedPaperSchema = z.object({
  ...described,
  citations,
  references: may(z.array(ListedWorkSchema)),
  openAccessPdf,
});

/** The same schema for a question that leaves the citing works out. */
export function withoutCitations<S extends typeof SurveyPaperSchema | typeof LinkedPaperSchema>(
  schema: S,
): S {
  return schema.extend({ citations: z.null().default(null) }) as unknown as S;
}

/** A work around the survey with the ids of what it cites. */
export const ContextPaperSchema = z.object({
  ...described,
  references: may(z.array(ReferenceIdSchema)),
  openAccessPdf,
});

/** What /paper/search/match offers for a title. */
export const MatchedPaperSchema = z.object({ ...ListedWorkSchema.shape, authors });

const link = {
  contexts: may(z.array(z.string())),
  intents: may(z.array(z.string())),
  isInfluential: may(z.boolean()),
};

export const ReferenceRowSchema = z.object({ ...link, citedPaper: may(ListedWorkSchema) });
export const CitationRowSchema = z.object({ ...link, citingPaper: may(ListedWorkSchema) });

function pageOf<T extends z.ZodType>(row: T) {
  return z.object({
    next: integer,
    /** Null when the publisher withholds the list: such an answer has no offset either. */
    data: z.array(row).nullable(),
    citingPaperInfo: may(z.object({ openAccessPdf })),
  });
}

export const ReferencesPageSchema = pageOf(ReferenceRowSchema);
export const CitationsPageSchema = pageOf(CitationRowSchema);
export const MatchSchema = z.object({ data: z.array(MatchedPaperSchema) });
/** Both envelopes of refusals: the application's and the gateway's. */
export const RefusalSchema = z.object({ error: text, message: text });

export type ListedWork = z.infer<typeof ListedWorkSchema>;
export type SurveyPaperAnswer = z.infer<typeof SurveyPaperSchema>;
export type LinkedPaperAnswer = z.infer<typeof LinkedPaperSchema>;
export type ContextPaperAnswer = z.infer<typeof ContextPaperSchema>;
export type MatchedPaper = z.infer<typeof MatchedPaperSchema>;
export type ReferenceRow = z.infer<typeof ReferenceRowSchema>;
export type CitationRow = z.infer<typeof CitationRowSchema>;

/** Never asked for: it comes by itself, and some endpoints refuse parts of it. */
const UNASKED = new Set(["openAccessPdf"]);
/** The objects whose members are asked for one by one; all others go by their bare name. */
const WORKS = new Set(["citations", "references"]);

/**
 * The `fields` parameter that asks for exactly what the schema reads: nested works member by member
 * (`citations.title`), everything else by its bare name, in the schema's order.
 */
export function fieldsOf(schema: z.ZodObject): string {
  return Object.entries(schema.shape)
    .filter(([key]) => !UNASKED.has(key))
    .flatMap(([key, member]) =>
      WORKS.has(key) ? membersOf(member as z.ZodType).map((name) => `${key}.${name}`) : [key],
    )
    .join(",");
}

/**
 * The `fields` parameter of a page of links: what is asked of the link, then of the work at its other
 * end, both by bare name.
 */
export function linkFieldsOf(row: z.ZodObject): string {
  return Object.entries(row.shape)
    .flatMap(([key, member]) => (key.endsWith("Paper") ? membersOf(member as z.ZodType) : [key]))
    .join(",");
}

function membersOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodPipe) return membersOf(schema.in as z.ZodType);
  if (schema instanceof z.ZodArray) return membersOf(schema.element as z.ZodType);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return membersOf(schema.unwrap() as z.ZodType);
  }
  return [];
}
