import type { Blob, Provenance } from "../domain/blob.ts";
import {
  type Candidate,
  countSilent,
  type DetectorNote,
  type Hit,
  mergeHit,
  type ReadKey,
  type Sighting,
  type SilentCounts,
  type SilentKind,
} from "../domain/candidate.ts";
import type { Gap } from "../domain/gap.ts";
import { listSightings, MAX_LISTED, SightingList } from "../domain/sightings.ts";
import type { BlobName } from "../domain/source.ts";
import { NOT_AN_ERROR } from "../messages/crash.ts";
import { describeUnreadPart } from "../messages/gaps/archives.ts";
import {
  describeEarlyStop,
  describeSelfTest,
  describeUncompared,
  describeUnlocatedPlaces,
  describeUnsearched,
} from "../messages/gaps/search.ts";
import type { World } from "./world.ts";

/** As many places are listed over all keys; of further keys no more than one of each sort. The others are counted. */
const MAX_LISTED_IN_ALL = 50_000;

/** A key and its places while the change is searched; `key` is null until a place of it counts. */
type FoundKey = { key: ReadKey | null; places: SightingList };

/** What a change holds. Gaps are what could not be searched, or located; `silent` counts texts that are passed over. */
export type FoundCandidates = {
  candidates: readonly Candidate[];
  /** When each was found, by its fingerprint and those of its other readings. */
  foundAt: ReadonlyMap<string, Date>;
  gaps: readonly Gap[];
  silent: SilentCounts;
};

/** Searches everything the source has. */
export async function findCandidates(world: World): Promise<FoundCandidates> {
  const { source } = world;
  const found = new FoundKeys(world);
  const gaps: Gap[] = [];
  const silent: SilentKind[] = [];
  try {
    for await (const blob of source.blobs()) {
      const searched = await searchBlob(blob, found, world);
      gaps.push(...searched.gaps);
      silent.push(...searched.silent);
    }
  } catch (error) {
    // What was found until then is acted on and reported.
    if (!found.hasAny) throw error;
    gaps.push({ kind: "unreadable", cause: "cut-short", detail: describeEarlyStop(nameError(error)) });
  }
  const { candidates, unfinished } = await found.complete();
  return {
    candidates,
    foundAt: found.foundAt,
    gaps: [...gaps, ...describeUnlocated(found.unlocated, unfinished)],
    silent: countSilent(silent),
  };
}

/** What the search of a blob came to, beside keys. */
type BlobNotes = { gaps: readonly Gap[]; silent: readonly SilentKind[] };

/** Searches one blob. What fails in it costs the others nothing. */
async function searchBlob(blob: Blob, found: FoundKeys, world: World): Promise<BlobNotes> {
  const notes: DetectorNote[] = [];
  const gaps: Gap[] = [];
  try {
    for await (const hit of world.detect(blob, (note) => notes.push(note))) await found.add(blob, hit);
  } catch (error) {
    const name = await world.source.nameOf(blob).catch(() => null);
    const detail = describeUnsearched(name?.name ?? null, nameError(error));
    gaps.push({ kind: "unreadable", cause: "fault", detail, ...getPath(name) });
  }
  const noted = await passOnNotes(blob, notes, world);
  return { ...noted, gaps: [...gaps, ...noted.gaps] };
}

/** The keys of a change, as they are found. */
class FoundKeys {
  /** How many hits could not be located, for an error. */
  unlocated = 0;
  /** When each reading was found first. */
  readonly foundAt = new Map<string, Date>();
  readonly #world: Pick<World, "source" | "onKeyFound" | "clock">;
  readonly #byFingerprint = new Map<string, FoundKey>();
  #listed = 0;

  constructor(world: Pick<World, "source" | "onKeyFound" | "clock">) {
    this.#world = world;
  }

  /** Whether a key was found at a place that counts. */
  get hasAny(): boolean {
    return [...this.#byFingerprint.values()].some(({ key }) => key !== null);
  }

  async add(blob: Blob, hit: Hit): Promise<void> {
    const found = this.#get(hit);
    this.#noteTime(hit);
    const sightings = await this.#world.source.locate(blob, hit).catch(() => {
      this.unlocated += 1;
      return [createUnlocated(blob.provenance, hit)];
    });
    if (sightings.length > 0) found.key = mergeHit(found.key ?? undefined, hit);
    this.#listed -= found.places.length;
    for (const sighting of sightings) found.places.add(sighting);
    this.#listed += found.places.length;
  }

  /** The candidates, with their places final; `unfinished`: for how many keys the base could not be searched. */
  async complete(): Promise<{ candidates: readonly Candidate[]; unfinished: number }> {
    const candidates: Candidate[] = [];
    let unfinished = 0;
    for (const { key, places } of this.#byFingerprint.values()) {
      if (key === null) continue;
      const listed = places.list();
      const sightings = await this.#world.source.complete(listed).catch(() => {
        unfinished += 1;
        return listed;
      });
      candidates.push({ ...key, sightings: listSightings(sightings) });
    }
    return { candidates, unfinished };
  }

  #noteTime({ secret, alternatives }: Hit): void {
    const now = this.#world.clock.now();
    for (const { fingerprint } of [secret, ...alternatives.map((one) => one.secret)]) {
      if (!this.foundAt.has(fingerprint)) this.foundAt.set(fingerprint, now);
    }
  }

  #get({ secret, alternatives }: Hit): FoundKey {
    const known = this.#byFingerprint.get(secret.fingerprint);
    if (known) return known;
    for (const reading of [secret, ...alternatives.map((one) => one.secret)]) this.#world.onKeyFound(reading);
    const limit = this.#listed < MAX_LISTED_IN_ALL ? MAX_LISTED : 1;
    const found = { key: null, places: new SightingList(limit) };
    this.#byFingerprint.set(secret.fingerprint, found);
    return found;
  }
}

/** The place of a hit that could not be located: what its blob alone tells. Unknown is not "there before". */
function createUnlocated(provenance: Provenance, { encoding, member }: Hit): Sighting {
  const place = describeOrigin(provenance);
  const unknown = { line: null, column: null, commit: null, author: null, at: null } as const;
  return { ...place, ...unknown, encoding, member, inHead: false, preexisting: false };
}

function describeOrigin(provenance: Provenance): Pick<Sighting, "where" | "path"> {
  switch (provenance.kind) {
    case "object":
      return { where: "file", path: null };
    case "file":
      return { where: "file", path: provenance.path };
    case "path":
      return { where: "path", path: provenance.path };
    case "ref":
      return { where: "path", path: provenance.name };
    case "commit-message":
    case "commit-people":
    case "commit-signature":
    case "note":
      return { where: "commit-message", path: null };
    case "tag-message":
      return { where: "tag-message", path: null };
    case "event-text":
      return { where: "pull-request", path: null };
    case "alert":
      return { where: "alert", path: null };
    case "stdin":
      return { where: "stdin", path: provenance.name };
    default:
      return provenance satisfies never;
  }
}

function describeUnlocated(hits: number, keys: number): readonly Gap[] {
  const gaps: Gap[] = [];
  if (hits > 0) gaps.push({ kind: "unreadable", cause: "fault", detail: describeUnlocatedPlaces(hits) });
  if (keys > 0) gaps.push({ kind: "unreadable", cause: "fault", detail: describeUncompared(keys) });
  return gaps;
}

/** An error's message may quote what it stumbled over; its name does not. */
function nameError(error: unknown): string {
  return error instanceof Error ? error.name : NOT_AN_ERROR;
}

/** Reports look-alikes. Gaps are the parts of a blob that could not be searched. */
async function passOnNotes(
  blob: Blob,
  notes: readonly DetectorNote[],
  { source, onLookAlike }: World,
): Promise<BlobNotes> {
  const name = notes.length > 0 ? await source.nameOf(blob) : null;
  const gaps: Gap[] = [];
  const silent: SilentKind[] = [];
  if (name === null) return { gaps, silent };
  for (const note of notes) {
    if (note.kind === "unread") {
      gaps.push({ kind: "archive", detail: describeUnreadPart(name.name, note.why), ...getPath(name) });
      continue;
    }
    onLookAlike(note.what, name.name);
    if (note.silent !== null) silent.push(note.silent);
  }
  return { gaps, silent };
}

function getPath(name: BlobName | null): Pick<Gap, "path"> {
  return name?.path === undefined ? {} : { path: name.path };
}

/** Tests the search on the built-in sample. One that misses something there is not believed where it finds nothing. */
export async function runSelfTest({ selfTest }: Pick<World, "selfTest">): Promise<readonly Gap[]> {
  const { missed, all } = await selfTest();
  return missed === 0 ? [] : [{ kind: "self-test", detail: describeSelfTest(missed, all) }];
}
