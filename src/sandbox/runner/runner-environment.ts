import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import path from "node:path";
import type { HostedRepository } from "../github/hosted-repository.ts";
import { buildRepositoryRecord } from "../github/hosted-repository.ts";
import type { RunnerEvent } from "./runner-events.ts";

/** A step of a job, as a workflow defines it. */
export type Step = {
  event: RunnerEvent;
  /** The repository of the workflow, where the event does not name it. */
  repository?: HostedRepository;
  /** The inputs under `with`. */
  inputs?: Readonly<Record<string, string>>;
  /** The defaults in action.yml, for inputs that the workflow leaves out. */
  defaults?: Readonly<Record<string, string>>;
  /** An existing folder, in which a new one is created for the step. */
  folder: string;
  /** The checkout; an empty folder where there is none. */
  workspace?: string;
  /** The address of the API, when it differs from that of the pages and git. */
  apiUrl?: string;
  /** The machine's `PATH`, where git is found. */
  path: string;
  /** The machine's `HOME`; an empty folder by default, so without a configuration of git. */
  home?: string;
  /** The variables under `env`. */
  env?: Readonly<Record<string, string>>;
};

/** A step's environment, and the folder with the files that it names. */
export type RunnerEnvironment = { env: Readonly<Record<string, string>>; folder: string; workspace: string };

/** The variables that name the files an action writes for its runner. */
const FILES = ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_STATE", "GITHUB_ENV", "GITHUB_PATH"] as const;

/** Creates the environment of a hosted Linux runner: the variables, the files they name, and the event. */
export async function createRunnerEnvironment(step: Step): Promise<RunnerEnvironment> {
  const { event, inputs = {}, defaults = {}, path: PATH, env = {} } = step;
  const folder = await mkdtemp(path.join(step.folder, "step-"));
  const eventFile = path.join(folder, "event.json");
  const [temp, workspace, home] = [
    path.join(folder, "temp"),
    step.workspace ?? path.join(folder, "workspace"),
    step.home ?? path.join(folder, "home"),
  ];
  for (const needed of [temp, workspace, home]) await mkdir(needed, { recursive: true });
  await writeFile(eventFile, JSON.stringify(event.payload));
  const files = FILES.map((name) => [name, path.join(folder, name.toLowerCase())] as const);
  for (const [, file] of files) await writeFile(file, "");
  return {
    folder,
    workspace,
    env: {
      PATH,
      HOME: home,
      ...CONSTANTS,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: eventFile,
      ...buildRepositoryVariables(step),
      ...buildRefVariables(event),
      GITHUB_ACTOR: event.payload.sender?.login ?? "",
      GITHUB_TRIGGERING_ACTOR: event.payload.sender?.login ?? "",
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      ...Object.fromEntries(files),
      ...env,
      ...buildInputVariables({ ...defaults, ...inputs }),
    },
  };
}

/** Variables that are the same in every run here. */
const CONSTANTS = {
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_RUN_ID: "19500000001",
  GITHUB_RUN_NUMBER: "1",
  GITHUB_RUN_ATTEMPT: "1",
  GITHUB_JOB: "guard",
  GITHUB_WORKFLOW: "Keys",
  GITHUB_ACTION: "__self",
  RUNNER_OS: "Linux",
  RUNNER_ARCH: "X64",
  RUNNER_NAME: "sandbox",
  RUNNER_ENVIRONMENT: "github-hosted",
};

/** The repository of the event, or else of the step, and the addresses of its GitHub. */
function buildRepositoryVariables(step: Step): Record<string, string> {
  const { name, payload } = step.event;
  const repository = payload.repository ?? (step.repository && buildRepositoryRecord(step.repository));
  if (!repository) throw new Error(`the event ${name} names no repository, and the step none either`);
  const server = repository.html_url.slice(0, -repository.full_name.length - 1);
  const api = step.apiUrl ?? server;
  return {
    GITHUB_REPOSITORY: repository.full_name,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.full_name.split("/")[0] ?? "",
    GITHUB_SERVER_URL: server,
    GITHUB_API_URL: api,
    GITHUB_GRAPHQL_URL: `${api}/graphql`,
  };
}

/** Inputs as variables: upper case, blanks as underscores, hyphens kept. */
function buildInputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

/** The commit and branch of the run: on a pull request the test merge, which is not its head. */
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
  // After a branch was deleted, the runner has the default branch's commit, which the event does not name.
  return {
    GITHUB_SHA: pull ? pull.base.sha : after,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags)\//, ""),
    GITHUB_REF_TYPE: ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_HEAD_REF: "",
    GITHUB_BASE_REF: "",
  };
}
