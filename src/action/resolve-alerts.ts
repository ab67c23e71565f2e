import * as core from "@actions/core";
import type { Report } from "../domain/report.ts";
import { describeProvenEnd } from "../report/wording/closing.ts";
import type { CloseAlerts } from "../targets/alerts/alert-closing.ts";
import { formatRunUrl } from "./inputs.ts";
import { tryOrWarn } from "./outputs.ts";

/** Closes the alerts of keys that are proven dead. One that stays open is a warning, and changes no verdict. */
export async function resolveDeadAlerts(closeAlerts: CloseAlerts, { findings }: Report): Promise<void> {
  await tryOrWarn("Closing alerts", async () => {
    for (const { isClosed, sentence } of await closeAlerts(findings, (end) => describeProvenEnd(end, formatRunUrl()))) {
      if (isClosed) core.info(sentence);
      else core.warning(sentence);
    }
  });
}
