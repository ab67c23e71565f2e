import type { Blob } from "../../domain/blob.ts";
import type { SweptRepository } from "../../domain/sweep.ts";
import { type Environment, Git } from "../../git/git.ts";
import { openHistory } from "../../sources/history/history.ts";
import { fetchMirror } from "../../sources/mirror/fetched-mirror.ts";
import { fetchFoundObjects, findHead, readFoundObjects } from "../../sources/mirror/found-objects.ts";
import { includeEverything } from "../../sources/path-filter.ts";
import { type FetchingOptions, fetchRepository } from "../scan/fetch-repository.ts";
import type { FoundBlobs } from "./found-places.ts";
import { HeadFiles } from "./head-files.ts";

/** How the keys of a repository are fetched. `branch`: its default branch; null where it is not known. */
export type FoundOptions = FetchingOptions & { maxBytes: number; branch: string | null };

/**
 * Fetches what holds the keys of a repository: single objects, or all of it where a key stands in the name of a file or a
 * branch. Null where nothing could be fetched.
 */
export async function openFoundBlobs(record: SweptRepository, options: FoundOptions): Promise<FoundBlobs | null> {
  const objects = [...new Set(record.keys.flatMap((key) => key.objects))];
  const isInNames = record.keys.some((key) => key.objects.length === 0);
  const { environment, branch } = options;
  if (isInNames) {
    const whole = { ...options, defaultBranch: branch, knownRefs: null, knownTips: null };
    const { fetched } = await fetchRepository(
      record,
      async (remote) => await fetchMirror({ ...whole, ...remote }),
      options,
    );
    if (fetched.kind !== "fetched") return null;
    const { dir } = fetched;
    const head = branch === null ? null : await findHead(new Git(dir, environment));
    return createFoundBlobs(fetched, head, environment, () => readWithNames(dir, objects, environment));
  }
  // What was read tonight is where it was read.
  const wanted = { objects, branch: record.state === "read" ? null : branch };
  const { fetched } = await fetchRepository(
    record,
    async (remote) => await fetchFoundObjects({ ...options, ...remote, ...wanted }),
    options,
  );
  if (fetched.kind !== "fetched") return null;
  const { dir, head } = fetched;
  return createFoundBlobs(fetched, head, environment, () => readFoundObjects(dir, objects, environment));
}

function createFoundBlobs(
  { dir, close }: { dir: string; close(): Promise<void> },
  head: string | null,
  environment: Environment,
  blobs: FoundBlobs["blobs"],
): FoundBlobs {
  const files = head === null ? null : new HeadFiles(dir, head, environment);
  const closeAll = async () => {
    await files?.close();
    await close();
  };
  return { blobs, files, close: closeAll };
}

async function* readWithNames(
  dir: string,
  objects: readonly string[],
  environment: FetchingOptions["environment"],
): AsyncGenerator<Blob> {
  yield* readFoundObjects(dir, objects, environment);
  const { source } = await openHistory({ repo: dir, environment, includes: includeEverything, unreachable: false });
  for await (const blob of source.blobs()) {
    const { kind } = blob.provenance;
    if (kind === "path" || kind === "ref") yield blob;
  }
}
