import type { KeyRecord } from "./inventory.ts";
import type { KeysEntry, KeysFile } from "./keys-file.ts";
import { normalizeName } from "./protection.ts";
import type { RotationOrder } from "./rotation.ts";
import { isOrderedKey } from "./rotation-plan.ts";

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
