import * as core from "@actions/core";
import { redactKeys } from "../detect/spelled-keys.ts";
import { type Clock, SYSTEM_CLOCK } from "../domain/clock.ts";
import type { Journal } from "../domain/journal.ts";
import type { PrivateText } from "../domain/private-text.ts";
import { concludeRun, restrictReport } from "../domain/report.ts";
import type { Secret } from "../domain/secret.ts";
import { describeCrash, EXIT_CODES } from "../exit.ts";
import { describeLeftFolder, FAILURE_TITLE, NOTHING_TO_SCAN } from "../messages/warnings/action.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import { isClosedPipe, listenForErrors } from "../output-files/streams.ts";
import { scanChange } from "../scan/scan.ts";
import { createWorld, openAuditJournal } from "../scan/world.ts";
import type { Settings } from "../settings/settings.ts";
import { restrictPolicy } from "../targets/base-policy.ts";
import type { CheckoutContext } from "../targets/checkout.ts";
import { type OpenEventTarget, openEventTarget } from "../targets/event-target.ts";
import { VERSION } from "../version.ts";
import { Cancellation } from "./cancellation.ts";
import { describeRun, isDoctorRun, readCheckout, readEvent, readNotifySecret, readSettings } from "./inputs.ts";
import { openReportFiles, type ReportFiles, setEmptyOutputs } from "./outputs.ts";
import { publish } from "./publish.ts";
import { findPullComment } from "./pull-comment.ts";

const { env } = process;

/** What a run is given by whoever starts it. */
type Surroundings = { clock: Clock; cancellation: Cancellation };

/** The stories that a step can have: each of the actions has one. */
export const STORIES = ["scan", "audit", "rotate"] as const;

/** A story of a step. */
export type Story = (typeof STORIES)[number];

const RUNS: Readonly<Record<Story, (surroundings: Surroundings) => Promise<void>>> = {
  scan: scanEvent,
  audit: auditOrganization,
  rotate: rotateKeys,
};

/** Runs the step of a workflow that this process is, and sets its exit code. Throws nothing. */
export async function runStep(clock: Clock = SYSTEM_CLOCK, story: Story = "scan"): Promise<void> {
  const cancellation = new Cancellation();
  const stopListening = cancellation.listen();
  const findOutputError = listenForErrors(process.stdout);
  listenForErrors(process.stderr);
  try {
    await RUNS[story]({ clock, cancellation });
  } catch (error) {
    core.error(redactKeys(describeCrash(error)), { title: FAILURE_TITLE });
    process.exitCode = EXIT_CODES.incomplete;
  } finally {
    stopListening();
  }
  const code = await findOutputError();
  if (code === null || isClosedPipe(code)) return;
  const { describeOutputFailure } = await import("../report/wording/key/action-taken.ts");
  process.stderr.write(`${describeOutputFailure("The log", code)}\n`);
  process.exitCode = EXIT_CODES.incomplete;
}

async function auditOrganization({ clock, cancellation }: Surroundings): Promise<void> {
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const { runAuditStep } = await import("./audit/audit-step.ts");
  await runAuditStep(await readEvent(), { clock, maskSecret, signal: cancellation.signal });
}

async function rotateKeys({ clock, cancellation }: Surroundings): Promise<void> {
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const { runRotateStep } = await import("./rotate/rotate-step.ts");
  await runRotateStep(await readEvent(), { clock, maskSecret, cancellation });
}

async function scanEvent(surroundings: Surroundings): Promise<void> {
  const { cancellation } = surroundings;
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const event = await readEvent();
  const secretsWithheld = event.secretsWithheld || env["GITHUB_ACTOR"] === "dependabot[bot]";
  if (isDoctorRun()) {
    const { runDoctor } = await import("./doctor.ts");
    return await runDoctor(event, {
      secretsWithheld,
      clock: surroundings.clock,
      maskSecret,
      signal: cancellation.signal,
    });
  }
  const settings = readSettings(secretsWithheld);
  if (settings.adminKey) maskSecret(settings.adminKey);
  for (const text of [settings.notify?.url, readNotifySecret()]) if (text) maskSecret(text);

  const checkout = readCheckout(settings.githubToken, cancellation.signal);
  // Where something is to be written is opened before anything is asked or done.
  const checkouts = [checkout.repo, process.cwd()];
  const { clock } = surroundings;
  const journal = await openAuditJournal(settings.auditFile, { run: describeRun(VERSION), clock, checkouts });
  const files = await openReportFiles(settings, checkouts);

  const opened = await openEventTarget(settings, event, checkout);
  if (!opened) {
    core.info(event.target.kind === "nothing" ? event.target.why : NOTHING_TO_SCAN);
    return await setEmptyOutputs();
  }
  cancellation.setCleanUp(opened.close);
  try {
    await scan(opened, settings, { checkout, journal, files }, surroundings);
  } finally {
    // The report is out: what is left behind in the runner's folder is no reason to fail.
    await opened.close().catch((error) => core.warning(describeLeftFolder(getErrorCode(error))));
  }
}

/** Where a run looks, and where it writes. */
type Places = { checkout: CheckoutContext; journal: Journal; files: ReportFiles };

async function scan(
  { change, source, scope, basePolicy, keysFile, closeAlerts }: OpenEventTarget,
  settings: Settings,
  { checkout, journal, files }: Places,
  { clock, cancellation }: Surroundings,
): Promise<void> {
  const comment = findPullComment(settings, scope, checkout, clock);
  // What the base protects must be known before anything is contained; otherwise its file is read once a key was found.
  const policy =
    settings.policy.onLeak === "report" ? settings.policy : restrictPolicy(settings.policy, await basePolicy());
  const world = createWorld({
    source,
    settings,
    ownsProcess: true,
    journal,
    environment: env,
    ignores: basePolicy,
    keysFile,
    replaceKey:
      policy.onLeak === "rotate"
        ? (await import("../rotate/connection.ts")).openKeyReplacer({
            settings: { ...settings, policy },
            environment: env,
            clock,
            apiUrl: checkout.apiUrl,
            checkouts: [checkout.repo, process.cwd()],
            onKeyCreated: maskSecret,
          })
        : null,
    memory: async () => (await (await comment?.open())?.memory()) ?? new Set(),
    onKeyFound: maskSecret,
    onContainment: () => cancellation.beginContainment(),
    isCancelled: () => cancellation.isCancelled,
    findPushTime: (commit) => (scope.pushed?.commits.has(commit) ? scope.pushed.at : null),
    clock,
  });
  const report = await scanChange(change, world, policy);

  const detail = settings.detail === "auto" ? (scope.isPublic ? "minimal" : "full") : settings.detail;
  const describeScan = async () => {
    return await (await import("../targets/scan-setup.ts")).describeScanSetup(settings, change, basePolicy);
  };
  const { notify } = settings;
  await publish(restrictReport(report, detail), { files, scope, comment, describeScan, notify }, checkout, clock);
  if (closeAlerts && settings.closeAlerts)
    await (await import("./resolve-alerts.ts")).resolveDeadAlerts(closeAlerts, report, policy.dryRun);
  process.exitCode = EXIT_CODES[concludeRun(report)];
}

/** Masks a key, or another secret, in the runner's logs, as a second net. Not outside a runner, where the command would print the key. */
function maskSecret(secret: Secret | PrivateText): void {
  if (env["GITHUB_ACTIONS"] === "true") core.setSecret(secret.reveal());
}
