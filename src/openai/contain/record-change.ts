import type { FailedBecause, Outcome } from "../../domain/outcome.ts";
import { isMissingScope, parseRefusal, type Refusal } from "../refusal.ts";
import { failureOf, isGone } from "./failure.ts";
import type { Polling } from "./poll.ts";

/** How a change of a record ended. */
export type Written =
  | { kind: "done" }
  /** There is no such record. */
  | { kind: "gone" }
  /** `status` is that of OpenAI's own last refusal; null where there was none, or it was not theirs. */
  | { kind: "failed"; outcome: Outcome; status: number | null };

/** How it ends with an Admin API key that may only read. */
const READ_ONLY = { kind: "refused", because: "read-only-admin-key" } as const satisfies Outcome;

/** How often a request is made whose answer was lost. */
const TRIES = 3;

/** How often a request is made that was told to come later. */
const LATE_TRIES = 5;

/** The first wait before a request is made again, in first pauses of the polling: a second. It doubles. */
const FIRST_WAIT = 5;

/** OpenAI may ask to wait this long before the next try, in milliseconds; it is not waited for longer. */
const LONGEST_WAIT = 30_000;

/**
 * Makes a request that changes a record. `request` says whether its answer is one to that. An answer that was lost, or
 * that we do not understand, may stand for a change that was made: `tookEffect` looks, before anything is repeated.
 */
export async function write(
  request: () => Promise<boolean>,
  tookEffect: () => Promise<boolean>,
  { clock, schedule }: Polling,
): Promise<Written> {
  let wasLost = false;
  for (let tries = 1; ; tries += 1) {
    const refusal = await refusalTo(request);
    if (refusal === null) return { kind: "done" };
    // Once an answer was lost, a record that is not there any more may have gone at our own request.
    if (isGone(refusal)) return { kind: wasLost && (await tookEffect()) ? "done" : "gone" };
    const because = failureOf(refusal);
    const outcome: Outcome = isMissingScope(refusal) ? READ_ONLY : { kind: "failed", because };
    const failed: Written = { kind: "failed", outcome, status: refusal.isTheirs ? refusal.status : null };
    if (because === "not-permitted" || outcome === READ_ONLY) return failed;
    if (because !== "rate-limited") {
      wasLost = true;
      if (await tookEffect()) return { kind: "done" };
    }
    const wait = waitAfter(because, refusal, schedule.first * FIRST_WAIT * 2 ** (tries - 1));
    if (wait === null || tries >= (because === "rate-limited" ? LATE_TRIES : TRIES)) return failed;
    await clock.sleep(wait);
  }
}

/** Null when there was none. An answer of success that is no answer to the request is like JSON that is broken. */
async function refusalTo(request: () => Promise<boolean>): Promise<Refusal | null> {
  try {
    return (await request()) ? null : parseRefusal(new SyntaxError("an answer to something else"));
  } catch (error) {
    return parseRefusal(error);
  }
}

/** How long to wait before the request is made again, in milliseconds; null: it is not. */
function waitAfter(because: FailedBecause, { retryAfterSeconds: told }: Refusal, usual: number): number | null {
  if (because !== "rate-limited" && because !== "network" && because !== "server-error") return null;
  const wait = told === null ? usual : told * 1000;
  return wait > LONGEST_WAIT ? null : wait;
}
