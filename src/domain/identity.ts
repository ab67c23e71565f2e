import { type Candidate, findFirstSeen, isToken, type KeyKind } from "./candidate.ts";
import { isChoice } from "./gap.ts";
import type { Home, Inventory, KeyRecord } from "./inventory.ts";
import { countRevealedBits, mayBeRedactedAs, parseRedacted, readTail } from "./redaction.ts";

/** Why it is unknown whose key it is. */
export type UncheckedBecause =
  | "no-admin-key"
  | "inventory-incomplete"
  /**
   * Legacy user keys belong to no project and are never listed, so that a complete inventory says nothing about them. The
   * same holds for tokens of Codex and ChatGPT, which are compared with nothing.
   */
  | "not-listed-by-openai"
  /** It matches a record that was created after the key was first seen. */
  | "created-after-sighting"
  /** This tool revoked it before, so that it is no longer listed. */
  | "contained-before";

/** Whose key it is. */
export type Identity =
  /** `chance`: the probability, from 0 to 1, that another organisation's key matches a record as well as this one. */
  | { kind: "ours"; record: KeyRecord; chance: number }
  | { kind: "ambiguous"; candidates: readonly KeyRecord[] }
  | { kind: "foreign" }
  | { kind: "unchecked"; because: UncheckedBecause };

const A_DAY = 24 * 60 * 60 * 1000;

/** The parts of an inventory that say whose key it is. */
type Listed = Pick<Inventory, "records" | "gaps">;

/**
 * Identifies whose key a candidate is. A record matches by its visible ends and by where it lives. One match is ours, and
 * several are ambiguous. A gap where a key of this kind may live makes every other answer "unchecked", because an unread
 * record may match too. `containedBefore`: this tool has revoked the key before, which explains why nothing matches.
 */
export function identify(candidate: Candidate, inventory: Listed, containedBefore = false): Identity {
  if (isToken(candidate.kind)) return { kind: "unchecked", because: "not-listed-by-openai" };
  if (inventory.gaps.some(isChoice)) return { kind: "unchecked", because: "no-admin-key" };
  const matching = listNear(candidate, inventory.records).filter((record) => matches(candidate, record));
  const [record, ...more] = matching;
  if (more.length > 0) return { kind: "ambiguous", candidates: matching };
  if (inventory.gaps.some(({ covers }) => covers.some((home) => mayLiveIn(candidate.kind, home))))
    return { kind: "unchecked", because: "inventory-incomplete" };
  if (record) {
    return isYounger(record, candidate)
      ? { kind: "unchecked", because: "created-after-sighting" }
      : { kind: "ours", record, chance: estimateChance(candidate, record, inventory) };
  }
  if (containedBefore) return { kind: "unchecked", because: "contained-before" };
  return candidate.kind === "user" || candidate.kind === "suspected"
    ? { kind: "unchecked", because: "not-listed-by-openai" }
    : { kind: "foreign" };
}

/** This many of a key's last characters are shown at least, but for what is listed in a form that is not known. */
const TAIL = 3;

/** The records by the last characters that they show; those that show fewer stand under no characters. */
const BY_TAIL = new WeakMap<readonly KeyRecord[], ReadonlyMap<string, readonly KeyRecord[]>>();

/** The records that a key may match, in their order: with thousands of keys and records not all are compared with all. */
function listNear({ secret }: Candidate, records: readonly KeyRecord[]): readonly KeyRecord[] {
  const byTail = BY_TAIL.get(records) ?? groupByTail(records);
  BY_TAIL.set(records, byTail);
  const [own, others] = [byTail.get(readTail(secret, TAIL)) ?? [], byTail.get("") ?? []];
  return others.length === 0 ? own : records.filter((record) => own.includes(record) || others.includes(record));
}

function groupByTail(records: readonly KeyRecord[]): ReadonlyMap<string, readonly KeyRecord[]> {
  const byTail = new Map<string, KeyRecord[]>();
  for (const record of records) {
    const { tail = "" } = (record.redacted === null ? null : parseRedacted(record.redacted)) ?? {};
    // What shows nothing matches nothing.
    if (tail === "") continue;
    const shown = tail.length < TAIL ? "" : tail.slice(-TAIL);
    const alike = byTail.get(shown);
    if (alike) alike.push(record);
    else byTail.set(shown, [record]);
  }
  return byTail;
}

function matches({ secret, kind }: Candidate, record: KeyRecord): boolean {
  return record.redacted !== null && livesIn(kind, record) && mayBeRedactedAs(secret, record.redacted);
}

/** The probability that another organisation's key matches one of the records of this kind. */
function estimateChance({ secret, kind }: Candidate, { redacted }: KeyRecord, { records }: Listed): number {
  const rivals = records.filter((record) => record.redacted !== null && livesIn(kind, record)).length;
  return Math.min(1, rivals / 2 ** countRevealedBits(secret, redacted ?? ""));
}

/**
 * Whether every key of this kind is in a complete list. Legacy keys of users are in none, and a key that is named as its
 * owner liked may be one of those.
 */
export function isAlwaysListed(kind: KeyKind): boolean {
  return kind === "project" || kind === "service-account" || kind === "admin";
}

/** A service account's key is not a user's. A suspected key matches no record. */
function livesIn(kind: KeyKind, { home, owner }: KeyRecord): boolean {
  if (kind === "suspected" || isToken(kind)) return false;
  return mayLiveIn(kind, home.kind) && !(kind === "service-account" && owner?.kind === "user");
}

/** Admin keys live in the organisation and all others in projects; a damaged key may be either. */
function mayLiveIn(kind: KeyKind, home: Home["kind"]): boolean {
  return kind === "suspected" || (kind === "admin") === (home === "organization");
}

/** Allows a day for wrong clocks: commit times come from the author's machine. */
function isYounger({ createdAt }: KeyRecord, { sightings }: Candidate): boolean {
  const seen = findFirstSeen(sightings);
  return createdAt !== null && seen !== null && createdAt.getTime() > seen.getTime() + A_DAY;
}
