import type { KeyRecord } from "../domain/inventory.ts";
import { createKeylessRegistry, type Registry } from "../domain/registry.ts";
import type { Secret } from "../domain/secret.ts";
import { adminClient, type Host, plainClient } from "./client.ts";
import { contain } from "./contain/contain.ts";
import type { Patience } from "./contain/poll.ts";
import { impactOf } from "./impact.ts";
import { type Progress, takeInventory } from "./inventory.ts";
import { type Organization, selfOf, tryKey } from "./proof.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { reachOf } from "./reach.ts";
import { readinessOf } from "./readiness.ts";

/** Waiting for a containment to take effect: from a fifth of a second between trials, up to a minute in all. */
const PATIENCE: Patience = { total: 60_000, first: 200 };

/** What the settings say of OpenAI. */
export type Wanted = { baseURL: string; adminKey: Secret | null };

/** How a run goes: its clock, who hears of the listing, and whether it was told to stop, which ends all waiting. */
export type Course = { now: () => Date; progress?: Progress; cancelled?: () => boolean };

/** The registry that the settings ask for. */
export function createRegistry({ baseURL, adminKey }: Wanted, { now, progress, cancelled }: Course): Registry {
  const host = { baseURL };
  if (!adminKey) {
    return createKeylessRegistry({
      prove: async (secret, record) => await tryKey(host, secret, record, { organization: nameless, now }),
      probeScopes: async (secret) => await reachOf(await plainClient(host, secret.reveal()), secret),
    });
  }
  const patience = { ...PATIENCE, ...(cancelled && { isOver: cancelled }) };
  return createOpenAIRegistry(host, adminKey, { now, progress, patience });
}

/** Trying keys needs no Admin API key; whose organisation a key works for is then not compared with anything. */
const nameless = async (): Promise<Organization> => ({ header: null, ids: new Set() });

/** What a registry works with: `pace` may shorten the times of the listing. */
type Means = {
  now: () => Date;
  patience?: Patience;
  progress?: Progress | undefined;
  pace?: ConstructorParameters<typeof RateLimiter>[0];
};

/** OpenAI's Admin API as a registry. Asks nothing before it is asked; then lists the organisation's keys once. */
export function createOpenAIRegistry(
  host: Host,
  adminKey: Secret,
  { now, patience = PATIENCE, progress, pace }: Means,
): Registry {
  const { mask } = adminKey;
  const listing = once(async () => {
    const client = await adminClient(host, adminKey.reveal(), 0);
    return await takeInventory(client, { mask, progress, pace: new RateLimiter(pace) });
  });
  const organization = once(async (): Promise<Organization> => {
    const { organization: header } = await listing();
    if (header !== null) return { header, ids: new Set() };
    const self = await selfOf(await plainClient(host, adminKey.reveal()), adminKey);
    return { header: self.header, ids: new Set(self.organizationIds) };
  });
  // Keys of projects and admin keys have scopes of their own; which project it is makes no difference.
  const ready = () =>
    once(async (record: KeyRecord) => await readinessOf(await adminClient(host, adminKey.reveal()), record));
  const [readyIn, readyAbove] = [ready(), ready()];
  return {
    inventory: listing,
    impact: async ({ id }, since) => {
      const [{ records }, client] = await Promise.all([listing(), adminClient(host, adminKey.reveal())]);
      return await impactOf(client, { keyId: id, since, until: now() }, records);
    },
    prove: async (secret, record) => await tryKey(host, secret, record, { organization, now }),
    probeScopes: async (secret) => await reachOf(await plainClient(host, secret.reveal()), secret),
    readiness: async (record) => await (record.home.kind === "project" ? readyIn : readyAbove)(record),
    contain: async (decision, again) =>
      await contain(await adminClient(host, adminKey.reveal()), decision, again, { patience, now }),
  };
}

/** Answers every call as it did the first. */
function once<Asked extends readonly unknown[], T>(
  make: (...asked: Asked) => Promise<T>,
): (...asked: Asked) => Promise<T> {
  let made: Promise<T> | undefined;
  return (...asked) => {
    made ??= make(...asked);
    return made;
  };
}
