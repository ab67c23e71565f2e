import { findLogins } from "./account.ts";
import { type ApiFailure, parseFailure } from "./api-failure.ts";
import { createOctokit, type GitHubAccess, type GitHubPace } from "./client.ts";
import { getObject, getText } from "./payload.ts";

/** What a read came to: null when it worked. */
export type TokenRead = ApiFailure | null;

/** What a token may read of a repository, and what GitHub says that it may write. */
export type TokenAccess = {
  /** Null where GitHub does not say. */
  login: string | null;
  commits: TokenRead;
  pulls: TokenRead;
  codeScanning: TokenRead;
  /** Whether its scopes allow writing, as GitHub says of a person's classic token; null where it says nothing. */
  mayWrite: boolean | null;
};

/** What a token may do, or why GitHub does not even show it the repository. */
export type TokenProbe = { kind: "seen"; access: TokenAccess } | { kind: "failed"; failure: ApiFailure };

/** Tries what a token may read of a repository, `owner/name`. Nothing is written. */
export async function probeToken(access: GitHubAccess, fullName: string, pace: GitHubPace = {}): Promise<TokenProbe> {
  const octokit = await createOctokit(access, pace);
  const { rest } = octokit;
  const [owner = "", repo = ""] = fullName.split("/");
  try {
    const { data, headers } = await rest.repos.get({ owner, repo });
    const one = { owner, repo, per_page: 1 };
    const [logins, commits, pulls, codeScanning] = await Promise.all([
      findLogins(octokit, access.apiUrl),
      read(async () => await rest.repos.listCommits(one)),
      read(async () => await rest.pulls.list(one)),
      read(async () => await rest.codeScanning.listAlertsForRepo(one)),
    ]);
    const isPublic = getObject(data)["private"] === false;
    const mayWrite = parseScopes(getText(headers["x-oauth-scopes"]), isPublic);
    return { kind: "seen", access: { login: logins[0] ?? null, commits, pulls, codeScanning, mayWrite } };
  } catch (error) {
    return { kind: "failed", failure: parseFailure(error) };
  }
}

async function read(ask: () => Promise<unknown>): Promise<TokenRead> {
  try {
    await ask();
    return null;
  } catch (error) {
    const failure = parseFailure(error);
    // 409: the repository is empty. It answers so after it has looked at the token.
    return failure.status === 409 ? null : failure;
  }
}

/** Classic tokens of people list their scopes in a header; jobs' tokens and fine-grained ones do not. */
function parseScopes(header: string | null, isPublic: boolean): boolean | null {
  if (header === null) return null;
  const scopes = header.split(/,\s*/);
  return scopes.includes("repo") || (isPublic && scopes.includes("public_repo"));
}
