import { randomBytes } from "node:crypto";
import type { Policy } from "../../domain/decision.ts";
import type { UnmatchedEntry } from "../../domain/protection.ts";
import type { RotationPlan, RotationProgress } from "../../domain/rotation.ts";
import type { RecordedRotation, RotationEvent } from "../../domain/rotation-record.ts";
import type { RotationWorld } from "../rotation-world.ts";

/** A rotation that is to be carried out. */
export type RotationTask = {
  plan: RotationPlan;
  /** What all rotations of one command have in common. */
  batch: string;
  /** What earlier runs did of it; null where it begins. */
  recorded: RecordedRotation | null;
};

/** What holds every act of a run back. */
export type RotationRails = {
  policy: Policy;
  unmatched: readonly UnmatchedEntry[];
  /** The ids of the records that are, or may be, the Admin API key of this run. */
  own: ReadonlySet<string>;
};

/** One rotation, as one run carries it out. */
export type RotationRun = RotationTask & {
  /** Names the run. */
  attempt: string;
  rails: RotationRails;
  world: RotationWorld;
};

/** Creates a word of 8 random hex digits: the `createToken` of every run that is no test. */
export function createRotationToken(): string {
  return randomBytes(4).toString("hex");
}

/** Why a step is not taken. */
type Halt = { because: "not-recorded" } | { because: "resumed-elsewhere" };

/** Records that the rotation begins, or goes on, and makes sure that no other run of the same audit file does it too. */
export async function beginRotation(run: RotationRun): Promise<Halt | { because: "unfinished" } | null> {
  const { plan, batch, recorded, world } = run;
  const halt = await beginStep(run, { step: "plan", plan, batch });
  if (halt || recorded) return halt;
  // Of two that began at once, the one whose line is first in the file goes on.
  const open = (await world.journal.rotations().catch(() => [])).filter(({ isOver }) => !isOver);
  const [first] = open.filter(({ old }) => old.id === plan.old.id);
  return first === undefined || first.id === plan.id ? null : { because: "unfinished" };
}

/**
 * Records that a step begins. Null when the line is on disk and this run is still the one that carries out the rotation:
 * without that nothing may be done.
 */
export async function beginStep(run: RotationRun, event: RotationEvent): Promise<Halt | null> {
  const { attempt } = run;
  if (!(await noteStep(run, event))) return { because: "not-recorded" };
  try {
    const known = await readRecorded(run);
    return known && known.attempt !== attempt ? { because: "resumed-elsewhere" } : null;
  } catch {
    return { because: "not-recorded" };
  }
}

/** What the audit file says of the rotation now: another run may have gone on with it. Null where none is kept. */
export async function readRecorded({ plan, world }: RotationRun): Promise<RecordedRotation | null> {
  return (await world.journal.rotations()).find(({ id }) => id === plan.id) ?? null;
}

/** Records how a step ended. False when that could not be written; what was done stays done. */
export async function noteStep({ plan, attempt, world }: RotationRun, event: RotationEvent): Promise<boolean> {
  try {
    await world.journal.noteRotation({ rotation: plan.id, attempt, at: world.clock.now(), event });
    return true;
  } catch {
    return false;
  }
}

/** Tells of a step. What was done is done, whether it can be told or not. */
export function tellStep(
  { plan, world }: RotationRun,
  step: RotationProgress["step"],
  phase: RotationProgress["phase"],
  { target = null, isDone = false }: Partial<Pick<RotationProgress, "target" | "isDone">> = {},
): void {
  try {
    world.onStep({ plan, step, phase, target, isDone });
  } catch {
    // The result tells of it.
  }
}
