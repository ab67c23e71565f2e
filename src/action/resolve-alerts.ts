import * as core from "@actions/core";
import type { ProvenEnd } from "../domain/finding.ts";
import type { Report } from "../domain/report.ts";
import { describeProvenEnd } from "../report/wording/closing.ts";
import type { CloseAlerts } from "../targets/alerts/alert-closing.ts";
import { formatRunUrl } from "./inputs.ts";
import { tryOrWarn } from "./outputs.ts";

/**
 * Closes the alerts of keys that are proven dead; a dry run says what would be closed. One that cannot be closed is a
 * warning, and changes no verdict.
 */
export async function resolveDeadAlerts(
  closeAlerts: CloseAlerts,
  { findings }: Report,
  isDryRun: boolean,
): Promise<void> {
  await tryOrWarn("Closing alerts", async () => {
    const describeEnd = (end: ProvenEnd) => describeProvenEnd(end, formatRunUrl());
    for (const { isRefused, sentence } of await closeAlerts(findings, { describeEnd, isDryRun })) {
      if (isRefused) core.warning(sentence);
      else core.info(sentence);
    }
  });
}
