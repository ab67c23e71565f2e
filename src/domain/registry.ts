import type { Containment } from "./decision.ts";
import type { Impact } from "./impact.ts";
import type { Inventory, KeyRecord } from "./inventory.ts";
import type { Outcome } from "./outcome.ts";
import type { Proof } from "./proof.ts";
import type { Secret } from "./secret.ts";
import type { Validity } from "./validity.ts";

/** Whoever keeps the keys: the few things we ever ask of OpenAI. */
export type Registry = {
  inventory(): Promise<Inventory>;
  /** What was done with a key of ours since a time. To be asked before the key is tried, which counts as use. */
  impact(record: KeyRecord, since: Date): Promise<Impact | null>;
  /** Tries a key once with a read-only request. `record` is whose it should be; null when that is not known. */
  prove(secret: Secret, record: KeyRecord | null): Promise<Proof>;
  /** Carries a decision out and verifies it. `again` tries the key without this side holding it. */
  contain(decision: Containment, again: () => Promise<Validity>): Promise<Outcome>;
};

/** The registry of someone who gave no Admin API key. Trying keys needs none, so that `prove` is borrowed. */
export function withoutAdminKey(prove: Registry["prove"]): Registry {
  return {
    inventory: async () => ({
      records: [],
      gaps: [{ kind: "no-admin-key", detail: "no Admin API key was given, so nobody was asked whose keys these are" }],
    }),
    impact: async () => null,
    prove,
    contain: async () => ({ kind: "refused", because: "no-admin-key" }),
  };
}

/** A registry that is made when it is first asked: a clean change asks nothing, and then need not load it. */
export function deferred(make: () => Promise<Registry>): Registry {
  let made: Promise<Registry> | undefined;
  const real = () => {
    made ??= make();
    return made;
  };
  return {
    inventory: async () => await (await real()).inventory(),
    impact: async (record, since) => await (await real()).impact(record, since),
    prove: async (secret, record) => await (await real()).prove(secret, record),
    contain: async (decision, again) => await (await real()).contain(decision, again),
  };
}

/** A registry for dry runs: it looks and tries like the real one, and contains nothing. */
export function rehearsing(real: Registry): Registry {
  return {
    inventory: () => real.inventory(),
    impact: (record, since) => real.impact(record, since),
    prove: (secret, record) => real.prove(secret, record),
    contain: async ({ kind }) => ({ kind: "rehearsed", because: `would-${kind}` }),
  };
}
