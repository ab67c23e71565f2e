import type { Key, Trouble } from "./organization.ts";
import type { Answer } from "./server.ts";

/** OpenAI's error body. */
export function refusal(status: number, message: string, code: string | null, type = "invalid_request_error"): Answer {
  return { status, body: { error: { message, type, param: null, code } } };
}

/** The answer to a key nobody has: quotes what was sent, with the middle starred out, and short texts in full. */
export function unknownKey(text: string): Answer {
  const mask = text.length <= 12 ? text : `${text.slice(0, 8)}${"*".repeat(text.length - 12)}${text.slice(-4)}`;
  const message = `Incorrect API key provided: ${mask}. You can find your API key at https://platform.openai.com/account/api-keys.`;
  return refusal(401, message, "invalid_api_key");
}

/** The answer where a scope is missing: 403 for the organisation and models, 401 elsewhere. */
export function missing(scope: string, status: 401 | 403 = 403): Answer {
  const message =
    `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct ` +
    "role in your organization, and if you're using a restricted API key, that it has the necessary scopes.";
  return refusal(status, message, "missing_scope");
}

export function notFound(what: string): Answer {
  return refusal(404, `No such ${what}.`, "not_found");
}

const TROUBLES: Record<Exclude<Trouble, null>, Answer> = {
  "ip-not-authorized": refusal(401, "Your IP address is not authorized for this organization.", "ip_not_authorized"),
  "account-deactivated": refusal(
    401,
    "The account associated with this key has been deactivated.",
    "account_deactivated",
  ),
  "no-quota": refusal(429, "You exceeded your current quota.", "insufficient_quota", "insufficient_quota"),
  "rate-limited": refusal(429, "Rate limit reached.", "rate_limit_exceeded", "requests"),
  "wrong-region": refusal(401, "Use the regional hostname of your project.", "incorrect_hostname"),
  "unsupported-country": refusal(
    403,
    "Country not supported.",
    "unsupported_country_region_territory",
    "request_forbidden",
  ),
};

/** Why OpenAI refuses a key that exists; null when it does not. `now` in unix seconds. */
export function troubleOf(key: Key, now: number): Answer | null {
  if (key.expiresAt !== null && key.expiresAt <= now) return unknownKey(key.text);
  if (key.trouble) return TROUBLES[key.trouble];
  if (key.project?.isArchived || !key.ownerHasAccess) {
    return refusal(401, "The project of this key is archived, or its owner is no member of it.", "invalid_project");
  }
  return null;
}
