import type { Writable } from "node:stream";
import { decodePath } from "../domain/path-text.ts";

const EMPTY = Buffer.alloc(0);
const NUL = 0;
const LF = 10;

/**
 * Splits the output of a command run with `-z`: each token ends in NUL, so that a path may hold any other byte. A token is
 * the text of a path.
 */
export async function* splitTokens(output: AsyncIterable<Buffer>): AsyncGenerator<string> {
  for await (const { bytes, end } of splitAtTerminator(NUL, output)) {
    let from = 0;
    for (let at = bytes.indexOf(NUL); at < end && at !== -1; at = bytes.indexOf(NUL, from)) {
      yield decodePath(bytes.subarray(from, at));
      from = at + 1;
    }
  }
}

/** Splits output into lines, a chunk at a time. For ASCII only: object names and ref names, not paths. */
export async function* splitLines(output: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  for await (const { bytes, end } of splitAtTerminator(LF, output)) {
    yield bytes.toString("latin1", 0, end - 1).split("\n");
  }
}

/** Bytes, and where the last complete token in them ends, its terminator included. */
export type CompleteTokens = { bytes: Buffer; end: number };

/** Cuts the output behind the last terminator of each chunk. What follows the very last terminator is dropped. */
export async function* splitAtTerminator(
  terminator: number,
  output: AsyncIterable<Buffer>,
): AsyncGenerator<CompleteTokens> {
  let rest: Buffer = EMPTY;
  for await (const chunk of output) {
    const [first, last] = [chunk.indexOf(terminator), chunk.lastIndexOf(terminator)];
    if (first === -1) {
      rest = Buffer.concat([rest, chunk]);
      continue;
    }
    // The token that spans two chunks alone is copied.
    const start = rest.length > 0 ? first + 1 : 0;
    if (start > 0) yield { bytes: Buffer.concat([rest, chunk.subarray(0, start)]), end: rest.length + start };
    if (last >= start) yield { bytes: chunk.subarray(start), end: last + 1 - start };
    rest = chunk.subarray(last + 1);
  }
}

/** Writes, and waits until the stream takes more. False once nobody reads it any more. */
export async function writeChunk(input: Writable, data: string | Uint8Array): Promise<boolean> {
  if (!input.writable) return false;
  if (input.write(data)) return true;
  return await new Promise((resolve) => {
    const settle = () => {
      input.off("drain", settle).off("close", settle);
      resolve(input.writable);
    };
    input.on("drain", settle).on("close", settle);
  });
}

/** Passes the output of one process to another, no faster than it is read. */
export async function pipeTo(from: AsyncIterable<Uint8Array>, input: Writable): Promise<void> {
  for await (const chunk of from) {
    if (!(await writeChunk(input, chunk))) break;
  }
  input.end();
}
