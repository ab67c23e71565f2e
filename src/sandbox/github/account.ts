import { createHash } from "node:crypto";
import type { components } from "@octokit/openapi-types";

/** An account on GitHub. */
export type Account = { login: string; type: "User" | "Bot" | "Organization" };

/** The account that the token of a workflow's job writes as. */
export const ACTIONS_BOT: Account = { login: "github-actions[bot]", type: "Bot" };

/** Computes a number from a name: the same name has the same number. */
export function computeId(name: string): number {
  return createHash("sha256").update(name).digest().readUInt32BE() >>> 1;
}

/** Computes GitHub's opaque node id from a kind and a number. */
export function computeNodeId(kind: string, id: number): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}

const OTHER_URLS = {
  followers_url: "/followers",
  following_url: "/following{/other_user}",
  gists_url: "/gists{/gist_id}",
  starred_url: "/starred{/owner}{/repo}",
  subscriptions_url: "/subscriptions",
  organizations_url: "/orgs",
  repos_url: "/repos",
  events_url: "/events{/privacy}",
  received_events_url: "/received_events",
} as const;

/** An account in JSON. The published schema also allows ids that JSON numbers cannot hold. */
export type AccountRecord = components["schemas"]["simple-user"] & { id: number; gravatar_id: string };

/** Builds an account as the REST API and events show it. `origin` is the address of this GitHub. */
export function buildAccountRecord({ login, type }: Account, origin: string): AccountRecord {
  const id = computeId(login);
  const url = `${origin}/users/${encodeURIComponent(login)}`;
  const urls = Object.fromEntries(Object.entries(OTHER_URLS).map(([name, end]) => [name, `${url}${end}`]));
  return {
    login,
    id,
    node_id: computeNodeId("User", id),
    avatar_url: `${origin}/avatars/${id}`,
    gravatar_id: "",
    url,
    html_url: `${origin}/${login.replace(/^(.+)\[bot\]$/, "apps/$1")}`,
    ...(urls as Record<keyof typeof OTHER_URLS, string>),
    type,
    user_view_type: "public",
    site_admin: false,
  };
}
