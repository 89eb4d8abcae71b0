import { parse } from "@retorquere/bibtex-parser";
import { headingText } from "../one-line.ts";
import type { DomainPath } from "../survey.ts";

/** The groups that JabRef writes into a comment at the end of a file. */
export interface JabRefGroups {
  /** Whether any group holds papers by their keys. */
  readonly used: boolean;
  /** The group of that name, with the group around it as its section. */
  readonly pathOf: (name: string) => DomainPath;
  /** The groups that name the paper by its key; [] in files since JabRef 3.8, whose records name their groups. */
  readonly pathsOf: (key: string) => readonly DomainPath[];
}

type Groups = ReturnType<typeof parse>["jabref"]["root"];

/** The groups in the `@comment`s of a file; none where there are none or they cannot be read. */
export function readJabRefGroups(comments: readonly string[]): JabRefGroups {
  const paths = new Map<string, DomainPath>();
  const byKey = new Map<string, DomainPath[]>();
  const walk = (groups: Groups, section: string | null) => {
    for (const { name, entries, groups: inside } of groups) {
      const label = headingText(name ?? "");
      if (label === "") continue;
      const path = { label, section };
      if (!paths.has(label)) paths.set(label, path);
      for (const key of entries)
        byKey.set(key.toLowerCase(), [...(byKey.get(key.toLowerCase()) ?? []), path]);
      walk(inside, label);
    }
  };
  walk(rootOf(comments.filter((comment) => comment.includes("jabref-meta:"))), null);
  return {
    used: byKey.size > 0,
    pathOf: (name) => paths.get(name) ?? { label: name, section: null },
    pathsOf: (key) => byKey.get(key.toLowerCase()) ?? [],
  };
}

function rootOf(comments: readonly string[]): Groups {
  try {
    return comments.length === 0 ? [] : parse(comments.join("\n"), { raw: true }).jabref.root;
  } catch {
    return [];
  }
}
