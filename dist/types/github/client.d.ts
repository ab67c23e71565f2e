import { type Clock } from "../domain/clock.js";
/** How to reach GitHub: the REST API's address (GitHub Enterprise Server has its own) and the job's token. */
export type GitHubAccess = {
    apiUrl: string;
    token: string;
};
/** How long one request may take until the end of its answer, in milliseconds, and the time for waits between them. */
export type GitHubPace = {
    timeout?: number;
    clock?: Clock;
};
/**
 * Creates an octokit that repeats what failed, slows down when GitHub asks for it, and throws nothing but `ApiError`: any
 * server may answer, and a proxy's page is no list. Loads octokit when first needed. Its plugins for all that are not used,
 * since they cannot be given a clock and break on answers that are not GitHub's.
 */
export declare function createOctokit({ apiUrl, token }: GitHubAccess, { timeout, clock }?: GitHubPace): Promise<import("@octokit/core").Octokit & import("@octokit/plugin-rest-endpoint-methods").Api & {
    paginate: import("@octokit/plugin-paginate-rest").PaginateInterface;
}>;
export type Octokit = Awaited<ReturnType<typeof createOctokit>>;
