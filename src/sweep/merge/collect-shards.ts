import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Gap } from "../../domain/gap.ts";
import type { SweepPlan, SweepShard, SweptRepository } from "../../domain/sweep.ts";
import { UsageError } from "../../errors.ts";
import {
  describeDamagedFile,
  describeMissingPlan,
  describeOtherPlan,
  describeUnreadableFile,
  type SweepFile,
} from "../../messages/errors/command-line/sweep.ts";
import { describeCutShard, describeMissingShard } from "../../messages/gaps/sweep.ts";
import { parsePlan, type ReadPlan } from "../documents/plan-document.ts";
import { parseShard } from "../documents/shard-document.ts";
import { PLAN_FILE } from "../scan/shard-writer.ts";

/** What all shards of a sweep handed over, and a gap for what is missing of it. */
export type CollectedShards = { plan: SweepPlan; records: readonly SweptRepository[]; gaps: readonly Gap[] };

/**
 * Reads what the shards wrote into these folders. The plan stands beside them, and says what should be there.
 *
 * @throws UsageError where there is no plan, or a file is of another one, was changed, or cannot be read.
 */
export async function collectShards(folders: readonly string[]): Promise<CollectedShards> {
  const files = (await Promise.all(folders.map(listFiles))).flat();
  const plans = await Promise.all(files.filter(isPlan).map(async (file) => ({ file, ...(await readPlan(file)) })));
  const [first] = plans;
  if (!first) throw new UsageError(describeMissingPlan(folders));
  const other = plans.find(({ digest }) => digest !== first.digest);
  if (other) throw new UsageError(describeOtherPlan(other.file));
  const { plan, digest } = first;
  const shards = await Promise.all(
    files
      .filter((file) => !isPlan(file))
      .map(async (file) => {
        const shard = parseShard(await readSweepFile(file, "shard"), file);
        if (shard.plan !== digest) throw new UsageError(describeOtherPlan(file));
        requireOwnRepositories(shard, plan, file);
        return shard;
      }),
  );
  const records = mergeRecords(shards);
  return { plan, records: [...records.values()], gaps: findMissing(plan, shards, records) };
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(describeUnreadableFile(folder, "folder", error.code ?? "no code"));
  });
  const wanted = names.filter((name) => name === PLAN_FILE || /^shard-\d+\.json$/.test(name));
  return wanted.toSorted().map((name) => join(folder, name));
}

function isPlan(file: string): boolean {
  return file.endsWith(PLAN_FILE);
}

async function readPlan(file: string): Promise<ReadPlan> {
  return parsePlan(await readSweepFile(file, "plan"), file);
}

/**
 * Reads a file of a sweep.
 *
 * @throws UsageError where it cannot be read.
 */
export async function readSweepFile(file: string, kind: SweepFile): Promise<string> {
  return await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(describeUnreadableFile(file, kind, error.code ?? "no code"));
  });
}

/** A shard tells of what the plan gave it, and of nothing else. */
function requireOwnRepositories({ shard, repositories }: SweepShard, plan: SweepPlan, file: string): void {
  const own = new Set(plan.shards[shard]?.map(({ id }) => id));
  if (repositories.every(({ id }) => own.has(id))) return;
  throw new UsageError(describeDamagedFile(file, "shard", "repositories"));
}

/** One record for each repository: of a shard that ran twice, the one that has read more. */
function mergeRecords(shards: readonly SweepShard[]): ReadonlyMap<number, SweptRepository> {
  const records = new Map<number, SweptRepository>();
  for (const record of shards.flatMap(({ repositories }) => repositories)) {
    const known = records.get(record.id);
    if (!known || (known.refs === null && record.refs !== null)) records.set(record.id, record);
  }
  return records;
}

function findMissing(
  { shards }: SweepPlan,
  found: readonly SweepShard[],
  records: ReadonlyMap<number, SweptRepository>,
): readonly Gap[] {
  return shards.flatMap((repositories, index) => {
    const missing = repositories.filter(({ id }) => !records.has(id)).length;
    if (missing === 0) return [];
    const isThere = found.some(({ shard }) => shard === index);
    const detail = isThere ? describeCutShard(index, missing) : describeMissingShard(index, missing);
    return [{ kind: "unfetched" as const, cause: "shard" as const, detail }];
  });
}
