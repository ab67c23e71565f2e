import { tmpdir } from "node:os";
import * as core from "@actions/core";
import { describeRun, readPayload, readSettings } from "./action/inputs.ts";
import { setEmptyOutputs } from "./action/outputs.ts";
import { openComment, publish } from "./action/publish.ts";
import { concludeRun, restrictReport } from "./domain/report.ts";
import { redactKeys, type Secret } from "./domain/secret.ts";
import { UsageError } from "./errors.ts";
import { describeCrash, EXIT_CODES } from "./exit.ts";
import { parseEvent } from "./github/event.ts";
import { scanChange } from "./scan/scan.ts";
import { createWorld } from "./scan/world.ts";
import type { Settings } from "./settings/settings.ts";
import { restrictPolicy } from "./targets/base-policy.ts";
import type { CheckoutContext } from "./targets/checkout.ts";
import { type OpenEventTarget, openEventTarget } from "./targets/event-target.ts";
import { VERSION } from "./version.ts";

const { env } = process;

const stopping = new AbortController();
/** Once a key is being contained, a run that is told to stop finishes it first. */
const course = { isCommitted: false, isCancelled: false };
let close: OpenEventTarget["close"] = async () => {};

const site: CheckoutContext = {
  repo: env["GITHUB_WORKSPACE"] ?? process.cwd(),
  environment: env,
  repository: env["GITHUB_REPOSITORY"] ?? "",
  serverUrl: env["GITHUB_SERVER_URL"] ?? "https://github.com",
  apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
  token: null,
  temp: env["RUNNER_TEMP"] ?? tmpdir(),
  signal: stopping.signal,
};

async function main(): Promise<void> {
  // The SDK would send these headers with every request, and let them replace the key.
  delete env["OPENAI_CUSTOM_HEADERS"];
  const event = parseEvent(env["GITHUB_EVENT_NAME"] ?? "", await readPayload());
  const settings = readSettings(event.secretsWithheld || env["GITHUB_ACTOR"] === "dependabot[bot]");
  if (settings.adminKey) hide(settings.adminKey);

  const opened = await openEventTarget(settings, event, { ...site, token: settings.githubToken });
  if (!opened) {
    core.info(event.target.kind === "nothing" ? event.target.why : "There is nothing to read.");
    return setEmptyOutputs();
  }
  close = opened.close;
  try {
    await scan(opened, settings);
  } finally {
    await close();
  }
}

async function scan({ change, source, scope, basePolicy }: OpenEventTarget, settings: Settings): Promise<void> {
  const sticky = openComment(settings, scope, site);
  // What it protects counts before anything is contained; else the file is asked for once something was found.
  const policy =
    settings.policy.onLeak === "report" ? settings.policy : restrictPolicy(settings.policy, await basePolicy());
  const world = await createWorld({
    source,
    settings,
    environment: env,
    run: describeRun(VERSION),
    ignores: async () => (await basePolicy()).ignore,
    memory: async () => (await sticky?.memory()) ?? new Set(),
    onKeyFound: hide,
    onContainment: () => {
      course.isCommitted = true;
    },
    isCancelled: () => course.isCancelled,
  });
  const report = await scanChange(change, world, policy);

  const detail = settings.detail === "auto" ? (scope.isPublic ? "minimal" : "full") : settings.detail;
  await publish(restrictReport(report, detail), settings, scope, sticky, site);
  process.exitCode = EXIT_CODES[concludeRun(report)];
}

/** Outside a runner the command that masks a word would print it. The runner's masking is a second net, not the first. */
function hide(secret: Secret): void {
  if (env["GITHUB_ACTIONS"] === "true") core.setSecret(secret.reveal());
}

/** A runner that is told to cancel asks politely first, and has some seconds of patience. */
function stop(): void {
  if (course.isCommitted) {
    // GitHub's runner sends a second signal some seconds after the first: an act is not broken off for that.
    if (!course.isCancelled) core.warning("The run was cancelled: the key in hand is finished, and no other is begun.");
    course.isCancelled = true;
    return;
  }
  const cancelled = new UsageError("The run was cancelled; nothing is known about the change.");
  stopping.abort(cancelled);
  core.error(cancelled.message, { title: "OpenAI Key Guard could not tell" });
  // What was fetched is taken away.
  void close().finally(() => process.exit(EXIT_CODES.incomplete));
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);

// No await at the top of a module: the bundler then merges what is loaded later into one file a folder.
main().catch((error: unknown) => {
  core.error(redactKeys(describeCrash(error)), { title: "OpenAI Key Guard could not tell" });
  process.exitCode = EXIT_CODES.incomplete;
});
