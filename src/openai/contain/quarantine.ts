import type { KeyRecord } from "../../domain/inventory.ts";
import type { Contained, Outcome } from "../../domain/outcome.ts";
import type { KeyProbe, ScopeReach } from "../../domain/registry.ts";
import type { AdminApi } from "../client.ts";
import { reachNow } from "./again.ts";
import { goneBefore } from "./checks.ts";
import { type Polling, pollUntil } from "./poll.ts";
import type { RecordApi } from "./record-api.ts";
import { HARMLESS, scopesOf } from "./scopes.ts";
import { write } from "./record-change.ts";

/**
 * Leaves a key one harmless scope. Verified is that it could do more before and cannot any more: a key that could not
 * before, or of which nobody could say, proves nothing by what it cannot do now. OpenAI may take a quarter of an hour to
 * enforce new scopes, which is not waited for.
 */
export async function quarantine(
  { admin, api }: { admin: AdminApi; api: RecordApi },
  { id }: KeyRecord,
  again: KeyProbe,
  polling: Polling,
): Promise<Outcome> {
  const [known, reach] = await Promise.all([scopesOf(admin, id), reachBefore(again)]);
  const isNarrow = async () => (await reachNow(again)) === "narrow";
  const contained = (at: Date, verified: boolean): Contained => {
    const scopesBefore = known.before;
    return { kind: "contained", by: "quarantine", verified, stopped: false, at, endsAt: null, scopesBefore };
  };
  // An earlier run did it, and two who do not know of each other say so: nothing is written twice.
  if (known.isQuarantined && reach === "narrow") return contained(polling.clock.now(), true);

  const wasWide = reach === "wide";
  const written = await write(
    async () => (await api.update({ scopes: HARMLESS })) !== null,
    async () => wasWide && (await isNarrow()),
    polling,
  );
  if (written.kind === "gone") return await goneBefore(api, again, polling);
  if (written.kind === "failed") return written.outcome;
  const at = polling.clock.now();
  return contained(at, wasWide && (await pollUntil(isNarrow, polling)));
}

/** Asked for twice where the first answer tells nothing: it cannot be asked any more afterwards. */
async function reachBefore(again: KeyProbe): Promise<ScopeReach> {
  const reach = await reachNow(again);
  return reach === "untold" ? await reachNow(again) : reach;
}
