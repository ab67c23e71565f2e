import { AUDIT_DEFAULTS } from "../../src/action/audit/audit-inputs.ts";
import { ROTATE_DEFAULTS } from "../../src/action/rotate/rotate-inputs.ts";
import type { Permission } from "../../src/sandbox/github/tokens.ts";
import type { ActionResult } from "../../src/sandbox/runner/runner.ts";
import type { RunnerEvent } from "../../src/sandbox/runner/runner-events.ts";
import { DEFAULTS } from "../../src/settings/settings.ts";
import type { E2eEnvironment, RunChoices } from "../support/e2e-environment.ts";
import { resolved, type Status, wouldRun } from "./expressions.ts";
import { allWorkflows, isAudit, isOurs, isRotate, type Job, type Workflow } from "./workflows.ts";

/** Reads a recipe from examples/workflows. */
export function recipe(name: string): Workflow {
  const file = `examples/workflows/${name}.yml`;
  const found = allWorkflows().find((one) => one.file === file);
  if (!found) throw new Error(`there is no ${file}`);
  return found;
}

/** What a job is run with, besides the recipe itself. */
export type Playing = Pick<RunChoices, "workspace"> & {
  event: RunnerEvent;
  /** Repository and environment secrets. GitHub gives none to a fork's pull request. */
  secrets?: Record<string, string>;
  /** The jobs before, how each ended, and its outputs. */
  needs?: Record<string, { result: Status; outputs: Record<string, string> }>;
  matrix?: Record<string, string>;
  /** Where the recipe leaves a file to the runner's folder. */
  inputs?: Record<string, string>;
};

/**
 * Runs our step of a recipe's job as a runner would: its `if`, its inputs with expressions resolved, and a token with the
 * job's permissions and no others. Null where the event or the `if` would not have it run.
 */
export async function play(
  stage: E2eEnvironment,
  { events, jobs }: Workflow,
  id: string,
  playing: Playing,
): Promise<ActionResult | null> {
  const job = jobs[id];
  const guard = job?.steps?.find((step) => isOurs(step) || isAudit(step) || isRotate(step));
  if (!job || !guard) throw new Error(`no job ${id} has our step`);
  const { event, secrets = {}, needs = {}, matrix = {}, inputs = {}, ...choices } = playing;
  const github = { event: event.payload, event_name: event.name };
  const contexts = { secrets, needs, matrix, github };
  const worst = Object.values(needs).some(({ result }) => result !== "success") ? "failure" : "success";
  if (!events.includes(event.name) || !wouldRun(job.if, contexts, worst)) return null;
  const given = Object.entries(guard.with ?? {}).map(([name, value]) => [name, resolved(String(value), contexts)]);
  return await stage.event(event, {
    ...choices,
    story: isAudit(guard) ? "audit" : isRotate(guard) ? "rotate" : "scan",
    inputs: {
      ...(isAudit(guard) ? AUDIT_DEFAULTS : isRotate(guard) ? ROTATE_DEFAULTS : DEFAULTS),
      "openai-base-url": stage.openai.baseURL,
      ...(Object.fromEntries(given) as RunChoices["inputs"]),
      "github-token": tokenOf(stage, job),
      ...inputs,
    },
  });
}

/** The job's token: what its `permissions` leave out, it may not. */
function tokenOf({ github }: E2eEnvironment, { permissions = {} }: Job): string {
  const known: readonly string[] = ["contents", "issues", "pull-requests"] satisfies Permission[];
  const granted = Object.entries(permissions).filter(([name]) => known.includes(name));
  return github.token({ repo: "acme/shop", permissions: Object.fromEntries(granted) });
}
