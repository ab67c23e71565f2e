import type { Octokit } from "./client.ts";
import { getObject, getText } from "./payload.ts";

/**
 * Finds the names that this token may write as, in lower case. GraphQL tells them for every token of GitHub's. Gitea,
 * Forgejo and others have no GraphQL, and tell by REST. A job's own token is refused that; it writes as the server's bot,
 * whose name nobody else can have.
 */
export async function findLogins({ graphql, rest }: Octokit, apiUrl: string): Promise<readonly string[]> {
  const login =
    (await parseLogin(async () => getObject(await graphql("query { viewer { login } }"), "viewer"))) ??
    (await parseLogin(async () => getObject((await rest.users.getAuthenticated()).data)));
  return login === null ? (/\/api\/v1\/?$/.test(apiUrl) ? GITEA_BOTS : GITHUB_BOTS) : [login.toLowerCase()];
}

const GITHUB_BOTS = ["github-actions[bot]"] as const;

/** Read in the sources of Gitea and Forgejo (models/user/user_system.go); no user may take these names. */
const GITEA_BOTS = ["gitea-actions", "forgejo-actions"] as const;

/** The login in an answer; null where there is none, however that comes. */
async function parseLogin(ask: () => Promise<{ login?: unknown }>): Promise<string | null> {
  try {
    return getText((await ask()).login);
  } catch {
    // Octokit's GraphQL also throws errors of its own, and breaks on some answers.
    return null;
  }
}
