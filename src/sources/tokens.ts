/** Splits what git writes with `-z`: each token ends in NUL, so that a path may hold anything else. */
export async function* tokensOf(output: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let cut: Buffer = Buffer.alloc(0);
  for await (const chunk of output) {
    const all = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk;
    let from = 0;
    for (let end = all.indexOf(0); end !== -1; end = all.indexOf(0, from)) {
      yield all.toString("utf8", from, end);
      from = end + 1;
    }
    cut = all.subarray(from);
  }
}

/** Splits what git writes a line each, a chunk at a time. What is not ASCII, as paths, is not to be read here. */
export async function* linesIn(output: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  let cut = "";
  for await (const chunk of output) {
    const lines = (cut + chunk.toString("latin1")).split("\n");
    cut = lines.pop() ?? "";
    yield lines;
  }
}
