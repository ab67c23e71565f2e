import type { Blob } from "../domain/blob.ts";
import { type Candidate, type DetectorNote, mergeCandidate } from "../domain/candidate.ts";
import type { Gap } from "../domain/gap.ts";
import type { World } from "./world.ts";

/** Searches everything the source has. Gaps are what could not be searched. */
export async function findCandidates(
  world: World,
): Promise<{ candidates: readonly Candidate[]; gaps: readonly Gap[] }> {
  const { source, detect, onKeyFound } = world;
  const candidates = new Map<string, Candidate>();
  const gaps: Gap[] = [];
  for await (const blob of source.blobs()) {
    const notes: DetectorNote[] = [];
    for await (const hit of detect(blob, (note) => notes.push(note))) {
      const { fingerprint } = hit.secret;
      if (!candidates.has(fingerprint)) for (const secret of [hit.secret, ...hit.alternatives]) onKeyFound(secret);
      const sightings = await source.locate(blob, hit);
      if (sightings.length > 0)
        candidates.set(fingerprint, mergeCandidate(candidates.get(fingerprint), hit, sightings));
    }
    gaps.push(...(await passOnNotes(blob, notes, world)));
  }
  const complete: Candidate[] = [];
  for (const candidate of candidates.values()) {
    complete.push({ ...candidate, sightings: await source.complete(candidate.sightings) });
  }
  return { candidates: complete, gaps };
}

/** Reports look-alikes, and returns as gaps the parts of a blob that could not be searched. */
async function passOnNotes(
  blob: Blob,
  notes: readonly DetectorNote[],
  { source, onLookAlike }: World,
): Promise<readonly Gap[]> {
  const name = notes.length > 0 ? await source.nameOf(blob) : null;
  if (name === null) return [];
  for (const note of notes) if (note.kind === "look-alike") onLookAlike(note.what, name);
  return notes.flatMap((note) => (note.kind === "unread" ? [{ kind: "archive", detail: `${name}: ${note.why}` }] : []));
}

/** Searches the built-in sample. A search that misses keys there is not believed where it finds nothing. */
export async function runSelfTest({ detect, sample }: World): Promise<readonly Gap[]> {
  const { blob, fingerprints } = sample();
  const found = new Set<string>();
  for await (const { secret } of detect(blob, () => {})) found.add(secret.fingerprint);
  const missed = fingerprints.filter((fingerprint) => !found.has(fingerprint)).length;
  if (missed === 0) return [];
  return [{ kind: "self-test", detail: `${missed} of ${fingerprints.length} built-in sample keys were not found` }];
}
