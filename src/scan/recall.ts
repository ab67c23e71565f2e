import type { KeyKind } from "../domain/candidate.ts";
import {
  decidePossession,
  type EarlierAct,
  type EarlierFacts,
  type EarlierProof,
  NOTHING_EARLIER,
  type RecordHistory,
} from "../domain/earlier-act.ts";
import { type Identity, isAlwaysListed } from "../domain/identity.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { RecordedContainment } from "../domain/journal.ts";
import type { Proof, ScopeReach } from "../domain/proof.ts";
import type { Registry } from "../domain/registry.ts";
import type { Secret } from "../domain/secret.ts";

/** A key that was tried, and what the audit file has of it. */
type TriedKey = {
  secret: Secret;
  kind: KeyKind;
  identity: Identity;
  proof: Proof;
  recorded: readonly RecordedContainment[];
};

/** An end of a key that is within this many milliseconds of what was asked for is that: clocks are read in between. */
const SLACK = 60_000;

/** How long OpenAI may take to enforce new scopes, in milliseconds. */
const SPREADING = 15 * 60_000;

/**
 * Recalls what earlier runs did to a key, from the audit file and from OpenAI's audit log. The comment on a pull request is
 * not asked: others who write by the same name could have planted what it remembers.
 */
export async function findEarlier(key: TriedKey, registry: Registry, now: Date): Promise<EarlierFacts> {
  const { identity, proof, recorded, secret } = key;
  const record = identity.kind === "ours" ? identity.record : null;
  const own = recorded.filter(({ id }) => id === record?.id);
  const isDead = proof.validity.kind === "inactive" && proof.validity.because !== "expired";
  if (record === null || (own.length === 0 && isDead)) return { act: recallEnded(key, now), proof: null };
  // What was done to the record was not done to a text that works for somebody else, or for nobody knows whom.
  if (proof.possession === "someone-else" || proof.possession === "unnamed") return NOTHING_EARLIER;
  const history = await registry.readHistory(record).catch(() => null);
  const mayBeQuarantined = history?.quarantine != null || own.some(({ act }) => act === "quarantine");
  const isProbed = mayBeQuarantined && isRestricted(proof);
  const reach = isProbed ? await registry.probeScopes(secret).catch(() => "untold" as const) : "untold";
  const traces = { own, history, reach, now };
  const acts = [recallQuarantine(record, traces), recallExpiry(record, traces)].filter((act) => act !== null);
  const [act = null] = acts.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const facts = { act, proof: findProof(key, record, traces) };
  const possession = decidePossession({ fingerprint: secret.fingerprint, identity, proof, earlier: facts });
  const isKnown = own.length > 0 || possession === "proven" || possession === "proven-before";
  return isKnown || hasEndedAsLogged(proof, act) ? facts : NOTHING_EARLIER;
}

/** A key that has expired cannot be proven any more; its record has the end that the log says we gave it. */
function hasEndedAsLogged({ validity }: Proof, act: EarlierAct | null): boolean {
  return act?.kind === "expire" && validity.kind === "inactive" && validity.because === "expired";
}

function isRestricted({ validity }: Proof): boolean {
  return validity.kind === "active" && validity.because === "restricted";
}

/** What is known of changes of a record, by the audit file and by OpenAI's log, and what the key reaches now. */
type Traces = { own: readonly RecordedContainment[]; history: RecordHistory | null; reach: ScopeReach; now: Date };

/** The audit file's word goes before the log's: it knows the text. */
function findProof(
  { secret, kind }: TriedKey,
  { id }: KeyRecord,
  { own, history, reach }: Traces,
): EarlierProof | null {
  if (own.length > 0) return { kind: "audit-file", fingerprint: secret.fingerprint, recordId: id };
  return history?.quarantine?.isOurs === true && isAlwaysListed(kind)
    ? { kind: "audit-log", recordId: id, reach }
    : null;
}

/** The last act on a record by the audit file that ended as this says, and its end. */
function findLast(own: readonly RecordedContainment[], isSuch: (end: RecordedEnd) => boolean): DoneAct | null {
  const found = own.findLast(({ end }) => typeof end === "object" && isSuch(end));
  return found && typeof found.end === "object" ? { ...found, end: found.end } : null;
}

type RecordedEnd = Exclude<RecordedContainment["end"], string>;
type DoneAct = RecordedContainment & { end: RecordedEnd };

/**
 * A quarantine that holds. OpenAI's log says so, or nothing but the audit file does: then the key must reach no further
 * than quarantine leaves it, or the act be so young that it may not be enforced yet. One that the log says was undone, by
 * other scopes for the key, holds no more.
 */
function recallQuarantine({ id: recordId }: KeyRecord, { own, history, reach, now }: Traces): EarlierAct | null {
  const logged = history?.quarantine ?? null;
  const last = findLast(own, ({ by }) => by === "quarantine");
  const isUndone = last !== null && history?.widenedAt != null && history.widenedAt > last.end.at;
  const done = isUndone ? null : last;
  const begun = own.findLast(({ act, end }) => act === "quarantine" && end === "open") ?? null;
  const common = { kind: "quarantine", recordId, endsAt: null } as const;
  if (logged !== null && (logged.isOurs || done !== null)) {
    const { scopesBefore, isLast } = logged;
    const standing = reach !== "narrow" ? "pending" : isLast ? "confirmed" : "plausible";
    const recorded = done ?? begun;
    const at = done?.end.at ?? logged.at;
    const knownFrom = recorded === null ? "audit-log" : "audit-file";
    return { ...common, at, by: recorded?.by ?? logged.by, scopesBefore, knownFrom, standing };
  }
  if (done === null) return null;
  const isYoung = now.getTime() - done.end.at.getTime() < SPREADING;
  if (reach !== "narrow" && !isYoung) return null;
  const { at, scopesBefore } = done.end;
  const standing = reach === "narrow" ? "plausible" : "pending";
  return { ...common, at, by: done.by, scopesBefore, knownFrom: "audit-file", standing };
}

/** An end that the record still has. */
function recallExpiry({ id: recordId, expiresAt }: KeyRecord, { own, history }: Traces): EarlierAct | null {
  if (expiresAt === null) return null;
  const isStill = (endsAt: Date | null) => endsAt !== null && Math.abs(endsAt.getTime() - expiresAt.getTime()) <= SLACK;
  const done = findLast(own, ({ by, endsAt }) => by === "expire" && isStill(endsAt));
  const logged = history?.expiry?.isOurs === true && isStill(history.expiry.endsAt) ? history.expiry : null;
  const at = done?.end.at ?? logged?.at;
  if (at === undefined) return null;
  const knownFrom = done === null ? "audit-log" : "audit-file";
  const common = { kind: "expire", recordId, endsAt: expiresAt, scopesBefore: null, standing: "confirmed" } as const;
  return { ...common, at, by: done?.by ?? logged?.by ?? null, knownFrom };
}

/** The last act on a key that no list has any more, if it was to end it: it holds once OpenAI refuses the key. */
function recallEnded({ proof: { validity }, recorded }: TriedKey, now: Date): EarlierAct | null {
  const last = findLast(recorded, () => true);
  const isEnd = last?.end.by === "revoke" || (last?.end.by === "expire" && (last.end.endsAt ?? now) <= now);
  if (last === null || !isEnd) return null;
  const { by: kind, at, endsAt } = last.end;
  const standing = validity.kind === "inactive" ? "confirmed" : "pending";
  return { kind, recordId: last.id, at, by: last.by, endsAt, scopesBefore: null, knownFrom: "audit-file", standing };
}
