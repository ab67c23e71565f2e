import { type GitHubAccess, type GitHubPace } from "./client.js";
/** A repository on GitHub. */
export type RepositoryName = {
    owner: string;
    repo: string;
};
/**
 * Reads a file of the default branch; null where there is none, or the token may not see it.
 *
 * @throws ApiError where GitHub does not give it, and for what is no file.
 */
export declare function readDefaultBranchFile(access: GitHubAccess, repository: RepositoryName, path: string, pace?: GitHubPace): Promise<Uint8Array | null>;
/** Whether anyone may read a repository. True where GitHub does not say. */
export declare function isPublicRepository(access: GitHubAccess, repository: RepositoryName, pace?: GitHubPace): Promise<boolean>;
