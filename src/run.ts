import { type Candidate, type Detect, merged } from "./domain/candidate.ts";
import type { Change } from "./domain/change.ts";
import { type Case, type Decision, decide, type Policy } from "./domain/decision.ts";
import { blocks, type Finding, isPreexisting } from "./domain/finding.ts";
import { identify } from "./domain/identity.ts";
import type { Outcome } from "./domain/outcome.ts";
import { mayTry, untried } from "./domain/proof.ts";
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
  now: () => Date;
};

/** The story, told once: a change is searched, the keys in it are identified, tried, decided on and contained. */
export async function run(change: Change, world: World, policy: Policy): Promise<Report> {
  const { source, registry, now } = world;
  const started = now();
  const candidates = await search(world);
  const asked = candidates.length > 0 ? await ask(world) : NOTHING;

  const cases: Case[] = [];
  for (const { secret, confidence, sightings, ...rest } of candidates) {
    const { fingerprint } = secret;
    const remembered = asked.memory.has(fingerprint);
    const identity = identify({ secret, confidence, sightings, ...rest }, asked.inventory, remembered);
    const record = identity.kind === "ours" ? identity.record : null;
    const proof = mayTry(identity, policy.tryKeys, remembered)
      ? await registry.prove(secret, record)
      : untried(identity, now());
    cases.push({ fingerprint, confidence, preexisting: isPreexisting(sightings), identity, proof });
  }

  const decisions = decide(cases, policy);
  const findings: Finding[] = [];
  for (const [index, { secret, kind, confidence, sightings }] of candidates.entries()) {
    const [one, decision] = [cases[index], decisions[index]];
    if (!one || !decision) throw new Error("a candidate was left without a decision");
    const { identity, proof } = one;
    const record = identity.kind === "ours" ? identity.record : null;
    const again = async () => (await registry.prove(secret, record)).validity;
    const outcome = await carryOut(decision, registry, again);
    const validity = after(outcome, proof.validity);
    const { fingerprint, mask } = secret;
    const finding = { fingerprint, mask, kind, confidence, sightings, identity, validity, decision, outcome };
    findings.push({ ...finding, blocks: blocks(finding, policy.failOn) });
  }

  const { coverage, gaps } = source.account();
  const milliseconds = now().getTime() - started.getTime();
  return {
    change,
    coverage: { ...coverage, milliseconds },
    findings,
    gaps: [...gaps, ...asked.inventory.gaps],
  };
}

const NOTHING = { inventory: { records: [], gaps: [] }, memory: new Set<string>() };

/** A change without a candidate asks nobody anything. */
async function ask({ registry, memory }: World) {
  const [inventory, remembered] = await Promise.all([registry.inventory(), memory()]);
  return { inventory, memory: remembered };
}

async function search({ source, detect, found }: World): Promise<readonly Candidate[]> {
  const known = new Map<string, Candidate>();
  for await (const blob of source.blobs()) {
    for await (const hit of detect(blob)) {
      const { fingerprint } = hit.secret;
      if (!known.has(fingerprint)) found(hit.secret);
      const sightings = await source.locate(blob, hit);
      if (sightings.length > 0) known.set(fingerprint, merged(known.get(fingerprint), hit, sightings));
    }
  }
  return [...known.values()];
}

async function carryOut(decision: Decision, registry: Registry, again: () => Promise<Validity>): Promise<Outcome> {
  if (decision.kind === "leave") return { kind: "left", because: decision.because };
  return await registry.contain(decision, again); // The one dangerous line.
}

/** Only a verified containment proves death; anything less leaves what the trial said. */
function after(outcome: Outcome, measured: Validity): Validity {
  return outcome.kind === "contained" && outcome.verified ? { kind: "inactive", because: "deleted" } : measured;
}
