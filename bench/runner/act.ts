import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startFront } from "./front.ts";

/** How act (https://github.com/nektos/act) is set up. */
export type Runner = {
  /** The program. */
  act: string;
  /** A folder with the actions that workflows use, such as `checkout`; null lets act fetch them. */
  actions: string | null;
  /** A folder for everything that is written. */
  folder: string;
  /** The address of GitHub. */
  origin: string;
  /** What stands for repositories that workflows name, as `owner/name@ref` or with a path: a folder each. */
  repositories: Readonly<Record<string, string>>;
};

/** What is run: the workflows of a checkout, for an event. */
export type Run = {
  checkout: string;
  repository: string;
  event: { name: string; payload: object };
  /** Actions of GitHub's that the workflows use, as they name them. */
  uses: readonly string[];
  secrets: Readonly<Record<string, string>>;
  variables: Readonly<Record<string, string>>;
  /** Where artifacts are kept. */
  artifacts: string;
};

/** How a run ended, and what it printed. */
export type RunEnd = { code: number | null; lines: readonly string[] };

/** Where act keeps artifacts. */
const ARTIFACT_PORT = 34_567;

/** Runs workflows on this machine, without containers. */
export async function runWorkflows(runner: Runner, run: Run): Promise<RunEnd> {
  const { act, folder, origin } = runner;
  createToolCache(runner);
  const event = path.join(folder, "event.json");
  writeFileSync(event, JSON.stringify(run.event.payload));
  // act's server fails on a run whose folder is not there.
  mkdirSync(path.join(run.artifacts, "1"), { recursive: true });
  const artifacts = await startFront(`http://127.0.0.1:${ARTIFACT_PORT}`, ARTIFACT_RULES);
  const environment = {
    GITHUB_API_URL: origin,
    // The artifact actions refuse servers of other names; curl, which git uses, finds this one on loopback.
    GITHUB_SERVER_URL: origin.replace("127.0.0.1", "github.localhost"),
    GITHUB_REPOSITORY: run.repository,
    NO_COLOR: "1",
  };
  const flags: Readonly<Record<string, readonly string[]>> = {
    directory: [run.checkout],
    eventpath: [event],
    platform: ["ubuntu-latest=-self-hosted"],
    "action-cache-path": [path.join(folder, "actions")],
    "artifact-server-path": [run.artifacts],
    "artifact-server-addr": ["127.0.0.1"],
    "artifact-server-port": [String(ARTIFACT_PORT)],
    "local-repository": formatPairs(listRepositories(runner, run)),
    env: formatPairs(environment),
    var: formatPairs(run.variables),
    secret: Object.keys(run.secrets),
  };
  const typed = Object.entries(flags).flatMap(([name, given]) => given.flatMap((value) => [`--${name}`, value]));
  const PATH = [createGitHubCommand(folder), path.dirname(process.execPath), process.env["PATH"]].join(":");
  const env = { HOME: folder, PATH, ACTIONS_RUNTIME_URL: `${artifacts.origin}/`, ...run.secrets };
  try {
    return await collect(
      spawn(act, [run.event.name, "--no-cache-server", ...typed], { env, stdio: ["ignore", "pipe", "pipe"] }),
    );
  } finally {
    artifacts.close();
  }
}

function formatPairs(pairs: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(pairs).map(([name, value]) => `${name}=${value}`);
}

/** act's server does not know all that the actions send, and their client changes characters of the addresses it gives. */
const ARTIFACT_RULES = {
  rewrite: (url: string, body: Buffer) => {
    if (!url.endsWith("/CreateArtifact")) return body;
    const { mime_type: _, ...kept } = JSON.parse(body.toString()) as Record<string, unknown>;
    return Buffer.from(JSON.stringify(kept));
  },
  rewriteAnswer: (url: string, body: Buffer) =>
    /\/(?:Create|GetSigned)/.test(url)
      ? Buffer.from(body.toString().replaceAll("+", "%20").replaceAll("=&", "%3D&"))
      : body,
};

function listRepositories({ actions, repositories }: Runner, { uses }: Run): Readonly<Record<string, string>> {
  if (actions === null) return repositories;
  const local = uses.map((name) => [name, path.resolve(actions, /^actions\/([\w-]+)/.exec(name)?.[1] ?? name)]);
  return { ...repositories, ...(Object.fromEntries(local) as Record<string, string>) };
}

async function collect(child: ChildProcess): Promise<RunEnd> {
  let text = "";
  const add = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, lines: text.split("\n") };
}

/** `gh api`, as much of it as the workflows use. Returns its folder. */
function createGitHubCommand(folder: string): string {
  const bin = path.join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const script = [
    "#!/bin/sh",
    'test "$1" = api || exit 9',
    'get() { curl --silent --show-error --fail --header "authorization: Bearer $GH_TOKEN" "$GITHUB_API_URL/$1"; }',
    'if test "$3" = --jq; then get "$2" | jq --raw-output "$4"; else get "$2"; fi',
  ];
  writeFileSync(path.join(bin, "gh"), `${script.join("\n")}\n`, { mode: 0o755 });
  return bin;
}

/**
 * Where actions/setup-node looks for Node before it downloads one. The program itself is strict about addresses, and gets
 * the one that the artifact actions refuse. Once there is a file `kill`, shard 1 dies as it begins.
 */
function createToolCache({ folder, origin }: Runner): void {
  const place = path.join(folder, "actions", "tool_cache", "node", process.versions.node, "x64");
  if (existsSync(place)) return;
  mkdirSync(path.join(place, "bin"), { recursive: true });
  const script = [
    "#!/bin/sh",
    `case "$1" in key-guard/*) export GITHUB_SERVER_URL=${origin} ;; esac`,
    `test "$3 $6" = "scan 1" && test -e ${folder}/kill && exit 137`,
    `exec ${process.execPath} "$@"`,
  ];
  writeFileSync(path.join(place, "bin", "node"), `${script.join("\n")}\n`, { mode: 0o755 });
  writeFileSync(`${place}.complete`, "");
}
