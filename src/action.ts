import { tmpdir } from "node:os";
import * as core from "@actions/core";
import { payload, settingsOfStep, thisRun } from "./action/inputs.ts";
import { setNoOutputs } from "./action/outputs.ts";
import { stickyFor, tell } from "./action/publish.ts";
import { detect } from "./detect/detect.ts";
import { sample } from "./detect/sample.ts";
import { NO_JOURNAL } from "./domain/journal.ts";
import { deferred } from "./domain/registry.ts";
import { shown, verdict } from "./domain/report.ts";
import { keyless, type Secret } from "./domain/secret.ts";
import { UsageError } from "./errors.ts";
import { EXIT, lastWords } from "./exit.ts";
import { broughtBy } from "./github/event.ts";
import { run } from "./scan/scan.ts";
import type { Settings } from "./settings/settings.ts";
import { narrowed } from "./targets/base-policy.ts";
import { type Opened, openEvent, type Site } from "./targets/event.ts";
import { VERSION } from "./version.ts";

const { env } = process;

const stopping = new AbortController();
/** Once a key is being contained, a run that is told to stop finishes it first. */
const course = { isCommitted: false, isCancelled: false };
let close: Opened["close"] = async () => {};

const site: Site = {
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
  const event = broughtBy(env["GITHUB_EVENT_NAME"] ?? "", await payload());
  const settings = settingsOfStep(event.secretsWithheld || env["GITHUB_ACTOR"] === "dependabot[bot]");
  if (settings.adminKey) hide(settings.adminKey);

  const opened = await openEvent(settings, event, { ...site, token: settings.githubToken });
  if (!opened) {
    core.info(event.scope.kind === "nothing" ? event.scope.why : "There is nothing to read.");
    return setNoOutputs();
  }
  close = opened.close;
  try {
    await scan(opened, settings);
  } finally {
    await close();
  }
}

async function scan({ change, source, brought, trusted }: Opened, settings: Settings): Promise<void> {
  const sticky = stickyFor(settings, brought, site);
  const now = () => new Date();
  const { auditFile: file } = settings;
  // What it protects counts before anything is contained; else the file is asked for once something was found.
  const policy = settings.policy.onLeak === "report" ? settings.policy : narrowed(settings.policy, await trusted());
  const report = await run(
    change,
    {
      source,
      detect,
      registry: deferred(async () => {
        // Node has proxies for its fetch from version 24 on; where there are none of them, nothing changes.
        (await import("node:http")).setGlobalProxyFromEnv?.(env);
        return (await import("./openai/registry.ts")).registryFor(settings, {
          now,
          cancelled: () => course.isCancelled,
        });
      }),
      journal:
        file === null
          ? NO_JOURNAL
          : await (await import("./journal/journal.ts")).openJournal({ file, run: thisRun(VERSION) }),
      ignores: async () => (await trusted()).ignore,
      memory: async () => (await sticky?.memory()) ?? new Set(),
      found: hide,
      noticed: () => {},
      sample,
      committed: () => {
        course.isCommitted = true;
      },
      cancelled: () => course.isCancelled,
      now,
    },
    policy,
  );

  const detail = settings.detail === "auto" ? (brought.isPublic ? "minimal" : "full") : settings.detail;
  await tell(shown(report, detail), settings, brought, sticky, site);
  process.exitCode = EXIT[verdict(report)];
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
  void close().finally(() => process.exit(EXIT.incomplete));
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);

try {
  await main();
} catch (error) {
  core.error(keyless(lastWords(error)), { title: "OpenAI Key Guard could not tell" });
  process.exitCode = EXIT.incomplete;
}
