import type { LoggedChange, RecordHistory } from "../../domain/earlier-act.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { AdminApi } from "../client.ts";
import { type AuditEntry, parseActor, readFields } from "../impact/audit-log.ts";
import { MalformedPage, readPages } from "../pages.ts";
import { parseRefusal } from "../refusal.ts";
import { retry } from "../retry.ts";
import { isHarmless } from "./scopes.ts";

/** So many pages are read of a server that knows the filter, and so many of one that sends other keys' entries too. */
const MOST_PAGES = { filtered: 50, unfiltered: 3 };

/** The key goes on working meanwhile: a request may take this many milliseconds, and is made twice at most. */
const TIMEOUT = { timeout: 3_000 };
const TRIES = 2;

/** The Admin API key of this run by its record; null where the listing does not tell which that is. */
export type OwnRecord = Pick<KeyRecord, "id" | "owner"> | null;

/** Who we are in the audit log: our own record, and the ids of all other records. */
type Ourselves = { own: OwnRecord; others: ReadonlySet<string> };

/** What the audit log knows of a key's scopes; a list that is empty means all permissions. */
type KnownScopes = {
  /** Whether the last change left the harmless ones alone. */
  isQuarantined: boolean;
  /** What they were before that; null where the log does not tell: it is off, or may not be read. */
  before: readonly string[] | null;
};

/** Asks the audit log, since a record does not show its scopes. Holds nothing up: a log that does not tell is a null. */
export async function readScopes(api: AdminApi, keyId: string): Promise<KnownScopes> {
  const log = await listChanges(api, keyId);
  const lists = (log?.changes ?? []).map(({ scopes }) => scopes).filter((scopes) => scopes !== null);
  const [last] = lists;
  return {
    isQuarantined: last !== undefined && isHarmless(last),
    before: lists.find((scopes) => !isHarmless(scopes)) ?? null,
  };
}

/**
 * Reads from the audit log what containments have changed of a record. Null where the log does not tell: it is off, may
 * not be read, was not understood, or has more than is read. It is some minutes late, and holds nothing from before it was
 * switched on, so that an entry that is missing proves nothing.
 */
export async function readRecordHistory(api: AdminApi, id: string, who: Ourselves): Promise<RecordHistory | null> {
  const log = await listChanges(api, id);
  if (log === null || !log.isWhole || log.changes.length === 0) return null;
  const { changes } = log;
  const scoped = changes.filter(({ scopes }) => scopes !== null);
  const widening = scoped.find(({ scopes }) => !isHarmless(scopes ?? []));
  const narrowings = scoped.filter((one) => isHarmless(one.scopes ?? []) && (!widening || isAfter(one, widening)));
  const logged = narrowings.map((one) => describeChange(one, who));
  const quarantine = logged.find(({ isOurs }) => isOurs) ?? logged[0] ?? null;
  const unclear = changes.find(({ isUpdate, scopes, seconds }) => isUpdate && scopes === null && seconds === null);
  const ending = changes.find(({ seconds }) => seconds !== null);
  return {
    quarantine: quarantine && {
      ...quarantine,
      scopesBefore: widening?.scopes ?? null,
      isLast: unclear === undefined || unclear.at < quarantine.at,
    },
    widenedAt: widening?.isUpdate === true ? widening.at : null,
    expiry: ending
      ? { ...describeChange(ending, who), endsAt: new Date(ending.at.getTime() + (ending.seconds ?? 0) * 1000) }
      : null,
  };
}

/** What is not clearly after an update may have come before it: times are in seconds. A key is changed after it is made. */
function isAfter(one: RecordedChange, other: RecordedChange): boolean {
  return one.at > other.at || (!other.isUpdate && one.at >= other.at);
}

/** A change as the log has it. `scopes` and `seconds`, until the key expires, are null where it changed something else. */
type RecordedChange = {
  /** The key's. */
  id: string;
  at: Date;
  actor: unknown;
  isUpdate: boolean;
  scopes: readonly string[] | null;
  seconds: number | null;
  /** Whether it may have changed the scopes, in a way that cannot be read. */
  mayHideScopes: boolean;
};

/** The changes of one record, newest first, and whether the log was read to its end. */
type ChangeLog = { changes: readonly RecordedChange[]; isWhole: boolean };

/**
 * Reads the scopes that the last change left a record, as far as the log tells; an empty list means all permissions. Null
 * where it has no change that carries scopes, or a later one that may have and cannot be read.
 *
 * @throws MalformedPage, and what a request throws.
 */
export async function readLastScopes(api: AdminApi, keyId: string): Promise<readonly string[] | null> {
  const { entries } = await listEntries(api, keyId);
  const changes = selectChanges(entries, keyId);
  // One that says no time may be the last.
  const isReadable = entries.filter((entry) => isChange(entry) && isAbout(entry, keyId)).length === changes.length;
  const last = changes.find(({ scopes, mayHideScopes }) => scopes !== null || mayHideScopes);
  return isReadable ? (last?.scopes ?? null) : null;
}

/** The changes of one record among these entries, newest first. */
function selectChanges(entries: readonly AuditEntry[], keyId: string): readonly RecordedChange[] {
  const changes = entries.map(parseRecordedChange).filter((change) => change?.id === keyId);
  return changes.filter((change) => change !== null).toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

/** Null where the log does not tell. */
async function listChanges(api: AdminApi, keyId: string): Promise<ChangeLog | null> {
  try {
    const { entries, isWhole } = await listEntries(api, keyId);
    return { changes: selectChanges(entries, keyId), isWhole };
  } catch (error) {
    if (!(error instanceof MalformedPage)) parseRefusal(error); // Throws on what is no answer of OpenAI's.
    return null;
  }
}

async function listEntries(
  api: AdminApi,
  keyId: string,
): Promise<{ entries: readonly AuditEntry[]; isWhole: boolean }> {
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
    const most = entries.every((entry) => isAbout(entry, keyId)) ? MOST_PAGES.filtered : MOST_PAGES.unfiltered;
    if (pages >= most) return { entries, isWhole: false };
    entries.push(...page);
    pages += 1;
  }
  return { entries, isWhole: true };
}

function isAbout(entry: AuditEntry, keyId: string): boolean {
  return readFields(entry[String(entry.type)])["id"] === keyId;
}

function isChange({ type }: AuditEntry): boolean {
  return Object.hasOwn(PLACES, String(type));
}

/** Where each kind of entry has what was changed. */
const PLACES: Readonly<Record<string, string>> = { "api_key.created": "data", "api_key.updated": "changes_requested" };

/** Null where the entry is none of a key that was created or changed, or says no time. */
export function parseRecordedChange(entry: AuditEntry): RecordedChange | null {
  const type = String(entry.type);
  const place = PLACES[type];
  const what = readFields(entry[type]);
  const at = parseSeconds(entry.effective_at);
  const { id } = what;
  if (place === undefined || typeof id !== "string" || at === null) return null;
  const { scopes, expires_in_seconds: seconds } = readFields(what[place]);
  return {
    id,
    at,
    actor: entry.actor,
    isUpdate: type === "api_key.updated",
    scopes: isScopeList(scopes) ? scopes : null,
    mayHideScopes: !isFields(what[place]) || ((scopes ?? null) !== null && !isScopeList(scopes)),
    seconds: typeof seconds === "number" && seconds > 0 && seconds < LONGEST_EXPIRY ? seconds : null,
  };
}

/** A year and a day, in seconds: OpenAI accepts no later expiry than in a year. */
const LONGEST_EXPIRY = 366 * 86_400;

/** Null where it is no time that a calendar has. */
function parseSeconds(value: unknown): Date | null {
  const time = new Date(typeof value === "number" ? value * 1000 : Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time;
}

function isFields(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isScopeList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isScope);
}

/** Words of a vendor's list; anything else that stands there is not passed on. */
function isScope(value: unknown): value is string {
  return typeof value === "string" && /^[a-z][a-z0-9_.-]{0,79}$/.test(value);
}

function describeChange({ at, actor }: RecordedChange, who: Ourselves): LoggedChange {
  return { at, by: parseActor(actor), isOurs: isOurActor(actor, who) };
}

/**
 * Whether the Admin API key of this run did it. The log calls a key by an id that is its record's as far as anybody knows;
 * one that is no other record's is ours where its owner is that of our key: the key was replaced since, or the log has ids
 * of its own. What a person did in the dashboard is not ours, whoever they are.
 */
function isOurActor(actor: unknown, { own, others }: Ourselves): boolean {
  const { type, session, api_key: key } = readFields(actor);
  if (own === null || !key || session || (type !== undefined && type !== "api_key")) return false;
  const { id, user } = readFields(key);
  if (id === own.id) return true;
  if (typeof id === "string" && others.has(id)) return false;
  const ownerId = own.owner?.id ?? null;
  return ownerId !== null && readFields(user)["id"] === ownerId;
}
