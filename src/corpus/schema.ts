import * as z from "zod/mini";
import { DateSchema, listOf, orNull, PaperIdSchema } from "./text-schemas.ts";

/** The version of `corpus.json` that this code reads and writes. */
export const CORPUS_VERSION = 1;

/** A link that may be followed from the page: http or https, nothing else. */
export const WebUrlSchema = z
  .string()
  .check(z.maxLength(2_000), z.regex(/^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i, "is not an http(s) link"));

/** One text in several languages, by language tag (`zh`, `en`); at least one. */
export const LocalisedSchema = z
  .record(z.string(), z.string())
  .check(z.refine((texts) => Object.keys(texts).length > 0, "has no language"));

const named = z.string().check(z.minLength(1));
const text = orNull(z.string());
const count = orNull(z.int().check(z.nonnegative()));
const date = orNull(DateSchema);
const link = orNull(WebUrlSchema);
const line = orNull(z.int().check(z.positive()));

/** A group of domains that shares a colour: fourteen headings make ten colours. */
export const GroupSchema = z.object({ id: named, label: LocalisedSchema });

/** A heading of the survey under which papers are listed, with the section it belongs to. */
export const DomainSchema = z.object({
  id: named,
  label: LocalisedSchema,
  section: orNull(LocalisedSchema),
  group: text,
  note: text,
});

export const SurveyInfoSchema = z.object({
  title: z._default(z.string(), "Untitled survey"),
  author: text,
  date,
  language: z._default(z.string(), "en"),
  /** The paper the lineage starts from; null when the corpus names none. */
  root: orNull(PaperIdSchema),
  /** Where the corpus names no root, the paper that stands out as one, and how many of the list's papers cite it. */
  origin: orNull(z.object({ paper: PaperIdSchema, citedBy: z.int().check(z.positive()) })),
  groups: listOf(GroupSchema),
  domains: listOf(DomainSchema),
});

/** The links of a paper that has none. */
export const NO_URLS = {
  paper: null,
  code: null,
  project: null,
  data: null,
  video: null,
  arxiv: null,
  doi: null,
  semanticScholar: null,
};

export const PaperSchema = z.object({
  id: PaperIdSchema,
  /** Other names of the same paper, so that old links and saved states keep working. */
  aliases: listOf(PaperIdSchema),
  /** `survey`: in the author's list. `context`: a related work. */
  role: z._default(z.enum(["survey", "context"]), "survey"),
  title: named,
  /** The short name the field uses ("SLIP"). */
  label: text,
  authors: listOf(z.string()),
  year: orNull(z.int().check(z.minimum(1000), z.maximum(9999))),
  date,
  venue: text,
  citationCount: count,
  influentialCitationCount: count,
  /** The length of the paper's own reference list, inside the corpus or not. */
  referenceCount: count,
  /** When the counts were read. */
  countsAt: date,
  /** Whether every reference of the paper was read; null when unknown. */
  referencesKnown: orNull(z.boolean()),
  abstract: text,
  tldr: text,
  urls: z._default(
    z.object({
      paper: link,
      code: link,
      project: link,
      data: link,
      video: link,
      arxiv: link,
      doi: link,
      semanticScholar: link,
    }),
    NO_URLS,
  ),
  /**
   * False for a paper of the list that is known by its title only, until a refresh or a pin identifies it.
   */
  identified: orNull(z.literal(false)),
  /** When a source last knew the paper, if it no longer does. */
  lastSeen: date,
});

/** Where the survey puts a paper; a paper may be under several headings. */
export const PlacementSchema = z.object({
  paper: PaperIdSchema,
  domain: named,
  line,
  organization: text,
  venue: text,
  note: text,
  figure: link,
});

/** One citation, stored once, from the citing to the cited paper. */
export const CitationSchema = z.object({
  citing: PaperIdSchema,
  cited: PaperIdSchema,
  sources: listOf(z.string()),
  /**
   * `verified`: the reference list was read. `likely`: the citing paper's abstract, title or code
   * names the cited work. `reported`: a citation database says so.
   */
  confidence: z._default(z.enum(["verified", "likely", "reported"]), "reported"),
  /** What was read, in one line. */
  evidence: text,
  influential: orNull(z.boolean()),
  intents: listOf(z.string()),
  contexts: listOf(z.string()),
  /** When a source last had the link, if it no longer does. */
  lastSeen: date,
});

export const CorpusSchema = z.object({
  version: z.literal(CORPUS_VERSION),
  survey: z.prefault(SurveyInfoSchema, {}),
  retrieved: listOf(
    z.object({
      source: z.string(),
      at: DateSchema,
      requests: count,
      /** On which terms, and whom to name. */ terms: text,
    }),
  ),
  papers: z.array(PaperSchema),
  placements: listOf(PlacementSchema),
  citations: listOf(CitationSchema),
  /**
   * Entries of the list that are not identified, with the paper that represents each; null in older files.
   */
  unresolved: listOf(
    z.object({
      paper: orNull(PaperIdSchema),
      line,
      title: z.string(),
      reason: z.string(),
      /** What a source offered and why each was refused. */
      candidates: listOf(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
    }),
  ),
  /** What is known to be missing. */
  gaps: listOf(
    z.object({
      paper: PaperIdSchema,
      of: z.enum(["references", "citations", "metadata"]),
      reason: z.string(),
      expected: count,
      found: count,
    }),
  ),
  /** What reading the papers showed that no link shows, in the survey's languages. */
  findings: listOf(z.object({ paper: PaperIdSchema, text: LocalisedSchema })),
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
