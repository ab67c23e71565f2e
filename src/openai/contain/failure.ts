import type { FailedBecause } from "../../domain/outcome.ts";
import type { Refusal } from "../refusal.ts";

/** A 404 with an error in OpenAI's form: one of a proxy says nothing of the record. */
export function isGone({ status, isTheirs }: Refusal): boolean {
  return status === 404 && isTheirs;
}

/** Why a request failed. A 401 or 403 in another form than OpenAI's is a proxy's, and says nothing of permissions. */
export function failureOf({ status, isTheirs }: Refusal): FailedBecause {
  if (status === null) return "network";
  if (status === 401 || status === 403) return isTheirs ? "not-permitted" : "not-understood";
  if (status === 429) return "rate-limited";
  if (status >= 500) return "server-error";
  return (status === 400 || status === 422) && isTheirs ? "refused" : "not-understood";
}
