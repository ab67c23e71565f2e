/** As many of the texts, from the first on, as fit into the room; and how many do not. */
export type Truncated = { texts: readonly string[]; left: number };

/** How large a text is, in the unit that the room is measured in. */
export type Size = (text: string) => number;

/** Fills a room with texts, each of which takes one unit more for what stands between it and the next. */
export function truncateList(texts: Iterable<string>, count: number, room: number, size: Size): Truncated {
  const taken: string[] = [];
  let free = room;
  for (const text of texts) {
    free -= size(text) + 2;
    if (free < 0) break;
    taken.push(text);
  }
  return { texts: taken, left: count - taken.length };
}

/** Makes the texts one by one: what does not fit is then never made. */
export function* mapLazily<From>(all: readonly From[], make: (one: From, index: number) => string): Generator<string> {
  for (const [index, one] of all.entries()) yield make(one, index);
}
