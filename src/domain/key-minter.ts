import type { SourceAnswer } from "./audit-facts.ts";
import type { KeyRecord } from "./inventory.ts";
import type { FailedBecause } from "./outcome.ts";
import type { KeyScopes, MintFailure } from "./rotation.ts";
import type { RotationTarget, StoreCheck, StoreResult } from "./rotation-target.ts";
import type { Secret } from "./secret.ts";

/** A key that is to be created under a service account. */
export type MintOrder = {
  project: string;
  account: string;
  name: string;
  scopes: KeyScopes;
  /** How many seconds it lives; null for ever. */
  expiresIn: number | null;
};

/** What came of creating a key. It is never asked for twice: that would create two. */
export type MintResult =
  | { kind: "minted"; id: string; secret: Secret; createdAt: Date | null; expiresAt: Date | null }
  | { kind: "failed"; failure: MintFailure }
  /** The answer was lost or not understood: a key may have been created whose text nobody has. */
  | { kind: "lost"; failure: MintFailure };

/** A record as it is now. `at` is OpenAI's time, as far as its answer tells. */
export type RecordReading =
  | { kind: "there"; record: KeyRecord; at: Date }
  | { kind: "gone" }
  | { kind: "unknown"; because: FailedBecause };

/** Creates keys, and says what is known of those that were created. */
export type KeyMinter = {
  mint(order: MintOrder): Promise<MintResult>;
  /** What a key may do, by the last entry of the audit log that says it. */
  readScopes(record: KeyRecord): Promise<SourceAnswer<KeyScopes>>;
  /** The keys of a service account, read anew; null where they could not be listed to the end. */
  listAccountKeys(project: string, account: string): Promise<readonly KeyRecord[] | null>;
  readKey(record: KeyRecord): Promise<RecordReading>;
};

/** How a key is stored. */
export type StoreOptions = {
  /** Whether a secret that does not exist yet is created. */
  create: boolean;
  /**
   * Fingerprints of keys that this rotation stored before, in a run that was broken off: a file that holds one of them is
   * ours, and may be replaced. Any other file that exists already is left as it is.
   */
  replaceable: readonly string[];
  /** Names the rotation: what an earlier run of it left unfinished is known by it. 8 hex digits. */
  rotation: string;
};

/** Puts keys where they are kept. */
export type KeyStore = {
  /** Whether a place could take a key, before there is one. Changes nothing. */
  check(target: RotationTarget, options: StoreOptions): Promise<StoreCheck>;
  /** Storing the same key twice is safe. */
  store(target: RotationTarget, secret: Secret, options: StoreOptions): Promise<StoreResult>;
};
