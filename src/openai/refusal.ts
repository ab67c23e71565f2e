import type { APIError } from "openai";
import type { FailedBecause } from "../domain/outcome.ts";

/** What an answer other than success says, in our words: theirs may quote the key. */
export type Refusal = {
  /** Null when no answer came at all. */
  status: number | null;
  /** Whether it came with an error in OpenAI's form, and not in that of a proxy between. */
  isTheirs: boolean;
  code: string | null;
  type: string | null;
  /** Scope names out of "Missing scopes: …". */
  missingScopes: readonly string[];
  /** What it says in words: may quote a key. To be compared with the key that was tried, and never to be printed. */
  texts: readonly string[];
  retryAfterSeconds: number | null;
};

const NO_ANSWER: Refusal = {
  status: null,
  isTheirs: false,
  code: null,
  type: null,
  missingScopes: [],
  texts: [],
  retryAfterSeconds: null,
};

/**
 * Reads an error of the SDK. Network failures (refused, reset, TLS, DNS, time out) have no status; broken JSON is a
 * SyntaxError there. Anything else is not for us and is thrown on.
 */
export function parseRefusal(error: unknown): Refusal {
  if (isBrokenOff(error)) return NO_ANSWER;
  if (error instanceof SyntaxError) return { ...NO_ANSWER, status: 200 };
  if (!isApiError(error)) throw error;
  if (error.status === undefined) return NO_ANSWER;
  const body = (typeof error.error === "object" && error.error !== null ? error.error : {}) as { message?: unknown };
  const message = typeof body.message === "string" ? body.message : "";
  const after = Number(error.headers?.get("retry-after") ?? Number.NaN);
  return {
    status: error.status,
    isTheirs: typeof body.message === "string",
    code: wordOf(error.code),
    type: wordOf(error.type),
    missingScopes: scopesIn(message),
    texts: collectTexts(error.error),
    retryAfterSeconds: Number.isFinite(after) && after >= 0 ? after : null,
  };
}

/** Whether the key that asks lacks a scope. OpenAI says so before it looks whether there is what was asked about. */
export function isMissingScope({ status, code, missingScopes }: Refusal): boolean {
  return (status === 401 || status === 403) && (missingScopes.length > 0 || code === "missing_scope");
}

/** Whether OpenAI says that there is no such thing. A 404 in another form than OpenAI's is a proxy's, and says nothing. */
export function isGone({ status, isTheirs }: Refusal): boolean {
  return status === 404 && isTheirs;
}

/** Whether OpenAI says that it has no such address: then it says nothing of what was asked about. */
export function isUnknownAddress(refusal: Refusal): boolean {
  return isGone(refusal) && refusal.texts.some((text) => text.startsWith("Invalid URL"));
}

/** Whether OpenAI says that it knows no such key. It has said so of keys that work. */
export function isUnknownKey({ status, code }: Refusal): boolean {
  return status === 401 && code === "invalid_api_key";
}

/** Why an act failed. A 401 or 403 in another form than OpenAI's is a proxy's, and says nothing of permissions. */
export function explainRefusal({ status, isTheirs }: Refusal): FailedBecause {
  if (status === null) return "network";
  if (status === 401 || status === 403) return isTheirs ? "not-permitted" : "not-understood";
  if (status === 429) return "rate-limited";
  if (status >= 500) return "server-error";
  return (status === 400 || status === 422) && isTheirs ? "refused" : "not-understood";
}

/** By shape, since a bundle may hold the class twice and the SDK is loaded lazily. */
function isApiError(error: unknown): error is APIError {
  return error instanceof Error && "status" in error && "requestID" in error && "headers" in error;
}

/** A body that ends too early is a TypeError of fetch, told from a mistake of ours by the network error behind it. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error;
}

/** Codes and types are words of a vendor's list; anything else that stands there is not passed on. */
function wordOf(value: unknown): string | null {
  return typeof value === "string" && /^[a-z][a-z0-9_]{0,63}$/.test(value) ? value : null;
}

/** An error of OpenAI's has four fields; deeper than this nobody has ever put a text. */
const MOST_DEPTH = 3;

/** All texts of an error, since a mask may move to another field of it than the message. */
function collectTexts(value: unknown, depth = 0): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth >= MOST_DEPTH) return [];
  return Object.values(value).flatMap((field) => collectTexts(field, depth + 1));
}

function scopesIn(message: string): readonly string[] {
  const list = /Missing scopes?:\s*([a-z][a-z._, ]*)/.exec(message)?.[1] ?? "";
  return list.match(/[a-z]+(?:[._][a-z]+)+/g) ?? [];
}
