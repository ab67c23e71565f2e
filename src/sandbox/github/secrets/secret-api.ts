import type { components } from "@octokit/openapi-types";
import type { Answer } from "../../answer.ts";
import type { Request } from "../../server.ts";
import { buildRepositoryRecord, getRepositoryId, type HostedRepository } from "../hosted-repository.ts";
import { createRefusal, maySee, type Permission, type Token } from "../tokens.ts";
import { checkSecretAccess, describeNeed, type SecretNeed, type SecretOwner } from "./secret-access.ts";
import type { SecretPlace, SecretVault, StoredSecret } from "./secret-vault.ts";
import { writeStoredSecret } from "./secret-write.ts";

/** What the answers are made of. Repositories are named by their full names in lower case. */
type SecretState = { repositories: ReadonlyMap<string, HostedRepository>; vault: SecretVault };

/** A request about the secrets of one place. `rest` is what follows `…/secrets`. */
type SecretRoute = {
  owner: SecretOwner;
  place: SecretPlace;
  permissions: readonly Permission[];
  scope: string;
  rest: string;
  page: string;
};

const REPOSITORY = /^\/repos\/([^/]+\/[^/]+)\/(actions|dependabot|codespaces)\/secrets(\/.*)?$/;
const ENVIRONMENT = /^\/repos\/([^/]+\/[^/]+)\/environments\/([^/]+)\/secrets(\/.*)?$/;
const ORGANIZATION = /^\/orgs\/([^/]+)\/actions\/secrets(\/.*)?$/;

/** Answers a request about secrets; null for any other. */
export async function answerSecrets(request: Request, token: Token | null, state: SecretState): Promise<Answer | null> {
  const route = findRoute(request.path, token, state);
  if (route === null || "status" in route) return route;
  const right = request.method === "GET" ? "read" : "write";
  const need: SecretNeed = { right, permissions: route.permissions, scope: route.scope };
  const answer = checkSecretAccess(route.owner, need, token, route.page) ?? (await answerRoute(route, request, state));
  return { ...answer, headers: { ...describeNeed(need, token), ...answer.headers } };
}

/** The place that is asked for; GitHub's refusal where there is none that the token may know of. */
function findRoute(
  path: string,
  token: Token | null,
  { repositories, vault }: SecretState,
): SecretRoute | Answer | null {
  const [, org, orgRest = ""] = ORGANIZATION.exec(path) ?? [];
  if (org !== undefined) {
    const page = "/actions/secrets";
    const owned = [...repositories.keys()].some((name) => name.startsWith(`${org.toLowerCase()}/`));
    if (!owned) return createRefusal(404, "Not Found", page);
    const place = vault.open(`github-org:${org.toLowerCase()}`);
    const owner: SecretOwner = { kind: "organization", name: org };
    return { owner, place, permissions: ["organization-secrets"], scope: "admin:org", rest: orgRest, page };
  }
  const [, inEnvironment, environment = "", environmentRest = ""] = ENVIRONMENT.exec(path) ?? [];
  const [, inRepository, app = "actions", repositoryRest = ""] = REPOSITORY.exec(path) ?? [];
  const name = (inEnvironment ?? inRepository)?.toLowerCase();
  if (name === undefined) return null;
  const page = `/${app}/secrets`;
  const repository = repositories.get(name);
  // It may be a former name.
  if (!repository) return null;
  if (!maySee(token, repository)) return createRefusal(404, "Not Found", page);
  const common = { owner: { kind: "repository", repository }, scope: "repo", page } as const;
  if (inEnvironment !== undefined) {
    const wanted = decodeURIComponent(environment);
    if (!vault.hasEnvironment(name, wanted)) return createRefusal(404, "Not Found", page);
    const place = vault.open(`github:${name}@${wanted}`);
    return { ...common, place, permissions: ["environments", "secrets"], rest: environmentRest };
  }
  const place = vault.open(`${app === "actions" ? "github" : app}:${name}`);
  return { ...common, place, permissions: [PERMISSIONS[app] ?? "secrets"], rest: repositoryRest };
}

const PERMISSIONS: Readonly<Record<string, Permission>> = {
  dependabot: "dependabot-secrets",
  codespaces: "codespaces-secrets",
};

async function answerRoute(route: SecretRoute, request: Request, state: SecretState): Promise<Answer> {
  const { rest, place, page, owner } = route;
  const { method, query } = request;
  if (method === "GET" && rest === "") return listSecrets(place, query);
  const key: components["schemas"]["actions-public-key"] = {
    key_id: place.key.id,
    key: place.key.publicKey.toString("base64"),
  };
  if (method === "GET" && rest === "/public-key") return { status: 200, body: key };
  const [, encoded = "", more = ""] = /^\/([^/]+)(\/repositories)?$/.exec(rest) ?? [];
  const name = decodeURIComponent(encoded);
  const owned = owner.kind === "organization" ? listOwned(owner.name, state) : null;
  if (method === "PUT" && more === "" && name !== "") {
    const repositoryIds = owned?.map(getRepositoryId) ?? null;
    return await writeStoredSecret({ place, name, body: request.body, repositoryIds, page });
  }
  const secret = place.get(name);
  if (secret === null) return createRefusal(404, "Not Found", page);
  if (method === "GET" && more !== "" && owned) return listSelected(secret, owned, query, page);
  if (method === "GET" && more === "") return { status: 200, body: buildSecretRecord(secret, place) };
  if (method !== "DELETE" || more !== "") return createRefusal(404, "Not Found", page);
  place.remove(name);
  return { status: 204 };
}

function listOwned(org: string, { repositories }: SecretState): readonly HostedRepository[] {
  return [...repositories.values()].filter(({ fullName }) =>
    fullName.toLowerCase().startsWith(`${org.toLowerCase()}/`),
  );
}

function listSecrets(place: SecretPlace, query: URLSearchParams): Answer {
  const records = place.list().map((secret) => buildSecretRecord(secret, place));
  return { status: 200, body: { total_count: records.length, secrets: selectSlice(records, query) } };
}

/** Only of a secret that is for chosen repositories. */
function listSelected(
  { visibility, repositoryIds }: StoredSecret,
  owned: readonly HostedRepository[],
  query: URLSearchParams,
  page: string,
): Answer {
  if (visibility !== "selected") return createRefusal(409, "Visibility type is not selected", page);
  const records = owned
    .filter((repository) => repositoryIds.includes(getRepositoryId(repository)))
    .map(buildRepositoryRecord);
  return { status: 200, body: { total_count: records.length, repositories: selectSlice(records, query) } };
}

function selectSlice<Item>(items: readonly Item[], query: URLSearchParams): readonly Item[] {
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const first = (Number(query.get("page") ?? 1) - 1) * size;
  return items.slice(first, first + size);
}

function buildSecretRecord(
  { name, createdAt, updatedAt, visibility }: StoredSecret,
  place: SecretPlace,
): components["schemas"]["actions-secret"] | components["schemas"]["organization-actions-secret"] {
  const times = { created_at: formatSeconds(createdAt), updated_at: formatSeconds(updatedAt) };
  if (visibility === null) return { name, ...times };
  const url = `https://api.github.com/orgs/${place.name.replace("github-org:", "")}/actions/secrets/${name}/repositories`;
  return { name, ...times, visibility, ...(visibility === "selected" && { selected_repositories_url: url }) };
}

/** GitHub's times have no milliseconds. */
function formatSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
