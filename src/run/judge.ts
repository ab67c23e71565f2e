import { type Candidate, firstSeen } from "../domain/candidate.ts";
import type { Policy } from "../domain/decision.ts";
import { type Identity, identify } from "../domain/identity.ts";
import type { Impact } from "../domain/impact.ts";
import type { Inventory, KeyRecord } from "../domain/inventory.ts";
import { mayTry, type Proof, untried } from "../domain/proof.ts";
import type { World } from "./world.ts";

/** What was asked once for all candidates: the organisation's keys, and which keys this tool has contained before. */
export type Asked = { inventory: Inventory; memory: ReadonlySet<string> };

/** A candidate, in the reading that holds, and what was learnt of it. */
export type Judged = { candidate: Candidate; identity: Identity; proof: Proof; impact: Impact | null };

/**
 * Of several readings of one place, the first that OpenAI accepts; the ones that a record fits come first. Where none is
 * accepted, or none may be tried, the first of that order.
 */
export async function judge(
  readings: readonly Candidate[],
  asked: Asked,
  { tryKeys }: Policy,
  world: World,
): Promise<Judged> {
  const { registry, now } = world;
  const judged: Judged[] = [];
  const identified = readings.map((candidate) => {
    const remembered = asked.memory.has(candidate.secret.fingerprint);
    return { candidate, remembered, identity: identify(candidate, asked.inventory, remembered) };
  });
  const isOurs = ({ identity }: { identity: Identity }) => identity.kind === "ours";
  for (const one of [...identified.filter(isOurs), ...identified.filter((each) => !isOurs(each))]) {
    const { candidate, identity, remembered } = one;
    const record = identity.kind === "ours" ? identity.record : null;
    const impact = record ? await impactOf(candidate, record, world) : null;
    const proof = mayTry(identity, tryKeys, remembered)
      ? await registry.prove(candidate.secret, record)
      : untried(identity, now());
    judged.push({ candidate, identity, proof, impact });
    if (proof.possession !== "not-tried" && proof.validity.kind === "active") break;
  }
  const accepted = judged.find(({ proof }) => proof.possession !== "not-tried" && proof.validity.kind === "active");
  const first = accepted ?? judged[0];
  if (!first) throw new Error("a candidate has at least one reading");
  return first;
}

/** Since when a key may have been used by others: commits carry clocks that lie in both directions. */
async function impactOf({ sightings }: Candidate, record: KeyRecord, { registry, now }: World): Promise<Impact | null> {
  const [seen, made] = [firstSeen(sightings), record.createdAt];
  const since = Math.max(Math.min((seen ?? made ?? now()).getTime(), now().getTime()), made?.getTime() ?? 0);
  return seen || made ? await registry.impact(record, new Date(since)) : null;
}
