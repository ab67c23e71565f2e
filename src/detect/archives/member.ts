/** A file inside an archive. `offset` and `length` say where its bytes, packed as they are, stand in the archive. */
export type Member = {
  name: string;
  /** To be read once, before the next member is taken; the rest is then passed over. No chunk is empty. */
  chunks: AsyncIterable<Uint8Array>;
  offset: number;
  /** Of an archive that is read as it comes: as far as it has been read. */
  readonly length: number;
};

/**
 * What can be taken from `inner`, as chunks whose reader may stop without ending `inner`: whoever opened the archive
 * continues there.
 */
export function lendIterator<T>(inner: AsyncIterator<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => ({ next: () => inner.next() }) };
}

/** Names are other people's text, and thousands of them are kept: longer ones are cut. */
const LONGEST_NAME = 300;

/** A member's name, cut to a bounded length. */
export function truncateName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
