import type { Sighting } from "./candidate.ts";
import type { Containment } from "./decision.ts";
import type { Outcome } from "./outcome.ts";

/** Something that is about to be done to a key. Holds no text of the key, nor an end of it. */
export type ContainmentRecord = {
  fingerprint: string;
  containment: Containment;
  /** Where the key was seen: why it is done. */
  sightings: readonly Sighting[];
  at: Date;
};

/** What an earlier run began and never said the end of: it may have been killed at any point in between. */
export type UnfinishedContainment = {
  fingerprint: string;
  /** The record's id. */
  id: string;
  act: Containment["kind"];
  at: Date;
};

/** The operator's record of everything that is done to keys: a line before each act, and one after it. */
export type Journal = {
  /** Fingerprints of all keys that earlier runs meant to contain. */
  known(): Promise<ReadonlySet<string>>;
  /** Acts that earlier runs began and never ended. */
  unfinished(): Promise<readonly UnfinishedContainment[]>;
  /** Writes that an act begins. When it returns, the line is on disk; when it rejects, nothing may be done. */
  begin(act: ContainmentRecord): Promise<void>;
  /** Writes how an act ended; also for one that an earlier run began. */
  end(fingerprint: string, id: string, outcome: Outcome, at: Date): Promise<void>;
};

/** For operators who keep no record. */
export const NO_JOURNAL: Journal = {
  known: async () => new Set(),
  unfinished: async () => [],
  begin: async () => {},
  end: async () => {},
};
