/** More projects or keys than this are counted and not named. */
const NAMED = 3;

/** A listing of the Admin API that was not read to its end. */
export type UnreadListing = "projects" | "admin keys" | { project: string };

/** Listings that were not read to their end, all for one reason. `reason` is a sentence. */
export function describeUnlisted(reason: string, listings: readonly UnreadListing[]): string {
  return `${reason} Not listed in full: ${nameListings(listings)}.`;
}

function nameListings(listings: readonly UnreadListing[]): string {
  const ids = listings.flatMap((listing) => (typeof listing === "object" ? [listing.project] : []));
  const keys =
    ids.length > NAMED ? `keys of ${ids.length} projects` : ids.map((id) => `keys of project ${id}`).join(", ");
  return [...new Set(listings.filter((listing) => typeof listing === "string")), ...(keys ? [keys] : [])].join(", ");
}

/** Records that show no two ends of their keys. */
export function describeBlindSpots(ids: readonly string[]): string {
  const which = ids.length > NAMED ? `${ids.length} keys` : ids.join(", ");
  return `OpenAI shows ${which} in a form that is not known here: a leaked key may be one of them. Please report the form, without the key.`;
}

/** What may be wrong with a page of a listing. */
export type PageFault = "not-json" | "no-records" | "no-end-mark" | "no-cursor" | "cursor-repeats" | "endless";

/** A page that is not what OpenAI documents. */
export function describePageFault(fault: PageFault): string {
  return `OpenAI's answer cannot be read: ${namePageFault(fault)}. Check openai-base-url and the proxy, then run it again.`;
}

function namePageFault(fault: PageFault): string {
  switch (fault) {
    case "not-json":
      return "a page is not JSON";
    case "no-records":
      return "a page has no list of records";
    case "no-end-mark":
      return "a page does not say whether more pages follow";
    case "no-cursor":
      return "a page does not say where the next page is";
    case "cursor-repeats":
      return "a page leads back to an earlier page";
    case "endless":
      return "there is no last page";
    default:
      return fault satisfies never;
  }
}

/** OpenAI stopped answering in the middle of a listing. */
export const STOPPED_ANSWERING =
  "OpenAI stopped answering. Check the proxy and https://status.openai.com, then run it again.";

/** Listing took as long as it may. */
export function describeTimeLimit(minutes: number): string {
  return `Listing keys took longer than ${minutes} minutes, which is the limit. Run it again later.`;
}

/** No answer came at all. */
export const NO_ANSWER = "OpenAI did not answer. Check the proxy and https://status.openai.com, then run it again.";

/** OpenAI's 429, again and again. */
export const SLOW_DOWN =
  "OpenAI kept asking to slow down (HTTP 429). Something else may use the same organisation: run it again later.";

/** A status that is neither success nor a refusal of the key. */
export function describeStatus(status: number): string {
  if (status >= 500) return `OpenAI failed (HTTP ${status}). Check https://status.openai.com, then run it again.`;
  return status >= 300 && status < 400
    ? `OpenAI's address answered with a redirect (HTTP ${status}), which is not followed. Correct openai-base-url, or check the proxy.`
    : `OpenAI's answer (HTTP ${status}) is not the one its documentation describes. Check openai-base-url and the proxy.`;
}

const MAKE_ONE =
  "an owner of the organisation creates an Admin key at https://platform.openai.com/settings/organization/admin-keys";

/** Another kind of key stands where the Admin key belongs. */
export function describeOtherKind(prefix: string): string {
  return `The key given as Admin key begins with ${prefix}, and an Admin key begins with sk-admin-. Replace it: ${MAKE_ONE}.`;
}

/** The Admin key lacks permissions. OpenAI calls them scopes. */
export function describeMissingScopes(scopes: readonly string[]): string {
  return `The Admin key lacks the permission ${scopes.join(", ")}. Give it that permission, or use an Admin key that has it.`;
}

/** OpenAI's answer to an Admin key that it does not accept, by OpenAI's own code. */
export function describeRefusedAdminKey(status: number, code: string | null): string {
  switch (code) {
    case "invalid_api_key":
      return `OpenAI does not know the Admin key: it is mistyped, expired or revoked. Replace it: ${MAKE_ONE}.`;
    case "account_deactivated":
      return "OpenAI deactivated the account of the Admin key. Use an Admin key of an active organisation, or ask OpenAI's support.";
    case "incorrect_hostname":
      return "The organisation keeps its data in a region, and this address is another one's. Set openai-base-url to the regional address, such as https://eu.api.openai.com/v1.";
    case "ip_not_authorized":
      return "The organisation's IP allowlist refuses this machine (ip_not_authorized). Add its address, or use a runner with a fixed address.";
    case "unsupported_country_region_territory":
      return "OpenAI refuses requests from the country of this machine. Use a runner elsewhere.";
    default:
      return `OpenAI refuses the Admin key (HTTP ${status}${code ? `, ${code}` : ""}). Check under https://platform.openai.com/settings/organization/admin-keys that it is there and may read.`;
  }
}
