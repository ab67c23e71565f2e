import type { Decision } from "./decision.ts";
import type { Gap } from "./gap.ts";
import type { KeyRecord } from "./inventory.ts";
import type { Outcome } from "./outcome.ts";
import type { RotationTarget, StoreFailure, StoreResult } from "./rotation-target.ts";

/** What a key may do. The list cannot be empty: OpenAI takes an empty one for everything. */
export type KeyScopes = { kind: "all" } | { kind: "some"; scopes: readonly [string, ...string[]] };

/** What an operator asks for a key that is to be rotated. */
export type RotationOrder = {
  /** The key, its service account, or a name of either, as the operator typed it or the keys file has it. */
  asked: string;
  /** The project that `asked` is looked for in; null for all of them. */
  project: string | null;
  targets: readonly RotationTarget[];
  /** Null: those of the old key. */
  scopes: KeyScopes | null;
  /** Whether the new key may do more than the old one. */
  widen: boolean;
  /** How many seconds the new key lives; null: as long as the old one was made for. */
  expiresIn: number | null;
  /** How many seconds the old key goes on working after the new one was seen in use; 0 revokes it at once. */
  overlap: number;
  /** How many seconds to wait for the new key to be used; 0: it is not waited for. */
  wait: number;
  /** Whether secrets that do not exist yet are created. */
  create: boolean;
  /** How many seconds old the key may become before it is due; null: only its end makes it due. */
  rotateEvery: number | null;
};

/** What is to be done, decided before anything is touched. */
export type RotationPlan = {
  order: RotationOrder;
  /** Names this rotation, in the audit file and in the new key's name: 8 random hex digits. */
  id: string;
  old: KeyRecord;
  /** The service account that owns both keys, and its project. */
  account: { id: string; name: string | null };
  project: { id: string; name: string | null };
  /** The new key's name: it says which key it replaces, so that any later run recognises it in OpenAI's list. */
  name: string;
  scopes: KeyScopes;
  /** How many seconds the new key lives; null for ever. */
  expiresIn: number | null;
  /** Whether an earlier run put the new key in all its places: what is left is to watch it, and to retire the old one. */
  isStored: boolean;
};

/** Why a key is not rotated. Nothing was touched. */
export type RotationRefusal =
  | { because: "not-listed" }
  /** Several keys fit the name; these are their ids. */
  | { because: "ambiguous"; ids: readonly string[] }
  /** The list of keys could not be read to its end, so that another key may fit too. */
  | { because: "inventory-incomplete" }
  /** Keys of people cannot be created by API. */
  | { because: "person-owned" }
  | { because: "owner-unknown" }
  | { because: "admin-key" | "own-admin-key" }
  | { because: "protected" | "unmatched-entry" | "too-many" }
  | { because: "archived-project" }
  /** It has ended already: there is nothing to replace without an outage. */
  | { because: "expired" }
  | { because: "no-target" }
  | { because: "scopes-unknown" }
  /** How long the old key was made to live is not known, and no lifetime was asked for. */
  | { because: "lifetime-unknown" }
  /** These scopes were asked for, and the old key does not have them. */
  | { because: "wider-scopes"; scopes: readonly string[] }
  /** Another key, of this id, says in its name that it replaces this one: that rotation was not finished, or still runs. */
  | { because: "already-replaced"; by: string }
  /** The audit file has a rotation of this key that was not finished. */
  | { because: "unfinished" }
  /** The audit file has none that `--resume` could finish. */
  | { because: "nothing-to-resume" }
  /** The rotation that was broken off had these places, as an operator types them, and others were asked for now. */
  | { because: "other-targets"; targets: readonly string[] }
  /** The same key was asked for twice in one run. */
  | { because: "asked-twice" }
  /** A place would not take the key: nothing was created. */
  | { because: "target-not-ready"; target: RotationTarget; failure: StoreFailure }
  | { because: "not-recorded" | "cancelled" | "declined" };

/** Why OpenAI made no key. */
export type MintFailure =
  /** The Admin API key lacks the right to create keys. */
  | { because: "read-only-admin-key" }
  /** OpenAI refused the lifetime or the scopes, or keys altogether: `code` is its own word, checked to be one. */
  | { because: "refused"; code: string | null }
  | { because: "account-gone" | "archived-project" }
  | { because: "rate-limited" | "server-error" | "network" | "not-understood" };

/** Why a rotation that was begun did not come to its end. */
export type RotationFailure =
  /** `mayExist`: a key of the planned name may have been created all the same. Nobody has its text. */
  | { because: "mint"; failure: MintFailure; mayExist: boolean }
  /** OpenAI did not accept the new key, within the time that takes. */
  | { because: "new-key-refused" }
  /** OpenAI accepted it for somebody else than this service account. */
  | { because: "new-key-not-ours" }
  /** OpenAI gave it a later end than was asked for, or none. */
  | { because: "new-key-lives-longer" }
  /** A place did not take it. */
  | { because: "store"; target: RotationTarget; failure: StoreFailure }
  /** Another rotation of the same key was first; this one deleted its own key. */
  | { because: "overtaken"; by: string }
  /** Another run goes on with this rotation, by the audit file. */
  | { because: "resumed-elsewhere" }
  /** The keys of the service account could not be listed, so that another rotation may run. */
  | { because: "account-not-listed" }
  | { because: "not-recorded" | "cancelled" | "unexpected" };

/** Why a rotation whose key stands in all its places is not over. */
export type RotationRest =
  /** The new key was not seen in use within the time. */
  | "new-key-unseen"
  /** Somebody deleted the new key: the old one is the only one that works. */
  | "new-key-gone"
  /** The old key was used after the new one. */
  | "old-key-in-use"
  /** When either was last used could not be read. */
  | "use-unknown"
  /** The old key could not be retired, or it was not seen to be. */
  | "old-key-kept";

/** What a place holds after a run. */
export type PlaceResult = {
  target: RotationTarget;
  /** `earlier`: a key that an earlier, broken-off run of this rotation created. */
  holds: "new" | "old" | "earlier" | "unknown";
  /** What came of storing the new key there; null where that was not tried in this run. */
  result: StoreResult | null;
};

/** A key that a rotation created. Holds no text of it. */
export type MintedKey = {
  id: string;
  name: string;
  /** Null where its text was lost with the run that created it. */
  fingerprint: string | null;
  createdAt: Date | null;
  expiresAt: Date | null;
};

/** What became of a key that is no longer needed: the old one, or one that a broken-off run created. */
export type RetiredKey = { record: KeyRecord; decision: Decision; outcome: Outcome };

/** What came of one key. */
export type RotationResult = {
  asked: string;
  /** Null where no single key was found. */
  old: KeyRecord | null;
  plan: RotationPlan | null;
  state:
    | { kind: "rotated" }
    /** A dry run: all that would be done stands in the plan. */
    | { kind: "planned" }
    | { kind: "unfinished"; because: RotationRest }
    | ({ kind: "failed" } & RotationFailure)
    | ({ kind: "refused" } & RotationRefusal);
  /** The key that is to stay. Null where none was created, or it was deleted again: then it is among `superseded`. */
  newKey: MintedKey | null;
  /** In the order of the targets. */
  places: readonly PlaceResult[];
  /** Whether the new key was seen in use, and when first. */
  use: { kind: "seen"; at: Date } | { kind: "unseen" } | { kind: "not-watched" };
  /** The old key; null where its turn did not come. */
  retired: RetiredKey | null;
  /** Keys of this rotation that were created and are not needed: each was deleted, is ending, or is named as alive. */
  superseded: readonly RetiredKey[];
  /** Whether an earlier run began it, and this one went on. */
  isResumed: boolean;
};

/** What came of putting a new key in the places of a leaked one, which itself ends by the decision about the leak. */
export type LeakRotation = Pick<RotationResult, "state" | "newKey" | "places"> & {
  /** Whether the new key was used by anybody but this run; null where that could not be read. */
  isUsed: boolean | null;
};

/** The steps of a rotation, in their order. */
export type RotationStep = "mint" | "try" | "store" | "watch" | "retire";

/** What a run tells while it rotates. Holds no text of a key. */
export type RotationProgress = {
  plan: RotationPlan;
  step: RotationStep;
  /** `wait`: the step goes on, and nothing is wrong. */
  phase: "begin" | "wait" | "end";
  /** Of `store`: the place. */
  target: RotationTarget | null;
  /** Of an end: whether the step did what it is for. */
  isDone: boolean;
};

/** All that a run of `rotate` has to say. */
export type RotationReport = {
  at: Date;
  organization: string | null;
  isDryRun: boolean;
  rotations: readonly RotationResult[];
  /** What could not be listed, read or recorded. */
  gaps: readonly Gap[];
  /** Remarks that a reader needs. They name nobody. */
  notes: readonly string[];
};

/** How a run of `rotate` ends. */
export type RotationConclusion = "rotated" | "planned" | "nothing-due" | "unfinished" | "failed";

/** What a run comes to: the worst of its rotations. A list that could not be read has no good end. */
export function concludeRotation({ rotations, gaps, isDryRun }: RotationReport): RotationConclusion {
  const kinds = new Set(rotations.map(({ state }) => state.kind));
  if (kinds.has("failed") || kinds.has("refused") || gaps.length > 0) return "failed";
  if (kinds.has("unfinished")) return "unfinished";
  if (rotations.length === 0) return "nothing-due";
  return isDryRun ? "planned" : "rotated";
}
