import type { Clock } from "../domain/clock.ts";
import type { LoggedChange, RecordHistory } from "../domain/earlier-act.ts";
import type { Inventory, KeyRecord } from "../domain/inventory.ts";
import { mayBeRedactedAs } from "../domain/redaction.ts";
import type { Registry } from "../domain/registry.ts";
import type { Secret } from "../domain/secret.ts";
import { collectAuditFacts } from "./audit/collect.ts";
import { type AdminApi, type Host, openAdminApi } from "./client.ts";
import { contain } from "./contain/contain.ts";
import type { PollSchedule } from "./contain/poll.ts";
import { type OwnRecord, readRecordHistory } from "./contain/record-history.ts";
import { nameActor, readImpact } from "./impact/impact.ts";
import { type ListingProgress, ListingReader, takeInventory } from "./inventory.ts";
import { type OwnOrganization, probeScopes, readOrganization, tryKey } from "./proof.ts";
import { RateLimiter, TRIALS } from "./rate-limiter.ts";

/** When to look whether a containment took effect: from a fifth of a second between trials, up to a minute in all. */
const SCHEDULE: PollSchedule = { total: 60_000, first: 200 };

/** How a registry works. */
export type RegistryOptions = {
  clock: Clock;
  /** Called before the first request: it loads Node's HTTP, which a run that asks nothing does without. */
  connect?: (() => Promise<void>) | undefined;
  /** Hears how far the listing of keys is. */
  progress?: ListingProgress | undefined;
  /** Whether the run was told to stop, which ends all waiting for a containment to take effect. */
  isCancelled?: (() => boolean) | undefined;
  schedule?: PollSchedule;
};

/** Tries keys without an Admin API key: whose organisation a key works for is then not compared with anything. */
export function createTrials(host: Host, clock: Clock): Pick<Registry, "prove" | "probeScopes"> {
  return {
    prove: createProver(host, async () => ({ header: null, ids: new Set() }), clock),
    probeScopes: async (secret) => await probeScopes(host, secret),
  };
}

/** Tries keys, of all together a few at a time. */
function createProver(host: Host, organization: () => Promise<OwnOrganization>, clock: Clock): Registry["prove"] {
  const limiter = new RateLimiter(clock, Math.random, TRIALS);
  return async (secret, record, { isUrgent } = { isUrgent: false }) =>
    await tryKey(host, secret, record, { organization, clock, limiter, isUrgent });
}

/** OpenAI's Admin API as a registry. Sends nothing before the first call; then lists the organisation's keys once. */
export function createOpenAIRegistry(
  host: Host,
  adminKey: Secret,
  { clock, progress, isCancelled = () => false, schedule = SCHEDULE }: RegistryOptions,
): Registry {
  const { mask } = adminKey;
  const admin = once(async () => await openAdminApi(host, adminKey.reveal(), clock));
  let listed: Promise<Inventory> | undefined;
  const listing = async () => {
    listed ??= admin().then(async (api) => await listKeys(api, mask, progress));
    return await listed;
  };
  const organization = once(async (): Promise<OwnOrganization> => {
    const { organization: header } = await listing();
    if (header !== null) return { header, ids: new Set() };
    return await readOrganization(host, adminKey);
  });
  return {
    inventory: listing,
    collectFacts: async (sources) => {
      const { facts, inventory } = await collectAuditFacts(await admin(), sources, { mask, progress });
      listed = Promise.resolve(inventory); // What is contained after an audit is what it found.
      return facts;
    },
    impact: async ({ id }, since) => {
      const [{ records }, api] = await Promise.all([listing(), admin()]);
      return await readImpact(api, { keyId: id, since, until: clock.now() }, records);
    },
    prove: createProver(host, organization, clock),
    probeScopes: async (secret) => await probeScopes(host, secret),
    readHistory: async ({ id }) => {
      const [{ records }, api] = await Promise.all([listing(), admin()]);
      const own = findOwnRecord(adminKey, records);
      const others = new Set(records.flatMap((record) => (record.id === own?.id ? [] : [record.id])));
      const history = await readRecordHistory(api, id, { own, others });
      return history && nameActors(history, records);
    },
    contain: async (decision, probe) => await contain(await admin(), decision, probe, { clock, schedule, isCancelled }),
  };
}

async function listKeys(api: AdminApi, mask: string, progress: ListingProgress | undefined): Promise<Inventory> {
  const reader = new ListingReader(api.clock, mask, progress);
  const inventory = await takeInventory(api, reader);
  reader.finish();
  return inventory;
}

/** The record of the Admin API key that the run works with; null where several could be it, or none. */
function findOwnRecord(adminKey: Secret, records: readonly KeyRecord[]): OwnRecord {
  const fitting = records.filter(
    ({ home, redacted }) => home.kind === "organization" && redacted !== null && mayBeRedactedAs(adminKey, redacted),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function nameActors({ quarantine, expiry, ...rest }: RecordHistory, records: readonly KeyRecord[]): RecordHistory {
  const name = <Change extends LoggedChange>(change: Change | null) =>
    change && { ...change, by: nameActor(change.by, records) };
  return { ...rest, quarantine: name(quarantine), expiry: name(expiry) };
}

/** Answers every call as it did the first. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
