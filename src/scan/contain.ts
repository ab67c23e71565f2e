import { type Containment, type Decision, isContainment } from "../domain/decision.ts";
import type { EarlierAct } from "../domain/earlier-act.ts";
import type { Gap } from "../domain/gap.ts";
import type { BegunContainment, ContainmentRecord, UnfinishedContainment } from "../domain/journal.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { KeyProbe } from "../domain/registry.ts";
import type { LeakRotation } from "../domain/rotation.ts";
import type { RotationTarget } from "../domain/rotation-target.ts";
import { describeUnrecordedEnd } from "../messages/gaps/search.ts";
import type { Judgement } from "./judge.ts";
import type { World } from "./world.ts";

/** A key, and what was decided about it. */
export type DecidedKey = Judgement & { decision: Decision };

/** A key, and what came of the decision. */
export type ContainedKey = DecidedKey & {
  outcome: Outcome;
  /** When this run saw that its containment holds. */
  verifiedAt?: Date | null;
  /** What came of putting a new key in its places; left out where that was not tried. */
  rotation?: LeakRotation | null;
  /** Where the keys file knows it to be kept. */
  places?: readonly RotationTarget[];
};

/** Keys that were contained while others were judged, by fingerprint, and what could not be recorded of it. */
export type EarlyResult = { keys: ReadonlyMap<string, ContainedKey>; gaps: readonly Gap[] };

/**
 * Carries out what was decided, one key after the other: what happens to one says nothing about the next. The operator may
 * be asked first, about all of them. `early`: what was carried out before all was decided.
 */
export async function containAll(
  keys: readonly DecidedKey[],
  early: EarlyResult,
  world: World,
): Promise<{ keys: readonly ContainedKey[]; gaps: readonly Gap[] }> {
  const planned = keys.flatMap(({ candidate, decision, fingerprint }) => {
    return isContainment(decision) && !early.keys.has(fingerprint)
      ? [{ mask: candidate.secret.mask, act: decision }]
      : [];
  });
  if (planned.length > 0 && world.confirm && !(await world.confirm(planned)))
    return { keys: keys.map(decline), gaps: [] };
  if (planned.length > 0 && early.keys.size === 0) world.onContainment();
  const contained: ContainedKey[] = [];
  const gaps: Gap[] = [...early.gaps];
  for (const key of keys) {
    const done = early.keys.get(key.fingerprint);
    if (done) {
      contained.push(done);
      continue;
    }
    const { gaps: unrecorded, ...result } = await containKey(key, world);
    contained.push({ ...key, ...result });
    gaps.push(...unrecorded);
  }
  return { keys: contained, gaps };
}

/** What comes of a key when the operator says no: what was not to be contained stays as it was decided. */
function decline(key: DecidedKey): ContainedKey {
  return {
    ...key,
    outcome: isContainment(key.decision) ? { kind: "left", because: "declined" } : describeLeft(key.decision),
  };
}

/** The outcome of a decision by which nothing is done. */
export function describeLeft(decision: Exclude<Decision, Containment>): Outcome {
  if (decision.kind === "leave") return { kind: "left", because: decision.because };
  return { kind: "rehearsed", because: `would-${decision.act.kind}` };
}

/** What came of an act, and what could not be recorded of it. */
export type ActResult = { outcome: Outcome; gaps: readonly Gap[] };

/** What it takes to act on a key. */
export type ActWorld = Pick<World, "journal" | "registry" | "clock" | "isCancelled">;

/** What came of a decision about one key, and what could not be recorded of it. */
type KeyResult = ActResult & { verifiedAt: Date | null; rotation: LeakRotation | null };

/** Carries out one decision and records it. Where the operator wants that, a new key takes its place before. Throws nothing. */
export async function containKey(key: DecidedKey, world: World): Promise<KeyResult> {
  const { decision } = key;
  if (!isContainment(decision)) {
    return { outcome: describeLeft(decision), gaps: [], verifiedAt: null, rotation: null };
  }
  // Whatever comes of it, the leaked key ends.
  const replacement = world.isCancelled() ? null : await world.replaceKey?.(decision.record, world);
  const result = await containProven(key, decision, world);
  const isReplaced = replacement?.rotation.state.kind === "rotated";
  const isUsed = isReplaced ? await replacement.isUsed() : null;
  return {
    ...result,
    gaps: [...(replacement?.gaps ?? []), ...result.gaps],
    rotation: replacement ? { ...replacement.rotation, isUsed } : null,
  };
}

async function containProven(
  { candidate }: DecidedKey,
  decision: Containment,
  world: World,
): Promise<Omit<KeyResult, "rotation">> {
  const { registry, clock } = world;
  const { secret, sightings } = candidate;
  const probe = {
    validity: async () => (await registry.prove(secret, decision.record, { isUrgent: true })).validity,
    probeScopes: async () => await registry.probeScopes(secret),
  };
  const act = { fingerprint: secret.fingerprint, containment: decision, sightings, at: clock.now() };
  const result = await containRecorded(act, probe, world);
  const isVerified = result.outcome.kind === "contained" && result.outcome.verified;
  return { ...result, verifiedAt: isVerified ? clock.now() : null };
}

/** Contains a key, and records it before and after. Nobody has the text of a key without a probe. Throws nothing. */
export async function containRecorded(
  act: ContainmentRecord,
  probe: KeyProbe | null,
  world: ActWorld,
): Promise<ActResult> {
  const { containment, fingerprint } = act;
  if (world.isCancelled()) return { outcome: { kind: "refused", because: "cancelled" }, gaps: [] };
  try {
    await world.journal.begin(act);
  } catch {
    return { outcome: { kind: "refused", because: "not-recorded" }, gaps: [] };
  }
  const outcome = await world.registry
    .contain(containment, probe)
    .catch((): Outcome => ({ kind: "failed", because: "unexpected" }));
  return { outcome, gaps: await writeEnd(fingerprint, containment.record.id, outcome, world) };
}

/** Writes the end of an act to the journal. The act is done: a line that cannot be written is a gap, and undoes nothing. */
export async function writeEnd(
  fingerprint: string | null,
  id: string,
  outcome: Outcome,
  { journal, clock }: Pick<World, "journal" | "clock">,
): Promise<readonly Gap[]> {
  try {
    await journal.end(fingerprint, id, outcome, clock.now());
    return [];
  } catch {
    return [{ kind: "audit-file", detail: describeUnrecordedEnd(id) }];
  }
}

/**
 * Settles acts that earlier runs began and never ended. Returns the keys, with the earlier act's outcome where it turns
 * out to have taken effect, and the acts whose end nobody knows.
 */
export async function settleUnfinished(
  acts: readonly BegunContainment[],
  keys: readonly ContainedKey[],
  world: World,
): Promise<{
  keys: readonly ContainedKey[];
  unfinished: readonly UnfinishedContainment[];
  gaps: readonly Gap[];
}> {
  const settled = new Map<ContainedKey, ContainedKey>();
  const unfinished: UnfinishedContainment[] = [];
  const gaps: Gap[] = [];
  for (const act of acts) {
    const key = keys.find(({ candidate }) => candidate.secret.fingerprint === act.fingerprint);
    if (key && wasBegun(key, (settled.get(key) ?? key).outcome)) continue;
    const outcome = key ? await inferOutcome(act, key, world) : null;
    if (key && outcome) {
      settled.set(key, { ...key, outcome, earlier: { ...key.earlier, act: describeSettled(act, outcome) } });
      gaps.push(...(await writeEnd(act.fingerprint, act.id, outcome, world)));
    } else unfinished.push(act);
  }
  return { keys: keys.map((key) => settled.get(key) ?? key), unfinished, gaps };
}

/** An act of an earlier run that turned out to have taken effect. */
function describeSettled({ act, id, at, by }: BegunContainment, outcome: SettledOutcome): EarlierAct {
  const { endsAt, scopesBefore } = outcome.kind === "contained" ? outcome : { endsAt: null, scopesBefore: null };
  return { kind: act, recordId: id, at, by, endsAt, scopesBefore, knownFrom: "audit-file", standing: "confirmed" };
}

type SettledOutcome = Extract<Outcome, { kind: "contained" | "already-gone" }>;

/** Whether this run began the act itself: the journal then has its end. */
function wasBegun({ decision }: DecidedKey, outcome: Outcome): boolean {
  return isContainment(decision) && outcome.kind !== "refused" && outcome.kind !== "left";
}

/**
 * Infers from what this run saw of a key how an earlier act on it ended: the key is gone and refused, has the expiry it
 * was to get, or has lost its scopes. Null where that cannot be told.
 */
async function inferOutcome(
  { id, act, at }: UnfinishedContainment,
  { candidate, identity, proof, decision, earlier }: DecidedKey,
  { registry }: World,
): Promise<SettledOutcome | null> {
  const isGone = identity.kind === "unchecked" && identity.because === "contained-before";
  if (isGone && proof.validity.kind === "inactive") return { kind: "already-gone" };
  if (identity.kind !== "ours" || identity.record.id !== id || act === "revoke") return null;
  const contained = { kind: "contained", by: act, verified: true, at, scopesBefore: null } as const;
  if (act === "quarantine") {
    const { standing, recordId, kind, scopesBefore } = earlier.act ?? {};
    if (kind === act && recordId === id && standing === "confirmed") {
      return { ...contained, scopesBefore: scopesBefore ?? null, stopped: false, endsAt: null };
    }
    // Acts begin only on keys that named their owner. A user's key that no longer can has lost its scopes since.
    const isUnnamed = identity.record.owner?.kind === "user" && proof.possession === "owner-unnamed";
    if (!isUnnamed || proof.validity.because !== "restricted") return null;
    if ((await registry.probeScopes(candidate.secret).catch(() => "untold")) !== "narrow") return null;
    return { ...contained, stopped: false, endsAt: null };
  }
  const hasEnded = proof.validity.kind === "inactive" && proof.validity.because === "expired";
  const isEnding = decision.kind === "leave" && decision.because === "expires-sooner";
  if (!hasEnded && !isEnding) return null;
  return { ...contained, stopped: hasEnded, endsAt: identity.record.expiresAt };
}
