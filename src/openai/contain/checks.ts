import type { Outcome } from "../../domain/outcome.ts";
import type { ScopeReach } from "../../domain/proof.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import { type Polling, pollUntil } from "./poll.ts";
import type { RecordApi } from "./record-api.ts";

/**
 * Whether the key is refused as one that is no more. Trouble with its owner or project is another thing, and passes.
 * A probe that fails is no refusal: nothing that goes wrong here may hide that the record was changed. Nor is one that
 * nobody has.
 */
export async function isRefused(probe: KeyProbe | null): Promise<boolean> {
  const validity = (await probe?.validity().catch(() => null)) ?? null;
  if (validity?.kind !== "inactive") return false;
  return validity.because !== "account-deactivated" && validity.because !== "project-dormant";
}

/** How far the key reaches now. */
export async function probeReach(probe: KeyProbe | null): Promise<ScopeReach> {
  return (await probe?.probeScopes().catch(() => null)) ?? "untold";
}

/**
 * Whether a key that its record does not stand for any more is known to be gone: it is refused as well. Where nobody has
 * its text, the list of its neighbours has to be without it too, since a wrong address answers 404 for a record.
 */
export async function isKnownGone(api: RecordApi, probe: KeyProbe | null): Promise<boolean> {
  return probe === null ? (await api.isListed()) === false : await isRefused(probe);
}

/**
 * How it ends where the record is not there. It is believed to be gone once that is known in another way as well.
 */
export async function confirmGone(api: RecordApi, probe: KeyProbe | null, polling: Polling): Promise<Outcome> {
  const isGone = await pollUntil(async () => {
    const [isThere, known] = await Promise.all([api.isThere(), isKnownGone(api, probe)]);
    return isThere === false && known;
  }, polling);
  return isGone ? { kind: "already-gone" } : { kind: "failed", because: "not-understood" };
}
