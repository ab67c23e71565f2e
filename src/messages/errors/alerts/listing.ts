import { quoteForMessage } from "../../quote.ts";

/** What the token must be. A job's own token cannot have the permission. */
const PERMISSION =
  "It needs a fine-grained personal access token, or one of a GitHub App, with the permission Secret scanning alerts: read. The GITHUB_TOKEN of a job cannot have it.";

/** No token was given; `name` is what the reader calls it. */
export function describeMissingAlertToken(name: string): string {
  return `Reading alerts needs a token, and ${name} is empty. ${PERMISSION}`;
}

/** Why GitHub did not list them, by the kind of the failure, as a sentence. */
const FAULTS: Readonly<Record<string, string>> = {
  "not-found":
    "There is no such repository or organisation, the token does not see it, or secret scanning is off there (Settings, Advanced Security).",
  "bad-token": "GitHub does not accept the token. It is wrong, or it has expired.",
  forbidden: "The token may not read them.",
  "kept-out": "A rule of the organisation keeps the token out, such as single sign-on or a list of IP addresses.",
  limited: "GitHub asks to slow down. Try again later.",
  outage: "GitHub failed several times in a row. Try again later.",
  "no-answer": "GitHub did not answer. If this goes on, check the proxy.",
  "not-the-api": "What answered was not GitHub's API. Check the proxy, and the address in GITHUB_API_URL.",
};

/** GitHub did not list the alerts of a repository or an organisation; `status` is HTTP's. */
export function describeUnlistedAlerts(of: string, failure: { kind: string; status: number | null }): string {
  const why = FAULTS[failure.kind] ?? `It answered ${failure.status ?? "nothing"}.`;
  const needs = /^(?:not-found|bad-token|forbidden)$/.test(failure.kind) ? ` ${PERMISSION}` : "";
  return `GitHub did not list the alerts of ${quoteForMessage(of)}, and nothing was checked. ${why}${needs}`;
}

/** What was typed after `--alerts`. */
export function describeAlertScope(given: string): string {
  const what = given === "" ? "nothing" : quoteForMessage(given);
  return `--alerts takes one repository, such as acme/shop, or one organisation, such as acme. It was given ${what}.`;
}

/** `close-alerts` beside another scan. */
export const CLOSING_WITHOUT_ALERTS =
  "close-alerts does nothing without scan: alerts. Set scan to alerts, or leave close-alerts out.";

/** Globs beside `scan: alerts`. */
export const GLOBS_WITH_ALERTS =
  "paths and exclude do nothing with scan: alerts, since alerts are read whole. Leave them out.";

/** Alerts are asked for in a run for a pull request. */
export const ALERTS_OF_PULL_REQUEST =
  "Alerts are not read in a run for a pull request, since their token reads keys in plain text. Start the workflow with schedule or workflow_dispatch.";
