import type { RotationResult } from "../../../domain/rotation.ts";
import type { RotationTarget } from "../../../domain/rotation-target.ts";
import type { Medium } from "../../../messages/medium.ts";
import { DASHBOARD } from "../../advice/dashboard.ts";
import { type Line, line, linkWords, words } from "../../line.ts";
import { describeMintAdvice, describeStoreAdvice } from "./failure.ts";
import { describeRefusalAdvice } from "./refusal.ts";

const KEYS_PAGE = linkWords("API keys", DASHBOARD.keys);

/** What to do before a rotation can go on, or in place of it. */
export function describeRotationAdvice(result: RotationResult, medium: Medium): readonly (Line | string)[] {
  const { state } = result;
  switch (state.kind) {
    case "rotated":
    case "planned":
      return [];
    case "refused":
      return describeRefusalAdvice(state, result, medium);
    case "unfinished":
      return [words(UNFINISHED[state.because])];
    case "failed":
      if (state.because === "mint") {
        const advice = describeMintAdvice(state.failure, medium);
        const doubt = state.mayExist
          ? [
              line`A key with the name ${result.plan?.name || "of the rotation"} may exist all the same, and nobody has its text.`,
            ]
          : [];
        return [...(advice === null ? [] : [advice]), ...doubt];
      }
      if (state.because === "store") {
        const advice = describeStoreAdvice(state.failure, state.target, medium);
        return advice === null ? [] : [advice];
      }
      if (state.because === "overtaken") return [words("Leave it to the other one.")];
      return state.because === "new-key-not-ours"
        ? [line`Look at the keys of this service account under ${KEYS_PAGE}.`]
        : [];
    default:
      return state satisfies never;
  }
}

const UNFINISHED = {
  "new-key-unseen": "Start what uses the key again, so it reads the new one.",
  "new-key-gone": "The places hold a key that no longer works. Rotate it again at once.",
  "old-key-in-use":
    "Find what still uses the old key. It may be a program that was not started again, or a place that is not on the list.",
  "use-unknown": "Look whether the new key is used.",
  "old-key-kept": "Until it is retired, the old key works.",
} as const satisfies Record<Extract<RotationResult["state"], { kind: "unfinished" }>["because"], string>;

/** Whether a later run can go on with a rotation: something of it is left. */
function isOpenRotation({ state, newKey, superseded }: RotationResult): boolean {
  if (state.kind === "unfinished") return state.because !== "new-key-gone";
  if (state.kind === "refused") return state.because === "unfinished";
  if (state.kind !== "failed" || state.because === "resumed-elsewhere" || state.because === "overtaken") return false;
  const isLeft = superseded.some(({ outcome }) => outcome.kind !== "contained" && outcome.kind !== "already-gone");
  return newKey !== null || isLeft || (state.because === "mint" && state.mayExist);
}

/** How a run can be gone on with: the command as a person types it; null where the reader knows it, or may not. */
export type GoOn = { command: string | null; hasAuditFile: boolean; medium: Medium };

/** The one step that goes on with what is left, and the command for it where there is one; null where nothing is left. */
export function describeGoOn(
  results: readonly RotationResult[],
  { command, hasAuditFile, medium }: GoOn,
): { said: Line; command: string | null } | null {
  if (results.some(isOpenRotation)) {
    if (!hasAuditFile) {
      const said = line`No audit file was kept, and no later run can go on. Once nothing uses the old key, revoke it under ${KEYS_PAGE}.`;
      return { said, command: null };
    }
    if (medium === "workflow") {
      return { said: words("Then run this workflow again with resume: true and the same audit file."), command: null };
    }
    const said = command === null ? "Then run the same command again with --resume." : "Then go on with:";
    return { said: words(said), command };
  }
  if (!results.some(isRepeatable)) return null;
  return {
    said: words(medium === "workflow" ? "Then run this workflow again." : "Then run the same command again."),
    command: null,
  };
}

/** Whether a rotation left nothing behind, and may be begun anew. */
function isRepeatable({ state }: RotationResult): boolean {
  if (state.kind === "unfinished") return state.because === "new-key-gone";
  return state.kind === "failed" && state.because !== "overtaken" && state.because !== "resumed-elsewhere";
}

/** What still has the old key though its place has the new one; null where no place was written. */
export function describeRunning(places: RotationResult["places"]): string | null {
  const written = places.filter(({ holds }) => holds === "new").map(({ target }) => target);
  if (written.length === 0) return null;
  if (!written.some(isSecret))
    return "A program that read the old key at its start keeps it until it is started again.";
  const when = written.some((target) => target.kind === "github" && target.environment !== null)
    ? "Secrets are read when a run is queued, and those of an environment when the job starts."
    : "Secrets are read when a run is queued.";
  return `${when} What runs now keeps the old key. Start a new run: a re-run of an old one may still get the old key.`;
}

function isSecret({ kind }: RotationTarget): boolean {
  return kind === "github" || kind === "github-org";
}
