import * as core from "@actions/core";
import { type Clock, SYSTEM_CLOCK } from "../domain/clock.ts";
import { concludeRun, restrictReport } from "../domain/report.ts";
import { redactKeys, type Secret } from "../domain/secret.ts";
import { describeCrash, EXIT_CODES } from "../exit.ts";
import { scanChange } from "../scan/scan.ts";
import { createWorld } from "../scan/world.ts";
import type { Settings } from "../settings/settings.ts";
import { restrictPolicy } from "../targets/base-policy.ts";
import type { CheckoutContext } from "../targets/checkout.ts";
import { type OpenEventTarget, openEventTarget } from "../targets/event-target.ts";
import { VERSION } from "../version.ts";
import { Cancellation, FAILURE_TITLE } from "./cancellation.ts";
import { describeRun, readCheckout, readEvent, readSettings } from "./inputs.ts";
import { setEmptyOutputs } from "./outputs.ts";
import { openComment, publish } from "./publish.ts";

const { env } = process;

/** What a run is given by whoever starts it. */
type Surroundings = { clock: Clock; cancellation: Cancellation };

/** Runs the step of a workflow that this process is, and sets its exit code. Throws nothing. */
export async function runStep(clock: Clock = SYSTEM_CLOCK): Promise<void> {
  const cancellation = new Cancellation();
  const stopListening = cancellation.listen();
  try {
    await scanEvent({ clock, cancellation });
  } catch (error) {
    core.error(redactKeys(describeCrash(error)), { title: FAILURE_TITLE });
    process.exitCode = EXIT_CODES.incomplete;
  } finally {
    stopListening();
  }
}

async function scanEvent(surroundings: Surroundings): Promise<void> {
  const { cancellation } = surroundings;
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const event = await readEvent();
  const settings = readSettings(event.secretsWithheld || env["GITHUB_ACTOR"] === "dependabot[bot]");
  if (settings.adminKey) maskSecret(settings.adminKey);

  const checkout = readCheckout(settings.githubToken, cancellation.signal);
  const opened = await openEventTarget(settings, event, checkout);
  if (!opened) {
    core.info(event.target.kind === "nothing" ? event.target.why : "There is nothing to read.");
    return setEmptyOutputs();
  }
  cancellation.setCleanUp(opened.close);
  try {
    await scan(opened, settings, checkout, surroundings);
  } finally {
    await opened.close();
  }
}

async function scan(
  { change, source, scope, basePolicy }: OpenEventTarget,
  settings: Settings,
  checkout: CheckoutContext,
  { clock, cancellation }: Surroundings,
): Promise<void> {
  const comment = openComment(settings, scope, checkout, clock);
  // What the base protects must be known before anything is contained; otherwise its file is read once a key was found.
  const policy =
    settings.policy.onLeak === "report" ? settings.policy : restrictPolicy(settings.policy, await basePolicy());
  const world = await createWorld({
    source,
    settings,
    environment: env,
    run: describeRun(VERSION),
    ignores: async () => (await basePolicy()).ignore,
    memory: async () => (await comment?.memory()) ?? new Set(),
    onKeyFound: maskSecret,
    onContainment: () => cancellation.beginContainment(),
    isCancelled: () => cancellation.isCancelled,
    clock,
  });
  const report = await scanChange(change, world, policy);

  const detail = settings.detail === "auto" ? (scope.isPublic ? "minimal" : "full") : settings.detail;
  await publish(restrictReport(report, detail), settings, scope, comment, checkout);
  process.exitCode = EXIT_CODES[concludeRun(report)];
}

/** Masks a key in the runner's logs, as a second net. Not outside a runner, where the command would print the key. */
function maskSecret(secret: Secret): void {
  if (env["GITHUB_ACTIONS"] === "true") core.setSecret(secret.reveal());
}
