import { counted, inFigures } from "./grammar.ts";

/** The panel of the reader's own marks, with their file. */
export const keeping = {
  title: "My reading",
  close: "Close",
  privacy: "Kept in this browser only, and never sent anywhere. A file brings it to another browser.",
  elsewhere: (count: number) =>
    `${counted(count, "marked paper")} not on this map (any more) ${count === 1 ? "is" : "are"} kept as well.`,
  empty:
    "Nothing marked yet. Choose a paper: the buttons Star and Read and the field for a note stand in its details.",
  starred: "Starred",
  noted: "Notes",
  read: "Read",
  export: "Export to a file",
  import: "Import a file…",
  clear: "Clear all",
  undo: "Undo",
  redo: "Redo",
  cleared: "All marks are cleared. Undo brings them back.",
  exported: (file: string) => `Exported to ${file}.`,
  imported: (papers: number, unknown: number) =>
    `Merged ${counted(papers, "paper")} from the file; nothing of yours was lost.${
      unknown > 0 ? ` ${inFigures(unknown)} of them not on this map are kept as well.` : ""
    }`,
  fileName: "my-reading",
  refused: {
    "not-json": () =>
      "That file is not one of these: it is no JSON. Nothing was changed. Choose a file that Export wrote.",
    "other-file": () =>
      "That file holds something other than a reading. Nothing was changed. Choose a file that Export wrote.",
    "other-version": (version: string) =>
      `That file is of version ${version}, which this page does not know. Nothing was changed. Import it where it was exported.`,
    broken: (place: string) => `That file is damaged, at ${place}. Nothing was changed.`,
    unread: () => "That file could not be read. Nothing was changed.",
    "too-large": () => "That file is larger than any reading (20 MB). Nothing was changed.",
  },
};
