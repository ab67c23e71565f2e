import type { Outcome } from "../../domain/outcome.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import { isRefused } from "./again.ts";
import { type Polling, pollUntil } from "./poll.ts";
import type { RecordApi } from "./record-api.ts";

/**
 * How it ends where the record is not there. It is believed to be gone once the key is refused as well: a wrong address
 * answers 404 too.
 */
export async function goneBefore(api: RecordApi, again: KeyProbe, polling: Polling): Promise<Outcome> {
  const isGone = await pollUntil(async () => {
    const [listed, refused] = await Promise.all([api.isListed(), isRefused(again)]);
    return listed === false && refused;
  }, polling);
  return isGone ? { kind: "already-gone" } : { kind: "failed", because: "not-understood" };
}
