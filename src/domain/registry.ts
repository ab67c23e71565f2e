import type { AuditFacts, AuditSource } from "./audit-facts.ts";
import type { Containment } from "./decision.ts";
import type { RecordHistory } from "./earlier-act.ts";
import type { Impact } from "./impact.ts";
import type { Inventory, KeyRecord } from "./inventory.ts";
import type { Outcome } from "./outcome.ts";
import type { Proof, ScopeReach } from "./proof.ts";
import type { Secret } from "./secret.ts";
import type { Validity } from "./validity.ts";

/** Tries a key again, for the code that contains it and does not hold its text. */
export type KeyProbe = {
  /** Whether it still works. */
  validity(): Promise<Validity>;
  /** Whether it may still do what quarantine forbids. */
  probeScopes(): Promise<ScopeReach>;
};

/** Where keys are managed: everything this tool ever asks of OpenAI. */
export type Registry = {
  inventory(): Promise<Inventory>;
  /**
   * Everything that an audit knows: the inventory, asked for again, and of these sources what they tell. A source that
   * does not tell fails alone.
   */
  collectFacts(sources: ReadonlySet<AuditSource>): Promise<AuditFacts>;
  /** How a key of ours was used since a time, as OpenAI counts use: by model. Trying a key is none. */
  impact(record: KeyRecord, since: Date): Promise<Impact | null>;
  /**
   * Tries a key once with a read-only request. `record` is what it should be; null when that is not known. `isUrgent`:
   * before all other keys that wait for their trial.
   */
  prove(secret: Secret, record: KeyRecord | null, how?: { isUrgent: boolean }): Promise<Proof>;
  /** Tries with one read-only request whether a key may do more than quarantine leaves it. */
  probeScopes(secret: Secret): Promise<ScopeReach>;
  /** What OpenAI's audit log has of the changes of a record; null where it does not tell: it is off, or may not be read. */
  readHistory(record: KeyRecord): Promise<RecordHistory | null>;
  /**
   * Carries out a decision and verifies it. The probe is null where nobody has the key's text: then its record is all that
   * is verified, and no outcome says that the key was stopped.
   */
  contain(decision: Containment, probe: KeyProbe | null): Promise<Outcome>;
};

/** A registry that is created when it is first used: a clean change uses none, and need not load it. */
export function createLazyRegistry(make: () => Promise<Registry>): Registry {
  let made: Promise<Registry> | undefined;
  const real = () => {
    made ??= make();
    return made;
  };
  return {
    inventory: async () => await (await real()).inventory(),
    collectFacts: async (sources) => await (await real()).collectFacts(sources),
    impact: async (record, since) => await (await real()).impact(record, since),
    prove: async (secret, record, how) => await (await real()).prove(secret, record, how),
    probeScopes: async (secret) => await (await real()).probeScopes(secret),
    readHistory: async (record) => await (await real()).readHistory(record),
    contain: async (decision, probe) => await (await real()).contain(decision, probe),
  };
}
