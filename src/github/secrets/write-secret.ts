import type { Clock } from "../../domain/clock.ts";
import type { StoreFailure, StoreResult } from "../../domain/rotation-target.ts";
import type { Secret } from "../../domain/secret.ts";
import { isUncertain, parseFailure } from "../api-failure.ts";
import type { Octokit } from "../client.ts";
import { mayCreate } from "./check-secret.ts";
import { sealSecret } from "./seal.ts";
import { parseStoreFailure } from "./secret-failure.ts";
import { type GitHubTarget, getSecretPath, type SecretPath } from "./secret-place.ts";
import {
  listSharedRepositories,
  readSealingKey,
  readSecret,
  type ShownSecret,
  updateSecret,
} from "./secret-requests.ts";

/** How often a value is sent whose answer was lost, and how often it is looked for what became of it. */
const TRIES = 3;
const LOOKS = 3;

/** Between two looks, in milliseconds: GitHub's answers may lag behind its changes. */
const LOOK_WAIT = 1000;

/** What writing a secret needs beside it. */
export type SecretWriteOptions = {
  create: boolean;
  clock: Clock;
  /** Whether the run was told to stop: then nothing more is sent. */
  isCancelled: () => boolean;
};

/**
 * Writes a key into a secret, sealed; who may read an organisation's secret stays as it is. A lost answer is settled by what
 * GitHub shows of the secret. Only where that has not changed the value is sent again, which is the same value: at most
 * somebody else's change of the same seconds is written over.
 */
export async function writeSecret(
  octokit: Octokit,
  target: GitHubTarget,
  secret: Secret,
  options: SecretWriteOptions,
): Promise<StoreResult> {
  const path = getSecretPath(target);
  const write = { octokit, path, name: target.secret, secret, options };
  try {
    const before = await findSecret(write);
    if (before === null && !mayCreate(target, options.create)) {
      return { kind: "failed", because: "no-secret", mayBeStored: false };
    }
    return await sendUntilSettled(write, before);
  } catch (error) {
    return { kind: "failed", ...parseStoreFailure(error, path), mayBeStored: false };
  }
}

type Write = { octokit: Octokit; path: SecretPath; name: string; secret: Secret; options: SecretWriteOptions };

/** What became of one value that was sent. */
type Sent = "answered" | { failure: StoreFailure; isUncertain: boolean; isRefused: boolean };

async function sendUntilSettled(write: Write, before: ShownSecret | null): Promise<StoreResult> {
  let mayBeStored = false;
  let isKeyReplaced = false;
  for (let tries = 1; ; tries += 1) {
    if (write.options.isCancelled()) return { kind: "failed", because: "cancelled", mayBeStored };
    const sent = await sendValue(write, before);
    if (sent === "answered") return { kind: "stored", verified: await isChanged(write, before) };
    mayBeStored ||= sent.isUncertain;
    if (sent.isUncertain && (await isChanged(write, before))) return { kind: "stored", verified: true };
    // GitHub may have replaced its public key between the two requests: once a refusal may come of that.
    const mayRepeat = sent.isUncertain || (sent.isRefused && !isKeyReplaced);
    if (!mayRepeat || tries >= TRIES) return { kind: "failed", ...sent.failure, mayBeStored };
    isKeyReplaced ||= sent.isRefused;
  }
}

/** Seals the value with a key that was read just now, and sends it. */
async function sendValue({ octokit, path, name, secret }: Write, before: ShownSecret | null): Promise<Sent> {
  const failed = (failure: StoreFailure): Sent => ({ failure, isUncertain: false, isRefused: false });
  let change: Parameters<typeof updateSecret>[3];
  try {
    const key = await readSealingKey(octokit, path);
    const sealed = await sealSecret(secret, key);
    if (sealed === null) return failed({ because: "too-large" });
    const visibility = before?.visibility ?? null;
    change = {
      encrypted_value: sealed,
      key_id: key.id,
      ...(visibility !== null && { visibility }),
      ...(visibility === "selected" && { selected_repository_ids: await listSharedRepositories(octokit, path, name) }),
    };
  } catch (error) {
    return failed(parseStoreFailure(error, path));
  }
  try {
    await updateSecret(octokit, path, name, change);
    return "answered";
  } catch (error) {
    const parsed = parseFailure(error);
    const failure = parseStoreFailure(error, path);
    return { failure, isUncertain: isUncertain(parsed) || parsed.kind === "fault", isRefused: parsed.status === 422 };
  }
}

/** Whether GitHub shows that a secret was changed after it was last looked at, and that the same may read it. */
async function isChanged(write: Write, before: ShownSecret | null): Promise<boolean> {
  const { clock } = write.options;
  for (let looks = 1; looks <= LOOKS; looks += 1) {
    const now = await findSecret(write).catch(() => null);
    const isNew = now !== null && now.updatedAt.getTime() !== before?.updatedAt.getTime();
    if (isNew) return before === null || now.visibility === before.visibility;
    if (looks < LOOKS) await clock.sleep(LOOK_WAIT);
  }
  return false;
}

/** Null where there is none. */
async function findSecret({ octokit, path, name }: Write): Promise<ShownSecret | null> {
  try {
    return await readSecret(octokit, path, name);
  } catch (error) {
    if (parseFailure(error).kind === "not-found") return null;
    throw error;
  }
}
