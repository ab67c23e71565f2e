/** What separates the headers of a commit or a tag from its message. */
export const BLANK_LINE = Buffer.from("\n\n");

/** The message of a commit or a tag: what follows the first blank line. */
export async function* messageOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let before: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (before === null) {
      yield chunk;
      continue;
    }
    const seen: Buffer = Buffer.concat([before, chunk]);
    const end = seen.indexOf(BLANK_LINE);
    if (end === -1) {
      before = seen.subarray(-1);
      continue;
    }
    before = null;
    const rest = seen.subarray(end + BLANK_LINE.length);
    if (rest.length > 0) yield rest;
  }
}
