import { type Candidate, findFirstSeen, listReadings } from "../domain/candidate.ts";
import type { Case, Policy } from "../domain/decision.ts";
import type { EarlierFacts } from "../domain/earlier-act.ts";
import { isPreexisting } from "../domain/finding.ts";
import { type Identity, identify } from "../domain/identity.ts";
import type { Impact } from "../domain/impact.ts";
import type { Inventory, KeyRecord } from "../domain/inventory.ts";
import type { RecordedContainment } from "../domain/journal.ts";
import { createUntriedProof, mayTry, type Proof } from "../domain/proof.ts";
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
export type Judgement = Case & { candidate: Candidate; impact: Impact | null };

/** How many candidates are judged at a time: decoys are cheap to write, and must not hold up the real key. */
const CONCURRENCY = 4;

/** Judges all candidates and keeps their order. A record's use since a time is looked up once, for all that resemble it. */
export async function judgeAll(
  candidates: readonly Candidate[],
  facts: SharedFacts,
  policy: Policy,
  world: World,
): Promise<readonly Judgement[]> {
  const known = new Set(candidates.map(({ secret }) => secret.fingerprint));
  const lookUpImpact = createImpactLookup(world);
  return await mapConcurrently(candidates, async (candidate) => {
    const readings = listReadings(candidate, (fingerprint) => known.has(fingerprint));
    const judged = await judge(identifyReadings(readings, facts), policy, world, lookUpImpact);
    return { ...judged, earlier: await recallFor(judged, facts, world) };
  });
}

type TriedCandidate = Omit<Judgement, "earlier">;

async function recallFor(
  { candidate, identity, proof }: TriedCandidate,
  { recorded }: SharedFacts,
  { registry, clock }: World,
): Promise<EarlierFacts> {
  const { secret, kind } = candidate;
  const lines = recorded.get(secret.fingerprint) ?? [];
  return await findEarlier({ secret, kind, identity, proof, recorded: lines }, registry, clock.now());
}

async function mapConcurrently<From, To>(
  items: readonly From[],
  convert: (item: From) => Promise<To>,
): Promise<readonly To[]> {
  const results: To[] = [];
  const waiting = [...items.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, item] = next;
      results[index] = await convert(item);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return results;
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

/** Chooses the first reading that OpenAI accepts; where it accepts none, or none may be tried, the first of all. */
async function judge(
  readings: readonly Reading[],
  { tryKeys }: Policy,
  { registry, clock }: World,
  lookUpImpact: ImpactLookup,
): Promise<TriedCandidate> {
  const judgements: TriedCandidate[] = [];
  for (const { candidate, identity, isRemembered } of readings) {
    const { secret, confidence, sightings } = candidate;
    const record = identity.kind === "ours" ? identity.record : null;
    // Before the trial, which counts as use.
    const impact = record ? await lookUpImpact(candidate, record) : null;
    const proof = mayTry(identity, tryKeys, isRemembered)
      ? await registry.prove(secret, record).catch(() => UNKNOWN_PROOF)
      : createUntriedProof(identity, clock.now());
    const { fingerprint } = secret;
    const preexisting = isPreexisting(sightings);
    const judgement = { fingerprint, confidence, preexisting, identity, proof, candidate, impact };
    if (isAccepted(proof)) return judgement;
    judgements.push(judgement);
  }
  const [first] = judgements;
  if (!first) throw new Error("a candidate has at least one reading");
  return first;
}

function isAccepted({ possession, validity }: Proof): boolean {
  return possession !== "not-tried" && validity.kind === "active";
}

/** Something of ours broke while a key was tried: the others are judged all the same. */
const UNKNOWN_PROOF: Proof = { validity: { kind: "unknown", because: "unreadable" }, possession: "not-accepted" };

type ImpactLookup = (candidate: Candidate, record: KeyRecord) => Promise<Impact | null>;

function createImpactLookup({ registry, clock }: World): ImpactLookup {
  const answers = new Map<string, Promise<Impact | null>>();
  return async ({ sightings }, record) => {
    const since = startOfExposure(findFirstSeen(sightings), record, clock.now());
    if (since === null) return null;
    const name = `${since.getTime()} ${record.id}`;
    const answer = answers.get(name) ?? registry.impact(record, since);
    answers.set(name, answer);
    return await answer.catch(() => null);
  };
}

/** Since when others may have used a key; null where nobody knows. The clocks of commits err in both directions. */
function startOfExposure(firstSeen: Date | null, { createdAt }: KeyRecord, now: Date): Date | null {
  const earliest = firstSeen ?? createdAt;
  if (earliest === null) return null;
  return new Date(Math.max(Math.min(earliest.getTime(), now.getTime()), createdAt?.getTime() ?? 0));
}
