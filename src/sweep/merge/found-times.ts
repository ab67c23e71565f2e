import type { Finding } from "../../domain/finding.ts";
import type { SweepState } from "../../domain/sweep.ts";

/** Clears when a key was found where an earlier sweep has found it: nobody noted when that was. */
export function removeFoundTimes(findings: readonly Finding[], earlier: SweepState | null): readonly Finding[] {
  const known = new Set(earlier?.repositories.flatMap(({ keys }) => keys.map(({ fingerprint }) => fingerprint)));
  return findings.map((one) =>
    known.has(one.fingerprint) ? { ...one, response: { ...one.response, foundAt: null } } : one,
  );
}
