import { type Detail, removeNames, removeNamesFromDecision } from "./report.ts";
import type {
  MintedKey,
  RetiredKey,
  RotationPlan,
  RotationProgress,
  RotationReport,
  RotationResult,
} from "./rotation.ts";
import { isSameTarget, type RotationTarget, type StoreFailure } from "./rotation-target.ts";
import { buildSuccessorName, parseSuccession } from "./succession.ts";

/**
 * Restricts a report to what its reader may see: `minimal` names no key, project, service account or place. Ids stay, by
 * which its owners find the keys; a place is known by its number and its kind, since its names are empty.
 */
export function restrictRotationReport(report: RotationReport, detail: Detail): RotationReport {
  if (detail === "full") return report;
  const gaps = report.gaps.map((gap) => (gap.publicDetail === undefined ? gap : { ...gap, detail: gap.publicDetail }));
  return { ...report, organization: null, rotations: report.rotations.map(restrictResult), gaps };
}

function restrictResult(result: RotationResult): RotationResult {
  const { old, plan, state, newKey, places, retired, superseded } = result;
  const hidden = places.map(({ target }) => removeTargetNames(target));
  // What failed is told as one of the places: its number is all that is left of it.
  const hide = (target: RotationTarget) =>
    hidden[places.findIndex((one) => isSameTarget(one.target, target))] ?? removeTargetNames(target);
  return {
    ...result,
    asked: old?.id ?? "",
    old: old && removeNames(old),
    plan: plan && restrictPlan(plan),
    state: restrictState(state, hide),
    newKey: newKey && restrictKey(newKey),
    places: places.map(({ target, result: stored, ...place }) => ({
      ...place,
      target: hide(target),
      result: stored?.kind === "failed" ? { ...stored, ...hideFailure(stored) } : stored,
    })),
    retired: retired && restrictRetired(retired),
    superseded: superseded.map(restrictRetired),
  };
}

/** Restricts a plan, as one that is shown before anything is done. */
export function restrictPlan(plan: RotationPlan): RotationPlan {
  const { order, old, account, project, name } = plan;
  return {
    ...plan,
    order: { ...order, asked: old.id, project: null, targets: order.targets.map(removeTargetNames) },
    old: removeNames(old),
    account: { ...account, name: null },
    project: { ...project, name: null },
    name: hideName(name),
  };
}

/** Restricts a step, as it is said while it happens. */
export function restrictStep(step: RotationProgress): RotationProgress {
  const { plan, target } = step;
  const shown = restrictPlan(plan);
  const place = target === null ? -1 : plan.order.targets.findIndex((one) => isSameTarget(one, target));
  return { ...step, plan: shown, target: shown.order.targets[place] ?? null };
}

/** Removes the names of a place, and keeps its kind. */
function removeTargetNames(target: RotationTarget): RotationTarget {
  switch (target.kind) {
    case "github":
      return { ...target, owner: "", repo: "", secret: "", environment: target.environment === null ? null : "" };
    case "github-org":
      return { ...target, org: "", secret: "" };
    case "dependabot":
    case "codespaces":
      return { ...target, owner: "", repo: "", secret: "" };
    case "command":
      return { ...target, argv: [""] };
    case "file":
      return { ...target, path: "" };
    default:
      return target satisfies never;
  }
}

function restrictState(
  state: RotationResult["state"],
  hide: (target: RotationTarget) => RotationTarget,
): RotationResult["state"] {
  if ("target" in state) return { ...state, target: hide(state.target), failure: hideFailure(state.failure) };
  if (state.kind === "refused" && state.because === "other-targets") return { ...state, targets: [] };
  return state;
}

function hideFailure<Failure extends StoreFailure>(failure: Failure): Failure {
  return failure.because === "moved" ? { ...failure, to: "" } : failure;
}

function restrictKey(key: MintedKey): MintedKey {
  return { ...key, name: hideName(key.name) };
}

function restrictRetired({ record, decision, outcome }: RetiredKey): RetiredKey {
  return {
    record: { ...removeNames(record), name: record.name === null ? null : hideName(record.name) || null },
    decision: removeNamesFromDecision(decision),
    outcome: outcome.kind === "contained" ? { ...outcome, scopesBefore: null } : outcome,
  };
}

/** Of a new key's name only what tells which key it replaces: ids. */
function hideName(name: string): string {
  const succession = parseSuccession(name);
  return succession === null ? "" : buildSuccessorName(null, succession);
}
