import type { ResvgRenderOptions } from "@resvg/resvg-js";

/** Where the letters come from; by default the fonts of this machine. */
export type Fonts = NonNullable<ResvgRenderOptions["font"]>;

const SYSTEM: Fonts = { loadSystemFonts: true };

/** A letter of private use, of which fonts show the mark of a letter they lack. */
const NOBODYS = "\u{F8F8}";

/** An SVG as PNG of a width in pixels. Rejects when there is no renderer for this machine. */
export async function pngOf(svg: string, width: number, fonts = SYSTEM): Promise<Uint8Array> {
  return (await render(svg, { font: fonts, fitTo: { mode: "width", value: width } })).asPng();
}

/** Whether a letter is drawn as itself, not as nothing or as the mark of a missing one. */
export async function canWrite(letter: string, fonts = SYSTEM): Promise<boolean> {
  const [own, missing, nothing] = await Promise.all([
    looks(letter, fonts),
    looks(NOBODYS, fonts),
    looks("", fonts),
  ]);
  return own !== missing && own !== nothing;
}

async function looks(letter: string, font: Fonts): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="8" y="30" font-size="24">${letter}</text></svg>`;
  return (await render(svg, { font })).pixels.toString("base64");
}

/** The renderer is a program for each kind of machine: one that lacks it can do everything else. */
async function render(svg: string, options: ResvgRenderOptions) {
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(svg, options).render();
}
