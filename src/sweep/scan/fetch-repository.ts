import type { Clock } from "../../domain/clock.ts";
import type { PlannedRepository } from "../../domain/sweep.ts";
import type { Environment } from "../../git/git.ts";
import { parseFailure } from "../../github/api-failure.ts";
import type { GitHubAccess } from "../../github/client.ts";
import { findRepositoryName } from "../../github/repositories/organization-repositories.ts";
import type { FetchTimeouts } from "../../sources/fetched/remote.ts";
import { type FetchedMirror, fetchMirror } from "../../sources/mirror/fetched-mirror.ts";

/** Gives the token as it is now: one that a file holds may have been renewed. */
export type TokenReader = () => Promise<string>;

/** How repositories are fetched. */
export type FetchingOptions = {
  /** The address of GitHub, where its git is. */
  server: string;
  /** The address of its API, which is asked about repositories that are not where they were. */
  apiUrl: string;
  readToken: TokenReader;
  /** The folder for temporary files. */
  temp: string;
  environment: Environment;
  clock: Clock;
  timeouts: FetchTimeouts;
  /** In milliseconds: how long to wait after a 403, which GitHub also answers when too much is fetched at once. */
  refusalPause: number;
  signal: AbortSignal;
};

/** A repository that was fetched, under the name that it has now, or why it was not. */
export type RepositoryFetch = { name: string; mirror: FetchedMirror | { kind: "token-ended" | "gone" | "moved" } };

/**
 * Fetches a repository, under its new name where it was renamed. A token that is refused is read anew, and given up when
 * it is still the same.
 *
 * @throws what `fetchMirror` throws.
 */
export async function fetchRepository(
  planned: PlannedRepository,
  maxBytes: number,
  options: FetchingOptions,
): Promise<RepositoryFetch> {
  const token = await options.readToken();
  const first = await fetchPatiently(planned.name, planned, { token, maxBytes }, options);
  if (first.kind === "refused" && first.status === 401)
    return await fetchWithNewToken(planned, token, maxBytes, options);
  const isElsewhere = (first.kind === "refused" && first.status === 404) || first.kind === "failed";
  if (!isElsewhere) return { name: planned.name, mirror: first };
  const name = await findName({ apiUrl: options.apiUrl, token }, planned.id, options.clock);
  if (name === "token-ended" || name === "unknown") {
    return { name: planned.name, mirror: name === "unknown" ? first : { kind: name } };
  }
  if (name === null) return { name: planned.name, mirror: { kind: "gone" } };
  if (name === planned.name) return { name, mirror: first };
  if (getOwner(name) !== getOwner(planned.name)) return { name, mirror: { kind: "moved" } };
  return { name, mirror: await fetchPatiently(name, planned, { token, maxBytes }, options) };
}

async function fetchWithNewToken(
  planned: PlannedRepository,
  refused: string,
  maxBytes: number,
  options: FetchingOptions,
): Promise<RepositoryFetch> {
  const { name } = planned;
  const token = await options.readToken();
  if (token === refused) return { name, mirror: { kind: "token-ended" } };
  const mirror = await fetchPatiently(name, planned, { token, maxBytes }, options);
  const isRefused = mirror.kind === "refused" && mirror.status === 401;
  return { name, mirror: isRefused ? { kind: "token-ended" } : mirror };
}

async function fetchPatiently(
  name: string,
  { defaultBranch, knownRefs }: PlannedRepository,
  { token, maxBytes }: { token: string; maxBytes: number },
  { server, refusalPause, ...options }: FetchingOptions,
): Promise<FetchedMirror> {
  const request = { ...options, url: `${server}/${name}`, token, defaultBranch, knownRefs, maxBytes };
  const fetched = await fetchMirror(request);
  if (fetched.kind !== "refused" || fetched.status !== 403) return fetched;
  await options.clock.sleep(refusalPause, options.signal);
  return await fetchMirror(request);
}

/** The name that a repository has today; null where it is gone, `unknown` where GitHub does not say. */
async function findName(access: GitHubAccess, id: number, clock: Clock): Promise<string | null> {
  try {
    return await findRepositoryName(access, id, { clock });
  } catch (error) {
    return parseFailure(error).kind === "bad-token" ? "token-ended" : "unknown";
  }
}

function getOwner(name: string): string {
  return name.slice(0, name.indexOf("/")).toLowerCase();
}
