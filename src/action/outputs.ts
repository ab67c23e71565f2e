import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as core from "@actions/core";
import { conclude, type Report } from "../domain/report.ts";
import { renderJson } from "../report/json.ts";
import type { PageContext } from "../report/view/view.ts";
import type { Settings } from "../settings/settings.ts";
import { VERSION } from "../version.ts";

/** Writes the report's files, and sets the step's outputs: only counts and paths, never text that others wrote. */
export async function setOutputs(
  report: Report,
  { reportFile, sarifFile }: Pick<Settings, "reportFile" | "sarifFile">,
  context: PageContext,
): Promise<void> {
  const file = reportFile ?? (await createTemporaryPath("report.json"));
  await writeFile(file, renderJson(report, VERSION));
  if (sarifFile !== null)
    await writeFile(sarifFile, (await import("../report/sarif/sarif.ts")).renderSarif(report, context));
  const { findings } = report;
  const outputs = {
    conclusion: conclude(report),
    found: findings.length,
    active: findings.filter(({ validity }) => validity.kind !== "inactive").length,
    contained: findings.filter(({ outcome }) => outcome.kind === "contained").length,
    containable: findings.flatMap(({ containable, fingerprint }) => (containable ? [fingerprint] : [])).join(","),
    report: file,
    sarif: sarifFile ?? "",
  };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Sets the outputs of an event that brought nothing to scan. */
export function setEmptyOutputs(): void {
  const outputs = { conclusion: "clean", found: 0, active: 0, contained: 0, containable: "", report: "", sarif: "" };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

async function createTemporaryPath(name: string): Promise<string> {
  return path.join(await mkdtemp(path.join(process.env["RUNNER_TEMP"] ?? tmpdir(), "key-guard-")), name);
}
