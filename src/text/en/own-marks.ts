/** What the page says of the reader's own marks where it shows them. */
export const ownMarks = {
  help: "Help",
  column: "Mine",
  starred: "starred",
  read: "read",
  noted: "with a note",
  none: {
    starred:
      "None of the papers that pass the filters is starred. Star one in its details, or show all papers.",
    unread: "You have read every paper that passes the filters.",
    noted:
      "None of the papers that pass the filters has a note of yours. Write one in a paper’s details, or show all papers.",
  },
  notLoaded:
    "The part of the page for help and your own marks did not load. Check the connection and reload the page.",
};
