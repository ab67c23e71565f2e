import type { UnavailableBecause } from "./impact.ts";
import type { AccountRole, Home, KeyRecord, Owner, Unseen } from "./inventory.ts";

/** What a source said, or why it said nothing. What was not told is never taken for "none". */
export type SourceAnswer<T> =
  | { kind: "told"; value: T }
  /** `not-asked`: no rule that is on needs it. */
  | { kind: "untold"; because: UnavailableBecause | "not-asked" };

/** The sources that rules rest on, beside the list of keys. */
export type AuditSource = "usage" | "costs" | "audit-log" | "users" | "service-accounts" | "spend-limits";

/** A service account that owns a key. */
export type ServiceAccount = {
  id: string;
  name: string | null;
  /** As its keys' records have it, else as the list of the project's service accounts has it; null where neither says it. */
  role: SourceAnswer<AccountRole | null>;
};

/** A project as an audit sees it. */
export type AuditProject = {
  id: string;
  name: string | null;
  /** Null where the answer does not say. */
  isArchived: boolean | null;
  /** No field of OpenAI's says which project is the default one: it is told by its name, the audit log, and its keys. */
  isDefault: "yes" | "probably" | "no";
  /** Those that own a key which has not expired; others have nothing that could leak, and are not looked at. */
  accounts: readonly ServiceAccount[];
  /** Whether it has a spend limit that stops requests. */
  hasHardLimit: SourceAnswer<boolean>;
};

/**
 * Requests of one key to one model on one day of UTC, as `2026-11-27`. Null is a request whose model was not told, or a
 * search: these are counted beside the model requests that made them, and stand here on days without any alone.
 */
export type DailyUse = { day: string; model: string | null; requests: number };

/** What one key cost on one day of UTC, in US dollars. */
export type DailyCost = { day: string; usd: number };

/** The use of all keys over some days, all of which the answers had. What was used without a key is not in it. */
export type KeyUsage = {
  /** The days that were asked for, all of them whole, the oldest first. Today is none of them. */
  days: readonly string[];
  /** By the key's id. A key that is not in it was not used on these days, as far as OpenAI had counted. */
  byKey: ReadonlyMap<string, readonly DailyUse[]>;
  /** What was used on the day that is not over yet, by the key's id: it shows use, and is compared with nothing. */
  today: ReadonlyMap<string, number>;
};

/** What all keys cost over some days; as `KeyUsage`. */
export type KeyCosts = { days: readonly string[]; byKey: ReadonlyMap<string, readonly DailyCost[]> };

/** Everything that an audit knows of an organisation: the rules judge it, and ask nothing more. */
export type AuditFacts = {
  /** When it was asked. */
  now: Date;
  organization: string | null;
  /** Keys of projects, and Admin API keys, whose home is the organisation. */
  keys: readonly KeyRecord[];
  projects: readonly AuditProject[];
  /** The ids of the people in the organisation. */
  users: SourceAnswer<ReadonlySet<string>>;
  usage: SourceAnswer<KeyUsage>;
  costs: SourceAnswer<KeyCosts>;
  /** What keys may do, by the key's id; an empty list means everything. Of a key that is not in it the log says nothing. */
  scopes: SourceAnswer<ReadonlyMap<string, readonly string[]>>;
  /** Listings that could not be read to their end. */
  gaps: readonly Unseen[];
  /** Requests that were sent to OpenAI. */
  requests: number;
};

/** What a rule judges: a key, or what keys belong to. */
export type AuditSubject =
  | { kind: "key" | "admin-key"; key: KeyRecord }
  | { kind: "service-account"; account: ServiceAccount; project: AuditProject }
  | { kind: "project"; project: AuditProject }
  /** The organisation itself: for rules that count. */
  | { kind: "organization" };

/** Who or what a finding of an audit is about, as a report names it. */
export type AuditSubjectName = {
  kind: AuditSubject["kind"];
  id: string | null;
  name: string | null;
  project: Home | null;
  owner: Owner | null;
};
