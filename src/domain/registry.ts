import type { Containment } from "./decision.ts";
import type { Impact } from "./impact.ts";
import type { Inventory, KeyRecord } from "./inventory.ts";
import type { Outcome } from "./outcome.ts";
import type { Proof } from "./proof.ts";
import type { Secret } from "./secret.ts";
import type { Validity } from "./validity.ts";

/** How much a key may do: more than the little that quarantine leaves, or that alone; `untold` when nobody could say. */
export type ScopeReach = "wide" | "narrow" | "untold";

/** Tries a key once more, for whoever contains it and does not hold its text. */
export type KeyProbe = {
  /** Whether it still works. */
  validity(): Promise<Validity>;
  /** Whether it may still do what quarantine takes away. */
  probeScopes(): Promise<ScopeReach>;
};

/** Whoever keeps the keys: the few things we ever ask of OpenAI. */
export type Registry = {
  inventory(): Promise<Inventory>;
  /** What was done with a key of ours since a time. To be asked before the key is tried, which counts as use. */
  impact(record: KeyRecord, since: Date): Promise<Impact | null>;
  /** Tries a key once with a read-only request. `record` is whose it should be; null when that is not known. */
  prove(secret: Secret, record: KeyRecord | null): Promise<Proof>;
  /** Tries with one read-only request whether a key may do more than the little that quarantine leaves. */
  probeScopes(secret: Secret): Promise<ScopeReach>;
  /** Carries a decision out and verifies it. */
  contain(decision: Containment, again: KeyProbe): Promise<Outcome>;
};

/** The registry of someone who gave no Admin API key. Trying keys needs none, so that `prove` is borrowed. */
export function createKeylessRegistry({ prove, probeScopes }: Pick<Registry, "prove" | "probeScopes">): Registry {
  return {
    inventory: async () => ({
      records: [],
      gaps: [
        {
          kind: "no-admin-key",
          detail: "no Admin API key was given, so nobody was asked whose keys these are",
          covers: ["project", "organization"],
        },
      ],
      organization: null,
    }),
    impact: async () => null,
    prove,
    probeScopes,
    contain: async () => ({ kind: "refused", because: "no-admin-key" }),
  };
}

/** A registry that is made when it is first asked: a clean change asks nothing, and then need not load it. */
export function createLazyRegistry(make: () => Promise<Registry>): Registry {
  let made: Promise<Registry> | undefined;
  const real = () => {
    made ??= make();
    return made;
  };
  return {
    inventory: async () => await (await real()).inventory(),
    impact: async (record, since) => await (await real()).impact(record, since),
    prove: async (secret, record) => await (await real()).prove(secret, record),
    probeScopes: async (secret) => await (await real()).probeScopes(secret),
    contain: async (decision, again) => await (await real()).contain(decision, again),
  };
}
