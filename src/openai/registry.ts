import type { Registry } from "../domain/registry.ts";
import type { Secret } from "../domain/secret.ts";
import { adminClient, type Host, plainClient } from "./client.ts";
import { type Patience, revoke } from "./contain.ts";
import { takeInventory } from "./inventory.ts";
import { type Organization, selfOf, tryKey } from "./proof.ts";

/** Waiting for a revocation to take effect: from a fifth of a second between trials, up to a minute in all. */
const PATIENCE: Patience = { total: 60_000, first: 200 };

/** Trying keys needs no Admin API key; whose organisation a key works for is then not compared with anything. */
export function proving(host: Host): Registry["prove"] {
  return async (secret, record) => await tryKey(host, secret, record, async () => ({ header: null, ids: new Set() }));
}

/** OpenAI's Admin API as a registry. Asks nothing before it is asked; then lists the organisation's keys once. */
export function openaiRegistry(
  host: Host,
  adminKey: Secret,
  { now, patience = PATIENCE }: { now: () => Date; patience?: Patience },
): Registry {
  const listing = once(async () => await takeInventory(await adminClient(host, adminKey.reveal())));
  const organization = once(async (): Promise<Organization> => {
    const { organization: header } = await listing();
    if (header !== null) return { header, ids: new Set() };
    const self = await selfOf(await plainClient(host, adminKey.reveal()), adminKey);
    return { header: self.header, ids: new Set(self.organizationIds) };
  });
  return {
    inventory: async () => (await listing()).inventory,
    prove: async (secret, record) => await tryKey(host, secret, record, organization),
    contain: async ({ record }, again) =>
      await revoke(await adminClient(host, adminKey.reveal()), record, again, { patience, now }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
