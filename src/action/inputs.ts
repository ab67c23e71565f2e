import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as core from "@actions/core";
import { PrivateText } from "../domain/private-text.ts";
import { UsageError } from "../errors.ts";
import { createUnreadScope, parseEvent } from "../github/event.ts";
import type { EventScope } from "../github/event-scope.ts";
import { describeMisspeltInput, NO_EVENT_FILE } from "../messages/errors/action.ts";
import { CLOSING_WITHOUT_ALERTS, GLOBS_WITH_ALERTS } from "../messages/errors/alerts/listing.ts";
import { escapePlain } from "../report/escape.ts";
import { findMisspelt } from "../settings/nearest.ts";
import { DEFAULTS, parseSettings, type Settings } from "../settings/settings.ts";
import { parseBoolean } from "../settings/values.ts";
import type { CheckoutContext } from "../targets/checkout.ts";

const { env } = process;

/**
 * Reads the settings from the step's inputs.
 *
 * @throws UsageError where an input is misspelt or has a value that does not work.
 */
export function readSettings(secretsWithheld: boolean): Settings {
  refuseMisspeltInputs();
  const settings = parseSettings((name) => core.getInput(name), { secretsWithheld });
  refuseUselessInputs(settings);
  return settings;
}

/** Refuses inputs that would do nothing beside the others: each would make a promise that is not kept. */
function refuseUselessInputs({ scan, closeAlerts, paths, exclude }: Settings): void {
  if (closeAlerts && scan !== "alerts") throw new UsageError(CLOSING_WITHOUT_ALERTS);
  if (scan === "alerts" && paths.length + exclude.length > 0) throw new UsageError(GLOBS_WITH_ALERTS);
}

/**
 * Reads the settings for a run that checks itself. A missing or wrong Admin API key is no mistake then: that is what the
 * run is to tell.
 *
 * @throws UsageError where another input is misspelt or has a value that does not work.
 */
export function readDoctorSettings(): Settings {
  refuseMisspeltInputs();
  const read = (name: string) => (name === "openai-admin-key" ? "" : core.getInput(name));
  return parseSettings(read, { secretsWithheld: true });
}

/** Whether the run checks itself, in place of a scan. */
export function isDoctorRun(): boolean {
  return parseBoolean("doctor", core.getInput("doctor") || DEFAULTS.doctor);
}

/**
 * Refuses a misspelt input, which would do nothing, without a word. The runner hands over inputs as variables and does not
 * say which of them the step was given: what is near no name of ours is a variable of the job's own.
 *
 * @throws UsageError naming the input that was meant.
 */
export function refuseMisspeltInputs(names: readonly string[] = Object.keys(DEFAULTS)): void {
  for (const variable of Object.keys(env)) {
    const name = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase();
    if (name === undefined || names.includes(name)) continue;
    const meant = findMisspelt(name, names);
    if (meant === null) continue;
    const quote = (word: string) => JSON.stringify(escapePlain(word));
    throw new UsageError(describeMisspeltInput(quote(name), meant, quote(variable)));
  }
}

/** Where the repository is: on the runner, and on the server. */
export function readCheckout(token: string | null, signal: AbortSignal): CheckoutContext {
  return {
    repo: env["GITHUB_WORKSPACE"] || process.cwd(),
    environment: env,
    repository: env["GITHUB_REPOSITORY"] ?? "",
    serverUrl: env["GITHUB_SERVER_URL"] || "https://github.com",
    apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
    token,
    temp: env["RUNNER_TEMP"] || tmpdir(),
    signal,
  };
}

/** The event that started the workflow. One that nothing can be told of is not refused here: not every run needs it. */
export async function readEvent(): Promise<EventScope> {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  let payload: unknown = null;
  try {
    payload = readPayload();
    return parseEvent(name, payload);
  } catch (error) {
    if (error instanceof UsageError) return createUnreadScope(name, payload, error.message);
    throw error;
  }
}

function readPayload(): unknown {
  try {
    return JSON.parse(readFileSync(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  } catch {
    throw new UsageError(NO_EVENT_FILE);
  }
}

/** What tells this run from others, for the audit file. */
export function describeRun(version: string): Readonly<Record<string, string>> {
  const named = {
    id: env["GITHUB_RUN_ID"],
    attempt: env["GITHUB_RUN_ATTEMPT"],
    url: formatRunUrl() ?? undefined,
    repository: env["GITHUB_REPOSITORY"],
    workflow: env["GITHUB_WORKFLOW"],
    job: env["GITHUB_JOB"],
    event: env["GITHUB_EVENT_NAME"],
    actor: env["GITHUB_TRIGGERING_ACTOR"] ?? env["GITHUB_ACTOR"],
    version,
  };
  return Object.fromEntries(Object.entries(named).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** The page of this run on GitHub; null where there is none. */
export function formatRunUrl(): string | null {
  const [server, repository, id] = ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID"].map((name) => env[name]);
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}

/** What signs messages for programs; null where there is none. It is a variable, for it serves the sub-actions too. */
export function readNotifySecret(): PrivateText | null {
  const text = env["NOTIFY_SECRET"];
  return text ? new PrivateText(text) : null;
}
