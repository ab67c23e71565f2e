import { createShapeError, parseFailure } from "./api-failure.ts";
import { createOctokit, type GitHubAccess, type GitHubPace } from "./client.ts";
import { getObject, getText } from "./payload.ts";

/** A repository on GitHub. */
export type RepositoryName = { owner: string; repo: string };

/**
 * Reads a file of the default branch; null where there is none, or the token may not see it.
 *
 * @throws ApiError where GitHub does not give it, and for what is no file.
 */
export async function readDefaultBranchFile(
  access: GitHubAccess,
  repository: RepositoryName,
  path: string,
  pace: GitHubPace = {},
): Promise<Uint8Array | null> {
  const { rest } = await createOctokit(access, pace);
  try {
    const { data } = await rest.repos.getContent({ ...repository, path });
    const { type, encoding, content } = getObject({ data }, "data");
    if (type !== "file" || encoding !== "base64" || typeof content !== "string") throw createShapeError();
    return Buffer.from(content, "base64");
  } catch (error) {
    if (parseFailure(error).kind === "not-found") return null;
    throw error;
  }
}

/** Whether anyone may read a repository. True where GitHub does not say. */
export async function isPublicRepository(
  access: GitHubAccess,
  repository: RepositoryName,
  pace: GitHubPace = {},
): Promise<boolean> {
  try {
    const { rest } = await createOctokit(access, pace);
    const { data } = await rest.repos.get(repository);
    return getObject({ data }, "data")["private"] !== true;
  } catch (error) {
    parseFailure(error);
    return true;
  }
}

/** The name of the default branch of a repository; null where GitHub does not say, or the token may not see it. */
export async function readDefaultBranchName(
  access: GitHubAccess,
  repository: RepositoryName,
  pace: GitHubPace = {},
): Promise<string | null> {
  try {
    const { rest } = await createOctokit(access, pace);
    const { data } = await rest.repos.get(repository);
    return getText(getObject({ data }, "data")["default_branch"]);
  } catch (error) {
    parseFailure(error);
    return null;
  }
}
