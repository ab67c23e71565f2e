import { UsageError } from "../errors.ts";
import { describeFailedCheck, describeSlowCheck } from "../messages/doctor/verdict.ts";
import { type Check, type CheckId, createCheck } from "./check.ts";

/**
 * Makes checks so that neither an error nor silence costs the others anything. What the reader can fix is a problem, in the
 * words of the error; anything else is unknown, and its message is not told: it may quote a key.
 */
export async function runGuarded(
  id: CheckId,
  limit: number,
  run: () => Promise<readonly Check[]>,
): Promise<readonly Check[]> {
  const signal = AbortSignal.timeout(limit);
  const late = new Promise<readonly Check[]>((resolve) => {
    const stop = () => resolve([createCheck(id, "unknown", describeSlowCheck(Math.ceil(limit / 1000)))]);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([run(), late]);
  } catch (error) {
    return error instanceof UsageError
      ? [createCheck(id, "problem", { detail: error.message, fix: null })]
      : [createCheck(id, "unknown", describeFailedCheck(nameError(error)))];
  }
}

function nameError(error: unknown): string {
  return error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : "no error";
}
