import type { GapCause } from "../domain/gap.ts";
import type { Home, KeyRecord, Unseen } from "../domain/inventory.ts";
import { PREFIXES } from "../domain/key-grammar.ts";
import { parseRedacted } from "../domain/redaction.ts";
import {
  ADDRESS_REFUSED,
  COUNTRY_REFUSED,
  DEACTIVATED_ACCOUNT,
  describeBlindSpots,
  describeMissingScopes,
  describeOtherKind,
  describeOtherStatus,
  describeRefusedAdminKey,
  describeServerError,
  describeUnlisted,
  NO_ANSWER,
  OTHER_REGION,
  SLOW_DOWN,
  UNKNOWN_ADMIN_KEY,
  type UnreadListing,
} from "../messages/gaps/openai.ts";
import { MalformedPage } from "./pages.ts";
import { RequestDropped } from "./rate-limiter.ts";
import { parseRefusal, type Refusal } from "./refusal.ts";

/** Why a listing could not be read: a sentence, and what is behind it. */
export type ListingFailure = { because: string; cause: GapCause };

/** A listing that could not be read to its end. */
export type ListingError = ListingFailure & { listing: UnreadListing };

/**
 * A gap for each reason, since one reason mostly stops many listings. It covers the homes of the keys that were not
 * listed: admin keys stand in one listing, and all others in those of the projects.
 */
export function groupListingErrors(errors: readonly ListingError[]): readonly Unseen[] {
  const reasons = new Map(errors.map(({ because, cause }) => [because, cause]));
  return [...reasons].map(([reason, cause]) => {
    const listings = errors.filter(({ because }) => because === reason).map(({ listing }) => listing);
    const covers = new Set(
      listings.map((listing): Home["kind"] => (listing === "admin keys" ? "organization" : "project")),
    );
    return { kind: "inventory", detail: describeUnlisted(reason, listings), cause, covers: [...covers] };
  });
}

/** A gap for records that show no two ends: a found key may be any of them. OpenAI was not yet seen to send such. */
export function findBlindSpots(records: readonly KeyRecord[]): readonly Unseen[] {
  const blind = records.filter(({ redacted }) => redacted === null || parseRedacted(redacted) === null);
  if (blind.length === 0) return [];
  const covers = new Set(blind.map(({ home }) => home.kind));
  const detail = describeBlindSpots(blind.map(({ id }) => id));
  return [{ kind: "inventory", detail, cause: "unknown-form", covers: [...covers] }];
}

/**
 * Why a listing could not be read. `mask` is the Admin API key's, whose prefix tells other kinds of keys; requests are made
 * with those too, since OpenAI may know better.
 */
export function explainListingError(error: unknown, mask: string): ListingFailure {
  if (error instanceof MalformedPage) return { because: error.message, cause: "openai-address" };
  if (error instanceof RequestDropped) return { because: error.message, cause: "openai-down" };
  const refusal = parseRefusal(error);
  const { status } = refusal;
  if (status === null) return { because: NO_ANSWER, cause: "openai-down" };
  if (status === 401 || status === 403) return explainRefusedAdminKey(refusal, status, mask);
  if (status === 429) return { because: SLOW_DOWN, cause: "openai-down" };
  return status >= 500
    ? { because: describeServerError(status), cause: "openai-down" }
    : { because: describeOtherStatus(status), cause: "openai-address" };
}

function explainRefusedAdminKey({ code, missingScopes }: Refusal, status: number, mask: string): ListingFailure {
  const prefix = findOtherPrefix(mask);
  if (prefix !== null && (missingScopes.length > 0 || code === "invalid_api_key")) {
    return { because: describeOtherKind(prefix), cause: "admin-key" };
  }
  if (missingScopes.length > 0) return { because: describeMissingScopes(missingScopes), cause: "admin-permission" };
  switch (code) {
    case "invalid_api_key":
      return { because: UNKNOWN_ADMIN_KEY, cause: "admin-key" };
    case "account_deactivated":
      return { because: DEACTIVATED_ACCOUNT, cause: "admin-key" };
    case "incorrect_hostname":
      return { because: OTHER_REGION, cause: "openai-address" };
    case "ip_not_authorized":
      return { because: ADDRESS_REFUSED, cause: "openai-refuses-machine" };
    case "unsupported_country_region_territory":
      return { because: COUNTRY_REFUSED, cause: "openai-refuses-machine" };
    default:
      return { because: describeRefusedAdminKey(status, code), cause: "admin-key" };
  }
}

/** The prefix of another kind of key; null where it is an Admin API key, or a kind that is not known. */
function findOtherPrefix(mask: string): string | null {
  const others = [PREFIXES.project, PREFIXES["service-account"]];
  return others.find((prefix) => mask.startsWith(prefix)) ?? (/^sk-(?:None-)?…/.test(mask) ? PREFIXES.user : null);
}
