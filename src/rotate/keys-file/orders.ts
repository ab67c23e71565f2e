import type { KeyRecord } from "../../domain/inventory.ts";
import { createKeyOrder, findKeysEntry } from "../../domain/kept-key.ts";
import type { KeysEntry, KeysFile } from "../../domain/keys-file.ts";
import { normalizeName } from "../../domain/protection.ts";
import type { RotationOrder } from "../../domain/rotation.ts";
import { isOrderedKey } from "../../domain/rotation-plan.ts";
import { formatTarget, isSameTarget } from "../../domain/rotation-target.ts";
import { UsageError } from "../../errors.ts";
import { describeLeftOutPlace } from "../../messages/errors/rotation/rotate.ts";
import type { RotationChoices } from "../../settings/rotation/choices.ts";
import { quoteValue } from "../../settings/values.ts";

/** Where records come from that a typed name may mean; asked only where the keys file does not have that very name. */
export type ListRecords = () => Promise<readonly KeyRecord[]>;

/**
 * Turns what was asked for into orders. What the operator did not say is taken from the keys file. Without a key that was
 * named it is every key of the file.
 *
 * @throws UsageError where places were named that leave out one that the keys file has: it would keep the old key.
 */
export async function buildOrders(
  choices: RotationChoices,
  file: KeysFile,
  listRecords: ListRecords,
  nameTo = "--to",
): Promise<readonly RotationOrder[]> {
  if (choices.keys.length === 0) return file.keys.map((entry) => buildOrder(entry.name, choices, entry, nameTo));
  const orders: RotationOrder[] = [];
  for (const asked of choices.keys) {
    orders.push(buildOrder(asked, choices, await findAskedEntry(asked, file, listRecords), nameTo));
  }
  return orders;
}

/** The order for a key of the keys file, with what an operator said for all keys. */
function buildOrder(
  asked: string,
  choices: Omit<RotationChoices, "keys" | "resume">,
  entry: KeysEntry | null,
  nameTo = "--to",
): RotationOrder {
  const { targets, scopes, expiresIn, overlap, wait, widen, create } = choices;
  const isNamed = targets.length > 0;
  const left = isNamed ? entry?.targets.find((one) => !targets.some((other) => isSameTarget(one, other))) : undefined;
  if (left) throw new UsageError(describeLeftOutPlace(nameTo, quoteValue(formatTarget(left))));
  const bare = { asked, project: null, targets, scopes: null, expiresIn: null, rotateEvery: null };
  const order = entry === null ? bare : createKeyOrder(entry, { overlap, wait });
  return {
    ...order,
    asked,
    targets: isNamed ? targets : order.targets,
    scopes: scopes ?? order.scopes,
    expiresIn: expiresIn ?? order.expiresIn,
    overlap,
    wait,
    widen,
    create,
  };
}

/** The one entry that a typed name means: by that name, or by the keys that it could mean. */
async function findAskedEntry(asked: string, file: KeysFile, listRecords: ListRecords): Promise<KeysEntry | null> {
  if (file.keys.length === 0) return null;
  const [named, ...others] = file.keys.filter(({ name }) => normalizeName(name) === normalizeName(asked));
  if (named && others.length === 0) return named;
  const records = (await listRecords()).filter((record) => isOrderedKey(record, { asked, project: null }));
  const entries = new Set(records.map((record) => findKeysEntry(file, record)));
  const [only] = entries;
  return entries.size === 1 ? (only ?? null) : null;
}
