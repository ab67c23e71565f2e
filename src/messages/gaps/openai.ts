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
  return `OpenAI shows ${which} in a form that is not known here: a leaked key may be one of them.`;
}

/** What may be wrong with a page of a listing. */
export type PageFault = "not-json" | "no-records" | "no-end-mark" | "no-cursor" | "cursor-repeats" | "endless";

/** A page that is not what OpenAI documents. */
export function describePageFault(fault: PageFault): string {
  return `OpenAI's answer cannot be read: ${namePageFault(fault)}.`;
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
export const STOPPED_ANSWERING = "OpenAI stopped answering.";

/** Listing took as long as it may. */
export function describeTimeLimit(minutes: number): string {
  return `OpenAI was too slow: listing keys may take ${minutes} minutes.`;
}

/** No answer came at all. */
export const NO_ANSWER = "OpenAI did not answer.";

/** OpenAI's 429, again and again. */
export const SLOW_DOWN = "OpenAI kept asking to slow down (HTTP 429).";

/** A status of 500 and more. */
export function describeServerError(status: number): string {
  return `OpenAI failed (HTTP ${status}).`;
}

/** A status that is neither success, nor a refusal of the key, nor an error of the server. */
export function describeOtherStatus(status: number): string {
  return status >= 300 && status < 400
    ? `OpenAI's address answered with a redirect (HTTP ${status}), which is not followed.`
    : `OpenAI's answer (HTTP ${status}) is not the one that its documentation describes.`;
}

/** Another kind of key stands where the Admin API key belongs. */
export function describeOtherKind(prefix: string): string {
  return `The key given as Admin API key begins with ${prefix}, and an Admin API key begins with sk-admin-.`;
}

/** The Admin API key lacks permissions. OpenAI calls them scopes. */
export function describeMissingScopes(scopes: readonly string[]): string {
  return `The Admin API key lacks the permission ${scopes.join(", ")}.`;
}

/** OpenAI knows no such key. */
export const UNKNOWN_ADMIN_KEY = "OpenAI does not know the Admin API key: it is mistyped, expired or revoked.";

/** The account of the key was closed. */
export const DEACTIVATED_ACCOUNT = "OpenAI deactivated the account of the Admin API key.";

/** The organisation's data stays in a region, which has an address of its own. */
export const OTHER_REGION = "The organisation keeps its data in a region, and the API's address is another region's.";

/** The organisation's list of addresses lacks this machine's. */
export const ADDRESS_REFUSED = "The organisation's IP allowlist refuses this machine (ip_not_authorized).";

/** OpenAI serves no one where this machine is. */
export const COUNTRY_REFUSED = "OpenAI refuses requests from the country of this machine.";

/** Any other refusal of the Admin API key; `code` is OpenAI's. */
export function describeRefusedAdminKey(status: number, code: string | null): string {
  return `OpenAI refuses the Admin API key (HTTP ${status}${code ? `, ${code}` : ""}).`;
}

/** Said where the operator gave no Admin API key: a choice, and no failure. */
export const NO_ADMIN_KEY = "OpenAI was not asked whose keys these are: there is no Admin API key.";
