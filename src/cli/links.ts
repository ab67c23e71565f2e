import type { Change } from "../domain/change.ts";
import { BARE_CONTEXT, type LinkTo } from "../report/context.ts";

/**
 * Creates links to the places of a report. What is on GitHub, wherever the report is read, has some: repositories of a
 * sweep, and alerts.
 */
export async function createPlaceLinks(change: Pick<Change, "kind">): Promise<LinkTo> {
  if (change.kind !== "sweep" && change.kind !== "alerts") return BARE_CONTEXT.link;
  const { createLinks, findAlertPage } = await import("../github/link.ts");
  if (change.kind === "alerts") return findAlertPage;
  const { serverUrl } = (await import("./sweep/access.ts")).readServer();
  return (sighting) =>
    sighting.repository === undefined ? null : createLinks(`${serverUrl}/${sighting.repository}`)(sighting);
}
