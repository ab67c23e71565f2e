import { type Candidate, findFirstSeen, type KeyKind } from "./candidate.ts";
import { isFailure } from "./gap.ts";
import type { Home, Inventory, KeyRecord } from "./inventory.ts";
import { countRevealedBits, matchesRedacted } from "./redaction.ts";

/** Why nobody can say whose key it is. */
export type UncheckedBecause =
  | "no-admin-key"
  | "inventory-incomplete"
  /** Legacy user keys belong to no project and are in no listing, so that a full inventory says nothing of them. */
  | "not-listed-by-openai"
  /** Its ends fit a record that was created after the key was first seen. */
  | "created-after-sighting"
  /** This tool revoked it earlier on the same pull request, so that no listing has it any more. */
  | "contained-before";

/** Whose key it is. */
export type Identity =
  /** `chance`: of a stranger's key to fit some record of the organisation as well as this one fits. */
  | { kind: "ours"; record: KeyRecord; chance: number }
  | { kind: "ambiguous"; candidates: readonly KeyRecord[] }
  | { kind: "foreign" }
  | { kind: "unchecked"; because: UncheckedBecause };

const A_DAY = 24 * 60 * 60 * 1000;

/** What of an inventory says whose key it is. */
type Listed = Pick<Inventory, "records" | "gaps">;

/**
 * Says whose key a candidate is. A record fits when its visible ends and its home fit; one fit is ours and several are
 * ambiguous, where everything was seen that could fit. A gap where a key of this kind may live makes every other answer
 * "unchecked": what was not seen may fit too. `containedBefore`: this tool remembers having revoked it here, which
 * explains why nothing fits.
 */
export function identify(candidate: Candidate, inventory: Listed, containedBefore = false): Identity {
  if (inventory.gaps.some((gap) => !isFailure(gap))) return { kind: "unchecked", because: "no-admin-key" };
  const fitting = inventory.records.filter((record) => fits(candidate, record));
  const [record, ...more] = fitting;
  if (more.length > 0) return { kind: "ambiguous", candidates: fitting };
  if (inventory.gaps.some(({ covers }) => covers.some((home) => mayLiveIn(candidate.kind, home))))
    return { kind: "unchecked", because: "inventory-incomplete" };
  if (record) {
    return isYounger(record, candidate)
      ? { kind: "unchecked", because: "created-after-sighting" }
      : { kind: "ours", record, chance: chanceOf(candidate, record, inventory) };
  }
  if (containedBefore) return { kind: "unchecked", because: "contained-before" };
  return candidate.kind === "user" || candidate.kind === "suspected"
    ? { kind: "unchecked", because: "not-listed-by-openai" }
    : { kind: "foreign" };
}

function fits({ secret, kind }: Candidate, record: KeyRecord): boolean {
  return record.redacted !== null && livesIn(kind, record) && matchesRedacted(secret, record.redacted);
}

/** How likely it is that some key of somebody else fits one of the organisation's records of this kind, from 0 to 1. */
function chanceOf({ secret, kind }: Candidate, { redacted }: KeyRecord, { records }: Listed): number {
  const rivals = records.filter((record) => record.redacted !== null && livesIn(kind, record)).length;
  return Math.min(1, rivals / 2 ** countRevealedBits(secret, redacted ?? ""));
}

/** A service account's key is not a user's; what is only suspected to be a key is no record's. */
function livesIn(kind: KeyKind, { home, owner }: KeyRecord): boolean {
  if (kind === "suspected") return false;
  return mayLiveIn(kind, home.kind) && !(kind === "service-account" && owner?.kind === "user");
}

/** Admin keys live in the organisation and all others in projects; what is damaged may be a piece of either. */
function mayLiveIn(kind: KeyKind, home: Home["kind"]): boolean {
  return kind === "suspected" || (kind === "admin") === (home === "organization");
}

/** A day is allowed for clocks that are wrong: commits carry the author's clock. */
function isYounger({ createdAt }: KeyRecord, { sightings }: Candidate): boolean {
  const seen = findFirstSeen(sightings);
  return createdAt !== null && seen !== null && createdAt.getTime() > seen.getTime() + A_DAY;
}
