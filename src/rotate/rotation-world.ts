import type { Policy } from "../domain/decision.ts";
import type { KeyMinter, KeyStore } from "../domain/key-minter.ts";
import type { RotationOrder, RotationPlan, RotationProgress } from "../domain/rotation.ts";
import type { Secret } from "../domain/secret.ts";
import type { ActWorld } from "../scan/contain.ts";

/** What an operator asks of a run of `rotate`. */
export type RotationRequest = {
  orders: readonly RotationOrder[];
  /** Whether orders whose key is not due are passed over. */
  isOnlyDue: boolean;
  /** Whether rotations of the audit file that were not finished, and fit the orders, are gone on with. */
  isResume: boolean;
  /** What a rotation is allowed to do: protect, max-contained and dry-run. */
  rails: Policy;
  adminKey: Secret;
};

/** Everything outside that a rotation touches. */
export type RotationWorld = ActWorld & {
  minter: KeyMinter;
  store: KeyStore;
  /** Asks the operator before the first key is created. Null where nobody is asked. */
  confirm: ((plans: readonly RotationPlan[]) => Promise<boolean>) | null;
  /** Hears what is about to be done, where nobody is asked. */
  onPlanned: (plans: readonly RotationPlan[]) => void;
  /** Called before the first key is created: from here on the run must be finished, not broken off. */
  onContainment: () => void;
  /** Hears of each step. */
  onStep: (progress: RotationProgress) => void;
  /** Called with each new key before anything else is done with it, so that logs can mask it. */
  onKeyCreated: (secret: Secret) => void;
  /** Creates a word of 8 random hex digits, which names a rotation or a run of it. */
  createToken: () => string;
};
