import type { Home, KeyRecord, Unseen } from "../domain/inventory.ts";
import { PREFIXES } from "../domain/key-grammar.ts";
import { parseRedacted } from "../domain/redaction.ts";
import {
  describeBlindSpots,
  describeMissingScopes,
  describeOtherKind,
  describeRefusedAdminKey,
  describeStatus,
  describeUnlisted,
  NO_ANSWER,
  SLOW_DOWN,
  type UnreadListing,
} from "../messages/gaps/openai.ts";
import { MalformedPage } from "./pages.ts";
import { RequestDropped } from "./rate-limiter.ts";
import { parseRefusal, type Refusal } from "./refusal.ts";

/** A listing that could not be read to its end, and why, as a sentence. */
export type ListingError = { listing: UnreadListing; because: string };

/**
 * A gap for each reason, since one reason mostly stops many listings. It covers the homes of the keys that were not
 * listed: admin keys stand in one listing, and all others in those of the projects.
 */
export function groupListingErrors(errors: readonly ListingError[]): readonly Unseen[] {
  const reasons = new Set(errors.map(({ because }) => because));
  return [...reasons].map((reason) => {
    const listings = errors.filter(({ because }) => because === reason).map(({ listing }) => listing);
    const covers = new Set(
      listings.map((listing): Home["kind"] => (listing === "admin keys" ? "organization" : "project")),
    );
    return { kind: "inventory", detail: describeUnlisted(reason, listings), covers: [...covers] };
  });
}

/** A gap for records that show no two ends: a found key may be any of them. OpenAI was not yet seen to send such. */
export function findBlindSpots(records: readonly KeyRecord[]): readonly Unseen[] {
  const blind = records.filter(({ redacted }) => redacted === null || parseRedacted(redacted) === null);
  if (blind.length === 0) return [];
  const covers = new Set(blind.map(({ home }) => home.kind));
  return [{ kind: "inventory", detail: describeBlindSpots(blind.map(({ id }) => id)), covers: [...covers] }];
}

/**
 * Why a listing could not be read: what is wrong, and the mend where there is one. `mask` is the Admin API key's, whose
 * prefix tells other kinds of keys; requests are made with those too, since OpenAI may know better.
 */
export function describeListingError(error: unknown, mask: string): string {
  if (error instanceof MalformedPage || error instanceof RequestDropped) return error.message;
  const refusal = parseRefusal(error);
  const { status } = refusal;
  if (status === null) return NO_ANSWER;
  if (status === 401 || status === 403) return describeRefusal(refusal, status, mask);
  return status === 429 ? SLOW_DOWN : describeStatus(status);
}

function describeRefusal({ code, missingScopes }: Refusal, status: number, mask: string): string {
  const prefix = findOtherPrefix(mask);
  if (prefix !== null && (missingScopes.length > 0 || code === "invalid_api_key")) return describeOtherKind(prefix);
  return missingScopes.length > 0 ? describeMissingScopes(missingScopes) : describeRefusedAdminKey(status, code);
}

/** The prefix of another kind of key; null where it is an Admin API key, or a kind that is not known. */
function findOtherPrefix(mask: string): string | null {
  const others = [PREFIXES.project, PREFIXES["service-account"]];
  return others.find((prefix) => mask.startsWith(prefix)) ?? (/^sk-(?:None-)?…/.test(mask) ? PREFIXES.user : null);
}
