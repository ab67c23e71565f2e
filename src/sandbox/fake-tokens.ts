import { createHash } from "node:crypto";
import type { CodexTokenKind } from "../domain/candidate.ts";

/** What a made-up token says: when it ends, in seconds since 1970, and more claims. */
type TokenOptions = { exp?: number; claims?: object };

/** After the last of the demo's days. */
const LATER = 1_893_456_000;

/** Creates a token of Codex or ChatGPT that nobody has: shape and claims are real, all else comes from the seed. */
export function createFakeToken(
  kind: CodexTokenKind,
  seed: string,
  { exp = LATER, claims = {} }: TokenOptions = {},
): string {
  const account = { account_id: `acct-${createRandom(`account:${seed}`, 12)}`, email: "ada@example.com" };
  switch (kind) {
    case "codex-access-token":
      return ["at", createRandom(`token:${seed}`, 43).replaceAll(/[-_]/g, "x")].join("-");
    case "agent-identity": {
      const agent = { agent_runtime_id: `agent-${createRandom(`agent:${seed}`, 12)}` };
      const key = { agent_private_key: createRandom(`private:${seed}`, 64) };
      return createFakeJwt({ iss: "https://chatgpt.com", ...agent, ...key, ...account, ...claims }, seed);
    }
    case "chatgpt-login": {
      const auth = { chatgpt_account_id: account.account_id, chatgpt_plan_type: "team" };
      const name = ["https://api.openai.com", "auth"].join("/");
      return createFakeJwt(
        { iss: "https://auth.openai.com", exp, email: account.email, [name]: auth, ...claims },
        seed,
      );
    }
    default:
      return kind satisfies never;
  }
}

/** Creates a JSON Web Token with these claims that nobody has signed. */
export function createFakeJwt(claims: object, seed = "1"): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const header = { alg: "RS256", kid: createRandom(`kid:${seed}`, 12), typ: "JWT" };
  return [encode(header), encode(claims), createRandom(`signature:${seed}`, 342)].join(".");
}

function createRandom(seed: string, length: number): string {
  let text = "";
  for (let round = 0; text.length < length; round += 1) {
    text += createHash("sha512").update(`${seed}:${round}`).digest("base64url");
  }
  return text.slice(0, length);
}
