/** A file inside a container. `offset` and `length` say where its bytes, packed as they are, stand in the container. */
export type Member = {
  name: string;
  /** May be read once, before the next member is asked for; what is not read by then is passed over. Never empty. */
  chunks: AsyncIterable<Uint8Array>;
  offset: number;
  /** Of a container that is read as it comes: as far as it has been read. */
  readonly length: number;
};

/**
 * How much may still be done for one blob, over all its members and depths: the same object is handed to every opening
 * within it, and each takes from it.
 */
export type Budget = {
  /** So many bytes may still be unpacked. */
  bytes: number;
  /** So many containers may still be opened within one another. Taken when one is opened, given back when it is closed. */
  depth: number;
  /** So many bytes of packed containers may still be held in memory; `MOST_HELD` where it is not said. */
  held?: number;
};

/**
 * What can be taken from `inner`, as chunks whose reader may stop without ending `inner`: whoever opened the container
 * goes on from there.
 */
export function lent<T>(inner: AsyncIterator<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => ({ next: () => inner.next() }) };
}

/** Names are other people's text, and thousands of them are kept: what is longer than this is cut. */
const LONGEST_NAME = 300;

/** A member's name, cut to a bounded length. */
export function nameOf(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
