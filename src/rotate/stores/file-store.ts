import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { StoreCheck, StoreFailure, StoreResult } from "../../domain/rotation-target.ts";
import { computeFingerprint, type Secret } from "../../domain/secret.ts";
import { UsageError } from "../../errors.ts";
import { resolveOutputPath } from "../../output-files/links.ts";
import { getErrorCode } from "../../output-files/open-errors.ts";

/** Windows has neither flag: there a link does not open as a new file. */
const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, W_OK, X_OK } = constants;

/** Its owner alone reads and writes it. */
const MODE = 0o600;

/** In bytes. No key is longer, and of a longer file it is not looked whether it is ours. */
const LONGEST = 4096;

/** Which files may be written. */
export type FileOptions = {
  /** The folders of checkouts. A link there may have come with a change, and would choose where the key is written to. */
  checkouts: readonly string[];
  /** Fingerprints of keys that this rotation wrote before: a file that holds one of them may be replaced. */
  replaceable: readonly string[];
  /** Names the rotation: drafts of an earlier run of it are removed. */
  rotation: string;
};

/** Whether a file could be written: its folder is there and takes files, and what is there already is our own. */
export async function checkKeyFile(file: string, options: FileOptions): Promise<StoreCheck> {
  try {
    const path = await resolvePath(file, options.checkouts);
    if (!(await stat(dirname(path))).isDirectory()) return { kind: "failed", because: "file-error", code: "ENOTDIR" };
    const held = await readHeld(path);
    if (held !== null && !isOwn(held, options)) return { kind: "failed", because: "exists" };
    await access(dirname(path), W_OK | X_OK);
    return { kind: "ready", exists: held !== null };
  } catch (error) {
    return { kind: "failed", ...parseFileFailure(error) };
  }
}

/**
 * Writes a key into a new file: the key and nothing else, without a line break, since programs that read the whole file
 * would send it along. It is written as a draft beside its place and moved there once it is whole, so that a run that is
 * killed leaves no half of a key there. One that holds this key already stays, and one that holds an earlier key of the same
 * rotation is replaced. Drafts that an earlier run of the rotation left are removed.
 */
export async function writeKeyFile(file: string, secret: Secret, options: FileOptions): Promise<StoreResult> {
  try {
    const path = await resolvePath(file, options.checkouts);
    const held = await readHeld(path);
    if (held === secret.fingerprint) return { kind: "stored", verified: true };
    if (held !== null && !isOwn(held, options)) return { kind: "failed", because: "exists", mayBeStored: false };
    const draft = join(dirname(path), `${nameDraft(options)}${randomUUID()}`);
    const { verified, owner } = await writeDraft(draft, secret);
    await removeLeftDrafts(draft, owner, options);
    await moveDraft(draft, path, held !== null).catch(async (error) => await removeAndThrow(draft, error));
    await syncFolder(dirname(path));
    return { kind: "stored", verified };
  } catch (error) {
    const mayBeStored = error instanceof LeftFile;
    return { kind: "failed", ...parseFileFailure(mayBeStored ? error.cause : error), mayBeStored };
  }
}

function nameDraft({ rotation }: FileOptions): string {
  return `.key-guard-${rotation}-`;
}

/** A file that may hold the key, or a part of it, and could not be removed. */
class LeftFile extends Error {}

/** Whether the draft holds the key, as it reads it, and who owns what this process writes. */
async function writeDraft(path: string, secret: Secret): Promise<{ verified: boolean; owner: number }> {
  const handle = await open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, MODE);
  try {
    try {
      // The process's mask may have taken a right of the owner's.
      await handle.chmod(MODE);
      await handle.writeFile(secret.reveal());
      await handle.sync();
      const { uid: owner } = await handle.stat();
      return { verified: (await readFingerprint(handle)) === secret.fingerprint, owner };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return await removeAndThrow(path, error);
  }
}

/** Moves a whole draft to its place. A new place is taken by an empty file first: a file of others is never replaced. */
async function moveDraft(draft: string, path: string, isThere: boolean): Promise<void> {
  if (!isThere) await (await open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, MODE)).close();
  await rename(draft, path).catch(async (error) => {
    if (!isThere) await rm(path).catch(() => {});
    throw error;
  });
}

/** Removes drafts that an earlier run of the rotation left when it was killed. Their keys are ended by whoever goes on. */
async function removeLeftDrafts(own: string, owner: number, options: FileOptions): Promise<void> {
  const folder = dirname(own);
  const names = await readdir(folder).catch((): string[] => []);
  const left = names.filter(
    (name) => name.startsWith(nameDraft(options)) && DRAFT.test(name) && name !== basename(own),
  );
  for (const name of left) {
    const file = join(folder, name);
    if (await isLeftDraft(file, owner).catch(() => false)) await rm(file).catch(() => {});
  }
}

const DRAFT = /^\.key-guard-[\da-f]{8}-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whether a file is one as this process writes a draft: with its owner and its rights, and a key or the beginning of one. */
async function isLeftDraft(file: string, owner: number): Promise<boolean> {
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = await handle.stat();
    // Windows has no rights of this kind.
    const isPrivate = O_NOFOLLOW === 0 || (found.mode & 0o777) === MODE;
    if (!found.isFile() || found.uid !== owner || found.nlink !== 1 || !isPrivate) return false;
    return /^(?:s(?:k(?:-[\w-]*)?)?)?$/.test(await readText(handle));
  } finally {
    await handle.close();
  }
}

async function removeAndThrow(path: string, error: unknown): Promise<never> {
  await rm(path).catch(() => {
    throw new LeftFile("left", { cause: error });
  });
  throw error;
}

/** A folder, a link or a file of others is none of ours. After a run that was killed, an empty file may be. */
function isOwn(held: string, { replaceable }: FileOptions): boolean {
  return replaceable.includes(held) || (held === EMPTY && replaceable.length > 0);
}

const EMPTY = computeFingerprint("");

/** The fingerprint of what a file holds; null where there is none, and a word that is no fingerprint for what is no such file. */
async function readHeld(path: string): Promise<string | null> {
  try {
    const handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      return (await handle.stat()).isFile() ? await readFingerprint(handle) : "other";
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = getErrorCode(error);
    if (code === "ENOENT") return null;
    if (code === "ELOOP" || code === "EACCES" || code === "EISDIR" || code === "ENXIO") return "other";
    throw error;
  }
}

async function readFingerprint(handle: FileHandle): Promise<string> {
  const text = await readText(handle);
  return Buffer.byteLength(text) > LONGEST ? "other" : computeFingerprint(text);
}

async function readText(handle: FileHandle): Promise<string> {
  const bytes = Buffer.alloc(LONGEST + 1);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
  return bytes.subarray(0, bytesRead).toString("utf8");
}

/** That the file is there survives a crash too. Not every system can do that for a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function resolvePath(file: string, checkouts: readonly string[]): Promise<string> {
  const path = resolve(file);
  return join(await resolveOutputPath("", dirname(path), checkouts), basename(path));
}

function parseFileFailure(error: unknown): StoreFailure {
  if (error instanceof UsageError) return { because: "planted-link" };
  const code = getErrorCode(error);
  if (code === "EEXIST") return { because: "exists" };
  return /^E[A-Z0-9]+$/.test(code) ? { because: "file-error", code } : { because: "unexpected" };
}
