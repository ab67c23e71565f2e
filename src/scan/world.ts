import type { Blob } from "../domain/blob.ts";
import type { Detect } from "../domain/candidate.ts";
import type { IgnoreEntry } from "../domain/ignore-entry.ts";
import type { Journal } from "../domain/journal.ts";
import type { Registry } from "../domain/registry.ts";
import type { Secret } from "../domain/secret.ts";
import type { Source } from "../domain/source.ts";

/** Everything outside that a run touches. The doors build one, and so do the tests. */
export type World = {
  source: Source;
  detect: Detect;
  registry: Registry;
  journal: Journal;
  /** Which keys the base branch excuses; asked once something was found. */
  ignores: () => Promise<readonly IgnoreEntry[]>;
  /** The fingerprints this tool has contained before on the same pull request, as far as it can be known. */
  memory: () => Promise<ReadonlySet<string>>;
  /** Told of each distinct key the moment it is found: for masking it in logs. */
  found: (secret: Secret) => void;
  /** Told of what looks like a key and is none. */
  noticed: (what: string, where: string) => void;
  /** A text with keys that are no secret, and their fingerprints: a search that does not find them finds nothing. */
  sample: () => { blob: Blob; fingerprints: readonly string[] };
  /** Told before the first key is contained: from here on a run is to be finished, and not broken off. */
  committed: () => void;
  /** Whether the run was told to stop: the key in hand is then finished, and no other begun. */
  cancelled: () => boolean;
  now: () => Date;
};
