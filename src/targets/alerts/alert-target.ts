import type { Change } from "../../domain/change.ts";
import type { Clock } from "../../domain/clock.ts";
import { type Finding, findProvenEnd, type ProvenEnd } from "../../domain/finding.ts";
import { UsageError } from "../../errors.ts";
import type { SecretAlert } from "../../github/alerts/alert.ts";
import type { AlertScope } from "../../github/alerts/alert-scope.ts";
import type { AlertResult } from "../../github/alerts/resolve-alert.ts";
import { parseFailure } from "../../github/api-failure.ts";
import { createOctokit, type GitHubAccess } from "../../github/client.ts";
import { CLOSING } from "../../messages/alerts/closing.ts";
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
export function formatAlertScope(scope: AlertScope): string {
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
  const closeAlerts: CloseAlerts = async (findings, describeEnd) => {
    const { resolveAlert } = await import("../../github/alerts/resolve-alert.ts");
    const closings: AlertClosing[] = [];
    for (const [alert, end] of listDead(source, findings)) {
      const result = await resolveAlert(octokit, alert, describeEnd(end));
      closings.push(describeClosing(`${alert.repository.owner}/${alert.repository.repo}#${alert.number}`, result));
    }
    return closings;
  };
  return { change: { kind: "alerts", of }, source, closeAlerts };
}

/** Alerts whose key is proven dead, each once. One with another key in its text stays open for that. */
function listDead(source: AlertsSource, findings: readonly Finding[]): ReadonlyMap<SecretAlert, ProvenEnd> {
  const open = findings.filter((finding) => findProvenEnd(finding) === null);
  const kept = new Set(source.listAlertsOf(new Set(open.map(({ fingerprint }) => fingerprint))));
  const dead = new Map<SecretAlert, ProvenEnd>();
  for (const finding of findings) {
    const end = findProvenEnd(finding);
    if (end === null) continue;
    const alerts = source.listAlertsOf(new Set([finding.fingerprint]));
    for (const alert of alerts) if (!kept.has(alert) && !dead.has(alert)) dead.set(alert, end);
  }
  return dead;
}

function describeClosing(name: string, result: AlertResult): AlertClosing {
  switch (result.kind) {
    case "resolved":
      return { isClosed: true, sentence: CLOSING.resolved(name) };
    case "already-resolved":
      return { isClosed: true, sentence: CLOSING.already(name) };
    case "failed": {
      const { kind, status } = result.failure;
      const sentence = kind === "forbidden" ? CLOSING.forbidden(name) : CLOSING.failed(name, status);
      return { isClosed: false, sentence };
    }
    default:
      return result satisfies never;
  }
}
