/** The papers as a table. */
export const table = {
  caption: "Papers of the map; press a column’s name to sort",
  column: {
    title: "Paper",
    domain: "Domain",
    venue: "Venue",
    year: "Published",
    citations: "Citations",
    cites: "Cites in map",
    citedBy: "Cited by in map",
    generation: "Generation",
  },
  around: "around the survey",
  unknown: "not known",
};
