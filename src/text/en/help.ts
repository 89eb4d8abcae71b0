/** The help panel: keys, marks and measures. Each measure is said with how to read it. */
export const help = {
  title: "Help",
  close: "Close",
  tour: "Take the tour, 1 minute",
  handHeading: "Mouse and fingers",
  hand: [
    { term: "Drag the ground", text: "Moves the map; the wheel or two fingers zoom." },
    {
      term: "Point at a mark",
      text: "Says what it is and what it is linked with; a press opens its details.",
    },
    {
      term: "Drag a paper",
      text: "In the network, moves it, and what it is linked with a little way along. The picture changes, nothing else. On a large map papers can be dragged where few are in view, and a double click lets one go back.",
    },
  ],
  keysHeading: "Keys",
  keysAnywhere: "Anywhere",
  keysOnMap: "On the map",
  or: "or",
  keys: {
    search: "search papers",
    help: "this help",
    back: "one step back: closes what is open, then clears filters",
    undo: "undo the last change to your reading",
    redo: "do it again",
    time: "the paper published before or after",
    cited: "the newest paper it cites",
    citing: "the oldest paper that cites it",
    open: "its details",
    trace: "its whole lineage",
    star: "star it, or take the star away",
    read: "tick it as read, or not",
    zoom: "zoom in, zoom out, fit the map",
  },
  singleKeys: "Keys of a single letter or sign do something: / ? T S R",
  marksHeading: "Marks on the map",
  marks: {
    paper:
      "A paper of the survey. Colour and shape together say its domain, so that neither has to be told alone.",
    context: "A work around the survey: cited by its papers or citing them, but not on the author’s list.",
    size: "The larger, the more often cited. Where citation counts are known, twice as wide means sixteen times as often; the legend shows the scale.",
    ring: "A dashed ring: how often it is cited is not known yet.",
    link: "A citation. The arrow points from the citing to the cited paper, so mostly from right to left: back in time.",
    likely:
      "A dashed arrow: the citation is only likely. It was not found in a reference list that could be read.",
    mutual: "Two heads: each of the two papers cites the other.",
    recedes:
      "A pale line: a longer path of citations implies it, or it is off the main path, as you chose under Links.",
    spine: "The spine: the main path. The wider, the more of the three ways of counting agree on it.",
    pips: "Filled pips: how many of the three ways of counting put the paper on the main path.",
    similar:
      "A line without an arrow: shared references or co-citation. The wider, the more the two papers share.",
    region: "A region of the network: the papers of one domain or one community, outlined where they stand.",
    fresh: "A dotted ring: new since the refresh before.",
    selected: "A ring: the paper whose details are open, or the one under the pointer or keyboard.",
    own: "Your own marks: a star, and a tick for what you have read. Only this browser knows them.",
  },
  measuresHeading: "Measures",
  measures: [
    {
      term: "Generation",
      text: "Steps of citation from the root along the longest line; a paper of generation 3 stands on work that stands on work that stands on the root.",
    },
    {
      term: "Main path",
      text: "The chain of citations that most ways from the root to the newest papers run through; read it as the backbone of the field, not as a ranking of its papers.",
    },
    {
      term: "SPC, SPLC, SPNP",
      text: "The three customary weights: count ways from beginning to end, from every paper to the end, or between every pair of papers; where all three agree the path is robust.",
    },
    {
      term: "Key routes",
      text: "The main path forced through the heaviest citations, so that a strong branch beside the heaviest path is not missed.",
    },
    {
      term: "Skeleton",
      text: "The transitive reduction: citations that a longer path already implies are set back; what remains is the least that says who descends from whom.",
    },
    {
      term: "Shared references",
      text: "Bibliographic coupling: how many works two papers both cite; high means that they build on the same ground, and it is known from the day of publication.",
    },
    {
      term: "Co-citation",
      text: "How many works cite both papers; high means that others see them together, and it is low for new papers, which few have cited yet.",
    },
    {
      term: "Community",
      text: "Papers with more links among them than chance would give, found by the Leiden method without looking at the author’s domains.",
    },
    {
      term: "Resolution",
      text: "How fine communities are: above 1 they are more and smaller, below 1 fewer and larger; no value is the right one.",
    },
    {
      term: "Stability",
      text: "In how many of a hundred searches with other beginnings a paper stays in its community; near 100% is a firm grouping, near 50% one among several.",
    },
    {
      term: "ARI",
      text: "Adjusted Rand index of domains and communities: 1 if both divide the papers alike, 0 if they agree as much as chance would.",
    },
    {
      term: "AMI",
      text: "Adjusted mutual information: how much one division tells of the other, less what chance would; 1 is all, 0 is nothing.",
    },
    {
      term: "NMI",
      text: "Normalised mutual information: the same from 0 to 1, not corrected for chance, so it flatters divisions of many small parts.",
    },
    {
      term: "Homogeneity",
      text: "1 if every community holds papers of one domain only.",
    },
    {
      term: "Completeness",
      text: "1 if every domain lies in one community only; high homogeneity with low completeness says that communities split domains.",
    },
  ],
};
