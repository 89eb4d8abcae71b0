/** The head of the page. */
export const header = {
  views: "Views",
  view: {
    lineage: "Lineage",
    network: "Network",
    domains: "Domains",
    matrix: "Matrix",
    table: "Table",
  },
  searchLabel: "Search papers by title, author, venue or year",
  found: "Papers found",
  legend: "Legend",
};
