import { type Candidate, type DetectorNote, mergeCandidate } from "../domain/candidate.ts";
import type { Gap } from "../domain/gap.ts";
import type { World } from "./world.ts";

/** Searches all that the source has. What could not be searched is added to the gaps. */
export async function findCandidates(world: World, gaps: Gap[]): Promise<readonly Candidate[]> {
  const { source, detect, onKeyFound, onLookAlike } = world;
  const known = new Map<string, Candidate>();
  for await (const blob of source.blobs()) {
    const asides: DetectorNote[] = [];
    for await (const hit of detect(blob, (aside) => asides.push(aside))) {
      const { fingerprint } = hit.secret;
      if (!known.has(fingerprint)) for (const secret of [hit.secret, ...hit.alternatives]) onKeyFound(secret);
      const sightings = await source.locate(blob, hit);
      if (sightings.length > 0) known.set(fingerprint, mergeCandidate(known.get(fingerprint), hit, sightings));
    }
    const name = asides.length > 0 ? await source.nameOf(blob) : null;
    if (name === null) continue;
    for (const aside of asides) {
      if (aside.kind === "unread") gaps.push({ kind: "archive", detail: `${name}: ${aside.why}` });
      else onLookAlike(aside.what, name);
    }
  }
  return [...known.values()];
}

/** Proves that the search finds what it must before it is believed where it finds nothing. */
export async function runSelfTest({ detect, sample }: World): Promise<readonly Gap[]> {
  const { blob, fingerprints } = sample();
  const seen = new Set<string>();
  for await (const { secret } of detect(blob, () => {})) seen.add(secret.fingerprint);
  const lost = fingerprints.filter((one) => !seen.has(one)).length;
  if (lost === 0) return [];
  return [{ kind: "self-test", detail: `${lost} of ${fingerprints.length} built-in sample keys were not found` }];
}
