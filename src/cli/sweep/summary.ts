import { appendFile } from "node:fs/promises";
import type { Report } from "../../domain/report.ts";
import { getErrorCode } from "../../output-files/open-errors.ts";
import { renderMarkdown } from "../print.ts";

const { env, stderr } = process;

const SUMMARY = "GITHUB_STEP_SUMMARY";

/** Adds the report to the job's summary, where it runs in a job. Verdict and report do not depend on that. */
export async function writeJobSummary(report: Report): Promise<void> {
  const file = env[SUMMARY];
  if (!file) return;
  try {
    await appendFile(file, `${await renderMarkdown(report)}\n`);
  } catch (error) {
    const { describeOutputFailure } = await import("../../report/wording/key/action-taken.ts");
    stderr.write(`${describeOutputFailure(SUMMARY, getErrorCode(error))}\n`);
  }
}
