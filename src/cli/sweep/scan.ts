import { join } from "node:path";
import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { SweptRepository } from "../../domain/sweep.ts";
import { UsageError } from "../../errors.ts";
import { EXIT_CODES } from "../../exit.ts";
import { describeShard } from "../../messages/command-line/sweep.ts";
import {
  describeMaxDisk,
  describeShardNumber,
  SWEEP_OUTPUT,
  SWEEP_WORDS,
} from "../../messages/errors/command-line/sweep.ts";
import { parseSettings } from "../../settings/settings.ts";
import { chooseDetail, nameFlag } from "../run.ts";
import { createProgressBar } from "../terminal.ts";
import { createFetching, createInterruptSignal } from "./access.ts";
import type { SweepFlags } from "./flags.ts";

const { env, stderr } = process;

/** In milliseconds: one repository may not take the time of all others. */
const LONGEST_READING = 60 * 60_000;

/** Scans a shard, and writes its file. The Admin API key is not looked at, wherever it is. */
export async function scanShardTyped(words: readonly string[], flags: SweepFlags): Promise<void> {
  const [file = ""] = words;
  if (words.length !== 1) throw new UsageError(SWEEP_WORDS.scan);
  if (!flags.output) throw new UsageError(SWEEP_OUTPUT);
  const { detail } = flags;
  const settings = parseSettings((name) => (name === "detail" ? detail : undefined), { nameSetting: nameFlag });
  const { parsePlan } = await import("../../sweep/documents/plan-document.ts");
  const { readSweepFile } = await import("../../sweep/merge/collect-shards.ts");
  const { scanShard } = await import("../../sweep/scan/scan-shard.ts");
  const { PLAN_FILE, ShardWriter, writeWholeFile } = await import("../../sweep/scan/shard-writer.ts");
  const text = await readSweepFile(file, "plan");
  const { plan, digest } = parsePlan(text, file);
  const shard = readShardNumber(flags, plan.shards.length - 1);
  const { discardTipsOfOtherReader } = await import("../../sweep/reader.ts");
  const repositories = await discardTipsOfOtherReader(plan, plan.shards[shard] ?? []);
  const maxBytes = readMaxDisk(flags);
  const signal = createInterruptSignal();
  const fetching = await createFetching(signal, plan);
  const place = { folder: flags.output, plan: digest, shard, clock: SYSTEM_CLOCK };
  const writer = new ShardWriter(
    place,
    repositories.map(({ id }) => id),
  );
  await writeWholeFile(join(flags.output, PLAN_FILE), text);
  const progress = await createProgressBar(flags);
  await scanShard(repositories, {
    ...fetching,
    ...(maxBytes === null ? {} : { maxBytes }),
    readingLimit: LONGEST_READING,
    detail: chooseDetail(settings),
    onRecord: async (record) => {
      await writer.add(record);
      progress(writer.records.length, repositories.length);
    },
  });
  await writer.write();
  if (!flags.quiet) stderr.write(`${describeRecords(shard, writer.records)}\n`);
  process.exitCode = signal.aborted ? EXIT_CODES.incomplete : EXIT_CODES.clean;
}

function readShardNumber({ shard }: SweepFlags, last: number): number {
  const given = (shard ?? env["JOB_COMPLETION_INDEX"] ?? "").trim();
  const number = /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN;
  if (!(number <= last)) throw new UsageError(describeShardNumber(JSON.stringify(given) === '""' ? "" : given, last));
  return number;
}

/** In bytes; null where the free disk decides. */
function readMaxDisk({ maxDisk }: SweepFlags): number | null {
  if (maxDisk === undefined) return null;
  const gigabytes = /^\d{1,6}(?:\.\d{1,3})?$/.test(maxDisk) ? Number(maxDisk) : 0;
  if (gigabytes === 0) throw new UsageError(describeMaxDisk(maxDisk));
  return gigabytes * 1e9;
}

function describeRecords(shard: number, records: readonly SweptRepository[]): string {
  const count = (isCounted: (record: SweptRepository) => boolean) => records.filter(isCounted).length;
  return describeShard({
    shard,
    read: count(({ state, refs }) => (state === "read" || state === "empty") && refs !== null),
    continued: count(({ state, refs }) => state === "continued" && refs !== null),
    unchanged: count(({ state }) => state === "unchanged"),
    unread: count(({ refs }) => refs === null),
    keys: new Set(records.flatMap(({ keys }) => keys.map(({ fingerprint }) => fingerprint))).size,
  });
}
