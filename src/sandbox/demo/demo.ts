import { rm } from "node:fs/promises";
import path from "node:path";
import { type Clock, SYSTEM_CLOCK } from "../../domain/clock.ts";
import { type GitHubSandbox, startGitHub } from "../github/github-sandbox.ts";
import { type OpenAISandbox, startOpenAI } from "../openai/openai-sandbox.ts";
import type { Key } from "../openai/organization.ts";
import { type ActionResult, runAction } from "../runner/runner.ts";
import { buildPullRequestEvent } from "../runner/runner-events.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";
import { AUDIT_DAY, createAuditedOrganization } from "./audited-organization.ts";
import {
  createDemoOrganization,
  type DemoCommit,
  type DemoOrganization,
  type DemoPullRequest,
  openPullRequest,
  simulateLeakedUse,
} from "./demo-organization.ts";

/** An organisation that is to be audited, on the day of this clock. */
export type DemoAudit = { baseURL: string; adminKey: string; clock: Clock };

/** The output of the demo, and what it needs from its caller. */
export type DemoOptions = {
  /** Audits an organisation, and returns what a terminal shows of that. */
  audit: (organization: DemoAudit) => Promise<string>;
  print: (line: string) => void;
  paint: (style: "bold" | "dim" | "cyan", text: string) => string;
  /** The built Action. */
  action: URL;
  /** The machine's PATH, where git is found. */
  path: string;
  /** The defaults of the Action's inputs. */
  defaults: Readonly<Record<string, string>>;
};

const WORKFLOW = `# .github/workflows/key-guard.yml
on:
    pull_request: { types: [opened, reopened, synchronize, edited] }
    push: { branches: [main] }
permissions: { contents: read, pull-requests: write }
jobs:
  key-guard:
    runs-on: ubuntu-latest
    steps:
      - uses: openai-key-guard/openai-key-guard@v0.1.0
        with: { openai-admin-key: "\${{ secrets.OPENAI_ADMIN_KEY }}" }   # add on-leak: revoke when you trust it`;

/**
 * Runs the Action on a real repository: a pull request that leaks keys is stopped, and our keys are revoked. Then audits an
 * organisation.
 */
export async function runDemo(options: DemoOptions): Promise<void> {
  const folder = await createTemporaryFolder("key-guard-demo-");
  const [openai, github] = await Promise.all([startOpenAI({ propagation: 800 }), startGitHub({ path: options.path })]);
  try {
    const shop = createDemoOrganization(openai);
    const author = { dir: path.join(folder, "author"), path: options.path };
    const opened = await openPullRequest(github, shop, author);
    printTitle(options, 1, "Ada opens a pull request with four commits");
    for (const commit of opened.commits) options.print(formatCommit(commit, options));
    simulateLeakedUse(shop);

    printTitle(options, 2, "GitHub runs the Action, with on-leak: revoke");
    const result = await runOnPullRequest(options, { openai, github, shop, opened, folder });
    printLines(options, formatLog(result));

    printTitle(options, 3, "The pull request is stopped, and says why");
    const [comment] = github.comments(opened.repository.fullName, opened.pull.number);
    for (const line of formatComment(comment?.body ?? "no comment was written")) {
      options.print(`  ${options.paint("dim", "│")} ${line}`.trimEnd());
    }
    options.print(`\n  The check ended with exit code ${result.exitCode}: it cannot be merged.`);

    printTitle(options, 4, "What is left at OpenAI");
    printLines(options, describeKeys(shop));
    const count = openai.requests.length;
    options.print(`\n  ${count} requests to OpenAI, none of them to a model. The stranger's key was not tried.`);

    printTitle(options, 5, "Before a key leaks: openai-key-guard audit, every night");
    printLines(options, (await auditOrganization(options)).split("\n"));

    printTitle(options, 6, "To have this on your repository");
    for (const line of WORKFLOW.split("\n")) options.print(`  ${options.paint("cyan", line)}`);
    options.print("");
  } finally {
    await Promise.all([openai.close(), github.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** An organisation of its own, on a day of its own: the audit of it looks the same in every run. */
async function auditOrganization({ audit }: DemoOptions): Promise<string> {
  const clock: Clock = { ...SYSTEM_CLOCK, now: () => AUDIT_DAY };
  const openai = await startOpenAI({ clock });
  try {
    const { text } = createAuditedOrganization(openai);
    return await audit({ baseURL: openai.baseURL, adminKey: text, clock });
  } finally {
    await openai.close();
  }
}

/** Everything the Action's run needs. */
type DemoRun = {
  openai: OpenAISandbox;
  github: GitHubSandbox;
  shop: DemoOrganization;
  opened: DemoPullRequest;
  folder: string;
};

async function runOnPullRequest(options: DemoOptions, run: DemoRun): Promise<ActionResult> {
  const { openai, github, shop, opened, folder } = run;
  const token = github.token({
    repo: opened.repository.fullName,
    permissions: { contents: "read", "pull-requests": "write" },
  });
  return await runAction({
    script: options.action,
    event: buildPullRequestEvent({ repository: opened.repository, pull: opened.pull, action: "opened" }),
    defaults: options.defaults,
    inputs: {
      "openai-admin-key": shop.admin.text,
      "openai-base-url": openai.baseURL,
      "on-leak": "revoke",
      "github-token": token,
    },
    folder,
    path: options.path,
  });
}

function printTitle({ print, paint }: DemoOptions, number: number, text: string): void {
  print(`\n${paint("bold", `${number}. ${text}`)}\n`);
}

function printLines({ print }: DemoOptions, lines: readonly string[]): void {
  for (const line of lines) print(`  ${line}`.trimEnd());
}

function formatCommit({ subject, leak }: DemoCommit, { paint }: DemoOptions): string {
  return `  ${subject.padEnd(38)} ${paint("dim", leak)}`;
}

/** A step's log as GitHub shows it: without workflow commands such as `::error::`. */
function formatLog({ stdout, stderr }: ActionResult): readonly string[] {
  return [...stdout.split("\n"), ...stderr.split("\n")]
    .filter((line) => !line.startsWith("::"))
    .join("\n")
    .trim()
    .split("\n");
}

/** A comment as GitHub shows it: without hidden lines and link addresses, and with details folded. */
function formatComment(body: string): readonly string[] {
  return body
    .replaceAll(/^<!--.*-->\n/gm, "")
    .replaceAll(/<details><summary>(.*?)<\/summary>[\s\S]*?<\/details>\n?/g, "▸ $1\n")
    .replaceAll(/<details open><summary>(.*?)<\/summary>([\s\S]*?)\n<\/details>\n?/g, "▾ $1\n$2")
    .replaceAll(/<\/?(?:b|code)>/g, "")
    .replaceAll(/\]\(http[^)]*\)/g, "]")
    .replaceAll(/<\/?(?:sub|code)>/g, "")
    .replaceAll(/\n{2,}/g, "\n\n")
    .split("\n");
}

function describeKeys(shop: DemoOrganization): readonly string[] {
  const state = ({ deletedAt }: Key) => (deletedAt === null ? "works, untouched" : "revoked, and proven dead");
  return [
    `checkout  (service account, Web shop)     ${state(shop.checkout)}`,
    `laptop    (Ada's own, Web shop)           ${state(shop.laptop)}`,
    `nightly   (service account, Batch jobs)   ${state(shop.nightly)}: the decoy had its ends, and was refused`,
    `the stranger's                            ${state(shop.otherOrganization)}`,
  ];
}
