import type { Blob } from "../../domain/blob.ts";
import { Git } from "../../git/git.ts";
import { extractHeaderTexts, extractTagText, splitCommitStream } from "../../git/objects/commit-object.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import type { FetchResult } from "../fetched/fetch-result.ts";
import { fetchObjects } from "../fetched/missing-objects.ts";
import { createScratchRepository, type RemoteOptions, type ScratchRepository } from "../fetched/scratch-repository.ts";

/** Single objects of a repository, by their names. */
export type FoundObjectsOptions = RemoteOptions & {
  objects: readonly string[];
  /** A branch whose folders are wanted too, without the contents of files; null for none. */
  branch: string | null;
};

/**
 * The objects, those that the server still has, and the commit that the branch leads to; null without one. `close`
 * removes them.
 */
export type FoundObjects =
  | { kind: "fetched"; dir: string; head: string | null; close(): Promise<void> }
  | Exclude<FetchResult, { kind: "fetched" }>;

/** Of a commit nothing but itself: neither its trees nor what came before it. */
const ALONE = ["--depth=1", "--filter=tree:0"];

/** A commit comes with its folders, and without the contents of files. */
const FOLDERS = ["--depth=1", "--filter=blob:none"];

/**
 * Fetches single objects into a scratch repository. One that the server no longer has is missing there.
 *
 * @throws UsageError where nothing can be written, or git is not installed; the reason of the signal where it aborts.
 */
export async function fetchFoundObjects(options: FoundObjectsOptions): Promise<FoundObjects> {
  const format = options.objects[0]?.length === 64 ? "sha256" : "sha1";
  const { dir, result, head, close } = await createScratchRepository(options, format, async (scratch) => {
    const { result } = await fetchObjects(scratch, options.objects, ALONE);
    return { dir: scratch.dir, result, head: await fetchHead(scratch, options.branch) };
  });
  if (result.kind === "fetched" || result.kind === "unknown") return { kind: "fetched", dir, head, close };
  await close();
  return result;
}

/** Null where the server does not send it. */
async function fetchHead({ git, remote }: ScratchRepository, branch: string | null): Promise<string | null> {
  if (branch === null) return null;
  const ref = `refs/heads/${branch}`;
  const { kind } = await remote.fetch([`+${ref}:${ref}`], FOLDERS);
  return kind === "fetched" ? await findHead(git, ref) : null;
}

/** The commit that a ref of a repository leads to; null where there is none. */
export async function findHead(git: Git, ref = "HEAD"): Promise<string | null> {
  const { stdout } = await git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  return stdout.trim() || null;
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
