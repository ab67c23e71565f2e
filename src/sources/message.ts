const BLANK_LINE = Buffer.from("\n\n");

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

/** Who made a commit, and when it was committed. */
export type Making = { author: string | null; at: Date | null };

/** Reads a commit's headers. Names are in the encoding it declares, UTF-8 if none (git-commit(1), "DISCUSSION"). */
export function makingOf(commit: Buffer): Making {
  const end = commit.indexOf(BLANK_LINE);
  const headers = end === -1 ? commit : commit.subarray(0, end);
  const encoding = /^encoding (.+)$/m.exec(headers.toString("latin1"))?.[1];
  const text = decoderFor(encoding).decode(headers);
  const author = /^author (.*?) ?<[^\n]*$/m.exec(text)?.[1];
  const seconds = /^committer [^\n]*> (-?\d+) [+-]\d+$/m.exec(text)?.[1];
  const at = seconds === undefined ? null : new Date(Number(seconds) * 1000);
  return { author: author || null, at: at && !Number.isNaN(at.getTime()) ? at : null };
}

function decoderFor(encoding: string | undefined): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
