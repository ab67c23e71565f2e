import { summary } from "@actions/core";

/** Adds to the job's summary. */
export async function writeSummary(text: string): Promise<void> {
  await summary.addRaw(text).write();
}
