import type { KeyRecord } from "../../domain/inventory.ts";
import type { Contained, Outcome } from "../../domain/outcome.ts";
import type { ScopeReach } from "../../domain/proof.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import type { AdminApi } from "../client.ts";
import { confirmGone, probeReach } from "./checks.ts";
import { type Polling, pollUntil } from "./poll.ts";
import type { RecordApi } from "./record-api.ts";
import { changeRecord } from "./record-change.ts";
import { readScopes } from "./record-history.ts";
import { HARMLESS_SCOPES } from "./scopes.ts";

/**
 * Leaves a key one harmless scope. Verified means that it could do more before and cannot any more: a key that could not
 * before, or of which nobody could say, proves nothing by what it cannot do now. OpenAI may take a quarter of an hour to
 * enforce new scopes, which is not waited for.
 */
export async function quarantine(
  { admin, api }: { admin: AdminApi; api: RecordApi },
  { id }: KeyRecord,
  probe: KeyProbe | null,
  polling: Polling,
): Promise<Outcome> {
  const [known, reach] = await Promise.all([readScopes(admin, id), probeReachBefore(probe)]);
  const isNarrow = async () => (await probeReach(probe)) === "narrow";
  const contained = (verified: boolean, at = polling.clock.now()): Contained => {
    const scopesBefore = known.before;
    return { kind: "contained", by: "quarantine", verified, stopped: false, at, endsAt: null, scopesBefore };
  };
  // An earlier run did it, and the log and the key say so independently: nothing is written twice.
  if (known.isQuarantined && reach === "narrow") return contained(true);

  const wasWide = reach === "wide";
  const result = await changeRecord(
    async () => (await api.update({ scopes: HARMLESS_SCOPES })) !== null,
    async () => wasWide && (await isNarrow()),
    polling,
  );
  if (result.kind === "gone") return await confirmGone(api, probe, polling);
  if (result.kind === "failed") return result.outcome;
  const at = polling.clock.now();
  return contained(wasWide && (await pollUntil(isNarrow, polling)), at);
}

/** Probed twice where the first answer is unclear: once the scopes are cut, it cannot be found out any more. */
async function probeReachBefore(probe: KeyProbe | null): Promise<ScopeReach> {
  const reach = await probeReach(probe);
  return reach === "untold" ? await probeReach(probe) : reach;
}
