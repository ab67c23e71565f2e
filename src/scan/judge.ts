import { type Candidate, findFirstSeen, listReadings } from "../domain/candidate.ts";
import type { LeakCase, Policy } from "../domain/decision.ts";
import { decidePossession, NOTHING_EARLIER } from "../domain/earlier-act.ts";
import { isPreexisting } from "../domain/finding.ts";
import { type Identity, identify } from "../domain/identity.ts";
import type { Impact } from "../domain/impact.ts";
import type { Inventory, KeyRecord } from "../domain/inventory.ts";
import type { RecordedContainment } from "../domain/journal.ts";
import { createUntriedProof, mayTry, type Proof } from "../domain/proof.ts";
import type { Registry } from "../domain/registry.ts";
import { findEarlier } from "./recall.ts";
import type { World } from "./world.ts";

/** What is looked up once for all candidates. */
export type SharedFacts = {
  inventory: Inventory;
  /** Fingerprints of keys that this tool has contained before. */
  containedBefore: ReadonlySet<string>;
  /** What the audit file has of such keys. */
  recorded: ReadonlyMap<string, readonly RecordedContainment[]>;
};

/** A candidate in the reading that holds, and everything a decision about it rests on. */
export type Judgement = LeakCase & {
  candidate: Candidate;
  impact: Impact | null;
  /** When it was known whose it is and whether it works; null where nobody was asked. */
  identifiedAt: Date | null;
};

/**
 * How many candidates are judged at a time. Their requests are let through a few at a time, first those of keys that were
 * not asked about yet: so a text that is refused, and asked about again, holds up none of so many others.
 */
const CONCURRENCY = 4096;

/**
 * Hears of each candidate as soon as it is judged. `open`: the ids of the records that texts resemble which are not judged
 * yet. More than one text may resemble a record, and only one of them is its key.
 */
export type OnJudged = (judgement: Judgement, open: ReadonlySet<string>) => void;

/**
 * Judges all candidates and keeps their order. Of the texts that resemble one record after the other one is judged in turn,
 * so that however many resemble one hold up no other's key. What OpenAI knows of a record is asked once.
 */
export async function judgeAll(
  candidates: readonly Candidate[],
  facts: SharedFacts,
  policy: Policy,
  world: World,
  onJudged: OnJudged = () => {},
): Promise<readonly Judgement[]> {
  const known = new Set(candidates.map(({ secret }) => secret.fingerprint));
  const all = candidates.map((candidate, index) => {
    const readings = listReadings(candidate, (fingerprint) => known.has(fingerprint));
    return { index, readings: identifyReadings(readings, facts) };
  });
  const open = new OpenRecords(all.map(({ readings }) => readings));
  const context: JudgeContext = { facts, policy, world: askOnce(world), lookUpImpact: createImpactLookup(world) };
  const results: Judgement[] = [];
  await forEachConcurrently(takeTurns(all), async ({ index, readings }) => {
    const judgement = await judge(readings, context);
    results[index] = judgement;
    open.close(readings);
    onJudged(judgement, open.ids);
  });
  return results;
}

/** Orders candidates by how many that resemble the same record stand before them. */
function takeTurns<Item extends { readings: readonly Reading[] }>(items: readonly Item[]): readonly Item[] {
  const turns = new Map<string, number>();
  return items
    .map((item) => {
      const id = listRecords(item.readings)[0] ?? "";
      const turn = id === "" ? 0 : (turns.get(id) ?? 0);
      turns.set(id, turn + 1);
      return { item, turn };
    })
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ item }) => item);
}

function listRecords(readings: readonly Reading[]): readonly string[] {
  return readings.flatMap(({ identity }) => (identity.kind === "ours" ? [identity.record.id] : []));
}

/** The records that candidates resemble which are not judged yet. */
class OpenRecords {
  readonly #counts = new Map<string, number>();

  constructor(all: readonly (readonly Reading[])[]) {
    for (const id of all.flatMap(listRecords)) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
  }

  get ids(): ReadonlySet<string> {
    return new Set(this.#counts.keys());
  }

  close(readings: readonly Reading[]): void {
    for (const id of listRecords(readings)) {
      const left = (this.#counts.get(id) ?? 0) - 1;
      if (left > 0) this.#counts.set(id, left);
      else this.#counts.delete(id);
    }
  }
}

/**
 * A world whose registry reads the history of each record once: before anything is done to it, so that what this run does
 * is not taken for an earlier run's.
 */
function askOnce(world: World): World {
  const histories = new Map<string, ReturnType<Registry["readHistory"]>>();
  const readHistory: Registry["readHistory"] = async (record) => {
    const asked = histories.get(record.id) ?? world.registry.readHistory(record);
    histories.set(record.id, asked);
    return await asked;
  };
  return { ...world, registry: { ...world.registry, readHistory } };
}

async function forEachConcurrently<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const workThrough = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, workThrough));
}

/** One reading of a candidate; `isRemembered`: this tool has contained it before. */
type Reading = { candidate: Candidate; identity: Identity; isRemembered: boolean };

/** Identifies the readings of one place: first those that a record fits, then those contained before, then the others. */
function identifyReadings(
  readings: readonly Candidate[],
  { inventory, containedBefore }: SharedFacts,
): readonly Reading[] {
  const identified = readings.map((candidate) => {
    const isRemembered = containedBefore.has(candidate.secret.fingerprint);
    return { candidate, isRemembered, identity: identify(candidate, inventory, isRemembered) };
  });
  const rank = ({ identity, isRemembered }: Reading) => (identity.kind === "ours" ? 0 : isRemembered ? 1 : 2);
  return identified.toSorted((left, right) => rank(left) - rank(right));
}

/** What judging a candidate takes. */
type JudgeContext = { facts: SharedFacts; policy: Policy; world: World; lookUpImpact: ImpactLookup };

/** Chooses the first reading that OpenAI accepts; where it accepts none, or none may be tried, the first of all. */
async function judge(readings: readonly Reading[], context: JudgeContext): Promise<Judgement> {
  let first: TriedReading | null = null;
  for (const reading of readings) {
    const tried = { ...reading, proof: await tryReading(reading, context) };
    if (isAccepted(tried.proof)) return await complete(tried, context);
    first ??= tried;
  }
  if (!first) throw new Error("a candidate has at least one reading");
  return await complete(first, context);
}

type TriedReading = Reading & { proof: Proof };

async function tryReading(
  { candidate: { secret, kind, expiresAt }, identity, isRemembered }: Reading,
  { policy, world: { registry, clock } }: JudgeContext,
): Promise<Proof> {
  if (!mayTry(kind, identity, policy.tryKeys, isRemembered))
    return createUntriedProof(identity, clock.now(), expiresAt);
  const record = identity.kind === "ours" ? identity.record : null;
  return await registry.prove(secret, record).catch(() => UNKNOWN_PROOF);
}

/** Adds what earlier runs did to a key, and how it was used: of a text that only looks like a record, nobody asks that. */
async function complete(
  { candidate, identity, proof }: TriedReading,
  { facts: { recorded }, world: { registry, clock }, lookUpImpact }: JudgeContext,
): Promise<Judgement> {
  const { secret, kind, confidence, sightings } = candidate;
  const { fingerprint } = secret;
  const isAsked = identity.kind !== "unchecked" || proof.possession !== "not-tried";
  const identifiedAt = isAsked ? clock.now() : null;
  const lines = recorded.get(fingerprint) ?? [];
  const earlier = await findEarlier({ secret, kind, identity, proof, recorded: lines }, registry, clock.now()).catch(
    () => NOTHING_EARLIER,
  );
  const judged = { fingerprint, confidence, preexisting: isPreexisting(sightings), identity, proof, earlier };
  const record = identity.kind === "ours" && mayBeRecordsKey(judged) ? identity.record : null;
  return { ...judged, candidate, identifiedAt, impact: record && (await lookUpImpact(candidate, record)) };
}

/** Whether nothing shows that the text is another one than the key of the record it resembles. */
function mayBeRecordsKey(judged: LeakCase): boolean {
  const possession = decidePossession(judged);
  const isRefused = judged.proof.validity.because === "refused";
  return possession !== "someone-else" && !(possession === "not-accepted" && isRefused);
}

function isAccepted({ possession, validity }: Proof): boolean {
  return possession !== "not-tried" && validity.kind === "active";
}

/** For at most so many times since which a key may have been used, a record is asked how it was: a change has one or two. */
const MOST_WINDOWS = 8;

/** Something of ours broke while a key was tried: the others are judged all the same. */
const UNKNOWN_PROOF: Proof = { validity: { kind: "unknown", because: "unreadable" }, possession: "not-accepted" };

type ImpactLookup = (candidate: Candidate, record: KeyRecord) => Promise<Impact | null>;

function createImpactLookup({ registry, clock }: World): ImpactLookup {
  const answers = new Map<string, Map<number, Promise<Impact | null>>>();
  return async ({ sightings }, record) => {
    const since = startOfExposure(findFirstSeen(sightings), record, clock.now());
    if (since === null) return null;
    const windows = answers.get(record.id) ?? new Map<number, Promise<Impact | null>>();
    answers.set(record.id, windows);
    const known = windows.get(since.getTime());
    if (!known && windows.size >= MOST_WINDOWS) return null;
    const answer = known ?? registry.impact(record, since);
    windows.set(since.getTime(), answer);
    return await answer.catch(() => null);
  };
}

/** Since when others may have used a key; null where nobody knows. The clocks of commits err in both directions. */
function startOfExposure(firstSeen: Date | null, { createdAt }: KeyRecord, now: Date): Date | null {
  const earliest = firstSeen ?? createdAt;
  if (earliest === null) return null;
  return new Date(Math.max(Math.min(earliest.getTime(), now.getTime()), createdAt?.getTime() ?? 0));
}
