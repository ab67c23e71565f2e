/** What stands at a place where `sk` begins, if it is another vendor's key or some other thing with that prefix; else null. */
export function strangerAt(_text: Buffer, _at: number): string | null {
  return null;
}
