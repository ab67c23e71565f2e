import type { KeyScopes, PlaceResult, RetiredKey, RotationPlan, RotationResult } from "../../../domain/rotation.ts";
import { joinLines, type Line, line, markName, showName, words } from "../../line.ts";
import { formatWhen } from "../../numbers.ts";
import { ACTIONS, explainFailed, explainLeft, explainRefused } from "../key/outcome.ts";
import { describeSeconds } from "./names.ts";

/** What the parts of a report on rotations are called. */
export const ROTATION_SECTIONS = {
  places: "Where which key is",
  keys: "Keys",
  plan: "Plan",
  next: "What to do",
  gaps: "Not read",
  notes: "Notes",
  place: "Place",
  holds: "Key",
} as const;

const HOLDS = {
  new: "the new key",
  old: "the old key",
  earlier: "a key of an earlier run",
  unknown: "not known which",
} as const satisfies Record<PlaceResult["holds"], string>;

/** "the new key"; with a doubt where the place did not show it. */
export function describeHolds({ holds, result }: PlaceResult): string {
  const isUnsure = holds === "new" && result?.kind === "stored" && !result.verified;
  return isUnsure ? `${HOLDS.new}, as it answered` : HOLDS[holds];
}

/** "all permissions", "api.model.request". */
function describeScopes(scopes: KeyScopes): Line {
  return scopes.kind === "all"
    ? words("all permissions")
    : joinLines(
        scopes.scopes.map((one) => line`${one}`),
        ", ",
      );
}

/** The steps of a plan, in their order; of one that an earlier run began, those that are left. */
export function describePlan(plan: RotationPlan): readonly Line[] {
  return [...(plan.isStored ? [] : describeNewKey(plan)), ...describeOldKey(plan)];
}

function describeNewKey({ order, account, project, scopes, expiresIn }: RotationPlan): readonly Line[] {
  const owner = account.name === null ? line`${account.id}` : markName(account.name);
  const home = project.name === null ? line`${project.id}` : markName(project.name);
  const life = expiresIn === null ? "without end" : `for ${describeSeconds(expiresIn)}`;
  return [
    line`create a key of service account ${owner} in project ${home}, ${words(life)}, with ${describeScopes(scopes)}`,
    words("try the new key"),
    words(order.targets.length === 1 ? "store it in its place" : `store it in its ${order.targets.length} places`),
  ];
}

function describeOldKey({ order, isStored }: RotationPlan): readonly Line[] {
  const isAtOnce = order.overlap === 0;
  const when = order.wait === 0 ? "" : " once the new one is used";
  const key = isStored ? "the new key" : "it";
  return [
    words(
      order.wait === 0
        ? `not wait for ${key} to be used`
        : `wait up to ${describeSeconds(order.wait)} for ${key} to be used`,
    ),
    words(
      isAtOnce ? `revoke the old key${when}` : `let the old key end ${describeSeconds(order.overlap)} later${when}`,
    ),
  ];
}

/** The keys of a rotation: what each is, and what became of it. */
export function describeKeys(result: RotationResult, now: Date): readonly Line[] {
  const { newKey, old, retired, superseded, state } = result;
  if (state.kind === "planned" || state.kind === "refused") return [];
  const born = newKey
    ? [
        line`New key: ${newKey.id}${words(newKey.expiresAt === null ? "" : `, ends ${formatWhen(newKey.expiresAt, now)}`)}`,
      ]
    : [];
  const before = old ? [line`Old key: ${old.id}${words(`, ${describeOld(retired, now)}`)}`] : [];
  const others = superseded.map((one) => line`Not needed: ${one.record.id}${words(`, ${describeFate(one, now)}`)}`);
  return [...born, ...before, ...others];
}

function describeOld(retired: RetiredKey | null, now: Date): string {
  return retired === null ? "not touched" : describeFate(retired, now);
}

/** "deleted at 10:03 UTC", "still works: the Admin API key may not change keys" */
function describeFate({ record, outcome }: RetiredKey, now: Date): string {
  switch (outcome.kind) {
    case "contained": {
      const doubt = outcome.verified ? "" : ", not confirmed yet";
      if (outcome.by === "expire" && outcome.endsAt !== null) return `ends ${formatWhen(outcome.endsAt, now)}${doubt}`;
      return `${ACTIONS[outcome.by].done} ${formatWhen(outcome.at, now)}${doubt}`;
    }
    case "already-gone":
      return "gone";
    case "left":
      if (outcome.because === "expires-sooner" && record.expiresAt !== null) {
        return `ends ${formatWhen(record.expiresAt, now)}`;
      }
      return `still works: ${explainLeft(outcome.because)}`;
    case "refused":
      return `still works: ${explainRefused(outcome.because)}`;
    case "failed":
      return `may still work: ${explainFailed(outcome.because)}`;
    case "rehearsed":
      return "not touched";
    default:
      return outcome satisfies never;
  }
}

/** "checked against **acme-inc**" */
export function describeOrganization(organization: string | null): Line | null {
  return organization === null ? null : line`checked against ${showName(organization)}`;
}
