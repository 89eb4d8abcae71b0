/** A map in the page of somebody else: its one line of head and its legend. */
export const compact = {
  openFull: (title: string) => `${title}: open the full map in a new tab`,
  legend: "Legend",
  colours: {
    domain: "Colour and shape: the domain",
    community: "Colour: the community of citations",
    generation: "Colour: steps of citation from the origin",
    year: "Colour: the year",
  },
  dot: "A dot is a paper of the survey; small grey ones are works around it.",
  arrow:
    "An arrow points from the citing to the cited paper; it is dashed where the citation is only likely.",
  time: "Older papers stand on the left.",
  loading: "Loading the map…",
};
