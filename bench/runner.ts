import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { startGitHub } from "../src/sandbox/github/github-sandbox.ts";
import { startOpenAI } from "../src/sandbox/openai/openai-sandbox.ts";
import { gitRepo } from "../test/support/git-repo.ts";
import { type Runner, runWorkflows } from "./runner/act.ts";
import { startFront } from "./runner/front.ts";

// examples/workflows/nightly-sweep.yml with the workflow that it calls, run for three nights by act, a runner
// (https://github.com/nektos/act): plan, matrix and merge, against the embedded GitHub and OpenAI. In the third night a
// shard dies.
//   node bench/runner.ts [--act FILE] [--actions DIR] [--shards 3] [--keep]
// DIR holds the actions that the workflow uses, a folder each, such as DIR/checkout. Without it act fetches them.

const { values } = parseArgs({
  options: {
    act: { type: "string", default: "act" },
    actions: { type: "string" },
    shards: { type: "string", default: "3" },
    keep: { type: "boolean", default: false },
  },
});

const root = path.resolve(import.meta.dirname, "..");
const SWEEP = ".github/workflows/sweep.yml";
const PROGRAM = "openai-key-guard/openai-key-guard";

/** What is shown of how the jobs went. */
const TOLD = /Job (?:succeeded|failed)|(?:\d+ repositories in \d|Shard \d|::error::|A live|Not a clean|SARIF was).*/;

if (spawnSync(values.act, ["--version"]).status === 0) await runNights();
else console.log("SKIPPED: act is not installed. Run go install github.com/nektos/act@v0.2.89, or give --act FILE.");

async function runNights(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "key-guard-runner-"));
  await using github = await startGitHub();
  await using openai = await startOpenAI();
  const ours = openai.organization("acme");
  const admin = ours.adminKey(ours.user("Ada"), { name: "key guard" });
  const live = ours.accountKey(ours.project("Web shop"), "web-bot", { name: "web" });
  let before: string | null = null;
  const front = await startFront(github.origin, {
    answer: (method, url) => answerApps(github, method, url) ?? answerArtifacts(before, method, url),
  });
  const { version } = readInputs();
  const repositories = { [`${PROGRAM}/${SWEEP}@${version}`]: root, [`${PROGRAM}@${version}`]: root };
  const actions = values.actions ?? null;
  const runner: Runner = { act: values.act, actions, folder, origin: front.origin, repositories };
  try {
    await hostAll(github, live.text, version);
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const secrets = {
      GITHUB_TOKEN: github.token({ repo: "acme/security", permissions: { contents: "read" } }),
      OPENAI_ADMIN_KEY: admin.text,
      KEY_GUARD_APP_PRIVATE_KEY: privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
    };
    for (const night of [1, 2, 3]) {
      if (night === 3) writeFileSync(path.join(folder, "kill"), "");
      const artifacts = path.join(folder, `artifacts-${night}`);
      const begun = performance.now();
      const { code, lines } = await runWorkflows(runner, {
        checkout: await createCaller(openai.baseURL),
        repository: "acme/security",
        // As GitHub has it: the event of a schedule says nothing of the repository.
        event: { name: "schedule", payload: { schedule: "17 1 * * *" } },
        uses: [...new Set(read(SWEEP).match(/actions\/[\w-]+@[0-9a-f]{40}/g))],
        secrets,
        variables: { KEY_GUARD_APP_CLIENT_ID: "Iv23test" },
        artifacts,
      });
      console.log(`night ${night}: act ended with ${code} after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      for (const line of lines) {
        const [told] = TOLD.exec(line) ?? [];
        if (told !== undefined) console.log(`  ${/^\[[^\]]+\]/.exec(line)?.[0] ?? ""} ${told}`);
      }
      writeFileSync(path.join(folder, `night-${night}.log`), lines.join("\n"));
      before = artifacts;
    }
  } finally {
    front.close();
    if (values.keep) console.log(folder);
    else rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

/** The defaults of the workflow's inputs that matter here. */
function readInputs(): { version: string } {
  type Called = { on: { workflow_call: { inputs: { version: { default: string } } } } };
  return { version: (parse(read(SWEEP)) as Called).on.workflow_call.inputs.version.default };
}

type GitHub = Awaited<ReturnType<typeof startGitHub>>;

/** Apps and their tokens, which the sandbox has not. */
function answerApps(github: GitHub, method: string, url: string) {
  const route = `${method} ${url}`;
  if (route === "GET /users/acme/installation") return { status: 200, body: { id: 1, app_slug: "key-guard" } };
  if (route === "DELETE /installation/token") return { status: 200, body: {} };
  if (route !== "POST /app/installations/1/access_tokens") return null;
  const permissions = { contents: "read", "security-events": "write" } as const;
  const token = github.token({ repo: "acme/-", kind: "app", organization: "acme", permissions });
  const expires_at = new Date(Date.now() + 3_600_000).toISOString();
  return { status: 201, body: { token, expires_at, permissions: { contents: "read" }, repository_selection: "all" } };
}

/** The artifacts of the night before, which the sandbox has not; `folder` is where act kept them. */
function answerArtifacts(folder: string | null, method: string, url: string) {
  const [where, id] = /^\/repos\/acme\/security\/actions\/artifacts(?:\/(\d+)\/zip|\?)/.exec(url) ?? [];
  if (method !== "GET" || where === undefined) return null;
  const name = new URLSearchParams(url.slice(url.indexOf("?"))).get("name") ?? "key-guard-sweep-acme-state";
  const file = folder === null ? null : path.join(folder, "1", name, `${name}.zip`);
  const isThere = file !== null && existsSync(file);
  if (id !== undefined) return isThere ? { status: 200, body: readFileSync(file) } : null;
  const run = { head_branch: "main", head_repository_id: 1, repository_id: 1 };
  const artifacts = isThere ? [{ id: 7, name, expired: false, workflow_run: run }] : [];
  return { status: 200, body: { total_count: artifacts.length, artifacts } };
}

async function hostAll(github: GitHub, live: string, version: string): Promise<void> {
  const { dir } = await github.repository(PROGRAM, { visibility: "public" });
  await using program = await gitRepo({ "package.json": read("package.json") });
  for (const name of readdirSync(path.join(root, "dist"))) {
    cpSync(path.join(root, "dist", name), path.join(program.dir, "dist", name), { recursive: true });
  }
  await program.commit({});
  await program.git("push", "--quiet", dir, "HEAD:refs/heads/main", `HEAD:refs/tags/${version}`);
  await github.repository("acme/security");
  const texts = [`key = "${live}"\n`, "nothing\n", "nothing either\n", "more of nothing\n", "and more\n", "x\n"];
  for (const [index, text] of texts.entries()) {
    const hosted = await github.repository(`acme/r${index}`);
    await using repo = await gitRepo({ "app.py": text });
    await repo.git("push", "--quiet", hosted.dir, "HEAD:refs/heads/main");
  }
}

/** The repository that calls the sweep, as a checkout. */
async function createCaller(baseURL: string): Promise<string> {
  type Caller = { jobs: { sweep: { with: Record<string, unknown> } } };
  const called = parse(read("examples/workflows/nightly-sweep.yml")) as Caller;
  const more = { shards: Number(values.shards), "openai-base-url": baseURL, detail: "full", "upload-sarif": true };
  Object.assign(called.jobs.sweep.with, more);
  const caller = await gitRepo({ ".github/workflows/nightly-sweep.yml": JSON.stringify(called) });
  await caller.git("branch", "-M", "main");
  return caller.dir;
}
