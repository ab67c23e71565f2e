/** A text put together from pieces that stand apart. `placeOf` says where one of its bytes stands in the original. */
export type Joined = { bytes: Buffer; placeOf: (at: number) => number };

/**
 * The texts that the pieces around a place give when they are put together, the likeliest first; none where the place
 * does not stand in a piece. Looks a bounded way to both sides.
 */
export function joinedAround(_text: Buffer, _at: number): readonly Joined[] {
  return [];
}
