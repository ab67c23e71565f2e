import type { ErrorObject } from "openai/resources/shared";
import type { Answer } from "../answer.ts";
import { createFakeKey } from "../fake-keys.ts";
import { getEffectiveExpiry } from "./enforcement.ts";
import type { RefusalReason } from "./keys/key-behavior.ts";
import type { Key } from "./organization.ts";

/** Creates an answer with OpenAI's error body. */
export function createRefusal(
  status: number,
  message: string,
  code: string | null,
  { type = "invalid_request_error", param = null }: { type?: string; param?: string | null } = {},
): Answer {
  return { status, body: { error: { message, type, param, code } satisfies ErrorObject } };
}

/** Redacts as OpenAI does: eight characters, a star for each hidden character, four characters. */
export function redactKey(text: string): string {
  return `${text.slice(0, 8)}${"*".repeat(Math.max(text.length - 12, 0))}${text.slice(-4)}`;
}

/** What the refusal of a key that nobody has quotes of it. */
export type Quoting =
  /** Eight characters, a star for each hidden one, four characters; texts of 12 characters or fewer in full. */
  | "stars"
  /** Three characters, dots, three characters, as the documentation redacts. */
  | "dots"
  /** No key, as after a change of wording. */
  | "nothing"
  /** The key of a service account of OpenAI's own, as valid users were answered in September 2026. */
  | "another-key";

/** Refuses a key that nobody has. */
export function refuseUnknownKey(text: string, quoting: Quoting = "stars"): Answer {
  const quoted = quoteKey(text, quoting);
  const what = quoted === null ? "The API key is not valid." : `Incorrect API key provided: ${quoted}.`;
  const where = "You can find your API key at https://platform.openai.com/account/api-keys.";
  return createRefusal(401, `${what} ${where}`, "invalid_api_key");
}

function quoteKey(text: string, quoting: Quoting): string | null {
  switch (quoting) {
    case "stars":
      return text.length <= 12 ? text : redactKey(text);
    case "dots":
      return `${text.slice(0, 3)}...${text.slice(-3)}`;
    case "nothing":
      return null;
    case "another-key":
      return redactKey(createFakeKey("service-account", "OpenAI's own"));
    default:
      return quoting satisfies never;
  }
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
export function checkKey(key: Key, now: number, quoting: Quoting): Answer | null {
  const end = getEffectiveExpiry(key);
  if (end !== null && end <= now) return refuseUnknownKey(key.text, quoting);
  if (key.worksFrom !== null && now * 1000 < key.worksFrom) return refuseUnknownKey(key.text, quoting);
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
