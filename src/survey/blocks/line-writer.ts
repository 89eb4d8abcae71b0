import type { Line, Run } from "./blocks.ts";

type Style = "strong" | "emphasis" | "code" | "struck";

/** Collects what is written into lines of runs, whichever markup it comes from. */
export interface LineWriter {
  /** Opens or closes a style; styles may be nested and closed in any order. */
  readonly style: (style: Style, open: boolean) => void;
  readonly text: (text: string) => void;
  readonly image: (url: string, text: string) => void;
  readonly openLink: (url: string) => void;
  readonly closeLink: () => void;
  /** Ends the line of the text; inside a link, bold or italics a line of the file goes on. */
  readonly endLine: () => void;
  /** The text goes on, on this line of the file. */
  readonly atLine: (line: number) => void;
  /** The lines that hold anything. */
  readonly lines: () => Line[];
}

/** A writer whose first line is line `first` of the file. Inside a link line ends count as white space. */
export function createLineWriter(first: number): LineWriter {
  const depth: Record<Style, number> = { strong: 0, emphasis: 0, code: 0, struck: 0 };
  const lines: Line[] = [];
  let runs: Run[] = [];
  let from = first;
  let now = first;
  let link: { url: string; text: string; image: string | null; styles: Set<Style>; line: number } | null =
    null;

  const styled = (style: Style) => depth[style] > 0;
  const add = (run: Run, line: number) => {
    if (runs.every((before) => before.text.trim() === "" && before.url === null)) from = line;
    const last = runs.at(-1);
    if (last && last.url === null && run.url === null && last.image === null && run.image === null) {
      const alike = (["strong", "emphasis", "code", "struck"] as const).every(
        (key) => last[key] === run[key],
      );
      if (alike) {
        runs[runs.length - 1] = { ...last, text: last.text + run.text };
        return;
      }
    }
    runs.push(run);
  };
  const runOf = (
    text: string,
    url: string | null,
    image: string | null,
    styles: ReadonlySet<Style>,
  ): Run => ({
    text,
    strong: styles.has("strong"),
    emphasis: styles.has("emphasis"),
    code: styles.has("code"),
    struck: styles.has("struck"),
    url,
    image,
  });
  const current = () => new Set((Object.keys(depth) as Style[]).filter(styled));

  const writer: LineWriter = {
    style(style, open) {
      depth[style] = Math.max(0, depth[style] + (open ? 1 : -1));
    },
    text(text) {
      if (text === "") return;
      if (link) {
        link.text += text;
        if (text.trim() !== "") for (const style of current()) link.styles.add(style);
      } else add(runOf(text, null, null, current()), now);
    },
    image(url, text) {
      if (link) {
        link.image ??= url;
        link.text += text;
      } else add(runOf(text, null, url, current()), now);
    },
    openLink(url) {
      if (link) writer.closeLink();
      link = { url, text: "", image: null, styles: current(), line: now };
    },
    closeLink() {
      if (!link) return;
      const { url, text, image, styles, line } = link;
      link = null;
      add(runOf(text, url, image, styles), line);
    },
    endLine() {
      if (link) {
        link.text += "\n";
        return;
      }
      if (runs.some((run) => run.text.trim() !== "" || run.url !== null || run.image !== null)) {
        lines.push({ line: from, runs });
      }
      runs = [];
    },
    atLine(line) {
      now = line;
    },
    lines() {
      writer.closeLink();
      writer.endLine();
      return lines;
    },
  };
  return writer;
}
