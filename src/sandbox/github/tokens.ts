import { createHash } from "node:crypto";
import type { Answer } from "../answer.ts";
import { ACTIONS_BOT, type Account } from "./account.ts";
import type { RepositoryProfile } from "./hosted-repository.ts";

/** What a workflow's `permissions` may say, as it is written there. */
export type Permission = "contents" | "issues" | "pull-requests";
export type Right = "none" | "read" | "write";
export type Permissions = Partial<Record<Permission, Right>>;

/** A job's token: for one repository, and as somebody. */
export type Token = {
  text: string;
  /** The full name of the repository. */
  repo: string;
  /** What is not named is "none", as in a workflow. */
  permissions: Permissions;
  account: Account;
  /** Administers the repository, and so may change what others wrote. */
  isAdmin: boolean;
};

/** How a token is asked for; what is left out is as for a workflow that may write. */
export type TokenOptions = {
  repo: string;
  permissions?: Permissions;
  isAdmin?: boolean;
} & Partial<Account>;

/** Makes the token of this number. Like GitHub's, it says what it is by its first four characters. */
export function createToken(number: number, { repo, permissions, isAdmin = false, ...account }: TokenOptions): Token {
  const random = createHash("sha256").update(`${repo} ${number}`).digest("hex").slice(0, 36);
  return {
    text: ["ghs", random].join("_"),
    repo,
    permissions: permissions ?? { contents: "write", "pull-requests": "write" },
    account: { ...ACTIONS_BOT, ...account },
    isAdmin,
  };
}

/** Whether a token may do this to a repository; what is public, everyone may read. */
export function mayAccess(
  token: Token | null,
  right: "read" | "write",
  of: readonly Permission[],
  on: RepositoryProfile,
): boolean {
  if (right === "read" && on.visibility === "public") return true;
  if (token?.repo !== on.fullName) return false;
  const enough: readonly (Right | undefined)[] = right === "read" ? ["read", "write"] : ["write"];
  return of.some((permission) => enough.includes(token.permissions[permission]));
}

/** Whether a repository is there at all for whoever asks: others' private ones are not. */
export function maySee(token: Token | null, repository: RepositoryProfile): boolean {
  return repository.visibility === "public" || token?.repo === repository.fullName;
}

const DOCUMENTATION = "https://docs.github.com/rest";

/** GitHub's error body. `page` is the part of its documentation that the answer points at. */
export function createRefusal(status: number, message: string, page = "", more: object = {}): Answer {
  const body = { message, ...more, documentation_url: `${DOCUMENTATION}${page}`, status: String(status) };
  return { status, body };
}
