import type { Finding } from "../../domain/finding.ts";
import type { SweepState } from "../../domain/sweep.ts";

/** Removes the time at which a key was found if an earlier sweep had found it: the state does not keep that time. */
export function removeFoundTimes(findings: readonly Finding[], earlier: SweepState | null): readonly Finding[] {
  const known = new Set(earlier?.repositories.flatMap(({ keys }) => keys.map(({ fingerprint }) => fingerprint)));
  return findings.map((one) =>
    known.has(one.fingerprint) ? { ...one, response: { ...one.response, foundAt: null } } : one,
  );
}
