import { counted, inFigures } from "./grammar.ts";

/** The reader's own marks, and what the page says of keeping them. */
export const reading = {
  heading: "My reading",
  nothing: "Star a paper, tick it off or write a note in its details. Only this browser keeps them.",
  counts: (starred: number, read: number, notes: number) =>
    `${inFigures(starred)} starred, ${inFigures(read)} read, ${counted(notes, "note")}`,
  show: "Papers shown by my own marks",
  choice: { all: "All", starred: "Starred", unread: "Unread", noted: "With a note" },
  undo: "Undo",
  redo: "Redo",
  open: "Notes, export, import…",
  star: "Star",
  read: "Read",
  note: "My note",
  notePlaceholder: "Kept in this browser, never sent",
  older: (date: string) => `Another note, of ${date}`,
  dropOlder: "Remove this note",
  trouble: {
    forbidden:
      "This browser does not let the page keep anything: your marks last until you close it. Export them to a file to keep them.",
    full: "The browser’s storage for this site is full: your newest marks are not kept. Export them to a file.",
    unreadable:
      "What this browser kept of your reading cannot be read. It was put aside, not deleted, and you begin anew.",
  },
  tourOffer: "New here?",
  takeTour: "Take the tour, 1 minute",
  noTour: "No, thanks",
};
