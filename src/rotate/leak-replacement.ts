import { randomBytes } from "node:crypto";
import type { Policy } from "../domain/decision.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { createKeyOrder, findKeysEntry } from "../domain/kept-key.ts";
import type { KeyMinter, KeyStore } from "../domain/key-minter.ts";
import type { MintedKey, RotationProgress } from "../domain/rotation.ts";
import type { Secret } from "../domain/secret.ts";
import type { KeyReplacement, ReplaceKey } from "../scan/world.ts";
import { replaceLeakedKey } from "./replace-leaked.ts";
import { findOwnKeys } from "./rotate.ts";

/** What it takes to put new keys in the places of leaked ones. */
export type ReplacementOptions = {
  policy: Policy;
  adminKey: Secret;
  minter: KeyMinter;
  store: KeyStore;
  /** Called with each new key before anything else is done with it, so that logs can mask it. */
  onKeyCreated: (secret: Secret) => void;
  /** Hears of each step. */
  onStep?: (progress: RotationProgress) => void;
};

/** Creates what puts a new key in the places of a leaked one, for those keys that the keys file of the base knows. */
export function createKeyReplacer(options: ReplacementOptions): ReplaceKey {
  const { policy, adminKey, minter, store, onKeyCreated, onStep = () => {} } = options;
  return async (record, world) => {
    try {
      const entry = findKeysEntry(await world.keysFile(), record);
      if (entry === null) return null;
      const { records } = await world.registry.inventory();
      // Whatever fits no entry of the operator's lists has stopped all containment before.
      const rails = { policy, unmatched: [], own: findOwnKeys(records, adminKey) };
      const order = { ...createKeyOrder(entry, { overlap: policy.grace, wait: 0 }), asked: record.id };
      const createToken = () => randomBytes(4).toString("hex");
      const whole = { ...world, minter, store, confirm: null, onKeyCreated, onStep, createToken };
      const idle = { onPlanned: () => {}, onContainment: () => {} };
      const request = { rails: policy, adminKey };
      const { result, gaps } = await replaceLeakedKey(order, { request, rails }, { ...whole, ...idle });
      const { state, newKey, places } = result;
      return { rotation: { state, newKey, places }, gaps, isUsed: await prepareUseCheck(record, newKey, minter) };
    } catch {
      return FAILED;
    }
  };
}

const FAILED: KeyReplacement = {
  rotation: { state: { kind: "failed", because: "unexpected" }, newKey: null, places: [] },
  gaps: [],
  isUsed: async () => null,
};

/** Reads a new key now, so that a later use is told from our own trial. The times are OpenAI's. */
async function prepareUseCheck(old: KeyRecord, newKey: MintedKey | null, minter: KeyMinter) {
  if (newKey === null) return async () => null;
  const record = { ...old, id: newKey.id, redacted: null };
  const before = await minter.readKey(record);
  return async () => {
    const now = await minter.readKey(record);
    if (before.kind !== "there" || now.kind !== "there") return null;
    const { lastUsedAt } = now.record;
    return lastUsedAt !== null && lastUsedAt > before.at;
  };
}
