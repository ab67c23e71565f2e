const EMPTY = Buffer.alloc(0);
const NUL = 0;
const LF = 10;

/** Splits what git writes with `-z`: each token ends in NUL, so that a path may hold anything else. */
export async function* splitTokens(output: AsyncIterable<Buffer>): AsyncGenerator<string> {
  for await (const { bytes, end } of splitWhole(NUL, output)) {
    let from = 0;
    for (let at = bytes.indexOf(NUL); at < end && at !== -1; at = bytes.indexOf(NUL, from)) {
      yield bytes.toString("utf8", from, at);
      from = at + 1;
    }
  }
}

/** Splits what git writes a line each, a chunk at a time. What is not ASCII, as paths, is not to be read here. */
export async function* splitLines(output: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  for await (const { bytes, end } of splitWhole(LF, output)) {
    yield bytes.toString("latin1", 0, end - 1).split("\n");
  }
}

/** Bytes, and where the last token that is whole in them ends, its mark included. */
export type WholeTokens = { bytes: Buffer; end: number };

/** The same bytes, cut behind the last mark of each chunk. What follows the last mark of all is left out. */
export async function* splitWhole(mark: number, output: AsyncIterable<Buffer>): AsyncGenerator<WholeTokens> {
  let cut: Buffer = EMPTY;
  for await (const chunk of output) {
    const bytes = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk;
    const end = bytes.lastIndexOf(mark) + 1;
    if (end > 0) yield { bytes, end };
    cut = bytes.subarray(end);
  }
}
