import type { Answer } from "../../answer.ts";
import { createRefusal } from "../refusals.ts";

/** What a request says of a key that is created or changed; not checked yet. */
export type KeyFields = { name?: unknown; scopes?: unknown; expires_in_seconds?: unknown };

/** A year, in seconds: the longest expiry that OpenAI accepts. */
const LONGEST_EXPIRY = 31_536_000;

/** Parses the JSON of a request; null where it is none, or no object. */
export function parseBody(json: string): KeyFields | null {
  try {
    const body: unknown = JSON.parse(json);
    return typeof body === "object" ? body : null;
  } catch {
    return null;
  }
}

/** Whether a value is a list of texts, as scopes are. */
export function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Scopes as a key has them: null, all of them, for an empty list as for the word that the log has for all. */
export function readScopes(scopes: readonly string[]): readonly string[] | null {
  return scopes.length === 0 || scopes.includes("api.all") ? null : scopes;
}

/** Whether a value is a number of seconds that OpenAI accepts until a key expires. */
export function isDuration(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= LONGEST_EXPIRY;
}

/** Refuses a body that is no JSON. */
export function refuseBrokenJson(): Answer {
  return createRefusal(400, "We could not parse the JSON body of your request.", null);
}

/** Refuses scopes that are no list of texts. */
export function refuseScopes(): Answer {
  return createRefusal(400, "Invalid 'scopes': expected a list of strings.", "invalid_type", { param: "scopes" });
}

/** Refuses an expiry that is none. */
export function refuseDuration(): Answer {
  const message = `Invalid 'expires_in_seconds': expected an integer from 1 to ${LONGEST_EXPIRY}.`;
  return createRefusal(400, message, "invalid_value", { param: "expires_in_seconds" });
}
