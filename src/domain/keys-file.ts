import type { Gap } from "./gap.ts";
import type { KeyScopes } from "./rotation.ts";
import type { RotationTarget } from "./rotation-target.ts";

/** What an entry of the keys file may name. */
export type KeysEntryKind = "service-account" | "key";

/** A key that the keys file knows: where it lives, and how its successor is to be. */
export type KeysEntry = {
  kind: KeysEntryKind;
  /** An id or a name. */
  name: string;
  /** The id or name of the project that it is looked for in; null for all of them. */
  project: string | null;
  targets: readonly [RotationTarget, ...RotationTarget[]];
  /** Null: those of the old key. */
  scopes: KeyScopes | null;
  /** In seconds; null: as long as the old key was made for. */
  expiresIn: number | null;
  /** How many seconds old the key may become; null: only its end makes it due. */
  rotateEvery: number | null;
  /** Where it stands in the file; lines count from 1. */
  line: number;
};

/** What `.github/openai-keys.yml` says. */
export type KeysFile = { keys: readonly KeysEntry[] };

/** The keys file of the base, and gaps where it could not be read. */
export type BaseKeys = KeysFile & { gaps: readonly Gap[] };

/** What holds where there is no keys file. */
export const NO_KEYS_FILE: KeysFile = { keys: [] };
