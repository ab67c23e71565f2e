import type { Git } from "../../git/git.ts";
import { type ObjectResult, readInBatches } from "../../git/objects/object-stream.ts";
import type { ObjectDatabase } from "./object-database.ts";

/** The time that each object takes beside its content, as an equivalent number of bytes. */
const BYTES_PER_OBJECT = 2000;

/**
 * Divides the objects of a database among this many readers, with about equal work for each. A delta family, which is all
 * objects with the same delta root, goes to one reader in sequence: git then has the delta bases in its cache.
 */
export function splitObjects(database: ObjectDatabase, readers: number): readonly (readonly number[])[] {
  const shares = Array.from({ length: readers }, () => ({ numbers: [] as number[], work: 0 }));
  let root = -1;
  let share = shares[0];
  for (const number of sortByDeltaFamily(database)) {
    if (database.findDeltaRoot(number) !== root) {
      root = database.findDeltaRoot(number);
      share = shares.reduce((least, other) => (other.work < least.work ? other : least));
    }
    share?.numbers.push(number);
    if (share) share.work += database.sizeOf(number) + BYTES_PER_OBJECT;
  }
  return shares.map(({ numbers }) => numbers);
}

/** All object numbers, with those of a delta family together, and otherwise in storage order. A counting sort. */
function sortByDeltaFamily(database: ObjectDatabase): Int32Array {
  /** The size of each family, by the object number of its root. */
  const sizes = new Int32Array(database.numbered);
  for (const number of database.numbers()) {
    const root = database.findDeltaRoot(number);
    sizes[root] = (sizes[root] ?? 0) + 1;
  }
  const sorted = new Int32Array(database.count);
  /** Where the next object of a family goes, plus one, by the object number of its root; 0 before the first. */
  const positions = new Int32Array(database.numbered);
  let reserved = 0;
  for (const number of database.numbers()) {
    const root = database.findDeltaRoot(number);
    if (positions[root] === 0) {
      positions[root] = reserved + 1;
      reserved += sizes[root] ?? 0;
    }
    const position = positions[root] ?? 1;
    sorted[position - 1] = number;
    positions[root] = position + 1;
  }
  return sorted;
}

type ResultReader = AsyncGenerator<readonly ObjectResult[]>;
type ReaderEvent = { reader: ResultReader } & ({ next: IteratorResult<readonly ObjectResult[]> } | { error: unknown });

/**
 * Reads several lists of objects at the same time, each with a git process of its own. Batches come in the order of their
 * arrival; each must be used up before the next one is requested.
 */
export async function* readInParallel(
  git: Git,
  lists: readonly AsyncIterable<readonly string[]>[],
): AsyncGenerator<readonly ObjectResult[]> {
  const readers = lists.map((oids) => readInBatches(git, oids));
  const events: ReaderEvent[] = [];
  let wake = () => {};
  const request = (reader: ResultReader) => {
    const arrive = (event: ReaderEvent) => {
      events.push(event);
      wake();
    };
    reader.next().then(
      (next) => arrive({ reader, next }),
      (error: unknown) => arrive({ reader, error }),
    );
  };
  try {
    for (const reader of readers) request(reader);
    for (let active = readers.length; active > 0; ) {
      const event = events.shift();
      if (!event) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if ("error" in event) throw event.error;
      if (event.next.done) {
        active -= 1;
        continue;
      }
      yield event.next.value;
      request(event.reader); // Not earlier: that would skip the rest of a large object.
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.return(undefined)));
  }
}
