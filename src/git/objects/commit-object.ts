/** What separates the headers of a commit or a tag from its message. */
export const BLANK_LINE = Buffer.from("\n\n");

/** Headers longer than this are cut, and what follows is taken for the message: it is searched all the same. */
const LONGEST_HEADERS = 1024 * 1024;

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A commit or a tag: its headers without the blank line, and its message, which may be read once. */
export type CommitParts = { headers: Buffer; message: Chunks };

/** Splits a commit or a tag at its first blank line. Of the message no more is held than what came with the headers. */
export async function splitCommitStream(chunks: Chunks): Promise<CommitParts> {
  if (Symbol.iterator in chunks) return splitCommit(joined([...chunks]));
  const left = chunks[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => left };
  let seen: Buffer = Buffer.alloc(0);
  while (seen.length < LONGEST_HEADERS) {
    const { done, value } = await left.next();
    if (done) return { headers: seen, message: [] };
    const searched = Math.max(0, seen.length - 1);
    seen = joined(seen.length > 0 ? [seen, value] : [value]);
    if (seen.indexOf(BLANK_LINE, searched) === -1) continue;
    const { headers, message } = splitCommit(seen);
    return { headers, message: after(message, rest) };
  }
  return { headers: seen, message: rest };
}

/** The same for one that is held whole. */
export function splitCommit(bytes: Buffer): { headers: Buffer; message: readonly Buffer[] } {
  const end = bytes.indexOf(BLANK_LINE);
  if (end === -1) return { headers: bytes, message: [] };
  const message = bytes.subarray(end + BLANK_LINE.length);
  return { headers: bytes.subarray(0, end), message: message.length > 0 ? [message] : [] };
}

/** The message of a commit or a tag: what follows the first blank line. */
export async function* readMessage(chunks: Chunks): AsyncGenerator<Uint8Array> {
  yield* (await splitCommitStream(chunks)).message;
}

async function* after(first: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* rest;
}

function joined(chunks: readonly Uint8Array[]): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(chunks);
}
