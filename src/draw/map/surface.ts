/** How a line is drawn; widths and dashes in px of the screen. */
export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly alpha?: number;
  readonly dash?: readonly number[];
  /** On a screen as thin as it draws lines, whatever `width` says: for thousands of lines. */
  readonly fine?: boolean;
}

export interface TextStyle {
  readonly size: number;
  readonly weight?: 400 | 600 | 700;
  readonly family?: "sans" | "serif";
  readonly color: string;
  /** Colour of the outline that keeps the text readable on lines; none when absent. */
  readonly halo?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly alpha?: number;
}

/** A line of cubic pieces: its start, then two control points and an end for each piece, as x, y pairs. */
export type Curve = readonly number[];

/**
 * What drawing needs of a medium: few verbs, so that the screen and an exported picture come from the
 * same drawing functions. All lengths in px of the screen.
 */
export interface Surface {
  readonly width: number;
  readonly height: number;
  rect(x: number, y: number, width: number, height: number, fill: string, alpha?: number): void;
  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void;
  /** Curves that share a stroke; many of them may darken where they cross. */
  curves(curves: readonly Curve[], stroke: Stroke): void;
  /** Filled polygons of one colour, each as x, y pairs. */
  polygons(polygons: readonly (readonly number[])[], fill: string, alpha?: number): void;
  /** A closed outline; a null `corners` is a circle of `radius` around x,y, else corners are scaled by it. */
  outline(
    x: number,
    y: number,
    radius: number,
    corners: readonly (readonly [number, number])[] | null,
    fill: string | null,
    stroke: Stroke | null,
    alpha?: number,
  ): void;
  text(x: number, y: number, text: string, style: TextStyle): void;
}

export const SANS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif';
export const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, "DejaVu Serif", "Noto Serif CJK SC", serif';
