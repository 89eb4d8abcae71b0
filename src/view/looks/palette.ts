import { contrast, mixed } from "./contrast.ts";

/** What WCAG 2.2 asks of small text (AA). */
const TEXT_CONTRAST = 4.5;

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
  /**
   * Ten colours by slot, apart in hue and lightness, for colour-blind eyes too; a group takes the slot of its
   * place among the survey's groups. For marks: text takes domainText and onDomain.
   */
  readonly domains: readonly string[];
  /** The same with as much ink as text needs. */
  readonly domainTexts: readonly string[];
  /** Generations from the root on, each nearer to the background; later ones take the last. */
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

/** The colour for text in a group's hue; `otherwise` where there is no slot. */
export function domainText(theme: Theme, slot: number | null, otherwise: string): string {
  return slot === null ? otherwise : (theme.domainTexts[slot % COLOURS] ?? otherwise);
}

/** The colour for text that stands on a mark of a group's colour: white or black, of which one always has contrast 4.5. */
export function onDomain(theme: Theme, slot: number): string {
  const own = domainColour(theme, slot, theme.background);
  return contrast("#ffffff", own) >= contrast("#000000", own) ? "#ffffff" : "#000000";
}

export const LIGHT: Theme = withTexts({
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
    "#5468c8",
    "#495c59",
    "#b28104",
    "#6b0755",
    "#1097a9",
    "#434301",
    "#954494",
    "#37268c",
    "#787861",
  ],
  generations: ["#1c1b19", "#6b214e", "#582f96", "#406984", "#098db1", "#828d74", "#b18b1a"],
  years: ["#7a977e", "#11859b", "#016b70", "#354389", "#3b3450", "#251162", "#230b28"],
});

export const DARK: Theme = withTexts({
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
    "#5a86d2",
    "#a9b2b3",
    "#b58026",
    "#f9bafd",
    "#287652",
    "#a8e199",
    "#944f95",
    "#71a9fc",
    "#8e8f8c",
  ],
  generations: ["#f1eee8", "#fdd06a", "#a7ba86", "#2dbdd0", "#758ce2", "#8f7c9a", "#6e5b8a"],
  years: ["#715d79", "#516bbd", "#7d8baa", "#60b5e8", "#3ce2e7", "#bee180", "#f4f9d3"],
});

/** The colour of a generation, 0 for the root; `otherwise` below 0, for a paper that has none. */
export function generationColour(theme: Theme, generation: number, otherwise: string): string {
  if (generation < 0) return otherwise;
  return theme.generations[Math.min(generation, theme.generations.length - 1)] ?? otherwise;
}

/** The colour of a step of years (see YEAR_STEPS); `otherwise` below 0, for a paper of unknown year. */
export function yearColour(theme: Theme, step: number, otherwise: string): string {
  return theme.years[step] ?? otherwise;
}

/** The names under which the style sheets read a theme: `--ink`, `--domain-3`… */
export function customProperties(theme: Theme): [name: string, value: string][] {
  const { name: _, domains, domainTexts: __, generations, years, ...plain } = theme;
  return [
    ...Object.entries(plain).map(([key, value]): [string, string] => [
      `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
    ...domains.map((value, slot): [string, string] => [`--domain-${slot}`, value]),
    ...domains.map((_, slot): [string, string] => [`--on-domain-${slot}`, onDomain(theme, slot)]),
    ...generations.map((value, generation): [string, string] => [`--generation-${generation}`, value]),
    ...years.map((value, step): [string, string] => [`--year-${step}`, value]),
  ];
}

function withTexts(theme: Omit<Theme, "domainTexts">): Theme {
  return { ...theme, domainTexts: theme.domains.map((colour) => inked(theme, colour)) };
}

/** The colour mixed with ink until text in it can be read on every ground of the theme. */
function inked({ background, band, panel, ink }: Omit<Theme, "domainTexts">, colour: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const text = mixed(colour, ink, share);
    if ([background, band, panel].every((ground) => contrast(text, ground) >= TEXT_CONTRAST)) return text;
  }
  return ink;
}
