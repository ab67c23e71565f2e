import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../domain/clock.ts";
import type { SweptRepository } from "../../domain/sweep.ts";
import { formatShard } from "../documents/shard-document.ts";

/** In milliseconds, between two writings while a shard is under way. */
const INTERVAL = 5000;

/** The shard whose file is written, and where. */
type ShardPlace = { folder: string; plan: string; shard: number; clock: Clock };

/**
 * Keeps the file of a shard up to date while the shard is scanned: what a shard found is not lost when it is killed. A
 * file is replaced as a whole, so that no reader ever finds half of one.
 */
export class ShardWriter {
  readonly #place: ShardPlace;
  readonly #order: ReadonlyMap<number, number>;
  readonly #records = new Map<number, SweptRepository>();
  #writing: Promise<void> = Promise.resolve();
  #written: number;

  /** `ids` are those of the shard's repositories, in the order in which they are written. */
  constructor(place: ShardPlace, ids: readonly number[]) {
    this.#place = place;
    this.#order = new Map(ids.map((id, index) => [id, index]));
    this.#written = place.clock.elapsed();
  }

  /** The records so far. */
  get records(): readonly SweptRepository[] {
    const rank = ({ id }: SweptRepository) => this.#order.get(id) ?? 0;
    return [...this.#records.values()].toSorted((one, other) => rank(one) - rank(other));
  }

  async add(record: SweptRepository): Promise<void> {
    this.#records.set(record.id, record);
    if (this.#place.clock.elapsed() - this.#written >= INTERVAL) await this.write();
  }

  /** Writes the file. @throws whatever the system says. */
  async write(): Promise<void> {
    this.#written = this.#place.clock.elapsed();
    const replace = async () => await this.#replace();
    this.#writing = this.#writing.then(replace, replace);
    await this.#writing;
  }

  async #replace(): Promise<void> {
    const { folder, plan, shard } = this.#place;
    await writeWholeFile(join(folder, nameShardFile(shard)), formatShard({ plan, shard, repositories: this.records }));
  }
}

/** The name of the plan's copy in a folder of shards, by which the merge knows what should be there. */
export const PLAN_FILE = "plan.json";

/** The name of a shard's file. */
function nameShardFile(shard: number): string {
  return `shard-${shard}.json`;
}

/** Replaces a file as a whole; only its owner may read it. Its folder is made where it is not there. */
export async function writeWholeFile(file: string, text: string): Promise<void> {
  await mkdir(join(file, ".."), { recursive: true });
  const draft = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
