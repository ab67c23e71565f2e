import type { FailedBecause, Outcome } from "../../domain/outcome.ts";
import { explainRefusal, isGone, isMissingScope, parseRefusal, type Refusal } from "../refusal.ts";
import type { Polling } from "./poll.ts";

/** How a change of a record ended. */
export type ChangeResult =
  | { kind: "done" }
  /** There is no such record. */
  | { kind: "gone" }
  /** `status` is that of OpenAI's own last refusal; null where there was none, or it was not theirs. */
  | { kind: "failed"; outcome: Outcome; status: number | null };

/** How it ends with an Admin API key that may only read. */
const READ_ONLY = { kind: "refused", because: "read-only-admin-key" } as const satisfies Outcome;

/** How often a request is made whose answer was lost. */
const LOST_TRIES = 3;

/** How often a request is made that was told to come later (429). */
const LATE_TRIES = 5;

/** The first wait before a request is made again, in first pauses of the polling: a second in all. It doubles. */
const FIRST_WAIT = 5;

/** The longest wait that OpenAI may ask for, in milliseconds. A longer one is not waited for. */
const LONGEST_WAIT = 30_000;

/**
 * Makes a request that changes a record. `request` says whether it was answered. An answer that was lost, or that we do
 * not understand, may hide a change that was made: `tookEffect` checks that before anything is repeated.
 */
export async function changeRecord(
  request: () => Promise<boolean>,
  tookEffect: () => Promise<boolean>,
  { clock, schedule }: Polling,
): Promise<ChangeResult> {
  let wasLost = false;
  for (let tries = 1; ; tries += 1) {
    const refusal = await requestRefusal(request);
    if (refusal === null) return { kind: "done" };
    // Once an answer was lost, a record that is not there any more may have gone at our own request.
    if (isGone(refusal)) return { kind: wasLost && (await tookEffect()) ? "done" : "gone" };
    const because = explainRefusal(refusal);
    const outcome: Outcome = isMissingScope(refusal) ? READ_ONLY : { kind: "failed", because };
    const failed: ChangeResult = { kind: "failed", outcome, status: refusal.isTheirs ? refusal.status : null };
    if (because === "not-permitted" || outcome === READ_ONLY) return failed;
    if (because !== "rate-limited") {
      wasLost = true;
      if (await tookEffect()) return { kind: "done" };
    }
    const wait = computeWait(because, refusal, schedule.first * FIRST_WAIT * 2 ** (tries - 1));
    if (wait === null || tries >= (because === "rate-limited" ? LATE_TRIES : LOST_TRIES)) return failed;
    await clock.sleep(wait);
  }
}

/** Makes the request. Null when it was answered; a success that does not answer it counts as broken JSON. */
async function requestRefusal(request: () => Promise<boolean>): Promise<Refusal | null> {
  try {
    return (await request()) ? null : parseRefusal(new SyntaxError("unrelated answer"));
  } catch (error) {
    return parseRefusal(error);
  }
}

/** How long to wait before the request is made again, in milliseconds; null where it must not be. */
function computeWait(because: FailedBecause, { retryAfterSeconds }: Refusal, usual: number): number | null {
  if (because !== "rate-limited" && because !== "network" && because !== "server-error") return null;
  const wait = retryAfterSeconds === null ? usual : retryAfterSeconds * 1000;
  return wait > LONGEST_WAIT ? null : wait;
}
