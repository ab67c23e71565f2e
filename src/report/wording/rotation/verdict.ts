import type { RotationFailure, RotationReport, RotationRest, RotationResult } from "../../../domain/rotation.ts";
import type { Medium } from "../../../messages/medium.ts";
import { joinLines, type Line, line, words } from "../../line.ts";
import { capitalize, formatCount, formatWhen } from "../../numbers.ts";
import { explainFailed, explainLeft, explainRefused } from "../key/outcome.ts";
import { explainMintFailure, explainStoreFailure } from "./failure.ts";
import { countPlaces, nameRotated, nameTarget } from "./names.ts";
import { explainRefusal } from "./refusal.ts";

type Told = { medium: Medium; now: Date };

/** What came of one key, in one or two sentences that begin with the verdict. */
export function describeVerdict(result: RotationResult, told: Told): Line {
  const name = nameRotated(result);
  const { state } = result;
  switch (state.kind) {
    case "rotated":
      return describeRotated(result, told);
    case "planned":
      return line`Dry run: ${name} would get a new key in ${words(countPlaces(result.places.length))}. Nothing was created or changed.`;
    case "unfinished":
      return describeUnfinished(result, state.because, told);
    case "failed":
      return describeFailed(result, state, told);
    case "refused":
      return line`${name} was not rotated: ${explainRefusal(state, result, told.medium)}. Nothing was created or changed.`;
    default:
      return state satisfies never;
  }
}

function describeRotated(result: RotationResult, { now }: Told): Line {
  const { use, places } = result;
  const inUse = use.kind === "seen" ? " and in use" : "";
  const head = line`Rotated ${nameRotated(result)}: the new key is in ${words(`${countPlaces(places.length)}${inUse}`)}.`;
  const unwatched = use.kind === "seen" ? [] : [words("Nobody waited for it to be used.")];
  return joinLines([head, ...unwatched, ...describeOldEnd(result, now)], " ");
}

/** "The old one ends on 29 Nov 2026, 11:03 UTC."; nothing where its turn did not come. */
function describeOldEnd({ retired, old }: RotationResult, now: Date): readonly Line[] {
  const { outcome } = retired ?? {};
  if (outcome === undefined) return [];
  if (outcome.kind === "already-gone") return [words("The old one was gone already.")];
  if (outcome.kind === "contained") {
    const doubt = outcome.verified ? "" : ", which is not confirmed yet";
    if (outcome.by === "revoke") return [words(`The old one is revoked${doubt}.`)];
    return [words(`The old one ends ${outcome.endsAt === null ? "soon" : formatWhen(outcome.endsAt, now)}${doubt}.`)];
  }
  const isEnding = outcome.kind === "left" && outcome.because === "expires-sooner";
  const endsAt = (retired ?? { record: old }).record?.expiresAt ?? null;
  return isEnding && endsAt !== null
    ? [words(`The old one ends ${formatWhen(endsAt, now)}, as it was to before.`)]
    : [];
}

function describeUnfinished(result: RotationResult, because: RotationRest, { now }: Told): Line {
  const name = nameRotated(result);
  const has = line`${name} has a new key in ${words(countPlaces(result.places.length))}`;
  switch (because) {
    case "new-key-unseen":
      return line`${has}, and it was not used while this run waited. The old key was kept: both work.`;
    case "new-key-gone":
      return line`The new key of ${name} was deleted, and not by this tool. Only the old one still works.`;
    case "old-key-in-use":
      return line`${has}, and something still uses the old one. It was kept: both work.`;
    case "use-unknown":
      return line`${has}, and OpenAI did not say when each key was last used. The old one was kept: both work.`;
    case "old-key-kept":
      return line`${has}, and the old one was not retired${words(explainKept(result, now))}.`;
    default:
      return because satisfies never;
  }
}

function explainKept({ retired, superseded }: RotationResult, now: Date): string {
  const outcome = [retired, ...superseded].find((one) => one !== null && one.outcome.kind !== "contained")?.outcome;
  switch (outcome?.kind) {
    case "failed":
      return `: ${explainFailed(outcome.because)}`;
    case "refused":
      return `: ${explainRefused(outcome.because)}`;
    case "left":
      return `: ${explainLeft(outcome.because)}`;
    default: {
      const unsure = retired?.outcome;
      if (unsure?.kind !== "contained" || unsure.verified) return "";
      return unsure.endsAt === null
        ? ": it is not confirmed"
        : `: that it ends ${formatWhen(unsure.endsAt, now)} is not confirmed`;
    }
  }
}

function describeFailed(result: RotationResult, failure: RotationFailure, { medium }: Told): Line {
  const name = nameRotated(result);
  switch (failure.because) {
    case "mint":
      return line`No new key for ${name}: ${explainMintFailure(failure.failure)}. The old one was not touched.`;
    case "new-key-refused":
      return line`OpenAI did not accept the new key of ${name}. No place got it, and the old one was not touched.`;
    case "new-key-lives-longer":
      return line`OpenAI gave the new key of ${name} a longer life than was asked for. No place got it, and the old one was not touched.`;
    case "new-key-not-ours":
      return line`OpenAI accepted the new key of ${name} for somebody else. No place got it, and the old one was not touched.`;
    case "store": {
      const place = result.places.findIndex(({ target }) => target === failure.target);
      const target = nameTarget(failure.target, Math.max(0, place));
      const stored = result.places.filter(({ holds }) => holds === "new").length;
      const all = countPlaces(result.places.length);
      const why = line`${target} did not take it: ${explainStoreFailure(failure.failure, medium)}.`;
      if (result.newKey === null) return line`No place has a new key for ${name}: ${why} The old one was not touched.`;
      return line`The new key of ${name} is in ${stored} of ${words(all)}: ${why} The old one was kept: both work.`;
    }
    case "overtaken":
      return line`Another rotation of ${name} was first: its new key is ${failure.by}. This run stopped, and the old key was not touched.`;
    default:
      return line`The rotation of ${name} ${words(BROKEN[failure.because])}. The old key was not touched.`;
  }
}

const BROKEN = {
  "resumed-elsewhere": "goes on in another run, and this run stopped",
  "account-not-listed": "stopped: the keys of its service account could not be listed, and another rotation may run",
  "not-recorded": "stopped: the audit file could not be written",
  cancelled: "was stopped",
  unexpected: "broke off: this is a fault of openai-key-guard",
} as const satisfies Partial<Record<RotationFailure["because"], string>>;

/** What all rotations of a run came to: "2 keys rotated, 1 not finished". */
export function describeRotationSum({ rotations, gaps }: RotationReport): string {
  if (rotations.length === 0) {
    return gaps.length > 0
      ? "Not clear which keys are due: not everything could be listed"
      : "No key is due for rotation";
  }
  const counts = SUMS.map(
    ([kind, what]) => [rotations.filter(({ state }) => state.kind === kind).length, what] as const,
  );
  const parts = counts.filter(([count]) => count > 0);
  return capitalize(
    parts
      .map(([count, what], at) => (at === 0 ? `${formatCount(count, "key")} ${what}` : `${count} ${what}`))
      .join(", "),
  );
}

const SUMS = [
  ["failed", "failed"],
  ["unfinished", "not finished"],
  ["refused", "not rotated"],
  ["rotated", "rotated"],
  ["planned", "would be rotated (dry run)"],
] as const;
