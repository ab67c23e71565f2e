/** What a blob can be that holds other files. */
export type Container = "gzip" | "zip" | "tar" | "pdf";

/** A file inside a container. `offset` and `length` say where its bytes, packed as they are, stand in the container. */
export type Member = { name: string; chunks: AsyncIterable<Uint8Array>; offset: number; length: number };

/** So much may still be unpacked of one blob, over all its members and depths; shared by all that are opened within it. */
export type Budget = { bytes: number; depth: number };

/** So many bytes of the start of a blob tell whether it is a container. */
export const TELLING = 512;

/** What a blob is that begins with these bytes; null when it holds no other files, or none that can be opened. */
export function containerIn(_start: Buffer): Container | null {
  return null;
}

/**
 * The files in a container. Takes all of `chunks`, in order. What cannot be unpacked, or not in full, is told to `unread`
 * in one line; it never throws for what the bytes are.
 */
export async function* membersOf(
  _container: Container,
  _chunks: AsyncIterable<Uint8Array>,
  _budget: Budget,
  _unread: (why: string) => void,
): AsyncGenerator<Member> {}
