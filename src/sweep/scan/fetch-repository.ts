import type { Clock } from "../../domain/clock.ts";
import type { PlannedRepository } from "../../domain/sweep.ts";
import type { Environment } from "../../git/git.ts";
import { parseFailure } from "../../github/api-failure.ts";
import type { GitHubAccess } from "../../github/client.ts";
import { findRepositoryName } from "../../github/repositories/organization-repositories.ts";
import type { FetchTimeouts } from "../../sources/fetched/remote.ts";
import { formatRepositoryName } from "../repository-name.ts";

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

/** What a fetch came to, as far as it matters for trying again. */
type Fetched = { kind: string; status?: number };

/** What was fetched of a repository, and the name that it has now, as documents have it; or why it was not. */
export type RepositoryFetch<Found extends Fetched> = {
  name: string;
  fetched: Found | { kind: "token-ended" | "gone" | "moved" };
};

/** Fetches from the repository of this name, with this token. */
type FetchAttempt<Found extends Fetched> = (remote: { url: string; token: string }) => Promise<Found>;

/**
 * Fetches from a repository, under its new name where it was renamed. A token that is refused is read anew, and given up
 * when it is still the same.
 *
 * @throws what `attempt` throws.
 */
export async function fetchRepository<Found extends Fetched>(
  planned: Pick<PlannedRepository, "id" | "name">,
  attempt: FetchAttempt<Found>,
  options: FetchingOptions,
): Promise<RepositoryFetch<Found>> {
  const token = await options.readToken();
  const found = await fetchWithToken(planned, token, attempt, options);
  if (found.fetched.kind !== "token-ended") return found;
  const renewed = await options.readToken();
  return renewed === token ? found : await fetchWithToken(planned, renewed, attempt, options);
}

/** For a private repository GitHub answers 404 to a token that has ended; its API says which it is. */
async function fetchWithToken<Found extends Fetched>(
  { id, name }: Pick<PlannedRepository, "id" | "name">,
  token: string,
  attempt: FetchAttempt<Found>,
  options: FetchingOptions,
): Promise<RepositoryFetch<Found>> {
  const first = await fetchPatiently(name, token, attempt, options);
  if (isRefused(first, 401)) return { name, fetched: { kind: "token-ended" } };
  if (!isRefused(first, 404) && first.kind !== "failed") return { name, fetched: first };
  const today = await findName({ apiUrl: options.apiUrl, token }, id, options.clock);
  if (today.kind === "unknown") return { name, fetched: first };
  if (today.kind !== "named") return { name, fetched: { kind: today.kind } };
  if (today.name === name) return { name, fetched: first };
  const shown = formatRepositoryName({ id, name: today.name });
  if (getOwner(today.name) !== getOwner(name)) return { name: shown, fetched: { kind: "moved" } };
  return { name: shown, fetched: await fetchPatiently(today.name, token, attempt, options) };
}

async function fetchPatiently<Found extends Fetched>(
  name: string,
  token: string,
  attempt: FetchAttempt<Found>,
  { server, refusalPause, clock, signal }: FetchingOptions,
): Promise<Found> {
  const remote = { url: `${server}/${name}`, token };
  const fetched = await attempt(remote);
  if (!isRefused(fetched, 403)) return fetched;
  await clock.sleep(refusalPause, signal);
  return await attempt(remote);
}

function isRefused({ kind, status }: Fetched, wanted: number): boolean {
  return kind === "refused" && status === wanted;
}

/** The name that a repository has today, as far as GitHub says. */
type NameToday = { kind: "named"; name: string } | { kind: "gone" | "token-ended" | "unknown" };

async function findName(access: GitHubAccess, id: number, clock: Clock): Promise<NameToday> {
  try {
    const name = await findRepositoryName(access, id, { clock });
    return name === null ? { kind: "gone" } : { kind: "named", name };
  } catch (error) {
    return { kind: parseFailure(error).kind === "bad-token" ? "token-ended" : "unknown" };
  }
}

function getOwner(name: string): string {
  return name.slice(0, name.indexOf("/")).toLowerCase();
}
