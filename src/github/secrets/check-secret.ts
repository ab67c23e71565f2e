import type { StoreCheck, StoreFailure } from "../../domain/rotation-target.ts";
import { parseFailure } from "../api-failure.ts";
import type { Octokit } from "../client.ts";
import { getObject, getText } from "../payload.ts";
import { parseStoreFailure } from "./secret-failure.ts";
import { type GitHubTarget, getSecretPath, type SecretPath } from "./secret-place.ts";
import { countSecrets, readSealingKey, readSecret } from "./secret-requests.ts";

/**
 * Finds out whether a secret could be written, without writing anything: the repository is there under this name and can
 * be written, its public key can be read, the secret exists or there is room for it. That the token may write, GitHub says
 * only when it does. `create`: whether one that does not exist yet is created.
 */
export async function checkSecret(
  octokit: Octokit,
  target: GitHubTarget,
  { create }: { create: boolean },
): Promise<StoreCheck> {
  const path = getSecretPath(target);
  try {
    const fault = target.kind === "github-org" ? null : await checkRepository(octokit, target);
    if (fault !== null) return { kind: "failed", ...fault };
    await readSealingKey(octokit, path);
    if (await hasSecret(octokit, path, target.secret)) return { kind: "ready", exists: true };
    if (!mayCreate(target, create)) return { kind: "failed", because: "no-secret" };
    if ((await countSecrets(octokit, path)) >= path.most) return { kind: "failed", because: "too-many" };
    return { kind: "ready", exists: false };
  } catch (error) {
    return { kind: "failed", ...parseStoreFailure(error, path) };
  }
}

/** Whether a secret that is not there is created. Nobody said which repositories are to see an organisation's. */
export function mayCreate(target: GitHubTarget, create: boolean): boolean {
  return create && target.kind !== "github-org";
}

async function hasSecret(octokit: Octokit, path: SecretPath, name: string): Promise<boolean> {
  try {
    await readSecret(octokit, path, name);
    return true;
  } catch (error) {
    if (parseFailure(error).kind === "not-found") return false;
    throw error;
  }
}

/** GitHub leads a former name on to the repository, which may belong to somebody else by now. */
async function checkRepository(
  { rest }: Octokit,
  { owner, repo }: Exclude<GitHubTarget, { kind: "github-org" }>,
): Promise<StoreFailure | null> {
  const { data } = await rest.repos.get({ owner, repo });
  const { full_name: fullName, archived } = getObject({ data }, "data");
  const name = getText(fullName);
  if (name === null || !/^[\w.-]+\/[\w.-]+$/.test(name)) return { because: "not-understood" };
  if (name.toLowerCase() !== `${owner}/${repo}`.toLowerCase()) return { because: "moved", to: name };
  return archived === true ? { because: "archived" } : null;
}
