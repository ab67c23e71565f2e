import * as core from "@actions/core";
import type { DoctorContext, WorkflowRunContext } from "../doctor/context.ts";
import type { Clock } from "../domain/clock.ts";
import type { Secret } from "../domain/secret.ts";
import type { EventScope } from "../github/event-scope.ts";
import type { Settings } from "../settings/settings.ts";
import { readCheckout, readDoctorSettings } from "./inputs.ts";
import { setDoctorOutputs, tryOrWarn } from "./outputs.ts";
import { writeSummary } from "./summary.ts";

const { env } = process;

/** How long one request may take, in milliseconds. */
const TIMEOUT = 5000;

/** What a run that checks itself is given. */
type DoctorRun = {
  secretsWithheld: boolean;
  clock: Clock;
  maskSecret: (secret: Secret) => void;
  signal: AbortSignal;
};

/** Checks this run and its surroundings in place of a scan, and reports to the log and the job's summary. */
export async function runDoctor(event: EventScope, run: DoctorRun): Promise<void> {
  const [{ parseGivenKey }, { runChecks }, { concludeAsExitCode, renderCheckTable, renderCheckText, describeChecks }] =
    await Promise.all([import("../doctor/admin-key.ts"), import("../doctor/doctor.ts"), import("../doctor/report.ts")]);
  const { SUMMARY_TITLE } = await import("../messages/doctor/verdict.ts");
  const settings = readDoctorSettings();
  const adminKey = parseGivenKey(core.getInput("openai-admin-key"), run.secretsWithheld);
  if (adminKey.kind === "key") run.maskSecret(adminKey.secret);
  const checks = await runChecks({ ...createContext(event, settings, run), adminKey });
  const exitCode = concludeAsExitCode(checks);
  process.exitCode = exitCode;
  core.info(renderCheckText(checks, { paint: (_style, text) => text, width: 100, unicode: true }));
  if (exitCode !== 0) core.error(describeChecks(checks), { title: SUMMARY_TITLE });
  // Other runners than GitHub's may have no summary, and then core throws.
  if (env["GITHUB_STEP_SUMMARY"]) {
    await tryOrWarn("The job's summary", async () => await writeSummary(renderCheckTable(checks)));
  }
  await setDoctorOutputs();
}

function createContext(
  event: EventScope,
  { githubToken, detail, ignoreFile, baseURL, scan, comment }: Settings,
  { clock, signal }: DoctorRun,
): Omit<DoctorContext, "adminKey"> {
  const { repo, temp, apiUrl, serverUrl, repository } = readCheckout(githubToken, signal);
  return {
    medium: "workflow",
    detail: detail === "auto" ? (event.isPublic ? "minimal" : "full") : detail,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    environment: env,
    repo,
    isRepoGiven: false,
    ignoreFile,
    baseURL,
    github: { apiUrl, serverUrl, token: githubToken, repository: repository || null },
    temp,
    workflow: { ...readWorkflow(repository), event, scan, wantsComment: comment !== "never" },
    clock,
    timeout: TIMEOUT,
  };
}

/** What the runner says of the workflow. Its file may be in another repository, which calls this one. */
function readWorkflow(repository: string): Omit<WorkflowRunContext, "event" | "scan" | "wantsComment"> {
  const [path = ""] = (env["GITHUB_WORKFLOW_REF"] ?? "").split("@");
  const prefix = `${repository}/`;
  return {
    eventName: env["GITHUB_EVENT_NAME"] ?? "",
    file: repository !== "" && path.startsWith(prefix) ? path.slice(prefix.length) : null,
    isDependabot: env["GITHUB_ACTOR"] === "dependabot[bot]",
  };
}
