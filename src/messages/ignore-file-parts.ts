/** How errors call the parts of the file. */
export const PARTS = { file: "The file", entry: "An entry under ignore" } as const;

/** How errors call an item of a list. */
export function describeItem(list: string): string {
  return `An item of ${list}`;
}
