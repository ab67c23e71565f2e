import type { Blob, Provenance } from "../domain/blob.ts";
import type { Hit, Sighting } from "../domain/candidate.ts";
import { Base } from "./base.ts";
import { Bringings } from "./bringings.ts";
import type { Gaps } from "./gaps.ts";
import type { Git } from "./git.ts";
import type { Ends } from "./listing.ts";
import { Makings } from "./makings.ts";
import { messageOf } from "./message.ts";
import { quoted } from "./quoted.ts";
import type { Repository } from "./repository.ts";
import { Rereadings } from "./rereading.ts";
import type { Place } from "./ruler.ts";
import { Tree } from "./tree.ts";

/** Git objects that hits can be in. */
type Origin = Extract<Provenance, { kind: "object" | "commit-message" }>;

const UNKNOWN = { path: null, line: null, column: null, commit: null, author: null, at: null } as const;

/** Says of hits in git objects where they stand. All of it is asked for hits only, and asked once. */
export class Located {
  readonly #git: Git;
  readonly #includes: (path: string) => boolean;
  readonly #gaps: Gaps;
  readonly #bringings: Bringings;
  readonly #head: Tree;
  readonly #base: Base;
  readonly #makings: Makings;
  /** The objects that are annotated tags: there are none but where the head itself is one. */
  readonly #tags = new Set<string>();
  readonly #rereadings = new Rereadings();

  constructor(git: Git, ends: Ends, repository: Repository, includes: (path: string) => boolean, gaps: Gaps) {
    this.#git = git;
    this.#includes = includes;
    this.#gaps = gaps;
    this.#bringings = new Bringings(git, ends, gaps);
    this.#head = new Tree(git, ends.head, gaps);
    this.#makings = new Makings(git);
    this.#base = new Base(git, ends.base, repository, gaps);
  }

  /** Says that an object is an annotated tag, which no path and no commit has. */
  isTag(oid: string): void {
    this.#tags.add(oid);
  }

  async sightingsOf({ provenance }: Blob, hit: Hit): Promise<readonly Sighting[]> {
    switch (provenance.kind) {
      case "object":
        return this.#tags.has(provenance.oid)
          ? await this.#inTag(provenance, hit)
          : await this.#inBlob(provenance, hit);
      case "commit-message":
        return await this.#inMessage(provenance, hit);
      case "commit-people":
      case "tag-message":
      case "note":
      case "path":
      case "ref":
      case "event-text":
      case "file":
      case "stdin":
        throw new Error(`a range has nothing from ${provenance.kind}`);
      default:
        return provenance satisfies never;
    }
  }

  /** A path of a blob where the range brought it, else its object name. */
  async nameOf({ provenance }: Blob): Promise<string> {
    if (provenance.kind !== "object") return provenance.kind;
    const [brought] = await this.#bringings.of(provenance.oid);
    return brought ? quoted(brought.path) : `object ${provenance.oid}`;
  }

  /** Lets go of the blob that was read last. */
  async forget(): Promise<void> {
    await this.#rereadings.close();
  }

  async #inBlob(origin: Extract<Origin, { kind: "object" }>, hit: Hit): Promise<readonly Sighting[]> {
    const brought = await this.#bringings.of(origin.oid);
    const included = brought.filter(({ path }) => this.#includes(path));
    if (brought.length > 0 && included.length === 0) return [];
    const here = await this.#seen(origin, hit);
    if (brought.length === 0) {
      this.#gaps.add(
        "miscounted",
        `no commit of the range was found to have brought blob ${origin.oid}, which holds a key`,
      );
      return [{ ...here, where: "file", inHead: false }];
    }
    const makingOf = await this.#makings.of(included.map(({ commit }) => commit));
    const sightings: Sighting[] = [];
    for (const { commit, path } of included) {
      const inHead = await this.#head.has({ oid: origin.oid, path });
      sightings.push({ ...here, ...makingOf(commit), where: "file", commit, path, inHead });
    }
    return sightings;
  }

  /** A message is in no tree, and so not in the head's. */
  async #inMessage(origin: Extract<Origin, { kind: "commit-message" }>, hit: Hit): Promise<readonly Sighting[]> {
    const { commit } = origin;
    const makingOf = await this.#makings.of([commit]);
    const here = await this.#seen(origin, hit);
    return [{ ...here, ...makingOf(commit), where: "commit-message", commit, inHead: false }];
  }

  async #inTag(origin: Extract<Origin, { kind: "object" }>, hit: Hit): Promise<readonly Sighting[]> {
    return [{ ...(await this.#seen(origin, hit)), where: "tag-message", inHead: false }];
  }

  /** What is the same of a hit in every commit: line, column, and whether the base had these bytes. */
  async #seen(origin: Origin, { encoding, member, offset, length }: Hit): Promise<Seen> {
    const place = await this.#placeOf(origin, offset, length);
    const preexisting = place ? await this.#base.has(place.bytes) : false;
    const spot = { line: place?.line ?? null, column: place?.column ?? null };
    return { ...UNKNOWN, ...(member === null ? spot : {}), encoding, member, preexisting };
  }

  async #placeOf(origin: Origin, offset: number, length: number): Promise<Place | null> {
    const oid = origin.kind === "object" ? origin.oid : origin.commit;
    const place = await this.#rereadings.place(oid, () => this.#reread(origin), offset, length);
    if (!place)
      this.#gaps.add("unreadable", `the line of a key in ${oid} could not be told, or whether the base had it`);
    return place;
  }

  #reread(origin: Origin): AsyncIterable<Uint8Array> {
    if (origin.kind === "commit-message") return messageOf(this.#contentOf("commit", origin.commit));
    return this.#tags.has(origin.oid)
      ? messageOf(this.#contentOf("tag", origin.oid))
      : this.#contentOf("blob", origin.oid);
  }

  async *#contentOf(type: "blob" | "commit" | "tag", oid: string): AsyncGenerator<Buffer> {
    const running = this.#git.start(["cat-file", type, oid]);
    try {
      yield* running.output;
    } finally {
      running.stop();
    }
  }
}

type Seen = Omit<Sighting, "where" | "inHead">;
