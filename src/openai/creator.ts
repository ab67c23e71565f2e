import type { AuditLogListParams } from "openai/resources/admin/organization/audit-logs";
import type { Creator } from "../domain/impact.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { AdminApi } from "./client.ts";
import { MalformedPage, readPages } from "./pages.ts";
import { parseRefusal } from "./refusal.ts";
import { retry } from "./retry.ts";

/** An entry as it comes; the id of the key that was made stands under a field named as the entry's type. */
type Entry = { id: string; type?: unknown; actor?: unknown; [field: string]: unknown };

type Query = AuditLogListParams;

/** How a new key is told of: in an organisation's own log, and in that of its tenant, which is asked for apart. */
const MADE: Query = { event_types: ["api_key.created"] };
const MADE_IN_TENANT: Query = {
  event_types: ["tenant.project_api_key.created", "tenant.admin_api_key.created"],
  tenant_only: true,
};

/**
 * Who made a key, as the audit log has it. Null where it does not tell: it was switched on later, or may not be read, or
 * what it says is not of this very key.
 */
export async function creatorOf(api: AdminApi, keyId: string): Promise<Creator | null> {
  try {
    return (await maker(api, keyId, MADE)) ?? (await maker(api, keyId, MADE_IN_TENANT));
  } catch (error) {
    if (!(error instanceof MalformedPage)) parseRefusal(error); // Throws on what is no answer of OpenAI's.
    return null;
  }
}

/** The creator by the name that a listing has for them, as an owner or a key. The log has addresses, which stay there. */
export function named(creator: Creator | null, records: readonly KeyRecord[]): Creator | null {
  if (creator === null || creator.id === null) return creator;
  const { kind, id } = creator;
  const names = records.map(({ id: key, name, owner }) => {
    if (kind === "key") return key === id ? name : null;
    return owner?.kind === kind && owner.id === id ? owner.name : null;
  });
  return { kind, id, name: names.find((name) => name !== null) ?? null };
}

/** One page is enough: a key is made once. A server that does not know the filter sends other keys' entries as well. */
async function maker(api: AdminApi, keyId: string, query: Query): Promise<Creator | null> {
  const { auditLogs } = api.organization;
  const types: readonly unknown[] = query.event_types ?? [];
  const ask = () =>
    retry(() => auditLogs.list({ ...query, limit: 100, resource_ids: [keyId] }).asResponse(), api.clock);
  for await (const page of readPages<Entry>(ask)) {
    const entry = page.find((one) => types.includes(one.type) && fieldsOf(one[String(one.type)])["id"] === keyId);
    return entry ? creatorIn(entry.actor) : null;
  }
  return null;
}

/** Of an actor only an id is taken: no address of theirs, and none of their machine. A key is told before its owner. */
function creatorIn(actor: unknown): Creator | null {
  const { type, session, api_key: key } = fieldsOf(actor);
  if (type === "api_key" || key) {
    const { id, service_account: account, user } = fieldsOf(key);
    if (textOr(id) !== null) return unnamed("key", id);
    if (account) return unnamed("service-account", fieldsOf(account)["id"]);
    return user ? unnamed("user", fieldsOf(user)["id"]) : unnamed("key", null);
  }
  return type === "session" || session ? unnamed("user", fieldsOf(fieldsOf(session)["user"])["id"]) : null;
}

function unnamed(kind: Creator["kind"], id: unknown): Creator {
  return { kind, id: textOr(id), name: null };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOr(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
