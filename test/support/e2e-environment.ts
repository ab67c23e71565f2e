import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { AUDIT_DEFAULTS } from "../../src/action/audit/audit-inputs.ts";
import { ROTATE_DEFAULTS } from "../../src/action/rotate/rotate-inputs.ts";
import { runStep, type Story } from "../../src/action/run-step.ts";
import { runProgram } from "../../src/cli/program.ts";
import { redactKeys } from "../../src/detect/spelled-keys.ts";
import { type Clock, SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import { describeCrash, EXIT_CODES } from "../../src/exit.ts";
import { type GitHubSandbox, type ServedRepository, startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { type ActionResult, collectActionResult, runAction } from "../../src/sandbox/runner/runner.ts";
import { createRunnerEnvironment, type Step } from "../../src/sandbox/runner/runner-environment.ts";
import {
  buildPullRequestEvent,
  buildPushEvent,
  type PullRequestEvent,
  type RunnerEvent,
} from "../../src/sandbox/runner/runner-events.ts";
import { DEFAULTS, type SettingName } from "../../src/settings/settings.ts";
import { type Files, type GitRepo, gitRepo } from "./git-repo.ts";
import { runInProcess } from "./program.ts";
import { TestClock } from "./test-clock.ts";

export const DIST = path.resolve(import.meta.dirname, "../../dist");
/** The Node that runs the bundle: CI runs these tests with several, and then each run of them is one of the bundle. */
export const NODE = process.env["BUNDLE_NODE"] || process.execPath;
/** An empty variable is one that is not set, as in a shell. */
const IS_BUNDLE_TESTED = Boolean(process.env["BUNDLE_NODE"]);
const PATH = process.env["PATH"] ?? "";

const STORY_DEFAULTS = { scan: DEFAULTS, audit: AUDIT_DEFAULTS, rotate: ROTATE_DEFAULTS } as const satisfies Record<
  Story,
  object
>;

/** How a pull request's run differs from an ordinary one. */
export type RunChoices = {
  inputs?: Partial<Record<SettingName | keyof typeof AUDIT_DEFAULTS | keyof typeof ROTATE_DEFAULTS, string>>;
  /** Which of the actions runs; the one at the top when nothing is said. */
  story?: Story;
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

/**
 * An OpenAI, a GitHub, a repository with a base commit, and the product run on them as a runner and a user do: the built
 * bundle in processes of its own, or its entry points in this process, where nobody waits for the clock.
 */
export class E2eEnvironment implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly github: GitHubSandbox;
  readonly repo: GitRepo;
  readonly hosted: ServedRepository;
  readonly base: string;
  readonly folder: string;
  readonly acme: Organization;
  readonly ada: Person;
  readonly web: Project;
  readonly adminKey: string;
  readonly #clock: Clock;
  readonly #isBundled: boolean;
  /** What each run left behind, for those who look for keys there. */
  readonly runs: ActionResult[] = [];

  constructor(made: Pick<E2eEnvironment, "openai" | "github" | "repo" | "hosted" | "base" | "folder"> & Surroundings) {
    this.#clock = made.clock;
    this.#isBundled = made.isBundled;
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
    const event = buildPullRequestEvent(
      { repository: this.hosted, pull, comments, ...happened } as PullRequestEvent,
      choices.name,
    );
    return await this.event(event, choices);
  }

  /** Runs the Action on a push. */
  async push(ref: string, before: string, after: string, choices: RunChoices = {}): Promise<ActionResult> {
    return await this.event(buildPushEvent({ repository: this.hosted, ref, before, after }), choices);
  }

  /** Runs the Action on any event. */
  async event(event: RunnerEvent, choices: RunChoices = {}): Promise<ActionResult> {
    const { inputs, token = this.createToken(), env = {}, workspace = this.repo.dir, started } = choices;
    const { story = "scan" } = choices;
    const step: Step = {
      event,
      defaults: STORY_DEFAULTS[story],
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
    };
    if (started && !this.#isBundled) throw new Error("signals need a process: the environment must be bundled");
    const ran = this.#isBundled
      ? await runAction({
          ...step,
          script: path.join(DIST, story === "scan" ? "action.js" : `${story}.js`),
          node: NODE,
          started,
        })
      : await runActionHere(step, this.#clock, story);
    this.runs.push(ran);
    return ran;
  }

  /** Each job has a token of its own. */
  createToken(): string {
    return this.github.token({ repo: "acme/shop", permissions: { contents: "read", "pull-requests": "write" } });
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
    return await cli(args, { env, cwd, isBundled: this.#isBundled });
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

/** Runs the Action in this process. */
async function runActionHere(step: Step, clock: Clock, story: Story): Promise<ActionResult> {
  const { env, folder, workspace } = await createRunnerEnvironment(step);
  const ended = await runInProcess(async () => await runStep(clock, story), { env, cwd: workspace });
  return await collectActionResult({ env, folder }, ended);
}

/** Runs the command line: in this process, or as the built bundle in one of its own. */
export async function cli(
  args: readonly string[],
  {
    env = {},
    cwd = tmpdir(),
    isBundled = false,
  }: { env?: Record<string, string>; cwd?: string; isBundled?: boolean } = {},
): Promise<CommandResult> {
  const options = { cwd, env: { PATH, HOME: tmpdir(), ...env } };
  if (!isBundled && !IS_BUNDLE_TESTED) return await runInProcess(async () => await runCommandHere(args), options);
  try {
    const { stdout, stderr } = await promisify(execFile)(NODE, [path.join(DIST, "cli.js"), ...args], options);
    return { exitCode: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, stdout, stderr };
  }
}

/** What `src/cli.ts` does. */
async function runCommandHere(args: readonly string[]): Promise<void> {
  delete process.env["OPENAI_CUSTOM_HEADERS"];
  try {
    await runProgram(args);
  } catch (error) {
    process.stderr.write(`${redactKeys(describeCrash(error))}\n`);
    process.exitCode = EXIT_CODES.incomplete;
  }
}

/** The time of the sandbox and of runs in this process, and whether the built bundle is run instead of those. */
type Surroundings = { clock: Clock; isBundled: boolean };

/** Makes one. Bundled where a test is of the bundle itself, of signals, or of containing by the command line. */
export async function createE2eEnvironment(
  files: Files = { "README.md": "# Shop\n" },
  { isBundled = false }: { isBundled?: boolean } = {},
): Promise<E2eEnvironment> {
  const surroundings =
    isBundled || IS_BUNDLE_TESTED
      ? { clock: SYSTEM_CLOCK, isBundled: true }
      : { clock: new TestClock(SYSTEM_CLOCK.now()), isBundled: false };
  const { clock } = surroundings;
  const [openai, github, repo, folder] = await Promise.all([
    startOpenAI({ propagation: 200, clock }),
    startGitHub({ path: PATH, clock }),
    gitRepo(),
    mkdtemp(path.join(tmpdir(), "e2e-")),
  ]);
  const base = await repo.commit(files, "base");
  const hosted = await github.repository("acme/shop");
  return new E2eEnvironment({ openai, github, repo, hosted, base, folder, ...surroundings });
}
