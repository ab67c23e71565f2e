import type { Clock } from "../domain/clock.ts";
import { parseRefusal, type Refusal } from "./refusal.ts";

/** How often a request is made that the network or the server failed. */
export const TRIES = 3;

/** The first wait after a failure, in milliseconds. It doubles. */
const FIRST_WAIT = 500;

/** How often the wait doubles at most. */
const MOST_DOUBLINGS = 4;

/** A longer wait than this, in milliseconds, is not waited for. */
export const LONGEST_WAIT = 60_000;

/**
 * Makes a request that only reads, and again where that may help: this many times in all. The SDK's own retries are off,
 * so that one file decides how long to wait.
 *
 * @throws what the request threw last.
 */
export async function retry<T>(request: () => Promise<T>, clock: Clock, most = TRIES): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await request();
    } catch (error) {
      const wait = tries < most ? computeRetryWait(parseRefusal(error), tries) : null;
      if (wait === null) throw error;
      await clock.sleep(wait);
    }
  }
}

/**
 * How long to wait before a request is made again, in milliseconds; null where making it again cannot help, or would take
 * too long. `random` (0 to 1) spreads the waits: requests that were refused together must not come back together.
 */
export function computeRetryWait(refusal: Refusal, tries: number, random = Math.random): number | null {
  const { status, retryAfterSeconds } = refusal;
  if (!isOutage(refusal) && status !== 408 && status !== 409) return null;
  const given = retryAfterSeconds === null ? null : retryAfterSeconds * 1000;
  if ((given ?? 0) > LONGEST_WAIT) return null;
  const usual = FIRST_WAIT * 2 ** Math.min(tries - 1, MOST_DOUBLINGS) * (0.75 + random() / 2);
  return given === 0 ? 0 : Math.max(given ?? 0, usual);
}

/** Whether the network or the server failed, or asked to come later. */
export function isOutage({ status }: Refusal): boolean {
  return status === null || status === 429 || status >= 500;
}
