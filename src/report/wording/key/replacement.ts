import type { Finding } from "../../../domain/finding.ts";
import type { LeakRotation, RotationFailure } from "../../../domain/rotation.ts";
import type { RotationTarget } from "../../../domain/rotation-target.ts";
import type { Medium } from "../../../messages/medium.ts";
import { joinLines, type Line, line, markName, words } from "../../line.ts";
import { explainMintFailure, explainStoreFailure } from "../rotation/failure.ts";
import { describeTarget } from "../rotation/names.ts";
import { explainRefusal } from "../rotation/refusal.ts";

/** More places than this are told as a number. */
const MOST_PLACES = 3;

/** Whether the places of a leaked key hold another one by now. */
export function isReplaced({ rotation }: Pick<Finding, "rotation">): boolean {
  if (rotation === null) return false;
  const { state } = rotation;
  return state.kind === "rotated" || (state.kind === "refused" && state.because === "already-replaced");
}

/** "the secret `OPENAI_API_KEY` of acme/shop and 2 other places" */
export function listKeptIn(places: readonly RotationTarget[]): Line {
  const shown = places.slice(0, MOST_PLACES).map(describeTarget);
  const left = places.length - shown.length;
  const all = left > 0 ? [...shown, words(`${left} other ${left === 1 ? "place" : "places"}`)] : shown;
  const [last = words("its places"), ...others] = all.toReversed();
  return others.length === 0 ? last : line`${joinLines(others.toReversed(), ", ")} and ${last}`;
}

/**
 * What came of putting a new key in the places of a leaked one: sentences. Nothing where that was not tried.
 */
export function describeReplacement({ rotation, identity }: Finding, medium: Medium): Line {
  if (rotation === null) return words("");
  const { state, isUsed, places } = rotation;
  if (state.kind === "rotated") {
    const stored = listKeptIn(places.map(({ target }) => target));
    const user = identity.kind === "ours" ? (identity.record.owner?.name ?? null) : null;
    return line`The new key is in ${stored}${describeUse(isUsed, user)}. What runs now keeps the leaked one until it is started again.`;
  }
  if (isReplaced({ rotation })) return words("Another key has taken its place before.");
  return line`No new key is in its place: ${explainRotation(rotation, medium)}.`;
}

/** ", and **checkout-bot** uses it already" */
function describeUse(isUsed: boolean | null, user: string | null): Line {
  if (isUsed === null) return words("");
  if (!isUsed) return words(", and nobody has used it yet");
  return user === null ? words(", and it is in use already") : line`, and ${markName(user)} uses it already`;
}

function explainRotation({ state, places }: LeakRotation, medium: Medium): Line {
  switch (state.kind) {
    case "refused":
      return explainRefusal(state, { places }, medium);
    case "failed":
      return explainFailure(state, medium);
    case "unfinished":
    case "planned":
    case "rotated":
      return words("the rotation was not finished");
    default:
      return state satisfies never;
  }
}

function explainFailure(failure: RotationFailure, medium: Medium): Line {
  switch (failure.because) {
    case "mint":
      return explainMintFailure(failure.failure);
    case "store":
      return line`${describeTarget(failure.target)} did not take it: ${explainStoreFailure(failure.failure, medium)}`;
    case "overtaken":
      return line`another rotation of it was first, with ${failure.by}`;
    default:
      return words(FAILED[failure.because]);
  }
}

const FAILED = {
  "new-key-refused": "OpenAI did not accept the new key",
  "new-key-lives-longer": "OpenAI gave the new key a longer life than was asked for",
  "new-key-not-ours": "OpenAI accepted the new key for somebody else",
  "resumed-elsewhere": "another run goes on with it",
  "account-not-listed": "the keys of its service account could not be listed",
  "not-recorded": "the audit file could not be written",
  cancelled: "the run was stopped",
  unexpected: "this tool broke off, and it is not known how far it got",
} as const satisfies Record<Exclude<RotationFailure["because"], "mint" | "store" | "overtaken">, string>;
