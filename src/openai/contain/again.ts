import type { KeyProbe, ScopeReach } from "../../domain/registry.ts";

/**
 * Whether the key is refused as one that is no more. Its owner's or its project's trouble is another thing, and passes.
 * Nothing that goes wrong here hides that the record was changed: it is no refusal, and no more.
 */
export async function isRefused(again: KeyProbe): Promise<boolean> {
  const validity = await again.validity().catch(() => null);
  if (validity?.kind !== "inactive") return false;
  return validity.because !== "account-deactivated" && validity.because !== "project-dormant";
}

/** How far the key reaches now. */
export async function reachNow(again: KeyProbe): Promise<ScopeReach> {
  return await again.probeScopes().catch(() => "untold" as const);
}
