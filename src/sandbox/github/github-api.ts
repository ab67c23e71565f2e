import type { Answer } from "../answer.ts";
import type { Request } from "../server.ts";
import { buildAccountRecord } from "./account.ts";
import { answerAlerts } from "./alerts/alert-api.ts";
import type { AlertBook } from "./alerts/hosted-alert.ts";
import { getRepositoryId } from "./hosted-repository.ts";
import { answerOrganization } from "./organization/organization-api.ts";
import type { RateLimits } from "./rate-limits.ts";
import { answerRepository, type RepositoryState } from "./rest-api.ts";
import { answerSecrets } from "./secrets/secret-api.ts";
import type { SecretVault } from "./secrets/secret-vault.ts";
import { createRefusal, maySee, type Token } from "./tokens.ts";

/** What this GitHub holds beside repositories. */
type Held = {
  count: number;
  limits: RateLimits;
  renamed: ReadonlyMap<string, number>;
  vault: SecretVault;
  alerts: AlertBook;
};

/**
 * Answers a request to GitHub's API: repositories by name or number, the account of a token, and GraphQL's `viewer`.
 * `token` is null where none was sent, and undefined where it is unknown; `count` numbers the request, and `renamed` has the
 * ids of repositories by their former names.
 */
export async function answerApi(
  request: Request,
  token: Token | null | undefined,
  repositories: ReadonlyMap<string, RepositoryState>,
  { count, limits, renamed, vault, alerts }: Held,
): Promise<Answer> {
  if (token === undefined) return createRefusal(401, "Bad credentials");
  const { headers: limitHeaders, refusal } = limits.count(request, token?.text ?? null);
  const headers = {
    "x-github-request-id": `5A4D:${count.toString(16).toUpperCase().padStart(6, "0")}`,
    "x-github-media-type": "github.v3; format=json",
    ...limitHeaders,
  };
  const answer =
    refusal ??
    (await answerSecrets(request, token, { repositories, vault })) ??
    answerAlerts(request, token, { repositories, alerts }) ??
    routeRequest(request, token, repositories, renamed);
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

function routeRequest(
  request: Request,
  token: Token | null,
  repositories: ReadonlyMap<string, RepositoryState>,
  renamed: ReadonlyMap<string, number>,
): Answer {
  const findById = (wanted: number | undefined) =>
    [...repositories.values()].find((one) => getRepositoryId(one) === wanted);
  const findRenamed = (former: string) => findById(renamed.get(former));
  const listed = answerOrganization(request, token, { repositories: repositories.values(), findRenamed });
  if (listed) return listed;
  if (request.path === "/graphql") return answerGraphql(request, token);
  if (request.path === "/user") return showAccount(token);
  const [, name, id, rest = ""] = /^\/(?:repos\/([^/]+\/[^/]+)|repositories\/(\d+))(\/.*)?$/.exec(request.path) ?? [];
  const repository = name ? repositories.get(decodeURIComponent(name).toLowerCase()) : findById(Number(id));
  if (!repository || !maySee(token, repository)) return createRefusal(404, "Not Found");
  return answerRepository(repository, rest, token, request);
}

/** A job's own token is refused here, as every token of an app is. */
function showAccount(token: Token | null): Answer {
  if (!token) return createRefusal(401, "Requires authentication", ACCOUNT_PAGE);
  if (token.account.type !== "User") return createRefusal(403, "Resource not accessible by integration", ACCOUNT_PAGE);
  return { status: 200, body: buildAccountRecord(token.account, "") };
}

const ACCOUNT_PAGE = "/users/users#get-the-authenticated-user";

/** Answers the only query that is supported here: whose token it is. */
function answerGraphql({ method, body }: Request, token: Token | null): Answer {
  if (method !== "POST") return createRefusal(404, "Not Found");
  if (!token) return createRefusal(401, "This endpoint requires you to be authenticated.");
  if (!/^\s*(?:query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(parseGraphqlQuery(body))) {
    return {
      status: 200,
      body: { errors: [{ type: "undefinedField", message: "the sandbox knows viewer.login alone" }] },
    };
  }
  return { status: 200, body: { data: { viewer: { login: token.account.login } } } };
}

function parseGraphqlQuery(json: string): string {
  try {
    return String((JSON.parse(json) as { query?: unknown } | null)?.query);
  } catch {
    return "";
  }
}
