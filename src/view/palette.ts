/** The colours of one theme, as CSS colour texts. Text on `background` and `panel` keeps WCAG AA contrast. */
export interface Theme {
  readonly name: "light" | "dark";
  readonly background: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly band: string;
  /** Kept for the lineage: traced paths, the spine, what is selected. */
  readonly accent: string;
  readonly accentInk: string;
  /** Works around the survey. */
  readonly context: string;
  readonly link: string;
  /** Ten hues by slot; a group takes the slot of its place among the survey's groups. */
  readonly domains: readonly string[];
  /** Generations from the root on, dark to bright or bright to dark; later ones take the last. */
  readonly generations: readonly string[];
  /** From the oldest to the newest, ever farther from the background. */
  readonly years: readonly string[];
}

/** In how many steps years are coloured: as many as can be told apart. */
export const YEAR_STEPS = 7;

/** How many groups have a colour of their own; further ones repeat colours with other shapes. */
export const COLOURS = 10;

/** The colour of a group's slot in a theme; `otherwise` where there is no slot. */
export function domainColour(theme: Theme, slot: number | null, otherwise: string): string {
  return slot === null ? otherwise : (theme.domains[slot % COLOURS] ?? otherwise);
}

export const LIGHT: Theme = {
  name: "light",
  background: "#fbfaf7",
  panel: "#ffffff",
  ink: "#1c1b19",
  muted: "#66635d",
  rule: "#e4e0d8",
  band: "#f3f0ea",
  accent: "#b4431f",
  accentInk: "#ffffff",
  context: "#8d8981",
  link: "#8f8a80",
  domains: [
    "#1c1b19",
    "#2f6db3",
    "#4c6f86",
    "#8a6508",
    "#8b4fa8",
    "#0d7770",
    "#48761c",
    "#b03a6f",
    "#3f51c9",
    "#726860",
  ],
  generations: ["#1c1b19", "#5b2a86", "#2f57a8", "#0f7f78", "#4d8a1f", "#a97800", "#b4431f"],
  years: ["#4f9d8f", "#3a86a3", "#35699f", "#3a4d92", "#3d3279", "#321c5c", "#24103f"],
};

export const DARK: Theme = {
  name: "dark",
  background: "#161513",
  panel: "#1e1d1a",
  ink: "#f1eee8",
  muted: "#a49f95",
  rule: "#34312c",
  band: "#1d1b18",
  accent: "#f08a5d",
  accentInk: "#1c1b19",
  context: "#7f7a72",
  link: "#6f6a62",
  domains: [
    "#f1eee8",
    "#79b0ec",
    "#9dbccd",
    "#e0b64a",
    "#c99be0",
    "#5cc7bd",
    "#a2cc6c",
    "#f08fb8",
    "#a3a8ff",
    "#b3a99e",
  ],
  generations: ["#f1eee8", "#c7a2ee", "#86aef0", "#5cc7bd", "#a2cc6c", "#e0b64a", "#f08a5d"],
  years: ["#6a78c8", "#5b8fcc", "#52a5c4", "#5cbcae", "#83cf92", "#bbdf78", "#f3eb84"],
};

/** The colour of a generation, 0 for the root; `otherwise` below 0, for a paper that has none. */
export function generationColour(theme: Theme, generation: number, otherwise: string): string {
  if (generation < 0) return otherwise;
  return theme.generations[Math.min(generation, theme.generations.length - 1)] ?? otherwise;
}

/** The colour of a step of years (see YEAR_STEPS); `otherwise` below 0, for a paper of unknown year. */
export function yearColour(theme: Theme, step: number, otherwise: string): string {
  return theme.years[step] ?? otherwise;
}

/** The names under which style.css reads a theme: `--ink`, `--domain-3`… */
export function customProperties(theme: Theme): [name: string, value: string][] {
  const { name: _, domains, generations, years, ...plain } = theme;
  return [
    ...Object.entries(plain).map(([key, value]): [string, string] => [
      `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
    ...domains.map((value, slot): [string, string] => [`--domain-${slot}`, value]),
    ...generations.map((value, generation): [string, string] => [`--generation-${generation}`, value]),
    ...years.map((value, step): [string, string] => [`--year-${step}`, value]),
  ];
}
