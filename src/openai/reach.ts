import type OpenAI from "openai";
import type { ScopeReach } from "../domain/registry.ts";
import type { Secret } from "../domain/secret.ts";
import { parseRefusal } from "./refusal.ts";
import { validityOf } from "./validity.ts";

/**
 * Asks for one name out of the project's files, which needs a scope that quarantine takes away (`api.files.read`). The
 * answer's body is not looked at; a page of a proxy is none. Refused for want of scopes is narrow: a key that could never
 * do this is so as well, whatever else it may do.
 */
export async function reachOf(client: OpenAI, secret: Secret): Promise<ScopeReach> {
  try {
    const { status, headers } = await client.files.list({ limit: 1 }).asResponse();
    return status === 200 && isJson(headers.get("content-type")) ? "wide" : "untold";
  } catch (error) {
    const validity = validityOf(parseRefusal(error), secret);
    return validity.kind === "active" && validity.because === "restricted" ? "narrow" : "untold";
  }
}

function isJson(type: string | null): boolean {
  return /^application\/json\b/i.test(type ?? "");
}
