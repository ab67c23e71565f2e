import { readdirSync } from "node:fs";
import path from "node:path";
import type { GapCollector } from "../../git/gap-collector.ts";
import { createGitError, extractComplaint, type Git, type GitProcess } from "../../git/git.ts";
import { measureObjectId, NO_OBJECT, NumberColumn, type ObjectTable } from "../../git/objects/object-table.ts";
import { measurePacks, type NamedPack, PACK_TYPES, type Pack, readPacks } from "../../git/packs/pack.ts";
import { canReadPacks } from "../../git/packs/pack-memory.ts";
import { createPackNames, type PackNames } from "../../git/packs/pack-names.ts";
import { splitAtTerminator } from "../../git/process-streams.ts";
import { describeBrokenList } from "../../messages/gaps/git/lists.ts";

/** The type of an object. `unknown`: git could not tell; it says more when the content is requested. */
export type ObjectType = "unknown" | "blob" | "commit" | "tag";

const TYPES: readonly ObjectType[] = ["unknown", "blob", "commit", "tag"];

/** The objects of a pack, and by object their numbers. */
export type DatabasePack = { pack: Pack; numbers: Int32Array };

/** Where the database is. `hashBytes`: how long object IDs are. Packs are read here that are so large together, in bytes. */
export type DatabaseOptions = { folder: string; hashBytes: number; minPackBytes: number };

/**
 * Lists what is in git's object database, except for trees: loose objects and packs, including those of alternates. What
 * packs have is read from their indexes, and the rest is told by git, which also confirms that nothing is missing.
 *
 * Everything is kept in columns by object number.
 */
export class ObjectDatabase {
  /** The packs that are read here. Their objects are not among `unpacked`. */
  packs: readonly DatabasePack[] = [];
  /** What the objects of these packs are called; null where trees stand elsewhere too, or nothing is read here. */
  names: PackNames | null = null;
  /** The numbers of the objects that git has to read, in storage order. */
  readonly unpacked: number[] = [];
  readonly #table: ObjectTable;
  readonly #options: DatabaseOptions;
  /** Indexes into TYPES plus one; 0 for objects that are not in the database. */
  readonly #types = new NumberColumn(new Uint8Array(1024));
  /** In bytes; 0 for objects in packs that are read here. */
  readonly #sizes = new NumberColumn(new Float64Array(1024));
  /** Digits in an object ID; 0 until the first line. */
  #oidLength = 0;
  #hasOtherTrees = false;
  #running: GitProcess | null = null;
  #isStopped = false;

  constructor(table: ObjectTable, options: DatabaseOptions) {
    this.#table = table;
    this.#options = options;
  }

  has(number: number): boolean {
    return this.#types.get(number) > 0;
  }

  typeOf(number: number): ObjectType {
    return TYPES[this.#types.get(number) - 1] ?? "unknown";
  }

  /** In bytes. */
  sizeOf(number: number): number {
    return this.#sizes.get(number);
  }

  /**
   * Loads the list. Where it breaks off there is a gap.
   *
   * @throws UsageError where git is missing or too old.
   */
  async load(git: Git, gaps: GapCollector): Promise<void> {
    const named = this.#readPacks();
    this.packs = named.map(({ pack, oids }) => ({ pack, numbers: this.#addPack(pack, oids) }));
    const loose = this.packs.length > 0 ? await this.#listLoose(git) : null;
    if (loose === null || loose.length > 0) await this.#loadRest(git, gaps, loose);
    if (loose !== null && !this.#hasOtherTrees) this.names = createPackNames(named, this.#options.hashBytes);
  }

  /** Loads what git tells: of loose objects, or of all. */
  async #loadRest(git: Git, gaps: GapCollector, loose: readonly string[] | null): Promise<void> {
    const running = git.start(["cat-file", loose ? "--buffer" : "--batch-all-objects", ...LIST_OPTIONS]);
    this.#running = running;
    running.input.end((loose ?? []).map((oid) => `${oid}\n`).join(""));
    for await (const { bytes, end } of splitAtTerminator(LF, running.output)) this.#parseLines(bytes, end);
    const exit = await running.exited;
    if (exit.code === 0 || this.#isStopped) return;
    if (exit.spawnError || exit.code === USAGE_ERROR) throw createGitError(exit, "list objects");
    gaps.add("unreadable", describeBrokenList("repository", extractComplaint(exit.stderr)), { cause: "damaged" });
  }

  stop(): void {
    this.#isStopped = true;
    this.#running?.stop();
  }

  /** Packs that cannot be read here are left to git. */
  #readPacks(): readonly NamedPack[] {
    const { folder, hashBytes, minPackBytes } = this.#options;
    const packs = path.join(folder, "pack");
    if (measurePacks(packs) < minPackBytes || !canReadPacks()) return [];
    try {
      return readPacks(packs, hashBytes);
    } catch {
      return [];
    }
  }

  #addPack({ count, types, hashBytes }: Pack, oids: Buffer): Int32Array {
    const numbers = new Int32Array(count).fill(NO_OBJECT);
    for (let object = 0; object < count; object += 1) {
      const type = PACK_TYPES[types[object] ?? 0] ?? "unknown";
      if (type === "tree") continue;
      const number = this.#table.addBytes(oids.subarray(object * hashBytes, (object + 1) * hashBytes));
      // An object may stand in several packs.
      if (this.has(number)) continue;
      numbers[object] = number;
      this.#types.set(number, TYPES.indexOf(type) + 1);
    }
    return numbers;
  }

  /** The loose objects; null where git knows of more than these and the packs, as of an alternate. */
  async #listLoose(git: Git): Promise<readonly string[] | null> {
    const { folder, hashBytes } = this.#options;
    const folders = readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name));
    const loose = folders.flatMap((start) =>
      readdirSync(path.join(folder, start)).flatMap((rest) => {
        const oid = `${start}${rest}`;
        return oid.length === 2 * hashBytes && /^[0-9a-f]+$/.test(oid) ? [oid] : [];
      }),
    );
    const { stdout } = await git.run(["count-objects", "-v"]);
    const counted = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, "m").exec(stdout)?.[1]);
    const packed = this.packs.reduce((sum, { pack }) => sum + pack.count, 0);
    const isAll = counted("count") === loose.length && counted("in-pack") === packed && !/^alternate: /m.test(stdout);
    return isAll ? loose : null;
  }

  /** Parses lines of `oid type size`, or of `oid missing` where an object cannot be read. */
  #parseLines(bytes: Buffer, end: number): void {
    for (let from = 0; from < end; ) {
      const to = bytes.indexOf(LF, from);
      this.#oidLength ||= measureObjectId(bytes, from);
      const type = from + this.#oidLength;
      if (startsWith(bytes, type, TREE)) this.#hasOtherTrees = true;
      else if (bytes[type] === BLANK) this.#addObject(bytes, { from, type, to });
      from = to + 1;
    }
  }

  #addObject(bytes: Buffer, line: { from: number; type: number; to: number }): void {
    const number = this.#table.add(bytes, line.from);
    if (this.has(number)) return;
    this.unpacked.push(number);
    const type = TYPE_PREFIXES.findIndex((prefix) => startsWith(bytes, line.type, prefix)) + 1;
    this.#types.set(number, type + 1);
    if (TYPES[type] === "unknown") return;
    const sizeOffset = bytes.indexOf(BLANK, line.type + 1) + 1;
    this.#sizes.set(number, Number.parseInt(bytes.toString("latin1", sizeOffset, line.to), 10));
  }
}

const LIST_OPTIONS = ["--unordered", "--buffer", "--batch-check=%(objectname) %(objecttype) %(objectsize)"];

/** What follows the object ID, up to where the types differ. */
const TREE = Buffer.from(" tr");
const TYPE_PREFIXES = [" b", " c", " ta"].map((prefix) => Buffer.from(prefix)); // In the order of TYPES.

const LF = 10;
const BLANK = 32;

/** Git's exit code for options it does not know. */
const USAGE_ERROR = 129;

function startsWith(bytes: Buffer, offset: number, prefix: Buffer): boolean {
  for (let index = 0; index < prefix.length; index += 1) if (bytes[offset + index] !== prefix[index]) return false;
  return true;
}
