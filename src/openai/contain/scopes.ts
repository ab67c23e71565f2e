import type { AdminApi } from "../client.ts";
import { type AuditEntry, readFields } from "../impact/audit-log.ts";
import { MalformedPage, readPages } from "../pages.ts";
import { parseRefusal } from "../refusal.ts";
import { retry } from "../retry.ts";

/** A list of scopes that is not empty: OpenAI takes an empty one for all permissions, not for none. */
export type Scopes = readonly [string, ...string[]];

/**
 * What a quarantined key may still do: see the names of the models. There is nothing milder to fall back on where OpenAI
 * refuses it: `api.all.read`, the next best, leaves everybody who has the key with the organisation's files and stored
 * answers, and a report that says "quarantined" would be believed. A refusal is a failure, then.
 */
export const HARMLESS_SCOPES: Scopes = ["api.model.read"];

/** What the audit log knows of a key's scopes; a list that is empty means all permissions. */
export type KnownScopes = {
  /** Whether the last change left the harmless ones alone. */
  isQuarantined: boolean;
  /** What they were before that; null where the log does not tell: it is off, or may not be read. */
  before: readonly string[] | null;
};

/** Where each kind of entry has the scopes. */
const PLACES: Readonly<Record<string, string>> = { "api_key.created": "data", "api_key.updated": "changes_requested" };

/** More pages than this are not of one key: the server does not know the filter. */
const MOST_PAGES = 3;

/** The key goes on working meanwhile: a request may take this many milliseconds, and is made twice at most. */
const TIMEOUT = { timeout: 3_000 };
const TRIES = 2;

/** Asks the audit log, since a record does not show its scopes. Holds nothing up: a log that does not tell is a null. */
export async function readScopes(api: AdminApi, keyId: string): Promise<KnownScopes> {
  try {
    const lists = (await listEntries(api, keyId)).flatMap((entry) => scopesIn(entry, keyId));
    const [last] = lists;
    return {
      isQuarantined: last !== undefined && isHarmless(last),
      before: lists.find((scopes) => !isHarmless(scopes)) ?? null,
    };
  } catch (error) {
    if (!(error instanceof MalformedPage)) parseRefusal(error); // Throws on what is no answer of OpenAI's.
    return { isQuarantined: false, before: null };
  }
}

/** Newest first. */
async function listEntries(api: AdminApi, keyId: string): Promise<readonly AuditEntry[]> {
  const { auditLogs } = api.organization;
  const query = { event_types: ["api_key.created" as const, "api_key.updated" as const], resource_ids: [keyId] };
  const entries: AuditEntry[] = [];
  let pages = 0;
  const ask = (after: string | undefined) =>
    retry(
      () => auditLogs.list({ ...query, limit: 100, ...(after === undefined ? {} : { after }) }, TIMEOUT).asResponse(),
      api.clock,
      TRIES,
    );
  for await (const page of readPages<AuditEntry>(ask)) {
    entries.push(...page);
    pages += 1;
    if (pages >= MOST_PAGES) break;
  }
  return entries.toSorted((one, other) => timeOf(other) - timeOf(one));
}

function timeOf({ effective_at: seconds }: AuditEntry): number {
  return typeof seconds === "number" ? seconds : 0;
}

/** None where the entry is of another key, or changed something else. */
function scopesIn(entry: AuditEntry, keyId: string): readonly (readonly string[])[] {
  const type = String(entry.type);
  const what = readFields(entry[type]);
  const scopes = what["id"] === keyId ? readFields(what[PLACES[type] ?? ""])["scopes"] : null;
  return Array.isArray(scopes) && scopes.every(isScope) ? [scopes] : [];
}

/** Words of a vendor's list; anything else that stands there is not passed on. */
function isScope(value: unknown): value is string {
  return typeof value === "string" && /^[a-z][a-z0-9_.-]{0,79}$/.test(value);
}

function isHarmless(scopes: readonly string[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => HARMLESS_SCOPES.includes(scope));
}
