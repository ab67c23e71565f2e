import type { Outcome } from "../../domain/outcome.ts";
import type { ScopeReach } from "../../domain/proof.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import { type Polling, pollUntil } from "./poll.ts";
import type { RecordApi } from "./record-api.ts";

/**
 * Whether the key is refused as one that is no more. Trouble with its owner or project is another thing, and passes.
 * A probe that fails is no refusal: nothing that goes wrong here may hide that the record was changed.
 */
export async function isRefused(probe: KeyProbe): Promise<boolean> {
  const validity = await probe.validity().catch(() => null);
  if (validity?.kind !== "inactive") return false;
  return validity.because !== "account-deactivated" && validity.because !== "project-dormant";
}

/** How far the key reaches now. */
export async function probeReach(probe: KeyProbe): Promise<ScopeReach> {
  return await probe.probeScopes().catch(() => "untold" as const);
}

/**
 * How it ends where the record is not there. It is believed to be gone once the key is refused as well: a wrong address
 * answers 404 too.
 */
export async function confirmGone(api: RecordApi, probe: KeyProbe, polling: Polling): Promise<Outcome> {
  const isGone = await pollUntil(async () => {
    const [isThere, refused] = await Promise.all([api.isThere(), isRefused(probe)]);
    return isThere === false && refused;
  }, polling);
  return isGone ? { kind: "already-gone" } : { kind: "failed", because: "not-understood" };
}
