/** A name that others chose, in quotes and on one line, for an error or a gap. */
export function quoteForMessage(name: string): string {
  return JSON.stringify(name);
}
