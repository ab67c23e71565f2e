import type { KeyRecord } from "../../domain/inventory.ts";
import type { Outcome } from "../../domain/outcome.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import { confirmGone, isKnownGone } from "./checks.ts";
import { expire } from "./expire.ts";
import { IN_A_ROW, type Polling, pollUntil } from "./poll.ts";
import type { FoundRecord, RecordApi } from "./record-api.ts";
import { changeRecord } from "./record-change.ts";

/** How soon a key ends that cannot be deleted: the least that OpenAI allows, in seconds. */
const AT_ONCE = 1;

/**
 * Deletes the key. Verified means that the record is gone, and that the key is refused when it is tried, and stays so.
 * Where nobody has its text it means that neither the record nor the list has it, and stopped is never said.
 */
export async function revoke(
  api: RecordApi,
  before: FoundRecord,
  probe: KeyProbe | null,
  polling: Polling,
): Promise<Outcome> {
  const result = await changeRecord(
    async () => await api.delete(),
    async () => (await api.isThere()) === false,
    polling,
  );
  if (result.kind === "gone") return await confirmGone(api, probe, polling);
  if (result.kind === "failed") {
    const isUndeletable = result.status === 400 && mayBeUndeletable(before.record);
    return isUndeletable ? await endAtOnce(api, before, probe, polling) : result.outcome;
  }

  const at = polling.clock.now();
  let isThere: boolean | null = null;
  let refusals = 0;
  const verified = await pollUntil(async () => {
    const [there, isGone] = await Promise.all([api.isThere(), isKnownGone(api, probe)]);
    isThere = there;
    refusals = isGone && probe !== null ? refusals + 1 : 0;
    return there === false && isGone;
  }, polling);
  if (isThere === true) return { kind: "failed", because: "still-listed" };
  const stopped = refusals >= IN_A_ROW;
  return { kind: "contained", by: "revoke", verified, stopped, at, endsAt: null, scopesBefore: null };
}

/** Until October 2026 OpenAI refused to delete a service account's keys with a 400 (its description of August). */
function mayBeUndeletable({ owner, home }: KeyRecord): boolean {
  return home.kind === "project" && owner?.kind === "service-account";
}

/** One that ends sooner by itself needs nothing to be done; it is reported as an expiry all the same. */
async function endAtOnce(
  api: RecordApi,
  before: FoundRecord,
  probe: KeyProbe | null,
  polling: Polling,
): Promise<Outcome> {
  const outcome = await expire(api, { grace: AT_ONCE, before }, probe, polling);
  return outcome.kind === "left" ? { kind: "failed", because: "not-understood" } : outcome;
}
