import type { CodexTokenKind } from "../../domain/candidate.ts";
import { parseToken } from "./json-web-token.ts";
import { getAgentKey } from "./token-kinds.ts";

/** The shortest signature that is safe: HMAC with SHA-256, RFC 7518, section 3.2. */
const SHORTEST_SIGNATURE = 43;

/** Of a long random part so much is looked at: in more of it words stand by chance. */
const MOST = 86;

/** Where the random part of an agent's key ends up: what comes before is the same in all keys of a kind. */
const KEY_END = 43;

/** The random part of a token; null where it has none, as those have that are made up for tests and documents. */
export function readRandomPart(text: string, kind: CodexTokenKind): string | null {
  if (kind === "codex-access-token") {
    const body = text.slice("at-".length);
    return isSpelled(body) ? null : body.slice(0, MOST);
  }
  const token = parseToken(text);
  const key = token && kind === "agent-identity" ? getAgentKey(token.claims)?.replaceAll(/[=\s]/g, "") : null;
  if (key) return key.length < KEY_END ? null : key.slice(-KEY_END);
  const isSigned = token !== null && token.header["alg"] !== "none" && token.signature.length >= SHORTEST_SIGNATURE;
  return isSigned ? token.signature.slice(0, MOST) : null;
}

/** Whether it is words with signs between them, and perhaps numbers: `at-your-token-goes-here-1`. */
function isSpelled(body: string): boolean {
  const parts = body.split(/[-_.~+/=]+/).filter((part) => part !== "");
  return parts.every((part) => /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+|\d{1,4})$/.test(part)) && !/^[a-z]{22,}$/.test(body);
}
