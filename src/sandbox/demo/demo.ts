import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startGitHub } from "../github/github-sandbox.ts";
import { startOpenAI } from "../openai/openai-sandbox.ts";
import type { Key } from "../openai/organization.ts";
import { type ActionResult, runAction } from "../runner/runner.ts";
import { buildPullRequestEvent } from "../runner/runner-events.ts";
import {
  createDemoOrganization,
  type DemoCommit,
  type DemoOrganization,
  openPullRequest,
  simulateLeakedUse,
} from "./demo-organization.ts";

/** Where the demo plays. */
export type DemoOptions = {
  print: (line: string) => void;
  paint: (style: "bold" | "dim" | "cyan", text: string) => string;
  /** The built Action. */
  action: URL;
  /** The machine's PATH, where git is. */
  path: string;
  /** The defaults of the Action's inputs. */
  defaults: Readonly<Record<string, string>>;
};

const WORKFLOW = `# .github/workflows/key-guard.yml
on: { pull_request: {}, push: { branches: [main] } }
permissions: { contents: read, pull-requests: write }
jobs:
  key-guard:
    runs-on: ubuntu-latest
    steps:
      - uses: openai-key-guard/openai-key-guard@v0.1.0
        with: { openai-admin-key: "\${{ secrets.OPENAI_ADMIN_KEY }}" }   # add on-leak: revoke when you trust it`;

/** The whole story on a real repository: a pull request that leaks keys is stopped, and ours are revoked. */
export async function runDemo(stage: DemoOptions): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "key-guard-demo-"));
  const [openai, github] = await Promise.all([startOpenAI({ propagation: 800 }), startGitHub({ path: stage.path })]);
  const title = (number: number, text: string) => stage.print(`\n${stage.paint("bold", `${number}. ${text}`)}\n`);
  try {
    const shop = createDemoOrganization(openai);
    const place = { dir: path.join(folder, "author"), path: stage.path };
    const { repository, pull, commits } = await openPullRequest(github, shop, place);
    title(1, "Ada opens a pull request with four commits");
    for (const commit of commits) stage.print(formatCommit(commit, stage));

    simulateLeakedUse(shop);

    title(2, "GitHub runs the Action, with on-leak: revoke");
    const token = github.token({
      repo: repository.fullName,
      permissions: { contents: "read", "pull-requests": "write" },
    });
    const ran = await runAction({
      script: stage.action,
      event: buildPullRequestEvent({ repository, pull, action: "opened" }),
      defaults: stage.defaults,
      inputs: {
        "openai-admin-key": shop.admin.text,
        "openai-base-url": openai.baseURL,
        "on-leak": "revoke",
        "github-token": token,
      },
      folder,
      path: stage.path,
    });
    for (const line of formatLog(ran)) stage.print(`  ${line}`);

    title(3, "The pull request is stopped, and says why");
    const [comment] = github.comments(repository.fullName, pull.number);
    for (const line of formatComment(comment?.body ?? "no comment was written"))
      stage.print(`  ${stage.paint("dim", "│")} ${line}`.trimEnd());
    stage.print(`\n  The check ended with exit code ${ran.exitCode}: it cannot be merged.`);

    title(4, "What is left at OpenAI");
    for (const line of describeKeys(shop)) stage.print(`  ${line}`);
    const asked = openai.requests.length;
    stage.print(`\n  ${asked} requests to OpenAI, none of them to a model. The stranger's key was not tried.`);

    title(5, "To have this on your repository");
    for (const line of WORKFLOW.split("\n")) stage.print(`  ${stage.paint("cyan", line)}`);
    stage.print("");
  } finally {
    await Promise.all([openai.close(), github.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

function formatCommit({ subject, leak }: DemoCommit, { paint }: DemoOptions): string {
  return `  ${subject.padEnd(38)} ${paint("dim", leak)}`;
}

/** What a person reads of a step's log: the runner takes commands such as `::error::` out of it. */
function formatLog({ stdout, stderr }: ActionResult): readonly string[] {
  return [...stdout.split("\n"), ...stderr.split("\n")]
    .filter((line) => !line.startsWith("::"))
    .join("\n")
    .trim()
    .split("\n");
}

/** A comment as it looks: hidden lines hidden, links as their texts, details folded. */
function formatComment(body: string): readonly string[] {
  return body
    .replaceAll(/^<!--.*-->\n/gm, "")
    .replaceAll(/<details><summary>(.*?)<\/summary>[\s\S]*?<\/details>\n?/g, "▸ $1")
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
