import type { Detect } from "../../domain/candidate.ts";
import { createSample } from "./sample.ts";

/** Counts the keys of the built-in sample, and those that a search of it misses. */
export async function checkSample(detect: Detect): Promise<{ missed: number; all: number }> {
  const { blob, fingerprints } = createSample();
  const found = new Set<string>();
  for await (const { secret } of detect(blob, () => {})) found.add(secret.fingerprint);
  const missed = fingerprints.filter((fingerprint) => !found.has(fingerprint)).length;
  return { missed, all: fingerprints.length };
}
