/**
 * A `#rrggbb` colour with an alpha of 0 to 1 as ImageData has it in a signed 32-bit number: red in the lowest byte,
 * alpha in the highest. Throws for any other text.
 */
export function packedColour(colour: string, alpha = 1): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`no colour of the form #rrggbb: ${colour}`);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return (Math.round(alpha * 255) << 24) | (blue! << 16) | (green! << 8) | red!;
}

/** A packed colour that is a share (0 to 1) of one opaque colour and else of another. */
export function mixedColour(colour: number, other: number, share: number): number {
  const mix = (shift: number) => {
    const from = (other >>> shift) & 255;
    return Math.round(from + (((colour >>> shift) & 255) - from) * share) << shift;
  };
  return (255 << 24) | mix(16) | mix(8) | mix(0);
}
