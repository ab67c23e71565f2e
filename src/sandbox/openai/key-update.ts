import type { Answer } from "../answer.ts";
import { endInForce, isOdd, scopesInForce } from "./enforcement.ts";
import type { Key } from "./organization.ts";
import { keyRecord } from "./records.ts";
import { refusal } from "./refusals.ts";

/** A year, in seconds: the longest that a key may be told to last. */
const A_YEAR = 31_536_000;

/**
 * Changes a key's scopes, its expiry, or both at once, by the JSON of the request. `scopes` replaces the list, **and an
 * empty one means all permissions**, as OpenAI's SDK warns. An expired key stays expired. The audit log has who did it.
 */
export function update(key: Key, json: string, by: Key): Answer {
  const body = objectIn(json);
  if (!body) return refusal(400, "We could not parse the JSON body of your request.", null);
  const { scopes, expires_in_seconds: seconds } = body;
  const { clock, ledger, propagation } = key.organization;
  const time = clock.now().getTime();
  const now = time / 1000;
  if (scopes === undefined && seconds === undefined) return refusal(400, "At least one field is required.", null);
  if (key.expiresAt !== null && key.expiresAt <= now) return refusal(400, "Expired API keys cannot be updated.", null);
  if (scopes !== undefined && !isListOfText(scopes)) {
    return refusal(400, "Invalid 'scopes': expected a list of strings.", "invalid_type", { param: "scopes" });
  }
  if (seconds !== undefined && !isDuration(seconds)) {
    const message = `Invalid 'expires_in_seconds': expected an integer from 1 to ${A_YEAR}.`;
    return refusal(400, message, "invalid_value", { param: "expires_in_seconds" });
  }
  if (!isOdd(key, "updates-nothing")) {
    if (scopes !== undefined) {
      key.stale.scopes = { value: scopesInForce(key), until: time + propagation.scopes };
      key.scopes = scopes.length === 0 ? null : scopes;
    }
    if (seconds !== undefined) {
      key.stale.expiresAt = { value: endInForce(key), until: time + propagation.expiry };
      key.expiresAt = Math.floor(now) + seconds;
    }
    ledger.updated(key, { by, scopes, at: now });
  }
  return { status: 200, body: keyRecord(key) };
}

function objectIn(json: string): { scopes?: unknown; expires_in_seconds?: unknown } | null {
  try {
    const body: unknown = JSON.parse(json);
    return typeof body === "object" ? body : null;
  } catch {
    return null;
  }
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isDuration(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= A_YEAR;
}
