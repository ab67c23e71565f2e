import type { Blob } from "../../domain/blob.ts";
import { Git } from "../../git/git.ts";
import { extractHeaderTexts, extractTagText, splitCommitStream } from "../../git/objects/commit-object.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import type { FetchResult } from "../fetched/fetch-result.ts";
import { fetchObjects } from "../fetched/missing-objects.ts";
import { createScratchRepository, type RemoteOptions } from "../fetched/scratch-repository.ts";

/** Single objects of a repository, by their names. */
export type FoundObjectsOptions = RemoteOptions & { objects: readonly string[] };

/** The objects, those that the server still has. `close` removes them. */
export type FoundObjects =
  | { kind: "fetched"; dir: string; close(): Promise<void> }
  | Exclude<FetchResult, { kind: "fetched" }>;

/** Of a commit nothing but itself: neither its trees nor what came before it. */
const ALONE = ["--depth=1", "--filter=tree:0"];

/**
 * Fetches single objects into a scratch repository. One that the server no longer has is missing there.
 *
 * @throws UsageError where nothing can be written, or git is not installed; the reason of the signal where it aborts.
 */
export async function fetchFoundObjects(options: FoundObjectsOptions): Promise<FoundObjects> {
  const format = options.objects[0]?.length === 64 ? "sha256" : "sha1";
  const { dir, result, close } = await createScratchRepository(options, format, async (scratch) => {
    return { dir: scratch.dir, result: (await fetchObjects(scratch, options.objects, ALONE)).result };
  });
  if (result.kind === "fetched" || result.kind === "unknown") return { kind: "fetched", dir, close };
  await close();
  return result;
}

/** Reads objects as a scan of the history does. What is missing or damaged gives nothing. */
export async function* readFoundObjects(
  dir: string,
  objects: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<Blob> {
  for await (const result of readObjects(new Git(dir, environment), [objects])) {
    if (result.kind === "object") yield* splitObject(result.oid, result.type, result.chunks);
  }
}

async function* splitObject(oid: string, type: string, chunks: Blob["chunks"]): AsyncGenerator<Blob> {
  switch (type) {
    case "blob":
      yield { provenance: { kind: "object", oid }, chunks };
      return;
    case "tag":
      yield { provenance: { kind: "tag-message", tag: oid }, chunks: extractTagText(chunks) };
      return;
    case "commit": {
      const { headers, message } = await splitCommitStream(chunks);
      const { people, signatures } = extractHeaderTexts(headers);
      if (signatures.length > 0) yield { provenance: { kind: "commit-signature", commit: oid }, chunks: [signatures] };
      if (people.length > 0) yield { provenance: { kind: "commit-people", commit: oid }, chunks: [people] };
      yield { provenance: { kind: "commit-message", commit: oid }, chunks: message };
      return;
    }
    default: // A tree holds names, and no key is looked for in one alone.
  }
}
