import type { CodexTokenKind } from "../../domain/candidate.ts";
import { type Claims, isObject } from "./json-web-token.ts";

/**
 * The claims that a Codex agent identity has, by which Codex logs in as an agent: openai/codex, `auth/storage.rs`. Two of
 * the three are enough.
 */
const AGENT = { runtime: "agent_runtime_id", key: "agent_private_key", account: "account_id" } as const;

/** The claim that OpenAI's login puts its own facts under: openai/codex, `token_data.rs`. */
const LOGIN = "https://api.openai.com/auth";

/** What a token with these claims is; null where it is another vendor's. */
export function identifyClaims(claims: Claims): Exclude<CodexTokenKind, "codex-access-token"> | null {
  const isFilled = (name: string) => typeof claims[name] === "string" && claims[name] !== "";
  if (Object.values(AGENT).filter(isFilled).length >= 2) return "agent-identity";
  return isObject(claims[LOGIN]) ? "chatgpt-login" : null;
}

/** The private key of an agent; null where the claims have none. */
export function getAgentKey(claims: Claims): string | null {
  const key = claims[AGENT.key];
  return typeof key === "string" && key !== "" ? key : null;
}

/** When a token ends, by its own word (RFC 7519, section 4.1.4); null where it does not say. */
export function getExpiry({ exp }: Claims): Date | null {
  if (typeof exp !== "number") return null;
  const at = new Date(exp * 1000);
  return Number.isNaN(at.getTime()) ? null : at;
}
