import { BARE_CONTEXT } from "./scan.js";
// src/cli/links.ts
async function createPlaceLinks(change) {
	if (change.kind !== "sweep" && change.kind !== "alerts") return BARE_CONTEXT.link;
	const { createLinks, findAlertPage } = await import("./event.js").then((n) => n.link_exports);
	if (change.kind === "alerts") return findAlertPage;
	const { serverUrl } = (await import("./commands.js").then((n) => n.access_exports)).readServer();
	return (sighting) => sighting.repository === void 0 ? null : createLinks(`${serverUrl}/${sighting.repository}`)(sighting);
}
export { createPlaceLinks };
