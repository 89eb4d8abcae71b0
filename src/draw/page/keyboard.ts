import type { Direction } from "../../view/panels/walk.ts";

/** What a key means on the map. */
export type MapCommand =
  | { readonly do: "walk"; readonly direction: Direction }
  | { readonly do: "open" | "trace" | "star" | "read" | "zoom-in" | "zoom-out" | "fit" };

const COMMANDS: Readonly<Record<string, MapCommand>> = {
  ArrowLeft: { do: "walk", direction: "older" },
  ArrowRight: { do: "walk", direction: "newer" },
  ArrowUp: { do: "walk", direction: "cited" },
  ArrowDown: { do: "walk", direction: "citing" },
  Enter: { do: "open" },
  " ": { do: "open" },
  t: { do: "trace" },
  T: { do: "trace" },
  s: { do: "star" },
  S: { do: "star" },
  r: { do: "read" },
  R: { do: "read" },
  "+": { do: "zoom-in" },
  "=": { do: "zoom-in" },
  "-": { do: "zoom-out" },
  "0": { do: "fit" },
};

/**
 * The command of a key pressed on the map; null for every other key and with a modifier held, and for letters
 * where the reader switched keys of a single letter off.
 */
export function mapCommand(event: KeyboardEvent, letters = true): MapCommand | null {
  if (!letters && /^\p{L}$/u.test(event.key)) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return Object.hasOwn(COMMANDS, event.key) ? (COMMANDS[event.key] ?? null) : null;
}
