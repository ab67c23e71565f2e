import type { Creator, OrganizationChange } from "../domain/impact.ts";
import type { AdminApi } from "./client.ts";
import { creatorOf } from "./creator.ts";
import { readPages } from "./pages.ts";
import { retry } from "./retry.ts";
import type { Window } from "./usage.ts";

/** The largest page the API gives. */
const limit = 100;

/** An entry as it comes: what happened stands under a field named as its type. */
type Entry = { id: string; type?: unknown; effective_at?: unknown; [field: string]: unknown };

/** The organisation keeps no audit log, or has never written one: silence in it then proves nothing. */
export class NoAuditLog extends Error {
  override readonly name = "NoAuditLog";
}

/** What the audit log tells of a key: what was changed with it, and who made it. */
export type Audit = { changes: readonly OrganizationChange[]; createdBy: Creator | null };

/**
 * What was changed with a key, oldest first, and who made it. The log holds changes of the organisation alone: no model
 * calls, and no addresses of callers. An owner has to switch it on, and an answer without any entry does not tell whether
 * they did: then one entry of anybody's is asked for.
 *
 * @throws NoAuditLog where there is none.
 */
export async function auditOf(api: AdminApi, window: Window): Promise<Audit> {
  const [changes, createdBy] = await Promise.all([changesWith(api, window), creatorOf(api, window.keyId)]);
  if (changes.length === 0 && createdBy === null) await mustBeKept(api);
  return { changes, createdBy };
}

async function changesWith(api: AdminApi, { keyId, since }: Window): Promise<readonly OrganizationChange[]> {
  const { auditLogs } = api.organization;
  const from = { limit, actor_ids: [keyId], effective_at: { gte: Math.floor(since.getTime() / 1000) } };
  const changes: OrganizationChange[] = [];
  const ask = (after: string | undefined) =>
    retry(() => auditLogs.list(after ? { ...from, after } : from).asResponse(), api.clock);
  for await (const page of readPages<Entry>(ask)) {
    for (const entry of page) {
      const change = alterationIn(entry);
      if (change) changes.push(change);
    }
  }
  return changes.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

async function mustBeKept(api: AdminApi): Promise<void> {
  const ask = () => retry(() => api.organization.auditLogs.list({ limit: 1 }).asResponse(), api.clock);
  for await (const page of readPages<Entry>(ask)) {
    if (page.length > 0) return;
  }
  throw new NoAuditLog("the audit log is empty");
}

/** Of an entry only its type, its time, and the id and name of what it was done to: no addresses, no people's details. */
function alterationIn({ type, effective_at: seconds, ...fields }: Entry): OrganizationChange | null {
  if (typeof type !== "string" || !/^[a-z][a-z0-9_.]{0,79}$/.test(type) || typeof seconds !== "number") return null;
  if (/^log(?:in|out)\./.test(type)) return null;
  const what = fields[type];
  const { id, data } = (typeof what === "object" && what !== null ? what : {}) as { id?: unknown; data?: unknown };
  const { name, title } = (typeof data === "object" && data !== null ? data : {}) as {
    name?: unknown;
    title?: unknown;
  };
  return { what: type, at: new Date(seconds * 1000), id: textOr(id), name: textOr(name) ?? textOr(title) };
}

function textOr(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
