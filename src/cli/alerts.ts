import type { ProvenEnd } from "../domain/finding.ts";
import type { Report } from "../domain/report.ts";
import { UsageError } from "../errors.ts";
import { describeAlertScope, describeMissingAlertToken } from "../messages/errors/alerts/listing.ts";
import type { OpenScanTarget, ScanTarget } from "../targets/scan-target.ts";

const { env, stderr } = process;

/**
 * Reads whose alerts are meant, and how GitHub is reached: by the same variables as on a runner.
 *
 * @throws UsageError where it is neither a repository nor an organisation, or there is no token.
 */
export async function readAlertTarget(words: readonly string[]): Promise<Extract<ScanTarget, { kind: "alerts" }>> {
  if (words.length !== 1) throw new UsageError(describeAlertScope(words.join(" ")));
  const { parseAlertScope } = await import("../targets/alerts/alert-target.ts");
  const scope = parseAlertScope(words[0] ?? "");
  const token = (env["GITHUB_TOKEN"] ?? "").trim();
  if (token === "") throw new UsageError(describeMissingAlertToken("GITHUB_TOKEN"));
  const apiUrl = (env["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, "");
  return { kind: "alerts", scope, access: { apiUrl, token } };
}

/**
 * Closes the alerts of keys that are proven dead, and says so on standard error; a dry run says what would be closed. The
 * verdict stays what it is.
 */
export async function resolveDeadAlerts(
  { closeAlerts }: OpenScanTarget,
  { findings }: Report,
  isDryRun: boolean,
): Promise<void> {
  const { describeProvenEnd } = await import("../report/wording/closing.ts");
  const describeEnd = (end: ProvenEnd) => describeProvenEnd(end, null);
  const closings = (await closeAlerts?.(findings, { describeEnd, isDryRun })) ?? [];
  stderr.write(closings.map(({ sentence }) => `${sentence}\n`).join(""));
}
