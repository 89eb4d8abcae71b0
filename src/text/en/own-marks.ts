/** What the page says of the reader's own marks where it shows them. */
export const ownMarks = {
  help: "Help",
  column: "Mine",
  starred: "starred",
  read: "read",
  noted: "with a note",
  notLoaded:
    "The part of the page for help and your own marks did not load. Check the connection and reload the page.",
};
