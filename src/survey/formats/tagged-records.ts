/** A record of lines that begin with a tag, such as RIS: every value of every tag, in the order of the file. */
export interface TaggedRecord {
  /** The 1-based line on which the record starts. */
  readonly line: number;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** How a kind of file writes its tags. */
export interface TagSyntax {
  /** The tag and the value of a line; a line without is part of the value above. */
  readonly tag: RegExp;
  /** The tag that starts a record. */
  readonly start: string;
  /** The tag that ends one, where there is one; what follows up to the next start is no part of the list. */
  readonly end: string | null;
  /** Whether any tag may start a record, for programs that leave the right one out. */
  readonly startless: boolean;
  /** Tags that have one value a line, also where the tag is not repeated. */
  readonly byLine: ReadonlySet<string>;
}

/** The records of a file. A record that is not ended ends where the next one starts. */
export function taggedRecords(
  text: string,
  { tag, start, end, startless, byLine }: TagSyntax,
): TaggedRecord[] {
  const records: { line: number; values: Map<string, string[]> }[] = [];
  let open: Map<string, string[]> | null = null;
  let last: { name: string; parts: string[] } | null = null;
  const close = () => {
    if (open && last) {
      const all = open.get(last.name) ?? [];
      // One join for a value of many lines: adding line by line would take time by its square.
      all.push(...(byLine.has(last.name) ? last.parts : [last.parts.join(" ")]));
      open.set(last.name, all);
    }
    last = null;
  };
  text.split("\n").forEach((line, i) => {
    const [, name, value = ""] = tag.exec(line) ?? [];
    if (name === undefined) {
      if (line.trim() !== "") last?.parts.push(line.trim());
      return;
    }
    close();
    const begins = name === start && !(startless && open !== null && !open.has(start));
    if (begins || (startless && open === null && name !== end)) {
      open = new Map();
      records.push({ line: i + 1, values: open });
    } else if (name === end) open = null;
    last = { name, parts: value.trim() === "" ? [] : [value.trim()] };
  });
  close();
  return records;
}
