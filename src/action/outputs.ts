import { closeSync, constants, mkdtempSync, openSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as core from "@actions/core";
import { conclude, type Report } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { describeRunnerFile } from "../messages/errors/action.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import { identifyOutput, OutputFile, refuseSameFile } from "../output-files/output-file.ts";
import { renderJsonPieces } from "../report/json.ts";
import type { PageContext } from "../report/view/view.ts";
import type { Settings } from "../settings/settings.ts";
import type { ScanSetup } from "../targets/scan-setup.ts";
import { VERSION } from "../version.ts";

const { env } = process;

/** The files that a run was asked to write; null where it was not. */
export type ReportFiles = { report: OutputFile | null; sarif: OutputFile | null; proof: OutputFile | null };

/**
 * Sees that everything the run is to write can be written, before it asks or does anything. The audit file must be open
 * already.
 *
 * @throws UsageError where something cannot.
 */
export async function openReportFiles(
  {
    reportFile,
    sarifFile,
    proofFile,
    auditFile,
  }: Pick<Settings, "reportFile" | "sarifFile" | "proofFile" | "auditFile">,
  checkouts: readonly string[],
): Promise<ReportFiles> {
  requireRunnerFiles();
  if ([reportFile, sarifFile, proofFile, auditFile].every((file) => file === null)) return NO_FILES;
  const openAt = async (name: string, file: string | null) =>
    file === null ? null : await OutputFile.open({ name, file }, checkouts);
  const report = await openAt("report-file", reportFile);
  const sarif = await openAt("sarif-file", sarifFile);
  const proof = await openAt("proof-file", proofFile);
  const others = [
    { name: "audit-file", file: auditFile },
    { name: "GITHUB_OUTPUT", file: env["GITHUB_OUTPUT"] || null },
    { name: "GITHUB_STEP_SUMMARY", file: env["GITHUB_STEP_SUMMARY"] || null },
  ].flatMap(({ name, file }) => (file === null ? [] : [{ name, file }]));
  // Where these lie is the runner's business, or was looked at when they were opened.
  const identified = await Promise.all(others.map(async (other) => await identifyOutput(other, [])));
  refuseSameFile([...identified, report, sarif, proof].filter((file) => file !== null));
  return { report, sarif, proof };
}

const NO_FILES: ReportFiles = { report: null, sarif: null, proof: null };

/**
 * Sees that the files can be written that the runner reads.
 *
 * @throws UsageError where one cannot.
 */
export function requireRunnerFiles(): void {
  for (const name of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]) requireRunnerFile(name);
}

/** Runners that have no such file set no variable either. */
function requireRunnerFile(name: string): void {
  const file = env[name];
  if (!file) return;
  const { O_WRONLY, O_APPEND, O_NONBLOCK = 0 } = constants;
  try {
    closeSync(openSync(file, O_WRONLY | O_APPEND | O_NONBLOCK));
  } catch (error) {
    throw new UsageError(describeRunnerFile(name, JSON.stringify(file), getErrorCode(error)));
  }
}

/**
 * Writes the report's files, and sets the step's outputs: only counts and paths, never text that others wrote. What cannot
 * be written is a warning, and its path no output.
 */
export async function setOutputs(
  report: Report,
  files: ReportFiles,
  context: PageContext,
  describeScan: () => Promise<ScanSetup>,
): Promise<void> {
  const json = async () => renderJsonPieces(report, VERSION);
  const sarif = async () => (await import("../report/sarif/sarif.ts")).renderSarif(report, context);
  const reportPath = files.report ? await writeFileOf(files.report, json) : await writeTemporaryReport(json);
  const sarifPath = files.sarif ? await writeFileOf(files.sarif, sarif) : null;
  if (files.proof) {
    await writeFileOf(files.proof, async () => {
      const setup = await describeScan();
      return (await import("../report/proof/predicate.ts")).renderPredicate(report, { version: VERSION, ...setup });
    });
  }
  const { findings } = report;
  await setAll({
    conclusion: conclude(report),
    found: findings.length,
    active: findings.filter(({ validity }) => validity.kind !== "inactive").length,
    contained: findings.filter(({ outcome, earlier }) => outcome.kind === "contained" && earlier === null).length,
    containable: findings.flatMap(({ containable, fingerprint }) => (containable ? [fingerprint] : [])).join(","),
    report: reportPath ?? "",
    sarif: sarifPath ?? "",
  });
}

/** Sets the outputs of an event that brought nothing to scan. */
export async function setEmptyOutputs(): Promise<void> {
  await setAll({ conclusion: "clean", found: 0, active: 0, contained: 0, containable: "", report: "", sarif: "" });
}

/** Sets the outputs of a run that scanned nothing because it checked itself: nothing is known about any change. */
export async function setDoctorOutputs(): Promise<void> {
  await setAll({
    conclusion: "incomplete",
    found: "",
    active: "",
    contained: "",
    containable: "",
    report: "",
    sarif: "",
  });
}

/** Runs a step that tells what a run did; where it fails there is a warning, the others go on, and the result is null. */
export async function tryOrWarn<Result>(what: string, step: () => Promise<Result>): Promise<Result | null> {
  try {
    return await step();
  } catch (error) {
    await warn(what, getErrorCode(error));
    return null;
  }
}

/** Loads the words for it only then: most runs write all they have to. */
async function warn(what: string, code: string): Promise<void> {
  const { describeOutputFailure } = await import("../report/wording/key/action-taken.ts");
  core.warning(describeOutputFailure(what, code));
}

/** Sets outputs of the step; where that fails there is a warning. */
export async function setAll(outputs: Readonly<Record<string, string | number>>): Promise<void> {
  await tryOrWarn("The step's outputs", async () => {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  });
}

/** Writes a file that the step was asked for, and returns its path; null where that fails, with a warning. */
export async function writeFileOf(
  file: OutputFile,
  render: () => Promise<string | Iterable<string>>,
): Promise<string | null> {
  return await tryOrWarn(`The ${file.name} ${JSON.stringify(file.file)}`, async () => {
    await file.write(await render());
    return file.file;
  });
}

/** Writes the JSON report where nobody asked for it by name, and returns its path: where the runner's folder cannot be written, the system's may. */
export async function writeTemporaryReport(render: () => Promise<string | Iterable<string>>): Promise<string | null> {
  const write = async (folder: string) => {
    const file = path.join(mkdtempSync(path.join(folder, "key-guard-")), "report.json");
    const text = await render();
    const opened = openSync(file, "wx");
    try {
      for (const piece of typeof text === "string" ? [text] : text) writeFileSync(opened, piece);
    } finally {
      closeSync(opened);
    }
    return file;
  };
  return await tryOrWarn("The JSON report", async () =>
    write(env["RUNNER_TEMP"] || tmpdir()).catch(async () => await write(tmpdir())),
  );
}
