import type { Home, KeyRecord, Unseen } from "../domain/inventory.ts";
import { PREFIXES } from "../domain/key-grammar.ts";
import { parseRedacted } from "../domain/redaction.ts";
import { MalformedPage } from "./pages.ts";
import { RequestDropped } from "./rate-limiter.ts";
import { parseRefusal, type Refusal } from "./refusal.ts";

/** A listing that could not be read to its end, and why, as the end of a sentence. */
export type ListingError = { listing: "projects" | "admin keys" | { project: string }; because: string };

/** More projects or keys than this are counted and not named. */
const NAMED = 3;

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
    return {
      kind: "inventory",
      detail: `${describeListings(listings)} could not be listed in full: ${reason}`,
      covers: [...covers],
    };
  });
}

/** A gap for records that show no two ends: a found key may be any of them. OpenAI was not yet seen to send such. */
export function findBlindSpots(records: readonly KeyRecord[]): readonly Unseen[] {
  const blind = records.filter(({ redacted }) => redacted === null || parseRedacted(redacted) === null);
  if (blind.length === 0) return [];
  const which = blind.length > NAMED ? `${blind.length} keys` : blind.map(({ id }) => id).join(", ");
  const covers = new Set(blind.map(({ home }) => home.kind));
  return [{ kind: "inventory", detail: `the visible ends of ${which} were not told`, covers: [...covers] }];
}

function describeListings(listings: readonly ListingError["listing"][]): string {
  const ids = listings.flatMap((listing) => (typeof listing === "object" ? [listing.project] : []));
  const keys =
    ids.length > NAMED ? `keys of ${ids.length} projects` : ids.map((id) => `keys of project ${id}`).join(", ");
  return [...new Set(listings.filter((listing) => typeof listing === "string")), ...(keys ? [keys] : [])].join(" and ");
}

/**
 * Why a listing could not be read: what is wrong, and the mend where there is one. `mask` is the Admin API key's, whose
 * prefix tells other kinds of keys; requests are made with those too, since OpenAI may know better.
 */
export function describeListingError(error: unknown, mask: string): string {
  if (error instanceof MalformedPage || error instanceof RequestDropped) return error.message;
  const refusal = parseRefusal(error);
  const { status } = refusal;
  if (status === 401 || status === 403) return describeRefusal(refusal, mask);
  if (status === null) return "OpenAI did not answer";
  if (status === 429) return "OpenAI asked to slow down (429), and went on asking";
  if (status >= 500) return `OpenAI failed (${status})`;
  return status >= 300 && status < 400
    ? `OpenAI's address answered with a redirect (${status}), which is not followed`
    : `OpenAI's answer (${status}) was not what its description says`;
}

function describeRefusal({ status, code, missingScopes }: Refusal, mask: string): string {
  const other = describeOtherKind(mask);
  if (other && (missingScopes.length > 0 || code === "invalid_api_key")) {
    return `what was given as Admin API key is ${other}; an owner of the organisation has to make one that begins with sk-admin-`;
  }
  if (missingScopes.length > 0) {
    const lacking = missingScopes.join(", ");
    return `the Admin API key lacks the scope ${lacking}: give it that permission, or another Admin API key that has it`;
  }
  switch (code) {
    case "invalid_api_key":
      return "OpenAI does not know the Admin API key: it is mistyped, expired or revoked";
    case "ip_not_authorized":
      return "the organisation's list of IP addresses keeps this machine out (ip_not_authorized)";
    case "unsupported_country_region_territory":
      return "OpenAI answers nobody in the country this machine is in";
    default:
      return `OpenAI refused the Admin API key (${status}${code ? ` ${code}` : ""})`;
  }
}

/** What other kind of key this is, by its prefix; null where it is an Admin API key, or a kind that is not known. */
function describeOtherKind(mask: string): string | null {
  if (mask.startsWith(PREFIXES.project)) return "a project's key (sk-proj-)";
  if (mask.startsWith(PREFIXES["service-account"])) return "a service account's key (sk-svcacct-)";
  return /^sk-(?:None-)?…/.test(mask) ? "a key for the model API" : null;
}
