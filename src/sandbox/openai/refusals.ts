import type { Answer } from "../answer.ts";
import { getEffectiveExpiry } from "./enforcement.ts";
import type { Key, RefusalReason } from "./organization.ts";

/** Creates an answer with OpenAI's error body. */
export function createRefusal(
  status: number,
  message: string,
  code: string | null,
  { type = "invalid_request_error", param = null }: { type?: string; param?: string | null } = {},
): Answer {
  return { status, body: { error: { message, type, param, code } } };
}

/** Redacts as OpenAI does: eight characters, a star for each hidden character, four characters. */
export function redactKey(text: string): string {
  return `${text.slice(0, 8)}${"*".repeat(Math.max(text.length - 12, 0))}${text.slice(-4)}`;
}

/** Refuses a key that nobody has. The answer quotes it redacted; texts of 12 characters or fewer in full. */
export function refuseUnknownKey(text: string): Answer {
  const mask = text.length <= 12 ? text : redactKey(text);
  const where = "You can find your API key at https://platform.openai.com/account/api-keys.";
  return createRefusal(401, `Incorrect API key provided: ${mask}. ${where}`, "invalid_api_key");
}

/** Refuses a request without a key. */
export function refuseMissingKey(): Answer {
  return createRefusal(
    401,
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth " +
      "(i.e. Authorization: Bearer YOUR_KEY).",
    null,
  );
}

/** Refuses a key that lacks a scope: 403 for the organisation and models, 401 elsewhere. */
export function refuseMissingScope(scope: string, status: 401 | 403 = 403): Answer {
  const message =
    `You have insufficient permissions for this operation. Missing scopes: ${scope}. Check that you have the correct ` +
    "role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted " +
    "API key, that it has the necessary scopes.";
  return createRefusal(status, message, "missing_scope");
}

/** Refuses a record that does not exist, or no longer does. */
export function refuseMissingRecord(what: string): Answer {
  return createRefusal(404, `No such ${what}.`, "not_found");
}

/** Refuses an address that OpenAI does not have. */
export function refuseUnknownAddress(method: string, path: string): Answer {
  return createRefusal(404, `Invalid URL (${method} ${path})`, null);
}

const RETRY_AFTER = { "retry-after": "1" };

const REFUSALS: Record<Exclude<RefusalReason, null>, Answer> = {
  "ip-not-authorized": createRefusal(
    401,
    "Your IP address is not authorized for this organization.",
    "ip_not_authorized",
  ),
  "account-deactivated": createRefusal(401, "The account of this API key has been deactivated.", "account_deactivated"),
  "no-quota": createRefusal(
    429,
    "You exceeded your current quota, please check your plan and billing details.",
    "insufficient_quota",
    { type: "insufficient_quota" },
  ),
  "rate-limited": {
    ...createRefusal(429, "Rate limit reached for requests.", "rate_limit_exceeded", { type: "requests" }),
    headers: RETRY_AFTER,
  },
  "wrong-region": createRefusal(401, "Use the hostname of the region your project is in.", "incorrect_hostname"),
  "unsupported-country": createRefusal(
    403,
    "Country, region, or territory not supported",
    "unsupported_country_region_territory",
    { type: "request_forbidden" },
  ),
};

/** Refuses a request over the rate limit, without the optional `retry-after`. */
export function refuseTooManyRequests(): Answer {
  return createRefusal(429, "Too many requests.", "rate_limit_exceeded", { type: "requests" });
}

/**
 * Checks whether OpenAI refuses a key that exists; null when it does not. `now` is in unix seconds. Its answer to an
 * expired key is not published: here it is the same as to an unknown key.
 */
export function checkKey(key: Key, now: number): Answer | null {
  const end = getEffectiveExpiry(key);
  if (end !== null && end <= now) return refuseUnknownKey(key.text);
  if (key.refusedFor) return REFUSALS[key.refusedFor];
  if (key.project?.isArchived || !key.ownerHasAccess) {
    return createRefusal(
      401,
      "The project of this key is archived, or its owner is no member of it.",
      "invalid_project",
    );
  }
  return null;
}
