import { type Candidate, findFirstSeen, listReadings } from "../domain/candidate.ts";
import type { Policy } from "../domain/decision.ts";
import { type Identity, identify } from "../domain/identity.ts";
import type { Impact } from "../domain/impact.ts";
import type { Inventory, KeyRecord } from "../domain/inventory.ts";
import { createUntriedProof, mayTry, type Proof } from "../domain/proof.ts";
import type { World } from "./world.ts";

/** What was asked once for all candidates: the organisation's keys, and which keys this tool has contained before. */
export type Asked = { inventory: Inventory; memory: ReadonlySet<string> };

/** A candidate, in the reading that holds, and what was learnt of it. */
export type Judged = { candidate: Candidate; identity: Identity; proof: Proof; impact: Impact | null };

/** So many candidates are asked about at the same time: decoys are cheap to write, and must not hold up the real key. */
const AT_ONCE = 4;

/** Judges all candidates, in their order. A record's use since a time is asked once, however many texts resemble it. */
export async function judgeAll(
  candidates: readonly Candidate[],
  asked: Asked,
  policy: Policy,
  world: World,
): Promise<readonly Judged[]> {
  const known = new Set(candidates.map(({ secret }) => secret.fingerprint));
  const use = onceEach(world);
  const judged: Judged[] = [];
  const waiting = [...candidates.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, candidate] = next;
      const readings = listReadings(candidate, (fingerprint) => known.has(fingerprint));
      judged[index] = await judge(readings, asked, policy, { ...world, use });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return judged;
}

type Use = (record: KeyRecord, since: Date) => Promise<Impact | null>;

function onceEach({ registry }: World): Use {
  const asked = new Map<string, Promise<Impact | null>>();
  return async (record, since) => {
    const name = `${since.getTime()} ${record.id}`;
    const answer = asked.get(name) ?? registry.impact(record, since);
    asked.set(name, answer);
    return await answer;
  };
}

/**
 * Of several readings of one place, the first that OpenAI accepts; the ones that a record fits come first, then those contained before. Where none is
 * accepted, or none may be tried, the first of that order.
 */
async function judge(
  readings: readonly Candidate[],
  asked: Asked,
  { tryKeys }: Policy,
  world: World & { use: Use },
): Promise<Judged> {
  const { registry, clock } = world;
  const judged: Judged[] = [];
  const identified = readings.map((candidate) => {
    const remembered = asked.memory.has(candidate.secret.fingerprint);
    return { candidate, remembered, identity: identify(candidate, asked.inventory, remembered) };
  });
  const rank = ({ identity, remembered }: (typeof identified)[number]) =>
    identity.kind === "ours" ? 0 : remembered ? 1 : 2;
  for (const { candidate, identity, remembered } of identified.toSorted((one, other) => rank(one) - rank(other))) {
    const record = identity.kind === "ours" ? identity.record : null;
    const impact = record ? await impactOf(candidate, record, world) : null;
    const proof = mayTry(identity, tryKeys, remembered)
      ? await registry.prove(candidate.secret, record).catch(() => UNTOLD)
      : createUntriedProof(identity, clock.now());
    judged.push({ candidate, identity, proof, impact });
    if (proof.possession !== "not-tried" && proof.validity.kind === "active") break;
  }
  const accepted = judged.find(({ proof }) => proof.possession !== "not-tried" && proof.validity.kind === "active");
  const first = accepted ?? judged[0];
  if (!first) throw new Error("a candidate has at least one reading");
  return first;
}

/** Something of ours broke while a key was tried: the others are judged all the same. */
const UNTOLD: Proof = { validity: { kind: "unknown", because: "unreadable" }, possession: "not-accepted" };

/** Since when a key may have been used by others: commits carry clocks that lie in both directions. */
async function impactOf(
  { sightings }: Candidate,
  record: KeyRecord,
  { use, clock }: World & { use: Use },
): Promise<Impact | null> {
  const [seen, made, now] = [findFirstSeen(sightings), record.createdAt, clock.now()];
  const since = Math.max(Math.min((seen ?? made ?? now).getTime(), now.getTime()), made?.getTime() ?? 0);
  return seen || made ? await use(record, new Date(since)).catch(() => null) : null;
}
