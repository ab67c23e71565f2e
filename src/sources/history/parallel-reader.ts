import type { Git } from "../../git/git.ts";
import { type ObjectResult, readInBatches } from "../../git/objects/object-stream.ts";

/**
 * Reads several lists of objects at the same time, each with a git of its own. Batches come as they arrive; each must be
 * done with before the next one is asked for.
 */
export async function* readAtOnce(
  git: Git,
  lists: readonly AsyncIterable<readonly string[]>[],
): AsyncGenerator<readonly ObjectResult[]> {
  const readers = lists.map((names) => readInBatches(git, names));
  const arrived: Arrival[] = [];
  let wake = () => {};
  const ask = (reader: Reader) => {
    const arrive = (arrival: Arrival) => {
      arrived.push(arrival);
      wake();
    };
    reader.next().then(
      (result) => arrive({ reader, result }),
      (error: unknown) => arrive({ reader, error }),
    );
  };
  try {
    for (const reader of readers) ask(reader);
    for (let reading = readers.length; reading > 0; ) {
      const arrival = arrived.shift();
      if (!arrival) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if ("error" in arrival) throw arrival.error;
      if (arrival.result.done) {
        reading -= 1;
        continue;
      }
      yield arrival.result.value;
      ask(arrival.reader); // Not before: it would skip what is left of a large object.
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.return(undefined)));
  }
}

type Reader = AsyncGenerator<readonly ObjectResult[]>;
type Arrival = { reader: Reader } & ({ result: IteratorResult<readonly ObjectResult[]> } | { error: unknown });
