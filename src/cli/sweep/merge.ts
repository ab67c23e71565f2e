import { statfs } from "node:fs/promises";
import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { ToldBefore } from "../../domain/news.ts";
import { restrictReport } from "../../domain/report.ts";
import type { SweepState } from "../../domain/sweep.ts";
import { UsageError } from "../../errors.ts";
import { EXIT_CODES } from "../../exit.ts";
import { type BasePolicy, EMPTY_BASE_POLICY } from "../../ignore-file/base-rules.ts";
import { describeLostState } from "../../messages/command-line/sweep.ts";
import { SWEEP_SARIF, SWEEP_WORDS } from "../../messages/errors/command-line/sweep.ts";
import { getErrorCode } from "../../output-files/open-errors.ts";
import type { OutputFile } from "../../output-files/output-file.ts";
import type { Settings } from "../../settings/settings.ts";
import { refuseUselessActions } from "../flag-conflicts.ts";
import { printReport } from "../print.ts";
import { chooseDetail, openRunFiles, readSettings, runScan } from "../run.ts";
import { createFetching, createReadingInterrupt, openFile } from "./access.ts";
import type { SweepFlags } from "./flags.ts";
import { readState } from "./state.ts";

const { env, stderr } = process;

/** Merges what shards found, decides once for all of it, reports, and keeps what was read. */
export async function mergeTyped(folders: readonly string[], flags: SweepFlags): Promise<void> {
  if (folders.length === 0) throw new UsageError(SWEEP_WORDS.merge);
  if (flags.format === "sarif") throw new UsageError(SWEEP_SARIF);
  refuseUselessActions(flags);
  const settings = readSettings(flags);
  const { collectShards } = await import("../../sweep/merge/collect-shards.ts");
  const { openMerge } = await import("../../sweep/merge/open-merge.ts");
  const collected = await collectShards(folders);
  const earlier = await readState(flags.state);
  const stateFile = flags.state === undefined ? null : await openFile("--state", flags.state);
  const { output, journal } = await openRunFiles(settings, flags);
  const { signal, release } = createReadingInterrupt();
  const fetching = await createFetching(signal, collected.plan);
  const maxBytes = await measureFreeDisk(fetching.temp);
  const basePolicy = await readSweepPolicy(settings, flags);
  const { ignore } = basePolicy;
  const merge = openMerge(collected, earlier, { ...fetching, maxBytes, ignore, onRead: release });
  const scanned = await runScan({ ...merge, basePolicy }, settings, journal, flags);
  const report = { ...scanned, silent: merge.silent };
  const shown = restrictReport(report, chooseDetail(settings));
  process.exitCode = await printReport(shown, flags, output);
  if (settings.notify) await (await import("../send-news.ts")).sendNews(shown, settings, listKnown(earlier));
  if (stateFile) await writeState(merge.state(SYSTEM_CLOCK.now()), stateFile);
}

/** The keys that the sweep before had found; null where there was none. */
function listKnown(earlier: SweepState | null): ToldBefore | null {
  if (earlier === null) return null;
  const open = earlier.repositories.flatMap(({ keys }) => keys.map(({ fingerprint }) => fingerprint));
  return { open, moreOpen: 0, contained: [] };
}

async function writeState(state: SweepState, file: OutputFile): Promise<void> {
  const { formatState } = await import("../../sweep/documents/shard-document.ts");
  try {
    await file.write(formatState(state));
  } catch (error) {
    stderr.write(`${describeLostState(getErrorCode(error))}\n`);
    process.exitCode = EXIT_CODES.incomplete;
  }
}

/** The ignore file that the operator names; those of the repositories that are swept do not count. */
async function readSweepPolicy(settings: Settings, { repo, ignoreFile }: SweepFlags): Promise<BasePolicy> {
  if (ignoreFile === undefined) return EMPTY_BASE_POLICY;
  const [{ readFirstFileVersions }, { readBasePolicy }] = await Promise.all([
    import("../../targets/base-file.ts"),
    import("../../targets/base-policy.ts"),
  ]);
  const place = { repo: repo || process.cwd(), environment: env };
  return await readBasePolicy(settings, await readFirstFileVersions(place, ["HEAD"], settings.ignoreFile));
}

/** In bytes. */
async function measureFreeDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize * 0.5;
}
