import { createDetector } from "../detect/detect.ts";
import { checkScreen } from "../detect/screen/screen.ts";
import { checkSample } from "../detect/screen/self-test.ts";
import type { Detect } from "../domain/candidate.ts";
import { type Clock, SYSTEM_CLOCK } from "../domain/clock.ts";
import type { PlannedAct } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { IgnoreRules } from "../domain/ignore-entry.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { type Journal, NO_JOURNAL } from "../domain/journal.ts";
import { type BaseKeys, NO_KEYS_FILE } from "../domain/keys-file.ts";
import { createLazyRegistry, type Registry } from "../domain/registry.ts";
import type { FindPushTime } from "../domain/response.ts";
import type { LeakRotation } from "../domain/rotation.ts";
import type { Secret } from "../domain/secret.ts";
import type { Source } from "../domain/source.ts";
import { createRegistry } from "../openai/access/chosen-registry.ts";
import type { Settings } from "../settings/settings.ts";

/** Everything outside that a run touches. `createWorld` builds it for every entry point; tests build their own. */
export type World = {
  source: Source;
  detect: Detect;
  registry: Registry;
  journal: Journal;
  /** What the base's ignore file says. Called only once a key was found, and after a whole history was read. */
  ignores: () => Promise<IgnoreRules>;
  /** What the base's keys file says of where keys are kept. Called only once a key was found to be ours. */
  keysFile: () => Promise<BaseKeys>;
  /** Puts a new key in the places of a leaked one, before that ends. Null unless the operator asks for it. */
  replaceKey: ReplaceKey | null;
  /** Whether the operator's globs leave out paths. */
  isFiltered: boolean;
  /** The fingerprints this tool has contained before on the same pull request, as far as it can be known. */
  memory: () => Promise<ReadonlySet<string>>;
  /** Called with each distinct key the moment it is found, so that logs can mask it. */
  onKeyFound: (secret: Secret) => void;
  /** Called with what looks like a key and is none: what it is, and the name of the blob. */
  onLookAlike: (what: string, blobName: string) => void;
  /**
   * Tests what the change was searched with on a built-in sample: how much of it there is to be found, and how much is
   * missed. To be called after the change was searched.
   */
  selfTest: () => Promise<{ missed: number; all: number }>;
  /**
   * Asks the operator before the first key is contained. It can only say no: what was decided is not changed. Null where
   * nobody is asked.
   */
  confirm: ((acts: readonly PlannedAct[]) => Promise<boolean>) | null;
  /** Called before the first key is contained: from here on the run must be finished, not broken off. */
  onContainment: () => void;
  /** Whether the run was told to stop: the current key is then finished, and no other begun. */
  isCancelled: () => boolean;
  /** When a commit was pushed, as far as the event says so. */
  findPushTime: FindPushTime;
  clock: Clock;
};

/**
 * Puts a new key in the places of a leaked one; null where the keys file does not know it. `isUsed` asks whether the new
 * key was used since. Throws nothing.
 */
export type ReplaceKey = (
  record: KeyRecord,
  world: Pick<World, "journal" | "registry" | "clock" | "isCancelled" | "keysFile">,
) => Promise<KeyReplacement | null>;

/** A new key in the places of a leaked one, or why there is none, and what could not be recorded of it. */
export type KeyReplacement = {
  rotation: Omit<LeakRotation, "isUsed">;
  gaps: readonly Gap[];
  isUsed: () => Promise<boolean | null>;
};

/** What an entry point decides about its World. Callbacks that it leaves out do nothing. */
export type WorldOptions = Pick<World, "source" | "ignores"> &
  Partial<
    Pick<
      World,
      | "keysFile"
      | "replaceKey"
      | "memory"
      | "onKeyFound"
      | "onLookAlike"
      | "confirm"
      | "onContainment"
      | "isCancelled"
      | "findPushTime"
      | "clock"
    >
  > & {
    settings: Pick<Settings, "adminKey" | "baseURL" | "paths" | "exclude">;
    /** From `openAuditJournal`; none is kept when left out. */
    journal?: Journal;
    /** The process's environment, which names the proxies. */
    environment: NodeJS.ProcessEnv;
    /** Whether the process is ours, so that its memory may be tuned; a library's is not. */
    ownsProcess?: boolean;
    /** Whether keys of other vendors are reported to `onLookAlike`. */
    otherVendors?: boolean;
    /** Called while OpenAI lists the organisation's keys. */
    progress?: (done: number, expected: number) => void;
  };

/**
 * Builds the World of a run, for the Action, the command line and the library alike. OpenAI is not contacted before the
 * registry is first used.
 */
export function createWorld(options: WorldOptions): World {
  const { source, ignores, journal = NO_JOURNAL } = options;
  const { clock = SYSTEM_CLOCK, isCancelled = () => false } = options;
  return {
    source,
    ...createSearch(options.otherVendors === true),
    registry: openRegistry(options, { clock, isCancelled }),
    journal,
    ignores,
    keysFile: readOnce(options.keysFile ?? (async () => ({ ...NO_KEYS_FILE, gaps: [] }))),
    replaceKey: options.replaceKey ?? null,
    isFiltered: options.settings.paths.length + options.settings.exclude.length > 0,
    memory: options.memory ?? (async () => new Set()),
    onKeyFound: createKeyListener(options),
    onLookAlike: options.onLookAlike ?? (() => {}),
    confirm: options.confirm ?? null,
    onContainment: options.onContainment ?? (() => {}),
    isCancelled,
    findPushTime: options.findPushTime ?? (() => null),
    clock,
  };
}

function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return async () => {
    made ??= read();
    return await made;
  };
}

/**
 * From this many keys on memory goes before time. V8 lets garbage grow to several times of what is needed while there is
 * room for it: 32,000 keys took 370 MB of which 60 were in use. With this flag, which counts at any time (tried on Node 20
 * and 24), they take 200, and half as much time again.
 */
const MANY_KEYS = 1000;

/** Hears of keys, and makes V8 save memory once there are many of them. */
function createKeyListener({ onKeyFound = () => {}, ownsProcess = false }: WorldOptions): World["onKeyFound"] {
  let count = 0;
  return (secret) => {
    count += 1;
    if (count === MANY_KEYS && ownsProcess) void saveMemory();
    onKeyFound(secret);
  };
}

async function saveMemory(): Promise<void> {
  (await import("node:v8")).setFlagsFromString("--optimize-for-size");
}

/** A change that the screen ruled out rests on the screen alone; any other on the search behind it too. */
function createSearch(otherVendors: boolean): Pick<World, "detect" | "selfTest"> {
  let isSearched = false;
  const onSearch = () => {
    isSearched = true;
  };
  const selfTest = async () => (isSearched ? await checkSample(createDetector({ otherVendors })) : checkScreen());
  return { detect: createDetector({ otherVendors, onSearch }), selfTest };
}

/** What it takes to ask OpenAI. */
export type RegistrySource = Pick<WorldOptions, "environment" | "progress"> & {
  settings: Pick<Settings, "adminKey" | "baseURL">;
};

/** OpenAI, which is not contacted before it is first used. */
export function openRegistry(source: RegistrySource, run: Pick<World, "clock" | "isCancelled">): Registry {
  return createLazyRegistry(async () => connectRegistry(source, run));
}

function connectRegistry(
  { settings, environment, progress }: RegistrySource,
  { clock, isCancelled }: Pick<World, "clock" | "isCancelled">,
): Registry {
  const connect = async () => {
    // From version 24 on, Node's fetch can use proxies. Older versions lack this function and go without.
    (await import("node:http")).setGlobalProxyFromEnv?.(environment);
  };
  return createRegistry(settings, { clock, isCancelled, progress, connect });
}

/** How the audit file is kept: `run` tells this run from others, and no link in one of the `checkouts` is followed. */
export type AuditOptions = {
  run: Readonly<Record<string, string>>;
  clock: Clock;
  checkouts: readonly string[];
  /** What errors call the file; `audit-file` when left out. */
  name?: string;
};

/**
 * Opens the audit file, if one is to be kept: before the change is, since what cannot be recorded need not be looked for.
 *
 * @throws UsageError for a file that cannot be used.
 */
export async function openAuditJournal(file: string | null, options: AuditOptions): Promise<Journal> {
  if (file === null) return NO_JOURNAL;
  return await (await import("../journal/journal.ts")).openJournal({ file, ...options });
}
