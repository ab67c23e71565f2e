import type { Candidate, Sighting, SilentCounts } from "./candidate.ts";
import type { Gap } from "./gap.ts";
import type { Coverage } from "./source.ts";

/** A repository of an organisation, as GitHub lists it. */
export type ListedRepository = {
  /** GitHub's number for it, which stays when it is renamed. */
  id: number;
  /** `owner/name`. */
  name: string;
  /** What GitHub says its size is: hours old, and of what is packed alone. */
  kilobytes: number;
  defaultBranch: string | null;
  isArchived: boolean;
  isFork: boolean;
};

/** A repository that a sweep is to read. */
export type PlannedRepository = Pick<ListedRepository, "id" | "name" | "kilobytes" | "defaultBranch"> & {
  /** The digest of its refs when an earlier sweep read it to the end; null where none did. */
  knownRefs: string | null;
  /** What its refs led to then, as `KnownTips` writes it; null where everything is to be read. */
  knownTips: string | null;
};

/** Why a repository of the organisation is not in a plan: the operator's choice. */
export const LEFT_OUT = ["archived", "fork", "not-included", "excluded"] as const;

/** How many repositories are not in a plan, by why. */
export type LeftOutCounts = Readonly<Record<(typeof LEFT_OUT)[number], number>>;

/** What a sweep is to read, and in which shards. */
export type SweepPlan = {
  organization: string;
  /** The address of GitHub, where its git is. */
  server: string;
  at: Date;
  /** Which program the known refs and tips hold for: another one might find more in what they reach. */
  reader: string;
  /** Shards count from 0. */
  shards: readonly (readonly PlannedRepository[])[];
  leftOut: LeftOutCounts;
};

/** A key of a repository as a shard hands it over: what names it, and where it is. Its text stays behind. */
export type SweptKey = Pick<Candidate, "kind" | "confidence"> & {
  fingerprint: string;
  mask: string;
  sightings: readonly Sighting[];
  /** Git objects in which the key can be read again. None where it stands in the name of a file or a branch. */
  objects: readonly string[];
};

/**
 * How far a repository was read. `continued`: what came since an earlier sweep. `unchanged`: its refs are those that an
 * earlier sweep has read.
 */
export const READ_STATES = ["read", "continued", "unchanged", "empty", "unread"] as const;

/** What a sweep knows of one repository. */
export type SweptRepository = {
  id: number;
  /** Its name when it was read: it may have been renamed since it was planned. */
  name: string;
  state: (typeof READ_STATES)[number];
  /** The digest of its refs; null where it was not read to the end, so that the next sweep reads it again. */
  refs: string | null;
  /** What its refs led to, as `KnownTips` writes it; null where the next sweep is to read it as a whole. */
  tips: string | null;
  /** Of one that was continued: the digest of the refs that an earlier sweep read. */
  since: string | null;
  /** Which program read it. */
  reader: string;
  coverage: Coverage & { milliseconds: number };
  silent: SilentCounts;
  keys: readonly SweptKey[];
  gaps: readonly Gap[];
};

/** What a shard did: a record for each of its repositories that it came to. `plan` is the digest of the plan. */
export type SweepShard = { plan: string; shard: number; repositories: readonly SweptRepository[] };

/** What is kept from one sweep to the next: the repositories that were read to their end, and their keys. */
export type SweepState = { organization: string; at: Date; repositories: readonly SweptRepository[] };

/** How much of an organisation was swept, in numbers alone. */
export type SweepMeasure = {
  /** `unread` are those that no shard came to, too. `leftOut` are not in the plan. */
  repositories: Readonly<Record<(typeof READ_STATES)[number] | "planned" | "leftOut", number>>;
  /** `whole` are the shards that came to all of their repositories. */
  shards: { planned: number; whole: number };
};

/** A shard takes one job of a matrix, and GitHub starts no more than so many: "Strategy expansion exceeded 256 results". */
export const MOST_SHARDS = 256;
