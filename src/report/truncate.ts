/** As many texts, from the first on, as fit; and how many do not. */
type Truncated = { texts: readonly string[]; left: number };

/** How large a text is, in the unit that a limit is given in: characters or bytes. */
export type Size = (text: string) => number;

/**
 * Formats items until the next would not fit under the limit; those after it are never formatted. Each text takes two
 * units more for the line breaks before the next.
 */
export function truncateList<Item>(
  items: readonly Item[],
  format: (item: Item) => string,
  limit: number,
  size: Size,
): Truncated {
  const texts: string[] = [];
  let free = limit;
  for (const item of items) {
    const text = format(item);
    free -= size(text) + 2;
    if (free < 0) break;
    texts.push(text);
  }
  return { texts, left: items.length - texts.length };
}
