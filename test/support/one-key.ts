import type { Hit, KeyKind, Sighting } from "../../src/domain/candidate.ts";
import { SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import type { Policy } from "../../src/domain/decision.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { Registry } from "../../src/domain/registry.ts";
import type { Report } from "../../src/domain/report.ts";
import { Secret } from "../../src/domain/secret.ts";
import { scanChange } from "../../src/scan/scan.ts";
import { policy as policyOf, sighting } from "./facts.ts";
import { createTestWorld } from "./world.ts";

/** A whole run over a change that brought keys with a certain shape, each at as many places as it is named. */
export async function runOver(
  texts: readonly { text: string; kind: KeyKind }[],
  registry: Registry,
  policy: Partial<Policy> = {},
): Promise<Report> {
  const blob = { provenance: { kind: "stdin" as const, name: "it" }, chunks: [] };
  const hits = texts.map(({ text, kind }, offset): Hit => {
    const found = { confidence: "certain", encoding: "plain", alternatives: [], member: null } as const;
    return { secret: new Secret(text), kind, offset, length: text.length, ...found };
  });
  const coverage = { commits: 1, blobs: 1, bytes: 1, texts: 0 };
  const source = {
    blobs: async function* () {
      yield blob;
    },
    locate: async () => [sighting()],
    complete: async (sightings: readonly Sighting[]) => sightings,
    nameOf: async () => ({ name: "it" }),
    account: () => ({ coverage, gaps: [] }),
  };
  const detect = async function* () {
    yield* hits;
  };
  const clock = { ...SYSTEM_CLOCK, now: () => new Date("2026-11-21T00:00:00Z") };
  const world = createTestWorld({ source, detect, registry }, clock);
  return await scanChange({ kind: "stdin", name: "it" }, world, policyOf(policy));
}

/** What a run says of the one key it is given. */
export async function findingOf(
  text: string,
  kind: KeyKind,
  registry: Registry,
  policy: Partial<Policy> = {},
): Promise<Finding> {
  const { findings } = await runOver([{ text, kind }], registry, policy);
  if (!findings[0]) throw new Error("the key was not found");
  return findings[0];
}
