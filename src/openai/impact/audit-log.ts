import type { AuditLogListParams } from "openai/resources/admin/organization/audit-logs";
import type { Actor, OrganizationChange } from "../../domain/impact.ts";
import type { AdminApi } from "../client.ts";
import { MalformedPage, readPages } from "../pages.ts";
import { parseRefusal } from "../refusal.ts";
import { retry } from "../retry.ts";

/** An entry as it comes: what happened stands under a field named as its type. */
export type AuditEntry = {
  id: string;
  type?: unknown;
  effective_at?: unknown;
  actor?: unknown;
  [field: string]: unknown;
};

type Query = AuditLogListParams;

/** The largest page the API gives. */
const limit = 100;

/** How a new key is recorded: in an organisation's own log, and in that of its tenant, which is asked for apart. */
const CREATED: Query = { event_types: ["api_key.created"] };
const CREATED_IN_TENANT: Query = {
  event_types: ["tenant.project_api_key.created", "tenant.admin_api_key.created"],
  tenant_only: true,
};

/** The organisation keeps no audit log, or has never written one: silence in it then proves nothing. */
export class NoAuditLog extends Error {
  override readonly name = "NoAuditLog";
}

/** What the audit log says of a key: what was changed with it, and who made it. */
export type KeyHistory = { changes: readonly OrganizationChange[]; createdBy: Actor | null };

/**
 * Reads what was changed with a key since a time, oldest first, and who made it. The log holds changes of the
 * organisation alone: no model calls, and no addresses of callers. An owner has to switch it on, and an answer without
 * any entry does not tell whether they did: then one entry of anybody's is asked for.
 *
 * @throws NoAuditLog where there is none.
 */
export async function readKeyHistory(api: AdminApi, keyId: string, since: Date): Promise<KeyHistory> {
  const [changes, createdBy] = await Promise.all([listChanges(api, keyId, since), findCreator(api, keyId)]);
  if (changes.length === 0 && createdBy === null && !(await hasEntries(api))) {
    throw new NoAuditLog();
  }
  return { changes, createdBy };
}

async function listChanges(api: AdminApi, keyId: string, since: Date): Promise<readonly OrganizationChange[]> {
  const effective_at = { gte: Math.floor(since.getTime() / 1000) };
  const changes: OrganizationChange[] = [];
  for await (const page of readEntries(api, { limit, actor_ids: [keyId], effective_at })) {
    changes.push(...page.map(parseChange).filter((change) => change !== null));
  }
  return changes.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Whether the log has any entry. */
export async function hasEntries(api: AdminApi, send?: SendRequest): Promise<boolean> {
  for await (const page of readEntries(api, { limit: 1 }, send)) if (page.length > 0) return true;
  return false;
}

/** Makes a request, and again where that may help. */
type SendRequest = (request: () => Promise<Response>) => Promise<Response>;

/** The pages of the log, newest first. */
export function readEntries(
  { organization, clock }: AdminApi,
  query: Query,
  send: SendRequest = (request) => retry(request, clock),
): AsyncGenerator<readonly AuditEntry[]> {
  return readPages<AuditEntry>((after) =>
    send(() => organization.auditLogs.list(after ? { ...query, after } : query).asResponse()),
  );
}

/** Of an entry only its type, its time, and the id and name of what it was done to: no addresses, no people's details. */
function parseChange({ type, effective_at: seconds, ...fields }: AuditEntry): OrganizationChange | null {
  if (typeof type !== "string" || !/^[a-z][a-z0-9_.]{0,79}$/.test(type) || typeof seconds !== "number") return null;
  if (/^log(?:in|out)\./.test(type)) return null;
  const { id, data } = readFields(fields[type]);
  const { name, title } = readFields(data);
  return { what: type, at: new Date(seconds * 1000), id: textIn(id), name: textIn(name) ?? textIn(title) };
}

/** Null where the log does not tell: it was switched on later, or may not be read, or what it says is of another key. */
async function findCreator(api: AdminApi, keyId: string): Promise<Actor | null> {
  try {
    return (await findCreatorBy(CREATED, api, keyId)) ?? (await findCreatorBy(CREATED_IN_TENANT, api, keyId));
  } catch (error) {
    if (!(error instanceof MalformedPage)) parseRefusal(error); // Throws on what is no answer of OpenAI's.
    return null;
  }
}

/** One page is enough: a key is made once. A server that does not know the filter sends other keys' entries as well. */
async function findCreatorBy(query: Query, api: AdminApi, keyId: string): Promise<Actor | null> {
  const types: readonly unknown[] = query.event_types ?? [];
  for await (const page of readEntries(api, { ...query, limit, resource_ids: [keyId] })) {
    const entry = page.find(
      ({ type, ...fields }) => types.includes(type) && readFields(fields[String(type)])["id"] === keyId,
    );
    return entry ? parseActor(entry.actor) : null;
  }
  return null;
}

/** Of an actor only an id is taken: no address of theirs, and none of their machine. A key goes before its owner. */
export function parseActor(actor: unknown): Actor | null {
  const { type, session, api_key: key } = readFields(actor);
  if (type === "api_key" || key) {
    const { id, service_account: account, user } = readFields(key);
    if (textIn(id) !== null) return { kind: "key", id: textIn(id), name: null };
    if (account) return { kind: "service-account", id: textIn(readFields(account)["id"]), name: null };
    return { kind: user ? "user" : "key", id: textIn(readFields(user)["id"]), name: null };
  }
  if (type !== "session" && !session) return null;
  return { kind: "user", id: textIn(readFields(readFields(session)["user"])["id"]), name: null };
}

/** The fields of what may be an object. */
export function readFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textIn(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
