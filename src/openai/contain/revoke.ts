import type { KeyRecord } from "../../domain/inventory.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import { isRefused } from "./again.ts";
import { type Before, expire } from "./expire.ts";
import { goneBefore } from "./checks.ts";
import { IN_A_ROW, type Polling, pollUntil } from "./poll.ts";
import type { RecordApi } from "./record-api.ts";
import { write } from "./record-change.ts";

/** How soon a key ends that cannot be deleted: the least that OpenAI allows, in seconds. */
const AT_ONCE = 1;

/** Deletes the key. Verified is that the record is gone, and that the key is refused when it is tried, and stays so. */
export async function revoke(api: RecordApi, before: Before, again: KeyProbe, polling: Polling): Promise<Outcome> {
  const written = await write(
    async () => await api.delete(),
    async () => (await api.isListed()) === false,
    polling,
  );
  if (written.kind === "gone") return await goneBefore(api, again, polling);
  if (written.kind === "failed") {
    if (written.status === 400 && cannotBeDeleted(before.record)) return await endAtOnce(api, before, again, polling);
    return written.outcome;
  }

  const at = polling.clock.now();
  let listed: boolean | null = null;
  let refusals = 0;
  const verified = await pollUntil(async () => {
    const [isThere, refused] = await Promise.all([api.isListed(), isRefused(again)]);
    listed = isThere;
    refusals = refused ? refusals + 1 : 0;
    return isThere === false && refused;
  }, polling);
  if (listed === true) return { kind: "failed", because: "still-listed" };
  const stopped = refusals >= IN_A_ROW;
  return { kind: "contained", by: "revoke", verified, stopped, at, endsAt: null, scopesBefore: null };
}

/** Until October 2026 OpenAI refused to delete a service account's keys with a 400 (its description of August). */
function cannotBeDeleted({ owner, home }: KeyRecord): boolean {
  return home.kind === "project" && owner?.kind === "service-account";
}

/** One that ends sooner by itself needs nothing to be done; it is said as an expiry all the same. */
async function endAtOnce(api: RecordApi, before: Before, again: KeyProbe, polling: Polling): Promise<Outcome> {
  const outcome = await expire(api, { grace: AT_ONCE, before }, again, polling);
  return outcome.kind === "left" ? { kind: "failed", because: "not-understood" } : outcome;
}
