import type { Answer } from "../../answer.ts";
import type { HostedRepository } from "../hosted-repository.ts";
import { createRefusal, isTokenFor, type Permission, type Token } from "../tokens.ts";

/** Whose secrets are asked for. */
export type SecretOwner = { kind: "repository"; repository: HostedRepository } | { kind: "organization"; name: string };

/** What a request needs. */
export type SecretNeed = { right: "read" | "write"; permissions: readonly Permission[]; scope: string };

/** The headers in which GitHub says what a request needs, and which scopes a classic token has. */
export function describeNeed({ right, permissions, scope }: SecretNeed, token: Token | null): Record<string, string> {
  const accepted = permissions.map((permission) => `${permission.replaceAll("-", "_")}=${right}`).join(",");
  return token?.kind === "classic"
    ? { "x-oauth-scopes": token.scopes.join(", "), "x-accepted-oauth-scopes": scope }
    : { "x-accepted-github-permissions": accepted };
}

/** GitHub's refusal of a request about secrets; null where the token may make it. */
export function checkSecretAccess(
  owner: SecretOwner,
  need: SecretNeed,
  token: Token | null,
  page: string,
): Answer | null {
  if (!token) return createRefusal(401, "Requires authentication", page);
  if (owner.kind === "repository" && need.right === "write" && owner.repository.isArchived) {
    return createRefusal(403, "Repository was archived so is read-only.", page);
  }
  return token.kind === "classic" ? checkScopes(owner, need, token, page) : checkPermissions(owner, need, token, page);
}

/** A classic token without the scope is told nothing of repositories, and of organisations something else. */
function checkScopes(owner: SecretOwner, { scope }: SecretNeed, token: Token, page: string): Answer | null {
  const hasScope = token.scopes.includes(scope);
  if (owner.kind === "organization") {
    return hasScope && isOwn(owner, token) ? null : createRefusal(403, NO_ORGANIZATION_ADMIN, page);
  }
  if (!hasScope || !isOwn(owner, token)) return createRefusal(404, "Not Found", page);
  return token.isAdmin ? null : createRefusal(403, "Must have admin rights to Repository.", page);
}

const NO_ORGANIZATION_ADMIN = "You must be an org admin or have the actions secrets fine-grained permission.";

/** A job's own token can have none of these permissions, whatever its workflow asks for. */
function checkPermissions(
  owner: SecretOwner,
  { right, permissions }: SecretNeed,
  token: Token,
  page: string,
): Answer | null {
  const enough = right === "read" ? ["read", "write"] : ["write"];
  const hasAll = permissions.every((permission) => enough.includes(token.permissions[permission] ?? "none"));
  if (token.kind !== "job" && hasAll && isOwn(owner, token)) return null;
  const whom = token.kind === "fine-grained" ? "personal access token" : "integration";
  return createRefusal(403, `Resource not accessible by ${whom}`, page);
}

/** Whether a token is for this repository, or of one of the organisation's. */
function isOwn(owner: SecretOwner, token: Token): boolean {
  if (owner.kind === "repository") return isTokenFor(token, owner.repository);
  return isTokenFor(token, { fullName: `${owner.name}/` }) || isIn(owner.name, token.repo);
}

function isIn(organization: string, repo: string): boolean {
  return repo.toLowerCase().startsWith(`${organization.toLowerCase()}/`);
}
