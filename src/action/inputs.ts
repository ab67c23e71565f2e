import { readFile } from "node:fs/promises";
import * as core from "@actions/core";
import { UsageError } from "../errors.ts";
import { escapePlain } from "../report/escape.ts";
import { suggestNearest } from "../settings/nearest.ts";
import { DEFAULTS, parseSettings, type Settings } from "../settings/settings.ts";

const { env } = process;

/**
 * The settings, from the step's inputs.
 *
 * @throws UsageError where one is misspelt or has a value that does not work.
 */
export function readSettings(secretsWithheld: boolean): Settings {
  refuseUnknownInputs();
  return parseSettings((name) => core.getInput(name), { secretsWithheld });
}

/** The runner passes on inputs that action.yml does not have: a misspelt one would be a setting that does nothing. */
function refuseUnknownInputs(): void {
  const names = Object.keys(DEFAULTS);
  for (const variable of Object.keys(env)) {
    const name = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase();
    if (name !== undefined && !names.includes(name)) {
      throw new UsageError(`There is no input ${JSON.stringify(escapePlain(name))}.${suggestNearest(name, names)}`);
    }
  }
}

/** The event that started the workflow, as GitHub describes it. */
export async function readPayload(): Promise<unknown> {
  try {
    return JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  } catch {
    throw new UsageError(
      "The event file (GITHUB_EVENT_PATH) cannot be read; this is an Action, and a runner gives it one.",
    );
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

/** Where this run can be looked at; null where there is no such place. */
export function formatRunUrl(): string | null {
  const [server, repository, id] = ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID"].map((name) => env[name]);
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}
