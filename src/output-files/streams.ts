import { fstatSync, writeFileSync } from "node:fs";
import type { Writable } from "node:stream";
import { getErrorCode } from "./open-errors.ts";

/** One listener a stream: in tests many runs share those of the process. */
const HEARD = new WeakMap<Writable, { code: string | null }>();

/**
 * Listens for errors of a standard stream, which would otherwise end the process with a stack, in the middle of whatever it
 * does. What is returned waits until everything is written, and gives the code of the first error; null where there was none.
 */
export function listenForErrors(stream: Writable): () => Promise<string | null> {
  const heard = HEARD.get(stream) ?? { code: null };
  if (!HEARD.has(stream)) {
    HEARD.set(stream, heard);
    stream.on("error", (error) => {
      heard.code ??= getErrorCode(error);
    });
  }
  heard.code = null;
  return async () => {
    await new Promise<void>((resolve) => void stream.write("", () => resolve()));
    // Errors come a moment after what was written.
    await new Promise((resolve) => void setImmediate(resolve));
    return heard.code;
  };
}

/** Whether a reader went away, as `head` does: that is no failure of ours. */
export function isClosedPipe(code: string): boolean {
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED";
}

/** Writes a text, which may come in pieces, to a standard stream, and waits until it is there. Returns the code of what went wrong; null where nothing did. */
export async function writeText(
  stream: Writable & { fd?: number },
  text: string | Iterable<string>,
): Promise<string | null> {
  try {
    // Node's stream for files takes no notice when a disk that is nearly full has room for a part only.
    if (stream.fd !== undefined && fstatSync(stream.fd).isFile()) {
      for (const piece of typeof text === "string" ? [text] : text) writeFileSync(stream.fd, piece);
      return null;
    }
    for (const piece of typeof text === "string" ? [text] : text) {
      const error = await new Promise<Error | null | undefined>((resolve) => void stream.write(piece, resolve));
      if (error) return getErrorCode(error);
    }
    return null;
  } catch (error) {
    return getErrorCode(error);
  }
}
