import type { Change } from "../../domain/change.ts";
import type { Clock } from "../../domain/clock.ts";
import { UsageError } from "../../errors.ts";
import type { AlertScope } from "../../github/alerts/alert-scope.ts";
import { parseFailure } from "../../github/api-failure.ts";
import { createOctokit, type GitHubAccess } from "../../github/client.ts";
import { describeAlertScope, describeUnlistedAlerts } from "../../messages/errors/alerts/listing.ts";
import type { AlertsSource } from "../../sources/alerts/alerts-source.ts";
import type { AlertClosing, CloseAlerts } from "./alert-closing.ts";

/** Open alerts, as a change. */
export type OpenAlerts = {
  change: Extract<Change, { kind: "alerts" }>;
  source: AlertsSource;
  closeAlerts: CloseAlerts;
};

/**
 * Parses `acme/shop` or `acme`.
 *
 * @throws UsageError for anything else.
 */
export function parseAlertScope(text: string): AlertScope {
  const [, owner, repo] = /^([\w.-]+)(?:\/([\w.-]+))?$/.exec(text.trim()) ?? [];
  if (owner === undefined) throw new UsageError(describeAlertScope(text));
  return repo === undefined
    ? { kind: "organization", org: owner }
    : { kind: "repository", repository: { owner, repo } };
}

/** Whose alerts they are, as it is typed. */
function formatAlertScope(scope: AlertScope): string {
  return scope.kind === "organization" ? scope.org : `${scope.repository.owner}/${scope.repository.repo}`;
}

/**
 * Lists the open alerts for keys of OpenAI's. Their texts are held as secrets, and their places are asked for later.
 *
 * @throws UsageError where GitHub does not list them, with what the token lacks.
 */
export async function openAlerts(
  access: GitHubAccess,
  scope: AlertScope,
  pace: { clock?: Clock } = {},
): Promise<OpenAlerts> {
  const of = formatAlertScope(scope);
  const [{ listAlerts }, { AlertsSource: Alerts }] = await Promise.all([
    import("../../github/alerts/alert-requests.ts"),
    import("../../sources/alerts/alerts-source.ts"),
  ]);
  const octokit = await createOctokit(access, pace);
  const listing = await listAlerts(octokit, scope).catch((error: unknown) => {
    throw new UsageError(describeUnlistedAlerts(of, parseFailure(error)));
  });
  const source = new Alerts(octokit, listing, scope.kind === "organization");
  const closeAlerts: CloseAlerts = async (findings, { describeEnd, isDryRun }) => {
    const [{ planClosings }, { describeRehearsal, describeResult }] = await Promise.all([
      import("./closing-plan.ts"),
      import("./closing-words.ts"),
    ]);
    const plan = planClosings(listing.alerts, findings);
    if (isDryRun) return describeRehearsal(plan);
    const { resolveAlert } = await import("../../github/alerts/resolve-alert.ts");
    const closings: AlertClosing[] = [];
    for (const planned of plan) {
      if (planned.kind !== "close" || planned.end === null) continue;
      const { alert, end } = planned;
      closings.push(describeResult(alert, await resolveAlert(octokit, alert, describeEnd(end))));
    }
    return closings;
  };
  return { change: { kind: "alerts", of }, source, closeAlerts };
}
