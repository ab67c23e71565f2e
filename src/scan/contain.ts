import type { Decision } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { UnfinishedContainment } from "../domain/journal.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Judged } from "./judge.ts";
import type { World } from "./world.ts";

/** A key, and what was decided about it. */
export type Decided = { judged: Judged; decision: Decision };

/** Carries out what was decided, one key after the other: what befalls one says nothing of the next. */
export async function containAll(all: readonly Decided[], world: World, gaps: Gap[]): Promise<readonly Outcome[]> {
  if (all.some(({ decision }) => decision.kind !== "leave" && decision.kind !== "rehearse")) world.onContainment();
  const outcomes: Outcome[] = [];
  for (const one of all) outcomes.push(await carryOut(one, world, gaps));
  return outcomes;
}

async function carryOut({ judged, decision }: Decided, world: World, gaps: Gap[]): Promise<Outcome> {
  if (decision.kind === "leave") return { kind: "left", because: decision.because };
  if (decision.kind === "rehearse") return { kind: "rehearsed", because: `would-${decision.act.kind}` };
  if (world.isCancelled()) return { kind: "refused", because: "cancelled" };
  const { journal, registry, clock } = world;
  const { secret, sightings } = judged.candidate;
  try {
    await journal.begin({ fingerprint: secret.fingerprint, containment: decision, sightings, at: clock.now() });
  } catch {
    return { kind: "refused", because: "not-recorded" };
  }
  const again = {
    validity: async () => (await registry.prove(secret, decision.record)).validity,
    probeScopes: async () => await registry.probeScopes(secret),
  };
  const outcome = await registry
    .contain(decision, again)
    .catch((): Outcome => ({ kind: "failed", because: "unexpected" }));
  await settle(secret.fingerprint, decision.record.id, outcome, world, gaps);
  return outcome;
}

/** The act is done: a line that cannot be written is told, and undoes nothing. */
async function settle(
  fingerprint: string,
  id: string,
  outcome: Outcome,
  { journal, clock }: World,
  gaps: Gap[],
): Promise<void> {
  try {
    await journal.end(fingerprint, id, outcome, clock.now());
  } catch {
    gaps.push({ kind: "audit-file", detail: `the end of what was done to ${id} could not be written to it` });
  }
}

/**
 * What came of an act that an earlier run began and never ended, as far as this run met its key again: gone and refused,
 * with the expiry it was to get, or without its scopes. Null where this run cannot say.
 */
async function finished(
  { act, at }: UnfinishedContainment,
  { judged, decision }: Decided,
  { registry }: World,
): Promise<Outcome | null> {
  const { candidate, identity, proof } = judged;
  const isGone = identity.kind === "unchecked" && identity.because === "contained-before";
  if (isGone && proof.validity.kind === "inactive") return { kind: "already-gone" };
  if (identity.kind !== "ours" || act === "revoke") return null;
  if (act === "quarantine") {
    // An act begins on a key that said whose it is. A person's that cannot any more has lost its scopes since.
    const isMute = identity.record.owner?.kind === "user" && proof.possession === "unnamed";
    if (!isMute || proof.validity.because !== "restricted") return null;
    if ((await registry.probeScopes(candidate.secret).catch(() => "untold")) !== "narrow") return null;
    return { kind: "contained", by: act, verified: true, stopped: false, at, endsAt: null, scopesBefore: null };
  }
  const hasEnded = proof.validity.kind === "inactive" && proof.validity.because === "expired";
  const isEnding = decision.kind === "leave" && decision.because === "expires-sooner";
  if (!hasEnded && !isEnding) return null;
  const endsAt = identity.record.expiresAt;
  return { kind: "contained", by: act, verified: true, stopped: hasEnded, at, endsAt, scopesBefore: null };
}

/**
 * Ends what earlier runs left open. `outcomes` are in the order of `all`, and are replaced where the earlier run's act
 * turns out to have taken effect. Returns the acts whose end nobody knows.
 */
export async function settleUnfinished(
  open: readonly UnfinishedContainment[],
  all: readonly Decided[],
  outcomes: Outcome[],
  world: World,
  gaps: Gap[],
): Promise<readonly UnfinishedContainment[]> {
  const left: UnfinishedContainment[] = [];
  for (const one of open) {
    const index = all.findIndex(({ judged }) => judged.candidate.secret.fingerprint === one.fingerprint);
    const decided = all[index];
    const begunAgain = decided !== undefined && isBegun(decided, outcomes[index]);
    const outcome = decided && !begunAgain ? await finished(one, decided, world) : null;
    if (outcome) {
      outcomes[index] = outcome;
      await settle(one.fingerprint, one.id, outcome, world, gaps);
    } else if (!begunAgain) left.push(one);
  }
  return left;
}

/** Whether this run did the act itself: its end is then known, and stands in the journal. A refused one did nothing. */
function isBegun({ decision }: Decided, outcome: Outcome | undefined): boolean {
  return decision.kind !== "leave" && decision.kind !== "rehearse" && outcome?.kind !== "refused";
}
