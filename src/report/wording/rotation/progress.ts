import type { Clock } from "../../../domain/clock.ts";
import type { RotationPlan, RotationProgress } from "../../../domain/rotation.ts";
import { describeRotationPrompt, STEPS } from "../../../messages/rotation/progress.ts";
import { formatPlain } from "../../line.ts";
import { describePlan } from "./facts.ts";
import { describeSeconds, nameRotated, nameTarget } from "./names.ts";

/** Says the steps of a run as they happen. While the new key is waited for, a line a minute is enough. */
export class StepTeller {
  readonly #clock: Clock;
  readonly #saysAll: boolean;
  #begun = 0;
  #said = 0;

  /** `saysAll`: each look at the new key is a line. */
  constructor(clock: Clock, saysAll: boolean) {
    this.#clock = clock;
    this.#saysAll = saysAll;
  }

  /** The line for a step; null where there is nothing new to say. */
  describe(progress: RotationProgress): string | null {
    const isWatch = progress.step === "watch";
    if (isWatch && progress.phase === "begin") [this.#begun, this.#said] = [this.#clock.elapsed(), 0];
    const minutes = Math.floor((this.#clock.elapsed() - this.#begun) / 60_000);
    const isNews = this.#saysAll || minutes > this.#said;
    if (isWatch && progress.phase === "wait") this.#said = minutes;
    return describeProgress(progress, isNews ? minutes : null);
  }
}

/** What is about to be done, for whoever is asked and for the log: the keys, and the steps of each. */
export function describePlans(plans: readonly RotationPlan[]): readonly string[] {
  return [describeRotationPrompt(plans.length), ...plans.flatMap(describePlanned)];
}

/** How far a run has come with one key, in a line; null where there is nothing new to say. `minutes`: waited so far. */
function describeProgress(progress: RotationProgress, minutes: number | null): string | null {
  const { plan, step, phase, isDone } = progress;
  const key = namePlanned(plan);
  switch (step) {
    case "mint":
      return phase === "begin"
        ? STEPS.creating(key)
        : phase === "wait"
          ? null
          : chooseEnd(isDone, key, "created", "notCreated");
    case "try":
      return phase === "wait"
        ? STEPS.notYetAccepted(key)
        : phase === "end"
          ? chooseEnd(isDone, key, "accepted", "notAccepted")
          : null;
    case "store":
      return phase === "end" ? describeStored(progress, key) : null;
    case "watch":
      if (phase === "begin") return STEPS.waiting(key, describeSeconds(plan.order.wait));
      if (phase === "end") return chooseEnd(isDone, key, "used", "notUsed");
      return minutes === null ? null : STEPS.stillWaiting(key, minutes, Math.ceil(plan.order.wait / 60));
    case "retire":
      return phase === "end" ? chooseEnd(isDone, key, "retired", "notRetired") : null;
    default:
      return step satisfies never;
  }
}

/** A key that is to be rotated, and the steps. */
function describePlanned(plan: RotationPlan): readonly string[] {
  const places = plan.order.targets.map((target, at) => `       ${formatPlain(nameTarget(target, at))}`);
  const steps = describePlan(plan).map((step, at) => `    ${at + 1}. ${formatPlain(step)}`);
  if (plan.isStored) return [`  ${namePlanned(plan)}`, ...steps];
  return [`  ${namePlanned(plan)}`, ...steps.slice(0, 3), ...places, ...steps.slice(3)];
}

function namePlanned(plan: RotationPlan): string {
  return formatPlain(nameRotated({ asked: plan.order.asked, old: plan.old, plan }));
}

type Said = "created" | "notCreated" | "accepted" | "notAccepted" | "used" | "notUsed" | "retired" | "notRetired";

function chooseEnd(isDone: boolean, key: string, done: Said, otherwise: Said): string {
  return STEPS[isDone ? done : otherwise](key);
}

function describeStored({ plan, target, isDone }: RotationProgress, key: string): string | null {
  if (target === null) return null;
  const place = formatPlain(nameTarget(target, plan.order.targets.indexOf(target)));
  return isDone ? STEPS.stored(key, place) : STEPS.notStored(key, place);
}
