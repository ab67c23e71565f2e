import type { KeyRecord } from "../../domain/inventory.ts";
import type { MintedKey, RotationOrder, RotationRefusal, RotationResult } from "../../domain/rotation.ts";
import type { RecordedKey, RecordedRotation } from "../../domain/rotation-record.ts";
import { describePlaces } from "../steps/places.ts";
import type { RotationTask } from "../steps/rotation-run.ts";

/** What is known of a rotation before this run did anything: what earlier runs did of it, if any. */
export function buildResult(
  { plan, recorded }: Pick<RotationTask, "plan" | "recorded">,
  differing: Pick<RotationResult, "state"> & Partial<RotationResult>,
): RotationResult {
  return {
    asked: plan.order.asked,
    old: plan.old,
    plan,
    newKey: findStandingKey(recorded),
    places: describePlaces({ plan, recorded }),
    use: { kind: "not-watched" },
    retired: null,
    superseded: [],
    isResumed: recorded !== null,
    ...differing,
  };
}

/** A key that is not rotated, and whose rotation was not planned. */
export function buildRefusal(order: RotationOrder, old: KeyRecord | null, refusal: RotationRefusal): RotationResult {
  return {
    asked: order.asked,
    old,
    plan: null,
    state: { kind: "refused", ...refusal },
    newKey: null,
    places: order.targets.map((target) => ({ target, holds: "old", result: null })),
    use: { kind: "not-watched" },
    retired: null,
    superseded: [],
    isResumed: false,
  };
}

/** A rotation that an earlier run of the same command brought to its end. */
export function buildDone(order: RotationOrder, recorded: RecordedRotation): RotationResult {
  const newKey = recorded.keys.at(-1) ?? null;
  const seenAt = newKey?.seenAt ?? null;
  return {
    ...buildRefusal(order, rebuildOldKey(recorded), { because: "nothing-to-resume" }),
    state: { kind: "rotated" },
    newKey: newKey && describeRecorded(newKey),
    places: order.targets.map((target) => ({ target, holds: "new", result: null })),
    use: seenAt === null ? { kind: "not-watched" } : { kind: "seen", at: seenAt },
    isResumed: true,
  };
}

/** The old key by the audit file, where OpenAI lists it no more. It shows no ends, so that nothing can be done to it by mistake. */
export function rebuildOldKey({ old }: RecordedRotation): KeyRecord {
  const dates = { createdAt: null, lastUsedAt: null, expiresAt: null, ownerHasAccess: null } as const;
  return { ...old, redacted: null, ...dates, absent: ["createdAt", "lastUsedAt", "expiresAt"] };
}

/** A key that an earlier run created, without what only a later run needs. */
export function describeRecorded({ id, name, fingerprint, createdAt, expiresAt }: RecordedKey): MintedKey {
  return { id, name, fingerprint, createdAt, expiresAt };
}

/** The last key that earlier runs stored somewhere, or may have. */
function findStandingKey(recorded: RecordedRotation | null): MintedKey | null {
  const key = recorded?.keys.findLast(({ touched }) => touched.length > 0);
  return key ? describeRecorded(key) : null;
}
