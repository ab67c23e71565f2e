import type { AdminApi } from "../client.ts";
import { parseRecordedChange } from "../contain/record-history.ts";
import { hasEntries, NoAuditLog, parseActor, readEntries, readFields } from "../impact/audit-log.ts";
import type { ListingReader } from "../inventory.ts";

/** More pages of the log than this are not read: so many entries, newest first, tell what most keys may do. */
const MOST_PAGES = 100;

/** So many Admin API keys are asked about together. */
const MOST_ACTORS = 50;

/** What is known so far: whether the inventory is complete, and whether the log has told of all its keys. */
type IsEnough = (known: ReadonlyMap<string, readonly string[]>) => boolean;

/**
 * Reads what keys may do from the audit log, newest first: the last change that carries scopes says it. The log has
 * nothing from before it was switched on, and is not read for ever, so that it may say nothing of a key.
 *
 * @throws NoAuditLog where there is none; MalformedPage, and what a request throws.
 */
export async function collectScopes(
  api: AdminApi,
  reader: ListingReader,
  isEnough: IsEnough,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const send = sendFirst(reader);
  const known = new Map<string, Date>();
  const scopes = new Map<string, readonly string[]>();
  let [pages, entries] = [0, 0];
  const query = { event_types: ["api_key.created" as const, "api_key.updated" as const], limit: 100 };
  for await (const page of readEntries(api, query, send)) {
    pages += 1;
    entries += page.length;
    for (const change of page.map(parseRecordedChange)) {
      if (!change || (change.scopes === null && !change.mayHideScopes)) continue;
      if ((known.get(change.id) ?? new Date(0)) >= change.at) continue;
      known.set(change.id, change.at);
      if (change.scopes === null) scopes.delete(change.id);
      else scopes.set(change.id, change.scopes);
    }
    if (pages >= MOST_PAGES || isEnough(scopes)) break;
  }
  if (entries === 0 && !(await hasEntries(api, send))) throw new NoAuditLog();
  return scopes;
}

/**
 * Finds the default project: what was done with Admin API keys is filed under it (OpenAI's SDK, `AuditLogListResponse`).
 * Null where the log does not tell of exactly one.
 *
 * @throws as a request does.
 */
export async function findAdminProject(
  api: AdminApi,
  reader: ListingReader,
  adminKeys: readonly string[],
): Promise<string | null> {
  const actors = new Set(adminKeys.slice(0, MOST_ACTORS));
  if (actors.size === 0) return null;
  for await (const page of readEntries(api, { actor_ids: [...actors], limit: 100 }, sendFirst(reader))) {
    const projects = page
      .filter(({ actor }) => actors.has(parseActor(actor)?.id ?? ""))
      .map((entry) => readFields(entry["project"])["id"])
      .filter((id) => typeof id === "string");
    return new Set(projects).size === 1 ? (projects[0] ?? null) : null;
  }
  return null;
}

/** A chain of requests that wait for each other goes before the many that do not. */
function sendFirst(reader: ListingReader): (request: () => Promise<Response>) => Promise<Response> {
  return (request) => reader.send(request, { first: true, sort: "audit-log" });
}
