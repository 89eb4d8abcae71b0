import { titleSlug } from "../corpus/ids.ts";
import type { Localised } from "../corpus/schema.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { DomainPath, SurveyDomain, SurveyProblem } from "./survey.ts";

/** Gives headings their ids as papers are found under them; the order is that of the list. */
export interface DomainRegister {
  /** The id of the domain; the same label in two sections makes two domains. */
  readonly idOf: (path: DomainPath, sectionNote: string | null) => string;
  /** Adds a remark to a domain that has papers. */
  readonly remark: (id: string, note: string) => void;
  /** The domains that have papers, and what the front matter declares in vain. */
  readonly finish: (language: string) => { domains: SurveyDomain[]; problems: SurveyProblem[] };
}

/** A register that takes ids, labels and groups from the front matter, else makes readable slugs. */
export function createDomainRegister(declared: Pick<FrontMatter, "domains" | "sections">): DomainRegister {
  interface Row {
    readonly path: DomainPath;
    readonly id: string;
    readonly sectionNote: string | null;
    readonly notes: string[];
  }
  const rows = new Map<string, Row>();
  const taken = new Set(declared.domains.map((domain) => domain.id));
  const declaredFor = ({ label, section }: DomainPath) => {
    const named = declared.domains.filter((domain) => domain.heading === label);
    return (
      named.find((domain) => domain.section === section) ?? named.find((domain) => domain.section === null)
    );
  };
  const usedBy = new Map<string, string>();

  const freshId = ({ label, section }: DomainPath): string => {
    const names = [titleSlug(label), titleSlug(`${section ?? ""} ${label}`)];
    for (let n = 2; ; n++) {
      const free = names.find((name) => !taken.has(name));
      if (free !== undefined) return free;
      names.push(`${titleSlug(label)}-${n}`);
    }
  };

  return {
    idOf(path, sectionNote) {
      const key = JSON.stringify([path.section, path.label]);
      const known = rows.get(key);
      if (known) return known.id;
      const named = declaredFor(path)?.id;
      // A declaration without a section serves the first heading of its name; the next is another domain.
      const id = named !== undefined && !usedBy.has(named) ? named : freshId(path);
      usedBy.set(id, key);
      taken.add(id);
      rows.set(key, { path, id, sectionNote, notes: [] });
      return id;
    },
    remark(id, note) {
      [...rows.values()].find((row) => row.id === id)?.notes.push(note);
    },
    finish(language) {
      const domains = [...rows.values()].map(({ path, id, sectionNote, notes }): SurveyDomain => {
        const named = declared.domains.find((domain) => domain.id === id);
        const inList = (text: string): Localised => ({ [language]: text });
        return {
          id,
          label: path.label,
          section: path.section,
          labels: named?.labels ?? inList(path.label),
          sections:
            path.section === null ? null : (declared.sections.get(path.section) ?? inList(path.section)),
          group: named?.group ?? null,
          note: notes.join("\n") || null,
          sectionNote,
        };
      });
      const inVain = declared.domains.filter((domain) => !usedBy.has(domain.id));
      const problems = inVain.map(({ line, heading }) => ({
        line,
        message: `front matter: no papers are listed under a heading "${heading}"`,
      }));
      return { domains, problems };
    },
  };
}
