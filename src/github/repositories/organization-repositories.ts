import type { ListedRepository } from "../../domain/sweep.ts";
import { createShapeError, parseFailure } from "../api-failure.ts";
import { createOctokit, type GitHubAccess, type GitHubPace } from "../client.ts";
import { getCount, getObject, getText } from "../payload.ts";

/** The largest page that GitHub gives: 5,000 repositories are 50 requests. */
const PAGE_SIZE = 100;

/** A page of a hundred repositories takes GitHub some seconds, in milliseconds. */
const PAGE_TIMEOUT = 60_000;

/**
 * In milliseconds: a sweep takes hours, and other work of the same app may have used up what it may ask in a minute. That
 * of an hour is not waited for.
 */
const PATIENCE = 10 * 60_000;

/** More pages than any organisation has: a server that never ends its list is none of GitHub's. */
const MOST_PAGES = 2000;

/** Lists all repositories of an organisation that the token sees, with one request for a hundred. */
export async function listOrganizationRepositories(
  access: GitHubAccess,
  organization: string,
  pace: GitHubPace = {},
): Promise<readonly ListedRepository[]> {
  const { rest } = await createOctokit(access, { timeout: PAGE_TIMEOUT, patience: PATIENCE, ...pace });
  // By their ids: one that moved to another page while they were read is listed once.
  const found = new Map<number, ListedRepository>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    // From the oldest on: what is created meanwhile comes at the end, and moves none to a page that was read.
    const query = { type: "all", sort: "created", direction: "asc", per_page: PAGE_SIZE, page } as const;
    const { data } = await rest.repos.listForOrg({ org: organization, ...query });
    if (!Array.isArray(data)) throw createShapeError();
    for (const one of data.map(parseRepository)) found.set(one.id, one);
    if (data.length < PAGE_SIZE) return [...found.values()];
  }
  throw createShapeError();
}

/** Finds a repository by its number: the name that it has today. Null where it is gone, or the token may not see it. */
export async function findRepositoryName(
  access: GitHubAccess,
  id: number,
  pace: GitHubPace = {},
): Promise<string | null> {
  const octokit = await createOctokit(access, pace);
  try {
    const { data } = await octokit.request("GET /repositories/{id}", { id });
    return parseRepository(data).name;
  } catch (error) {
    if (parseFailure(error).kind === "not-found") return null;
    throw error;
  }
}

function parseRepository(data: unknown): ListedRepository {
  const { id, full_name, size, default_branch, archived, fork } = getObject({ data }, "data");
  const [count, name] = [getCount(id), getText(full_name)];
  if (count === null || name === null) throw createShapeError();
  return {
    id: count,
    name,
    kilobytes: getCount(size) ?? 0,
    defaultBranch: getText(default_branch),
    isArchived: archived === true,
    isFork: fork === true,
  };
}

/** Whether a token is of an app that was installed on selected repositories alone: the others are listed to nobody. */
export async function isSelectionOnly(access: GitHubAccess, pace: GitHubPace = {}): Promise<boolean> {
  // Only an app's installation token is answered: it begins with these letters.
  if (!access.token.startsWith("ghs_")) return false;
  try {
    const { rest } = await createOctokit(access, pace);
    const { data } = await rest.apps.listReposAccessibleToInstallation({ per_page: 1 });
    return getObject({ data }, "data")["repository_selection"] === "selected";
  } catch (error) {
    parseFailure(error);
    return false;
  }
}
