import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as core from "@actions/core";
import { detect } from "./detect/detect.ts";
import { sample } from "./detect/sample.ts";
import { NO_JOURNAL } from "./domain/journal.ts";
import { deferred } from "./domain/registry.ts";
import { conclude, type Report, shown, verdict } from "./domain/report.ts";
import type { Secret } from "./domain/secret.ts";
import { EXIT, lastWords } from "./ending.ts";
import { UsageError } from "./errors.ts";
import type { Brought } from "./github/brought.ts";
import { type StickyComment, stickyComment } from "./github/comment.ts";
import { broughtBy } from "./github/event.ts";
import { linksTo } from "./github/link.ts";
import { messageOf } from "./github/message.ts";
import { type Opened, openEvent, type Site } from "./opening.ts";
import { brief } from "./report/brief.ts";
import { keyless, plain } from "./report/escape.ts";
import { json } from "./report/json.ts";
import type { Context } from "./report/markdown.ts";
import { unwritten } from "./report/unwritten.ts";
import { run } from "./run.ts";
import { DEFAULTS, hint, type Settings, settingsFrom } from "./settings.ts";
import { isAncestor } from "./sources/ancestry.ts";
import { VERSION } from "./version.ts";

const { env } = process;

const stopping = new AbortController();
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
  refuseUnknownInputs();
  const event = broughtBy(env["GITHUB_EVENT_NAME"] ?? "", await payload());
  const secretsWithheld = event.secretsWithheld || env["GITHUB_ACTOR"] === "dependabot[bot]";
  const settings = settingsFrom((name) => core.getInput(name), { secretsWithheld });
  if (settings.adminKey) hide(settings.adminKey);

  const opened = await openEvent(settings, event, { ...site, token: settings.githubToken });
  if (!opened) {
    core.info(event.scope.kind === "nothing" ? event.scope.why : "There is nothing to read.");
    for (const [name, value] of Object.entries({ conclusion: "clean", found: 0, active: 0, contained: 0 })) {
      core.setOutput(name, value);
    }
    return;
  }
  close = opened.close;
  try {
    await scan(opened, settings);
  } finally {
    await close();
  }
}

async function scan({ change, source, brought }: Opened, settings: Settings): Promise<void> {
  const sticky = stickyFor(settings, brought);
  const now = () => new Date();
  const report = await run(
    change,
    {
      source,
      detect,
      registry: deferred(async () => {
        // Node has proxies for its fetch from version 24 on; where there are none of them, nothing changes.
        (await import("node:http")).setGlobalProxyFromEnv?.(env);
        return (await import("./openai/registry.ts")).registryFor(settings, now);
      }),
      journal: NO_JOURNAL,
      ignores: async () => [],
      committed: () => {},
      cancelled: () => false,
      memory: async () => (await sticky?.memory()) ?? new Set(),
      found: hide,
      noticed: () => {},
      sample,
      now,
    },
    settings.policy,
  );

  const detail = settings.detail === "auto" ? (brought.isPublic ? "minimal" : "full") : settings.detail;
  await tell(shown(report, detail), settings, brought, sticky);
  process.exitCode = EXIT[verdict(report)];
}

/** The runner passes on inputs that action.yml does not have: a misspelt one would be a setting that does nothing. */
function refuseUnknownInputs(): void {
  const names = Object.keys(DEFAULTS);
  for (const variable of Object.keys(env)) {
    const name = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase();
    if (name !== undefined && !names.includes(name)) {
      throw new UsageError(`There is no input ${JSON.stringify(plain(name))}.${hint(name, names)}`);
    }
  }
}

async function payload(): Promise<unknown> {
  try {
    return JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  } catch {
    throw new UsageError(
      "The event file (GITHUB_EVENT_PATH) cannot be read; this is an Action, and a runner gives it one.",
    );
  }
}

/** Whether this push took commits away that an earlier comment may speak of. */
async function isRewritten({ pull }: Brought): Promise<boolean> {
  if (pull === null || pull.replaced === null) return false;
  // Where there is no checkout, or it lacks the commits, nobody can say that nothing was taken away.
  return !(await isAncestor(site, pull.replaced, pull.head).catch(() => false));
}

function stickyFor({ comment, githubToken: token }: Settings, { pull }: Brought): StickyComment | null {
  const { apiUrl } = site;
  return comment === "on-leak" && token && pull ? stickyComment({ apiUrl, token }, pull) : null;
}

async function tell(
  report: Report,
  { reportFile }: Settings,
  brought: Brought,
  sticky: StickyComment | null,
): Promise<void> {
  // First what cannot fail for want of a network: a containment must not go untold.
  await setOutputs(report, reportFile);
  const context = contextOf(report);
  const commented = sticky ? await sayOn(sticky, report, context, brought) : null;
  const note = commented ? unwritten(commented, brought.pull?.isFork === true) : null;
  if (note) core.warning(note);
  const look = { paint: (_style: string, text: string) => text, width: 100, unicode: true };
  if (report.findings.length === 0 && report.gaps.length === 0) return core.info(brief(report, look));
  // What takes more words than one line is loaded for those who need it.
  const { annotations } = await import("./report/annotations.ts");
  const { summary } = await import("./report/markdown.ts");
  const { terminal } = await import("./report/terminal.ts");
  for (const { level, message, title, path: file, line, column } of annotations(report)) {
    const place = { file, startLine: line, startColumn: column };
    PRINTERS[level](
      message,
      Object.fromEntries(Object.entries({ title, ...place }).filter(([, value]) => value !== null)),
    );
  }
  // Other runners than GitHub's may have no summary, and then core throws.
  if (env["GITHUB_STEP_SUMMARY"] && (report.findings.length > 0 || conclude(report) !== "clean")) {
    await core.summary.addRaw([summary(report, context), ...(note ? [`> ${note}`] : [])].join("\n\n")).write();
  }
  core.info(terminal(report, look));
}

/** A clean change asks GitHub nothing, unless it replaced a head that an earlier comment may speak of. */
async function sayOn(sticky: StickyComment, report: Report, context: Context, brought: Brought) {
  if (report.findings.length === 0 && conclude(report) === "clean" && !(await isRewritten(brought))) return null;
  return await sticky.write(messageOf(report, await import("./report/markdown.ts"), context));
}

function contextOf({ change }: Report): Context {
  const repositoryUrl = `${site.serverUrl}/${site.repository}`;
  const runId = env["GITHUB_RUN_ID"];
  return {
    head: change.kind === "range" ? change.head : (env["GITHUB_SHA"] ?? ""),
    link: linksTo(repositoryUrl),
    runUrl: runId ? `${repositoryUrl}/actions/runs/${runId}` : null,
    version: VERSION,
  };
}

const PRINTERS = { error: core.error, warning: core.warning, notice: core.notice };

async function setOutputs(report: Report, reportFile: string | null): Promise<void> {
  const file =
    reportFile ?? path.join(await mkdtemp(path.join(env["RUNNER_TEMP"] ?? tmpdir(), "key-guard-")), "report.json");
  await writeFile(file, json(report, VERSION));
  const { findings } = report;
  core.setOutput("conclusion", conclude(report));
  core.setOutput("found", findings.length);
  core.setOutput("active", findings.filter(({ validity }) => validity.kind !== "inactive").length);
  core.setOutput("contained", findings.filter(({ outcome }) => outcome.kind === "contained").length);
  core.setOutput("report", file);
}

/** Outside a runner the command that masks a word would print it. The runner's masking is a second net, not the first. */
function hide(secret: Secret): void {
  if (env["GITHUB_ACTIONS"] === "true") core.setSecret(secret.reveal());
}

// A runner that is told to cancel asks politely first: what was fetched is then taken away.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    const cancelled = new UsageError("The run was cancelled; nothing is known about the change.");
    stopping.abort(cancelled);
    core.error(cancelled.message, { title: "OpenAI Key Guard could not tell" });
    void close().finally(() => process.exit(EXIT.incomplete));
  });
}

try {
  await main();
} catch (error) {
  core.error(keyless(lastWords(error)), { title: "OpenAI Key Guard could not tell" });
  process.exitCode = EXIT.incomplete;
}
