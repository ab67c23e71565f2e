import type { Gap, GapKind } from "../domain/gap.ts";
import type { BlobName } from "../domain/source.ts";
import {
  describeDamagedObject,
  describeMissingFolder,
  describeMissingObject,
  describeMoreGaps,
} from "../messages/gaps/git/objects.ts";
import { UNNAMED } from "../messages/names.ts";

/** Gaps of one kind that are listed one by one; a partial clone can lack a hundred thousand objects. */
const MAX_LISTED = 10;

/** Objects that could not be read, and are remembered so that they can be named. */
const MAX_NAMED = 1000;

/** Each name may take a walk over the range. */
const MAX_ASKED = 100;

/** Why an object of the repository was not read: what is below a folder that is missing is not even known. */
export type UnreadState = "missing" | "missing-folder" | "damaged";

/** Names an object; null where it is at no path that counts. */
export type NameObject = (oid: string) => Promise<BlobName | null>;

/** A gap, or an object to make one of once it has a name. */
type Entry = Gap | ({ kind: GapKind; oid: string; state: UnreadState } & BlobName);

/**
 * Collects the gaps of one source, as a log collects lines. One is made when a source is opened, and everything that reads
 * for the source adds to it: gaps turn up in the middle of streams, whose readers take them one item at a time.
 */
export class GapCollector {
  #entries: readonly Entry[] = [];
  readonly #counts = new Map<GapKind, number>();

  /** Adds a gap. The same one from two processes counts once. */
  add(kind: GapKind, detail: string, about: Pick<Gap, "path" | "cause"> = {}): void {
    if (this.#entries.some((entry) => "detail" in entry && entry.kind === kind && entry.detail === detail)) return;
    if (this.#count(kind) <= MAX_LISTED) this.#entries = [...this.#entries, { kind, detail, ...about }];
  }

  /** Adds an object that could not be read. It is told by its object name alone, unless `nameObjects` finds another. */
  addObject(oid: string, state: UnreadState): void {
    const kind = state === "damaged" ? "unreadable" : "missing-object";
    if (this.#count(kind) <= MAX_NAMED) this.#entries = [...this.#entries, { kind, oid, state, name: UNNAMED }];
  }

  /** The objects that are to be named. */
  get objects(): readonly { oid: string; state: UnreadState }[] {
    return this.#entries.flatMap((entry) => ("oid" in entry ? [entry] : []));
  }

  /** Names the objects that could not be read, as many as are listed. Those that do not count are no gaps. */
  async nameObjects(nameObject: NameObject): Promise<void> {
    const entries: Entry[] = [];
    let [asked, named] = [0, 0];
    for (const entry of this.#entries) {
      const isAsked = "oid" in entry && named < MAX_LISTED && asked++ < MAX_ASKED;
      if (!isAsked) {
        entries.push(entry);
        continue;
      }
      const name = await nameObject(entry.oid);
      if (name === null) this.#counts.set(entry.kind, (this.#counts.get(entry.kind) ?? 1) - 1);
      else {
        entries.push({ ...entry, ...name });
        named += 1;
      }
    }
    this.#entries = entries;
  }

  /** The first gaps of each kind, and then the number of the others. */
  list(): readonly Gap[] {
    const listed = new Map<GapKind, number>();
    const gaps: Gap[] = [];
    for (const entry of this.#entries) {
      const count = (listed.get(entry.kind) ?? 0) + 1;
      listed.set(entry.kind, count);
      if (count > MAX_LISTED) continue;
      gaps.push("oid" in entry ? createObjectGap(entry) : entry);
    }
    const rest = [...this.#counts].filter(([, count]) => count > MAX_LISTED);
    return [...gaps, ...rest.map(([kind, count]) => ({ kind, detail: describeMoreGaps(count - MAX_LISTED, kind) }))];
  }

  #count(kind: GapKind): number {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return count;
  }
}

function createObjectGap({ oid, state, name, path }: Extract<Entry, { oid: string }>): Gap {
  const about = path === undefined ? {} : { path };
  switch (state) {
    case "missing":
      return { kind: "missing-object", detail: describeMissingObject({ name, oid }), ...about };
    case "missing-folder":
      return { kind: "missing-object", detail: describeMissingFolder({ name, oid }), ...about };
    case "damaged":
      return { kind: "unreadable", cause: "damaged", detail: describeDamagedObject({ name, oid }), ...about };
    default:
      return state satisfies never;
  }
}
