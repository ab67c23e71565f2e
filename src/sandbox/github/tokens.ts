import { createHash } from "node:crypto";
import type { Answer } from "../answer.ts";
import { ACTIONS_BOT, type Account } from "./account.ts";
import type { RepositoryProfile } from "./hosted-repository.ts";

/** The keys of a workflow's `permissions`, as they are written there; and those that only other tokens can have. */
export type Permission =
  | "contents"
  | "issues"
  | "pull-requests"
  | "security-events"
  | "secrets"
  | "environments"
  | "organization-secrets"
  | "dependabot-secrets"
  | "codespaces-secrets"
  | "secret-scanning-alerts";
export type Right = "none" | "read" | "write";
export type Permissions = Partial<Record<Permission, Right>>;

/** A job's own token, that of an app's installation, or a person's, which has permissions or (classic) scopes. */
export type TokenKind = "job" | "app" | "fine-grained" | "classic";

/** A token: for one repository, as one account. */
export type Token = {
  text: string;
  kind: TokenKind;
  /** Of a classic token alone. */
  scopes: readonly string[];
  /** The full name of the repository. */
  repo: string;
  /** A permission that is left out is "none", as in a workflow. */
  permissions: Permissions;
  account: Account;
  /** Whether it administers the repository, and so may change what others wrote. */
  isAdmin: boolean;
  /** The account all of whose repositories it is for, as an app's installation token; null for the one repository. */
  organization: string | null;
  /** When it ends, in milliseconds; null for never. An installation token ends after an hour. */
  endsAt: number | null;
};

const PREFIXES: Record<TokenKind, string> = { job: "ghs", app: "ghs", "fine-grained": "github_pat", classic: "ghp" };

/** How a token is created; the defaults are those of a workflow that may write. */
export type TokenOptions = {
  repo: string;
  kind?: TokenKind;
  scopes?: readonly string[];
  permissions?: Permissions;
  isAdmin?: boolean;
  /** Makes it a token for all repositories of an account. */
  organization?: string;
  endsAt?: Date;
} & Partial<Account>;

/** Creates the token with this number. Like GitHub's, its first four characters say what it is. */
export function createToken(
  number: number,
  { repo, kind = "job", scopes = [], permissions, isAdmin = false, organization, endsAt, ...account }: TokenOptions,
): Token {
  const random = createHash("sha256").update(`${repo} ${number}`).digest("hex").slice(0, 36);
  return {
    text: [PREFIXES[kind], random].join("_"),
    kind,
    scopes,
    repo,
    permissions: permissions ?? { contents: "write", "pull-requests": "write" },
    account: { ...ACTIONS_BOT, ...account },
    isAdmin,
    organization: organization?.toLowerCase() ?? null,
    endsAt: endsAt?.getTime() ?? null,
  };
}

/** Whether a token is for this repository. */
export function isTokenFor(token: Token | null, { fullName }: Pick<RepositoryProfile, "fullName">): boolean {
  if (token === null) return false;
  return token.repo === fullName || token.organization === fullName.split("/")[0]?.toLowerCase();
}

/** Whether a token may read or write a repository. Everyone may read a public one. */
export function mayAccess(
  token: Token | null,
  right: "read" | "write",
  permissions: readonly Permission[],
  repository: RepositoryProfile,
): boolean {
  if (right === "read" && repository.visibility === "public") return true;
  if (token === null || !isTokenFor(token, repository)) return false;
  const enough: readonly (Right | undefined)[] = right === "read" ? ["read", "write"] : ["write"];
  return permissions.some((permission) => enough.includes(token.permissions[permission]));
}

/** Whether a token can see that a repository exists: other private ones answer 404. */
export function maySee(token: Token | null, repository: RepositoryProfile): boolean {
  return repository.visibility === "public" || isTokenFor(token, repository);
}

const DOCUMENTATION = "https://docs.github.com/rest";

/** GitHub's error body. `page` is the page of its documentation that the answer names. */
export function createRefusal(status: number, message: string, page = "", more: object = {}): Answer {
  const body = { message, ...more, documentation_url: `${DOCUMENTATION}${page}`, status: String(status) };
  return { status, body };
}
