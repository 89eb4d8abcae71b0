/** The places (x, y pairs) of bodies (x, y, vx, vy each), written to `places` where one is given. */
export function placesOf(
  bodies: Float32Array,
  places: Float32Array = new Float32Array(bodies.length / 2),
): Float32Array {
  for (let i = 0; 2 * i < places.length; i++) {
    places[2 * i] = bodies[4 * i]!;
    places[2 * i + 1] = bodies[4 * i + 1]!;
  }
  return places;
}

/** Puts bodies to their places (x, y pairs), at rest. */
export function placeBodies(bodies: Float32Array, places: Float32Array): void {
  bodies.fill(0);
  for (let i = 0; 2 * i < places.length; i++) {
    bodies[4 * i] = places[2 * i]!;
    bodies[4 * i + 1] = places[2 * i + 1]!;
  }
}
