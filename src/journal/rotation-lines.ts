import type { RotationPlan } from "../domain/rotation.ts";
import type { RotationEntry, RotationEvent } from "../domain/rotation-record.ts";
import { formatTarget, type RotationTarget, type StoreResult } from "../domain/rotation-target.ts";
import { describeRecord, formatLine, LINE_VERSION, type RunDescription, redactAddress } from "./lines.ts";

/** A line about a step of a rotation: ids, names and places, and what came of it. It holds no text of a key. */
export function formatRotation({ rotation, attempt, at, event }: RotationEntry, run: RunDescription): string {
  const { step } = event;
  const phase = step === "plan" ? "begin" : step === "end" ? "end" : event.phase;
  const head = { v: LINE_VERSION, event: "rotation", at: at.toISOString(), rotation, step, phase, attempt };
  return formatLine({ ...head, ...describeEvent(event), run });
}

function describeEvent(event: RotationEvent): Readonly<Record<string, unknown>> {
  switch (event.step) {
    case "plan":
      return { batch: event.batch, ...describePlan(event.plan) };
    case "mint":
      return event.phase === "begin" ? { name: redactAddress(event.name) } : describeMint(event);
    case "try": {
      if (event.phase === "begin") return { key: { id: event.key } };
      const { triedAt } = event;
      const result = triedAt === null ? { kind: "refused" } : { kind: "accepted", triedAt: triedAt.toISOString() };
      return { key: { id: event.key }, result };
    }
    case "store": {
      const where = { key: { id: event.key }, place: event.place, target: formatTarget(event.target) };
      return event.phase === "begin" ? where : { ...where, result: describeStored(event.result) };
    }
    case "watch": {
      if (event.phase === "begin") return { key: { id: event.key } };
      const { seenAt } = event;
      const result = seenAt === null ? { kind: "unseen" } : { kind: "seen", seenAt: seenAt.toISOString() };
      return { key: { id: event.key }, result };
    }
    case "retire":
      return { keys: event.keys };
    case "end": {
      const { state, isOver } = event;
      return { state: { kind: state.kind, because: "because" in state ? state.because : null }, isOver };
    }
    default:
      return event satisfies never;
  }
}

function describePlan({ order, old, name, scopes, expiresIn }: RotationPlan) {
  return {
    asked: redactAddress(order.asked),
    old: describeRecord(old),
    name: redactAddress(name),
    scopes: scopes.kind === "all" ? "all" : scopes.scopes,
    expiresIn,
    overlap: order.overlap,
    wait: order.wait,
    targets: order.targets.map((target: RotationTarget) => formatTarget(target)),
  };
}

function describeMint({ result }: Extract<RotationEvent, { step: "mint"; phase: "end" }>) {
  if (result.kind !== "minted") return { result };
  const { id, name, fingerprint, createdAt, expiresAt } = result.key;
  const dates = { createdAt: createdAt?.toISOString() ?? null, expiresAt: expiresAt?.toISOString() ?? null };
  return { result: { kind: result.kind }, key: { id, name: redactAddress(name), fingerprint, ...dates } };
}

function describeStored(result: StoreResult) {
  if (result.kind === "stored") return { kind: result.kind, verified: result.verified };
  return { kind: result.kind, because: result.because, mayBeStored: result.mayBeStored };
}
