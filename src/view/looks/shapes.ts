/** The outline of a mark: the second channel beside colour, so that colour never stands alone. */
export type Shape =
  | "circle"
  | "square"
  | "hexagon"
  | "triangle"
  | "diamond"
  | "play"
  | "pentagon"
  | "cross"
  | "star"
  | "wedge";

const SHAPES: readonly Shape[] = [
  "circle",
  "square",
  "hexagon",
  "triangle",
  "diamond",
  "play",
  "pentagon",
  "cross",
  "star",
  "wedge",
];

/** The shape of a group’s slot; slots past the last repeat, shifted, so that colour and shape differ as a pair. */
export function shapeOfSlot(slot: number): Shape {
  const round = Math.floor(slot / SHAPES.length);
  return SHAPES[(slot + round) % SHAPES.length] ?? "circle";
}

/** Corner points of a shape with the area of a circle of radius 1, around 0,0; null for the circle itself. */
export function cornersOf(shape: Shape): readonly (readonly [number, number])[] | null {
  return CORNERS[shape];
}

function regular(corners: number, turn: number): [number, number][] {
  return scaledToUnitCircle(
    Array.from({ length: corners }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / corners;
      return [Math.cos(angle), Math.sin(angle)];
    }),
  );
}

function star(points: number, inner: number): [number, number][] {
  return scaledToUnitCircle(
    Array.from({ length: points * 2 }, (_, i) => {
      const angle = -Math.PI / 2 + (i * Math.PI) / points;
      const radius = i % 2 === 0 ? 1 : inner;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    }),
  );
}

function scaledToUnitCircle(corners: [number, number][]): [number, number][] {
  let twiceArea = 0;
  corners.forEach(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [x, y];
    twiceArea += x * nextY - nextX * y;
  });
  const scale = Math.sqrt(Math.PI / Math.abs(twiceArea / 2));
  return corners.map(([x, y]) => [x * scale, y * scale]);
}

const arm = 0.4;
const CROSS: [number, number][] = [
  [-arm, -1],
  [arm, -1],
  [arm, -arm],
  [1, -arm],
  [1, arm],
  [arm, arm],
  [arm, 1],
  [-arm, 1],
  [-arm, arm],
  [-1, arm],
  [-1, -arm],
  [-arm, -arm],
];

const CORNERS: Record<Shape, readonly (readonly [number, number])[] | null> = {
  circle: null,
  square: regular(4, Math.PI / 4),
  hexagon: regular(6, 0),
  triangle: regular(3, -Math.PI / 2),
  diamond: regular(4, 0),
  play: regular(3, 0),
  pentagon: regular(5, -Math.PI / 2),
  cross: scaledToUnitCircle(CROSS),
  star: star(5, 0.5),
  wedge: regular(3, Math.PI / 2),
};
