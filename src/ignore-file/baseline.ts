import type { Finding } from "../domain/finding.ts";
import { type IgnoreEntry, matchIgnoreEntry } from "../domain/ignore-entry.ts";
import { dayOf } from "./entry.ts";
import type { IgnoreFile } from "./ignore-file.ts";

/** What a baseline is made of. */
export type Found = Pick<Finding, "fingerprint" | "identity" | "validity">;

/**
 * The entries that a baseline needs: for what was found and the file does not name yet, in the order of the fingerprints.
 * Keys of ours that work, or may work, get none: no entry excuses them.
 */
export function baselineOf(file: IgnoreFile, findings: readonly Found[], now: Date): readonly IgnoreEntry[] {
  const known = new Set(file.ignore.map(({ fingerprint }) => fingerprint));
  const reason = `here before ${dayOf(now)}`;
  return findings
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map((finding) => ({ finding, entry: { fingerprint: finding.fingerprint, reason, until: null } }))
    .filter(({ finding, entry }) => matchIgnoreEntry([entry], finding, now)?.kind === "ignored")
    .map(({ entry }) => entry)
    .toSorted((one, other) => (one.fingerprint < other.fingerprint ? -1 : 1));
}
