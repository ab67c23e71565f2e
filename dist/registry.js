import { createRegistry } from "./openai.js";
// src/messages/gaps/openai.ts
const NAMED = 3;
function describeUnlisted(reason, listings) {
	return `${reason} Not listed in full: ${nameListings(listings)}.`;
}
function nameListings(listings) {
	const ids = listings.flatMap((listing) => typeof listing === "object" ? [listing.project] : []);
	const keys = ids.length > NAMED ? `keys of ${ids.length} projects` : ids.map((id) => `keys of project ${id}`).join(", ");
	return [...new Set(listings.filter((listing) => typeof listing === "string")), ...keys ? [keys] : []].join(", ");
}
function describeBlindSpots(ids) {
	return `OpenAI shows ${ids.length > NAMED ? `${ids.length} keys` : ids.join(", ")} in a form that is not known here: a leaked key may be one of them. Please report the form, without the key.`;
}
function describePageFault(fault) {
	return `OpenAI's answer cannot be read: ${namePageFault(fault)}. Check openai-base-url and the proxy, then run it again.`;
}
function namePageFault(fault) {
	switch (fault) {
		case "not-json": return "a page is not JSON";
		case "no-records": return "a page has no list of records";
		case "no-end-mark": return "a page does not say whether more pages follow";
		case "no-cursor": return "a page does not say where the next page is";
		case "cursor-repeats": return "a page leads back to an earlier page";
		case "endless": return "there is no last page";
		default: return fault;
	}
}
const STOPPED_ANSWERING = "OpenAI stopped answering. Check the proxy and https://status.openai.com, then run it again.";
function describeTimeLimit(minutes) {
	return `Listing keys took longer than ${minutes} minutes, which is the limit. Run it again later.`;
}
const NO_ANSWER = "OpenAI did not answer. Check the proxy and https://status.openai.com, then run it again.";
const SLOW_DOWN = "OpenAI kept asking to slow down (HTTP 429). Something else may use the same organisation: run it again later.";
function describeStatus(status) {
	if (status >= 500) return `OpenAI failed (HTTP ${status}). Check https://status.openai.com, then run it again.`;
	return status >= 300 && status < 400 ? `OpenAI's address answered with a redirect (HTTP ${status}), which is not followed. Correct openai-base-url, or check the proxy.` : `OpenAI's answer (HTTP ${status}) is not the one its documentation describes. Check openai-base-url and the proxy.`;
}
const MAKE_ONE = "an owner of the organisation creates an Admin key at https://platform.openai.com/settings/organization/admin-keys";
function describeOtherKind(prefix) {
	return `The key given as Admin key begins with ${prefix}, and an Admin key begins with sk-admin-. Replace it: ${MAKE_ONE}.`;
}
function describeMissingScopes(scopes) {
	return `The Admin key lacks the permission ${scopes.join(", ")}. Give it that permission, or use an Admin key that has it.`;
}
function describeRefusedAdminKey(status, code) {
	switch (code) {
		case "invalid_api_key": return `OpenAI does not know the Admin key: it is mistyped, expired or revoked. Replace it: ${MAKE_ONE}.`;
		case "account_deactivated": return "OpenAI deactivated the account of the Admin key. Use an Admin key of an active organisation, or ask OpenAI's support.";
		case "incorrect_hostname": return "The organisation keeps its data in a region, and this address is another one's. Set openai-base-url to the regional address, such as https://eu.api.openai.com/v1.";
		case "ip_not_authorized": return "The organisation's IP allowlist refuses this machine (ip_not_authorized). Add its address, or use a runner with a fixed address.";
		case "unsupported_country_region_territory": return "OpenAI refuses requests from the country of this machine. Use a runner elsewhere.";
		default: return `OpenAI refuses the Admin key (HTTP ${status}${code ? `, ${code}` : ""}). Check under https://platform.openai.com/settings/organization/admin-keys that it is there and may read.`;
	}
}
export { NO_ANSWER, SLOW_DOWN, STOPPED_ANSWERING, createRegistry, describeBlindSpots, describeMissingScopes, describeOtherKind, describePageFault, describeRefusedAdminKey, describeStatus, describeTimeLimit, describeUnlisted };
