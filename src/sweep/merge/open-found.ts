import type { Blob } from "../../domain/blob.ts";
import type { SweptRepository } from "../../domain/sweep.ts";
import { openHistory } from "../../sources/history/history.ts";
import { fetchMirror } from "../../sources/mirror/fetched-mirror.ts";
import { fetchFoundObjects, readFoundObjects } from "../../sources/mirror/found-objects.ts";
import { includeEverything } from "../../sources/path-filter.ts";
import { type FetchingOptions, fetchRepository } from "../scan/fetch-repository.ts";
import type { FoundBlobs } from "./found-places.ts";

/**
 * Fetches what holds the keys of a repository: single objects, or all of it where a key stands in the name of a file or a
 * branch. Null where nothing could be fetched.
 */
export async function openFoundBlobs(
  record: SweptRepository,
  options: FetchingOptions & { maxBytes: number },
): Promise<FoundBlobs | null> {
  const objects = [...new Set(record.keys.flatMap((key) => key.objects))];
  const isInNames = record.keys.some((key) => key.objects.length === 0);
  const { environment } = options;
  if (isInNames) {
    const whole = { ...options, defaultBranch: null, knownRefs: null, knownTips: null };
    const { fetched } = await fetchRepository(
      record,
      async (remote) => await fetchMirror({ ...whole, ...remote }),
      options,
    );
    if (fetched.kind !== "fetched") return null;
    const { dir, close } = fetched;
    return { blobs: () => readWithNames(dir, objects, environment), close };
  }
  const single = async (remote: { url: string; token: string }) =>
    await fetchFoundObjects({ ...options, ...remote, objects });
  const { fetched } = await fetchRepository(record, single, options);
  if (fetched.kind !== "fetched") return null;
  const { dir, close } = fetched;
  return { blobs: () => readFoundObjects(dir, objects, environment), close };
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
