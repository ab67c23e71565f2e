import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import path from "node:path";
import type { HostedRepository } from "../github/hosted-repository.ts";
import { buildRepositoryRecord } from "../github/hosted-repository.ts";
import type { RunnerEvent } from "./runner-events.ts";

/** What a job's step is run with. */
export type Step = {
  event: RunnerEvent;
  /** Whose workflow it is, where the event does not say. */
  repository?: HostedRepository;
  /** What the workflow says under `with`. */
  inputs?: Readonly<Record<string, string>>;
  /** The defaults in action.yml, for inputs that the workflow leaves out. */
  defaults?: Readonly<Record<string, string>>;
  /** An existing folder; everything of the step is written into a new one within. */
  folder: string;
  /** The checkout; an empty folder where there is none. */
  workspace?: string;
  /** Where this GitHub is, when its API is elsewhere than its pages and git. */
  apiUrl?: string;
  /** The machine's `PATH`, where git is. */
  path: string;
  /** The machine's `HOME`; an empty folder where it is left out, which has no configuration of git's. */
  home?: string;
  /** What the workflow adds under `env`. */
  env?: Readonly<Record<string, string>>;
};

/** A step's environment, and the folder with the files that it names. */
export type RunnerEnvironment = { env: Readonly<Record<string, string>>; folder: string; workspace: string };

/** The files through which an action tells its runner things, by the variables that name them. */
const FILES = ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_STATE", "GITHUB_ENV", "GITHUB_PATH"] as const;

/** Makes what a GitHub runner (Linux, hosted) gives to an action: the variables, the files they name, and the event. */
export async function createRunnerEnvironment(step: Step): Promise<RunnerEnvironment> {
  const { event, inputs = {}, defaults = {}, path: PATH, env = {} } = step;
  const folder = await mkdtemp(path.join(step.folder, "step-"));
  const within = (name: string) => path.join(folder, name);
  const [temp, workspace, home] = [within("temp"), step.workspace ?? within("workspace"), step.home ?? within("home")];
  for (const needed of [temp, workspace, home]) await mkdir(needed, { recursive: true });
  await writeFile(within("event.json"), JSON.stringify(event.payload));
  const files = FILES.map((name) => [name, within(name.toLowerCase())] as const);
  for (const [, file] of files) await writeFile(file, "");

  const { sender, repository = step.repository && buildRepositoryRecord(step.repository) } = event.payload;
  if (!repository) throw new Error(`the event ${event.name} names no repository, and the step none either`);
  const server = repository.html_url.slice(0, -repository.full_name.length - 1);
  const api = step.apiUrl ?? server;
  return {
    folder,
    workspace,
    env: {
      PATH,
      HOME: home,
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: within("event.json"),
      GITHUB_REPOSITORY: repository.full_name,
      GITHUB_REPOSITORY_ID: String(repository.id),
      GITHUB_REPOSITORY_OWNER: repository.full_name.split("/")[0] ?? "",
      ...buildRefVariables(event),
      GITHUB_SERVER_URL: server,
      GITHUB_API_URL: api,
      GITHUB_GRAPHQL_URL: `${api}/graphql`,
      GITHUB_RUN_ID: "19500000001",
      GITHUB_RUN_NUMBER: "1",
      GITHUB_RUN_ATTEMPT: "1",
      GITHUB_JOB: "guard",
      GITHUB_WORKFLOW: "Keys",
      GITHUB_ACTION: "__self",
      GITHUB_ACTOR: sender?.login ?? "",
      GITHUB_TRIGGERING_ACTOR: sender?.login ?? "",
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      RUNNER_OS: "Linux",
      RUNNER_ARCH: "X64",
      RUNNER_NAME: "sandbox",
      RUNNER_ENVIRONMENT: "github-hosted",
      ...Object.fromEntries(files),
      ...env,
      ...buildInputVariables({ ...defaults, ...inputs }),
    },
  };
}

/** Inputs as variables: upper case, blanks as underscores, hyphens kept. */
function buildInputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

/** The commit and branch of the run: of a pull request's the test merge, which is not its head. */
function buildRefVariables({ name, payload }: RunnerEvent): Record<string, string> {
  const { number, pull_request: pull, ref = "refs/heads/main", after = "" } = payload;
  if (pull && name === "pull_request") {
    return {
      GITHUB_SHA: pull.merge_commit_sha ?? "",
      GITHUB_REF: `refs/pull/${number}/merge`,
      GITHUB_REF_NAME: `${number}/merge`,
      GITHUB_REF_TYPE: "branch",
      GITHUB_HEAD_REF: pull.head.ref,
      GITHUB_BASE_REF: pull.base.ref,
    };
  }
  // After a branch was deleted, the runner has the default branch's commit, which the event does not tell.
  return {
    GITHUB_SHA: pull ? pull.base.sha : after,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags)\//, ""),
    GITHUB_REF_TYPE: ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_HEAD_REF: "",
    GITHUB_BASE_REF: "",
  };
}
