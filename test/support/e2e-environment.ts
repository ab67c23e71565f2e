import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type GitHubSandbox, type HostedRepository, startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { type ActionResult, runAction } from "../../src/sandbox/runner/runner.ts";
import {
  type PullRequestEvent,
  pullRequestEvent,
  pushEvent,
  type RunnerEvent,
} from "../../src/sandbox/runner/runner-events.ts";
import { DEFAULTS, type SettingName } from "../../src/settings/settings.ts";
import { type Files, type GitRepo, gitRepo } from "./git-repo.ts";

export const DIST = path.resolve(import.meta.dirname, "../../dist");
/** The Node that runs the bundle: CI runs these tests with several. */
export const NODE = process.env["BUNDLE_NODE"] ?? process.execPath;
const PATH = process.env["PATH"] ?? "";

/** How a pull request's run differs from an ordinary one. */
export type RunChoices = {
  inputs?: Partial<Record<SettingName, string>>;
  token?: string;
  headRepo?: string | null;
  before?: string;
  env?: Record<string, string>;
  /** The checkout; the repository itself when nothing is said. */
  workspace?: string;
  /** Gets what sends signals to the run, as a runner does that is told to cancel. */
  started?: (send: (signal: NodeJS.Signals) => void) => void;
  /** The event's name, where it is not `pull_request`. */
  name?: string;
};

/** What the command line did. */
export type CommandResult = { exitCode: number; stdout: string; stderr: string };

/** An OpenAI, a GitHub, a repository with a base commit, and the built bundle run on them as a runner and a user do. */
export class E2eEnvironment implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly github: GitHubSandbox;
  readonly repo: GitRepo;
  readonly hosted: HostedRepository;
  readonly base: string;
  readonly folder: string;
  readonly acme: Organization;
  readonly ada: Person;
  readonly web: Project;
  readonly adminKey: string;
  readonly token: string;
  /** What each run left behind, for those who look for keys there. */
  readonly runs: ActionResult[] = [];

  constructor(made: Pick<E2eEnvironment, "openai" | "github" | "repo" | "hosted" | "base" | "folder">) {
    this.openai = made.openai;
    this.github = made.github;
    this.repo = made.repo;
    this.hosted = made.hosted;
    this.base = made.base;
    this.folder = made.folder;
    this.acme = made.openai.organization("acme");
    this.ada = this.acme.user("Ada");
    this.web = this.acme.project("Web");
    this.adminKey = this.acme.adminKey(this.ada, { name: "guard" }).text;
    this.token = this.github.token({ repo: "acme/shop", permissions: { contents: "read", "pull-requests": "write" } });
  }

  /** Runs the Action on a pull request whose head is the repository's HEAD. */
  async pullRequest(choices: RunChoices = {}): Promise<ActionResult> {
    const head = await this.repo.oid("HEAD");
    const { headRepo = "acme/shop", before } = choices;
    const commits = Number(await this.repo.git("rev-list", "--count", `${this.base}..${head}`));
    const pull = this.github.pull({ repo: "acme/shop", number: 7, head, base: this.base, headRepo, commits });
    const comments = this.comments().length;
    const happened: Pick<PullRequestEvent, "action"> | object = before
      ? { action: "synchronize", before }
      : { action: "opened" };
    const event = pullRequestEvent(
      { repository: this.hosted, pull, comments, ...happened } as PullRequestEvent,
      choices.name,
    );
    return await this.event(event, choices);
  }

  /** Runs the Action on a push. */
  async push(ref: string, before: string, after: string, choices: RunChoices = {}): Promise<ActionResult> {
    return await this.event(pushEvent({ repository: this.hosted, ref, before, after }), choices);
  }

  /** Runs the Action on any event. */
  async event(event: RunnerEvent, choices: RunChoices = {}): Promise<ActionResult> {
    const { inputs, token = this.token, env = {}, workspace = this.repo.dir, started } = choices;
    const ran = await runAction({
      script: path.join(DIST, "action.js"),
      node: NODE,
      started,
      event,
      defaults: DEFAULTS,
      inputs: {
        "openai-admin-key": this.adminKey,
        "openai-base-url": this.openai.baseURL,
        "github-token": token,
        ...inputs,
      },
      workspace,
      repository: this.hosted,
      folder: this.folder,
      path: PATH,
      env,
    });
    this.runs.push(ran);
    return ran;
  }

  comments(): readonly { body: string; login: string }[] {
    return this.github.comments("acme/shop", 7).map(({ body, author }) => ({ body, login: author.login }));
  }

  async report(
    ran: ActionResult,
  ): Promise<{ conclusion: string; findings: ReportedFinding[]; gaps: { kind: string; detail: string }[] }> {
    return JSON.parse(await readFile(ran.outputs["report"] ?? "", "utf8")) as never;
  }

  /** Runs the command line in the repository, with no more of the environment than is said. */
  async cli(args: readonly string[], env: Record<string, string> = {}, cwd = this.repo.dir): Promise<CommandResult> {
    return await cli(args, { env, cwd });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.openai.close(), this.github.close(), this.repo[Symbol.asyncDispose]()]);
    await rm(this.folder, { recursive: true, force: true });
  }
}

export type ReportedFinding = {
  fingerprint: string;
  kind: string;
  identity: { kind: string; because?: string };
  validity: { kind: string; because: string };
  decision: { kind: string; because?: string };
  outcome: { kind: string; because?: string; by?: string; verified?: boolean; scopesBefore?: string[] | null };
  sightings: { path: string | null; inHead: boolean; preexisting: boolean; line: number | null }[];
  ignored: { kind: string; reason: string } | null;
  blocks: boolean;
};

export async function cli(
  args: readonly string[],
  { env = {}, cwd = tmpdir() }: { env?: Record<string, string>; cwd?: string } = {},
): Promise<CommandResult> {
  const options = { cwd, env: { PATH, HOME: tmpdir(), ...env } };
  try {
    const { stdout, stderr } = await promisify(execFile)(NODE, [path.join(DIST, "cli.js"), ...args], options);
    return { exitCode: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, stdout, stderr };
  }
}

export async function createE2eEnvironment(files: Files = { "README.md": "# Shop\n" }): Promise<E2eEnvironment> {
  const [openai, github, repo, folder] = await Promise.all([
    startOpenAI({ propagation: 200 }),
    startGitHub({ path: PATH }),
    gitRepo(),
    mkdtemp(path.join(tmpdir(), "stage-")),
  ]);
  const base = await repo.commit(files, "base");
  const hosted = await github.repository("acme/shop");
  return new E2eEnvironment({ openai, github, repo, hosted, base, folder });
}
