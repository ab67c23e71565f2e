import type { Blob } from "./domain/blob.ts";
import { type Aside, type Candidate, type Detect, firstSeen, merged, readingsOf } from "./domain/candidate.ts";
import type { Change } from "./domain/change.ts";
import { type Case, type Decision, decide, type Policy } from "./domain/decision.ts";
import { blocks, type Finding, isPreexisting } from "./domain/finding.ts";
import type { Gap } from "./domain/gap.ts";
import { type Identity, identify } from "./domain/identity.ts";
import type { Impact } from "./domain/impact.ts";
import type { KeyRecord } from "./domain/inventory.ts";
import type { Outcome } from "./domain/outcome.ts";
import { mayTry, type Proof, untried } from "./domain/proof.ts";
import type { Registry } from "./domain/registry.ts";
import type { Report } from "./domain/report.ts";
import type { Secret } from "./domain/secret.ts";
import type { Source } from "./domain/source.ts";
import type { Validity } from "./domain/validity.ts";

/** Everything outside that a run touches. The doors build one, and so do the tests. */
export type World = {
  source: Source;
  detect: Detect;
  registry: Registry;
  /** The fingerprints this tool has contained before on the same pull request, as far as it can be known. */
  memory: () => Promise<ReadonlySet<string>>;
  /** Told of each distinct key the moment it is found: for masking it in logs. */
  found: (secret: Secret) => void;
  /** Told of what looks like a key and is none. */
  noticed: (what: string, where: string) => void;
  /** A text with keys that are no secret, and their fingerprints: a search that does not find them finds nothing. */
  sample: () => { blob: Blob; fingerprints: readonly string[] };
  now: () => Date;
};

/** The story, told once: a change is searched, the keys in it are identified, tried, decided on and contained. */
export async function run(change: Change, world: World, policy: Policy): Promise<Report> {
  const { source, registry, now } = world;
  const started = now();
  const gaps: Gap[] = [];
  const candidates = await search(world, gaps);
  gaps.push(...(await selfTest(world)));
  const asked = candidates.length > 0 ? await ask(world) : NOTHING;

  const known = new Set(candidates.map(({ secret }) => secret.fingerprint));
  const judged: Judged[] = [];
  for (const candidate of candidates) {
    judged.push(
      await judge(
        readingsOf(candidate, (one) => known.has(one)),
        asked,
        policy,
        world,
      ),
    );
  }
  const cases: Case[] = judged.map(({ candidate: { secret, confidence, sightings }, identity, proof }) => {
    return { fingerprint: secret.fingerprint, confidence, preexisting: isPreexisting(sightings), identity, proof };
  });

  const decisions = decide(cases, policy);
  const findings: Finding[] = [];
  for (const [index, { candidate, identity, proof, impact }] of judged.entries()) {
    const { secret, kind, confidence, sightings } = candidate;
    const { possession } = proof;
    const decision = decisions[index];
    if (!decision) throw new Error("a candidate was left without a decision");
    const record = identity.kind === "ours" ? identity.record : null;
    const again = async () => (await registry.prove(secret, record)).validity;
    const outcome = await carryOut(decision, registry, again);
    const validity = after(outcome, proof.validity);
    const { fingerprint, mask } = secret;
    const finding = {
      fingerprint,
      mask,
      kind,
      confidence,
      sightings,
      identity,
      possession,
      validity,
      impact,
      decision,
      outcome,
    };
    findings.push({ ...finding, blocks: blocks(finding, policy.failOn) });
  }

  const { coverage, gaps: missed } = source.account();
  const milliseconds = now().getTime() - started.getTime();
  return {
    change,
    coverage: { ...coverage, milliseconds },
    findings,
    gaps: [...gaps, ...missed, ...asked.inventory.gaps],
  };
}

const NOTHING = { inventory: { records: [], gaps: [] }, memory: new Set<string>() };

type Asked = Awaited<ReturnType<typeof ask>>;

/** A candidate, in the reading that holds, and what was learnt of it. */
type Judged = { candidate: Candidate; identity: Identity; proof: Proof; impact: Impact | null };

/**
 * Of several readings of one place, the first that OpenAI accepts; the ones that a record fits come first. Where none is
 * accepted, or none may be tried, the first of that order.
 */
async function judge(readings: readonly Candidate[], asked: Asked, { tryKeys }: Policy, world: World): Promise<Judged> {
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

/** A change without a candidate asks nobody anything. */
async function ask({ registry, memory }: World) {
  const [inventory, remembered] = await Promise.all([registry.inventory(), memory()]);
  return { inventory, memory: remembered };
}

async function search(world: World, gaps: Gap[]): Promise<readonly Candidate[]> {
  const { source, detect, found, noticed } = world;
  const known = new Map<string, Candidate>();
  for await (const blob of source.blobs()) {
    const asides: Aside[] = [];
    for await (const hit of detect(blob, (aside) => asides.push(aside))) {
      const { fingerprint } = hit.secret;
      if (!known.has(fingerprint)) for (const secret of [hit.secret, ...hit.alternatives]) found(secret);
      const sightings = await source.locate(blob, hit);
      if (sightings.length > 0) known.set(fingerprint, merged(known.get(fingerprint), hit, sightings));
    }
    const name = asides.length > 0 ? await source.nameOf(blob) : null;
    if (name === null) continue;
    for (const aside of asides) {
      if (aside.kind === "unread") gaps.push({ kind: "archive", detail: `${name}: ${aside.why}` });
      else noticed(aside.what, name);
    }
  }
  return [...known.values()];
}

/** Proves that the search finds what it must before it is believed where it finds nothing. */
async function selfTest({ detect, sample }: World): Promise<readonly Gap[]> {
  const { blob, fingerprints } = sample();
  const seen = new Set<string>();
  for await (const { secret } of detect(blob, () => {})) seen.add(secret.fingerprint);
  const lost = fingerprints.filter((one) => !seen.has(one)).length;
  if (lost === 0) return [];
  return [{ kind: "self-test", detail: `${lost} of ${fingerprints.length} built-in sample keys were not found` }];
}

async function carryOut(decision: Decision, registry: Registry, again: () => Promise<Validity>): Promise<Outcome> {
  if (decision.kind === "leave") return { kind: "left", because: decision.because };
  return await registry.contain(decision, again); // The one dangerous line.
}

/** Only a verified containment proves death; anything less leaves what the trial said. */
function after(outcome: Outcome, measured: Validity): Validity {
  return outcome.kind === "contained" && outcome.verified ? { kind: "inactive", because: "deleted" } : measured;
}
