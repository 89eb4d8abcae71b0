import { z } from "zod";
import { DateSchema, PaperIdSchema } from "./text-schemas.ts";

/** The version of `corpus.json` that this code reads and writes. */
export const CORPUS_VERSION = 1;

/** A link that may be followed from the page: http or https, nothing else. */
export const WebUrlSchema = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i, "is no http(s) link");

/** One text in several languages, by language tag (`zh`, `en`); at least one. */
export const LocalisedSchema = z
  .record(z.string(), z.string())
  .refine((texts) => Object.keys(texts).length > 0, "has no language");

const text = z.string().nullable().default(null);
const count = z.int().nonnegative().nullable().default(null);
const date = DateSchema.nullable().default(null);
const link = WebUrlSchema.nullable().default(null);

/** A group of domains that shares a colour: fourteen headings make ten colours. */
export const GroupSchema = z.object({ id: z.string().min(1), label: LocalisedSchema });

/** A heading of the survey under which papers stand, with the section it belongs to. */
export const DomainSchema = z.object({
  id: z.string().min(1),
  label: LocalisedSchema,
  section: LocalisedSchema.nullable().default(null),
  group: text,
  note: text,
});

export const SurveyInfoSchema = z.object({
  title: z.string().default("Untitled survey"),
  author: text,
  date,
  language: z.string().default("en"),
  /** The paper the lineage starts from; null when the corpus names none. */
  root: PaperIdSchema.nullable().default(null),
  groups: z.array(GroupSchema).default([]),
  domains: z.array(DomainSchema).default([]),
});

export const PaperSchema = z.object({
  id: PaperIdSchema,
  /** Other names of the same paper, so that old links and saved states keep working. */
  aliases: z.array(PaperIdSchema).default([]),
  /** `survey`: in the author's list. `context`: a work around it. */
  role: z.enum(["survey", "context"]).default("survey"),
  title: z.string().min(1),
  /** The short name the field uses ("SLIP"). */
  label: text,
  authors: z.array(z.string()).default([]),
  year: z.int().min(1000).max(9999).nullable().default(null),
  date,
  venue: text,
  citationCount: count,
  influentialCitationCount: count,
  /** The length of the paper's own reference list, inside the corpus or not. */
  referenceCount: count,
  /** When the counts were read. */
  countsAt: date,
  /** Whether every reference of the paper was read; null when nobody says. */
  referencesKnown: z.boolean().nullable().default(null),
  abstract: text,
  tldr: text,
  urls: z
    .object({ paper: link, code: link, arxiv: link, doi: link, semanticScholar: link })
    .default({ paper: null, code: null, arxiv: null, doi: null, semanticScholar: null }),
  /** When a source last knew the paper, once it has stopped to. */
  lastSeen: date,
});

/** Where the survey puts a paper; a paper may stand under several headings. */
export const PlacementSchema = z.object({
  paper: PaperIdSchema,
  domain: z.string().min(1),
  line: z.int().positive().nullable().default(null),
  organization: text,
  venue: text,
  note: text,
  figure: link,
});

/** One citation, stored once, from the citing to the cited paper. */
export const CitationSchema = z.object({
  citing: PaperIdSchema,
  cited: PaperIdSchema,
  sources: z.array(z.string()).default([]),
  /**
   * `verified`: the reference list was read. `likely`: the citing paper's abstract, title or code
   * names the cited work. `reported`: a citation database says so.
   */
  confidence: z.enum(["verified", "likely", "reported"]).default("reported"),
  /** What was read that says so, in one line. */
  evidence: text,
  influential: z.boolean().nullable().default(null),
  intents: z.array(z.string()).default([]),
  contexts: z.array(z.string()).default([]),
  /** When a source last had the link, once it has stopped to. */
  lastSeen: date,
});

export const CorpusSchema = z.object({
  version: z.literal(CORPUS_VERSION),
  survey: SurveyInfoSchema.prefault({}),
  retrieved: z
    .array(
      z.object({
        source: z.string(),
        at: DateSchema,
        requests: count,
        /** On which terms, and whom to name. */ terms: text,
      }),
    )
    .default([]),
  papers: z.array(PaperSchema),
  placements: z.array(PlacementSchema).default([]),
  citations: z.array(CitationSchema).default([]),
  /** Survey entries that no paper was found for. */
  unresolved: z
    .array(
      z.object({
        line: z.int().positive().nullable().default(null),
        title: z.string(),
        reason: z.string(),
        /** What a source offered and why each was refused. */
        candidates: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })).default([]),
      }),
    )
    .default([]),
  /** What is known to be missing. */
  gaps: z
    .array(
      z.object({
        paper: PaperIdSchema,
        of: z.enum(["references", "citations", "metadata"]),
        reason: z.string(),
        expected: count,
        found: count,
      }),
    )
    .default([]),
  /** What reading the papers showed that no link shows, in the survey's languages. */
  findings: z.array(z.object({ paper: PaperIdSchema, text: LocalisedSchema })).default([]),
});

export type Localised = z.infer<typeof LocalisedSchema>;
export type Group = z.infer<typeof GroupSchema>;
export type Domain = z.infer<typeof DomainSchema>;
export type SurveyInfo = z.infer<typeof SurveyInfoSchema>;
export type Paper = z.infer<typeof PaperSchema>;
export type Placement = z.infer<typeof PlacementSchema>;
export type Citation = z.infer<typeof CitationSchema>;
export type Corpus = z.infer<typeof CorpusSchema>;
/** A corpus as a file may hold it: everything with a default may be absent. */
export type CorpusInput = z.input<typeof CorpusSchema>;
