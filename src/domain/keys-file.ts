import type { Gap } from "./gap.ts";
import type { KeyRecord } from "./inventory.ts";
import { normalizeName } from "./protection.ts";
import type { KeyScopes, RotationOrder } from "./rotation.ts";
import { isOrderedKey } from "./rotation-plan.ts";
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

/** The order to rotate the key of an entry: whatever the file does not say is as `rest` has it. */
export function createKeyOrder(
  { name, project, targets, scopes, expiresIn, rotateEvery }: KeysEntry,
  rest: Pick<RotationOrder, "overlap" | "wait">,
): RotationOrder {
  return { asked: name, project, targets, scopes, widen: false, expiresIn, create: false, rotateEvery, ...rest };
}

/** The entry about a key; null where there is none. One that names the project goes before one that does not. */
export function findKeysEntry({ keys }: KeysFile, record: KeyRecord): KeysEntry | null {
  const fitting = keys.filter((entry) => fitsEntry(entry, record));
  return fitting.find(({ project }) => project !== null) ?? fitting[0] ?? null;
}

function fitsEntry({ kind, name, project }: KeysEntry, record: KeyRecord): boolean {
  if (!isOrderedKey(record, { asked: name, project })) return false;
  const { owner } = record;
  if (kind === "key")
    return !isAccount(owner, name) || isOrderedKey({ ...record, owner: null }, { asked: name, project });
  return isAccount(owner, name);
}

function isAccount(owner: KeyRecord["owner"], name: string): boolean {
  if (owner?.kind !== "service-account") return false;
  return owner.id === name || (owner.name !== null && normalizeName(owner.name) === normalizeName(name));
}
