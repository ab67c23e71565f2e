import { statfs } from "node:fs/promises";
import { SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { ToldBefore } from "../../domain/news.ts";
import { type Report, restrictReport } from "../../domain/report.ts";
import type { SweepPlan, SweepState } from "../../domain/sweep.ts";
import { UsageError } from "../../errors.ts";
import { EXIT_CODES } from "../../exit.ts";
import { type BasePolicy, EMPTY_BASE_POLICY } from "../../ignore-file/base-rules.ts";
import { describeLostState } from "../../messages/command-line/sweep.ts";
import { SWEEP_WORDS } from "../../messages/errors/command-line/sweep.ts";
import { getErrorCode } from "../../output-files/open-errors.ts";
import type { OutputFile } from "../../output-files/output-file.ts";
import type { Settings } from "../../settings/settings.ts";
import type { CollectedShards } from "../../sweep/merge/collect-shards.ts";
import type { OpenMerge } from "../../sweep/merge/open-merge.ts";
import type { FetchingOptions } from "../../sweep/scan/fetch-repository.ts";
import { refuseUselessActions } from "../flag-conflicts.ts";
import { printReport } from "../print.ts";
import { chooseDetail, openRunFiles, readSettings, runScan } from "../run.ts";
import { createFetching, createReadingInterrupt, openFile } from "./access.ts";
import type { SweepFlags } from "./flags.ts";
import { readState } from "./state.ts";
import { writeJobSummary } from "./summary.ts";

const { env, stderr } = process;

/** Merges what shards found, decides once for all of it, reports, and keeps what was read. */
export async function mergeTyped(folders: readonly string[], flags: SweepFlags): Promise<void> {
  if (folders.length === 0) throw new UsageError(SWEEP_WORDS.merge);
  refuseUselessActions(flags);
  const settings = readSettings(flags);
  const { collectShards } = await import("../../sweep/merge/collect-shards.ts");
  const { openMerge } = await import("../../sweep/merge/open-merge.ts");
  const { removeFoundTimes } = await import("../../sweep/merge/found-times.ts");
  const collected = await collectShards(folders);
  const earlier = await readState(flags.state);
  const stateFile = flags.state === undefined ? null : await openFile("--state", flags.state);
  const { output, proof, journal } = await openRunFiles(settings, flags);
  const { signal, release } = createReadingInterrupt();
  const fetching = await createFetching(signal, collected.plan);
  const maxBytes = await measureFreeDisk(fetching.temp);
  const basePolicy = await readSweepPolicy(settings, flags);
  const { ignore } = basePolicy;
  const merge = openMerge(collected, earlier, { ...fetching, maxBytes, ignore, onRead: release });
  const scanned = await runScan({ ...merge, basePolicy }, settings, journal, flags);
  const findings = removeFoundTimes(scanned.findings, earlier);
  const report = { ...scanned, findings, silent: merge.silent };
  const shown = restrictReport(report, chooseDetail(settings));
  process.exitCode = await printReport(shown, flags, output);
  await writeJobSummary(shown);
  if (proof) await proveSweep(report, proof, settings, { plan: collected.plan, merge, basePolicy });
  if (flags.uploadSarif)
    await uploadSarif(shown, { collected, merge, earlier, fetching, isDry: settings.policy.dryRun });
  if (settings.notify) await (await import("../send-news.ts")).sendNews(shown, settings, listKnown(earlier));
  if (stateFile) await writeState(merge.state(SYSTEM_CLOCK.now()), stateFile);
}

/** Writes the proof of a sweep. A run that was asked for one and has none did not do what it was asked for. */
async function proveSweep(
  report: Report,
  proof: OutputFile,
  settings: Settings,
  { plan, merge, basePolicy }: { plan: SweepPlan; merge: OpenMerge; basePolicy: BasePolicy },
): Promise<void> {
  const [{ measureSweep }, { writeProof }] = await Promise.all([
    import("../../sweep/merge/measure-sweep.ts"),
    import("../write-proof.ts"),
  ]);
  const measure = measureSweep(plan, merge.records);
  const isWritten = await writeProof(report, proof, settings, { change: merge.change, basePolicy }, measure);
  if (!isWritten) process.exitCode = EXIT_CODES.incomplete;
}

/** What an upload of SARIF follows from. */
type UploadFacts = {
  collected: CollectedShards;
  merge: OpenMerge;
  earlier: SweepState | null;
  fetching: FetchingOptions;
  isDry: boolean;
};

/** Uploads what was found in each repository to its own code scanning. What GitHub refuses is a warning. */
async function uploadSarif(report: Report, { collected, merge, earlier, fetching, isDry }: UploadFacts): Promise<void> {
  const [{ splitReport }, { tellDryUpload, sendReports }] = await Promise.all([
    import("../../sweep/merge/repository-reports.ts"),
    import("./send-reports.ts"),
  ]);
  const reports = splitReport(report, collected.plan, merge.records, merge.source.unread);
  const hadKeys = new Set(earlier?.repositories.flatMap(({ id, keys }) => (keys.length > 0 ? [id] : [])));
  const known = new Set(merge.records.flatMap(({ id, name }) => (hadKeys.has(id) ? [name] : [])));
  if (isDry) return tellDryUpload(reports, known);
  const token = await fetching.readToken();
  await sendReports(reports, known, { ...fetching, token });
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
