import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { cli } from "../support/e2e-environment.ts";
import { startWebhook } from "../support/webhook.ts";
import { keyOf, type SweptOrganization, startOrganization } from "./organization.ts";

let acme: SweptOrganization;
let openai: OpenAISandbox;
let admin: Key;
let live: Key;
let folder: string;

beforeAll(async () => {
  [acme, openai] = await Promise.all([startOrganization(), startOpenAI()]);
  const ours = openai.organization("acme");
  admin = ours.adminKey(ours.user("Ada"), { name: "key guard" });
  live = ours.accountKey(ours.project("Web shop"), "web-bot", { name: "web" });
  await acme.host("acme/web", [{ "app.py": `key = "${live.text}"\n` }]);
  await acme.host("acme/docs", [{ [`${keyOf("name")}.md`]: keyOf("stranger") }]);
  await acme.host("acme/old", [{ "a.txt": "x" }], { options: { isArchived: true } });
  await acme.host("acme/former", [{ "a.txt": "x" }]);
  folder = await mkdtemp(join(tmpdir(), "sweep-command-"));
});
afterAll(async () => {
  await Promise.all([acme[Symbol.asyncDispose](), openai.close(), rm(folder, { recursive: true, force: true })]);
});

type Run = { versionControlProvenance: [{ repositoryUri: string }] };

/** Runs `sweep` with these words, in the folder; what it prints is kept for the canary. */
const printed: string[] = [];
async function sweep(words: string, more: Readonly<Record<string, string>> = {}) {
  const { github, token } = acme;
  const env = { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl, GITHUB_TOKEN: token, ...more };
  const result = await cli(["sweep", ...words.split(" ")], { cwd: folder, env });
  printed.push(result.stdout, result.stderr);
  return result;
}
const merge = async (words: string, more: Readonly<Record<string, string>> = {}) =>
  await sweep(`merge ${words} --openai-base-url ${openai.baseURL}`, { OPENAI_ADMIN_KEY: admin.text, ...more });

describe("sweep", () => {
  test("plans, scans shard by shard, and merges into one report", async () => {
    const plan = await sweep("plan acme --shards 2 --output plan.json");
    expect(plan).toMatchObject({ exitCode: 0, stdout: "" });
    expect(plan.stderr).toMatch(/^3 repositories in 2 shards, 1 MB. Left out: 1 archived \(--archived\).$/m);
    await acme.github.rename("acme/former", "acme/latter");
    expect(await sweep("scan plan.json --shard 0 --output swept")).toMatchObject({ exitCode: 0 });
    const second = await sweep("scan plan.json --output swept", { JOB_COMPLETION_INDEX: "1" });
    expect(second).toMatchObject({ exitCode: 0, stdout: "" });
    expect((await readdir(join(folder, "swept"))).toSorted()).toEqual(["plan.json", "shard-0.json", "shard-1.json"]);
    const merged = await merge("swept --state state.json --format json --detail full");
    expect(merged.exitCode).toBe(1);
    const report = JSON.parse(merged.stdout);
    expect(report).toMatchObject({
      conclusion: "leaked",
      change: { kind: "sweep", organization: "acme", repositories: 3 },
      counts: { live: 1, stranger: 2 },
      gaps: [],
    });
    expect(report.findings[0]).toMatchObject({
      identity: { record: { name: "web" } },
      sightings: [{ repository: "acme/web", path: "app.py", line: 1 }],
    });
  });

  test("tells it in every format for people, with the repository before each path", async () => {
    for (const format of ["text", "markdown", "html"]) {
      const { stdout, exitCode } = await merge(`swept --format ${format}`);
      expect(exitCode).toBe(1);
      expect(stdout).toContain("acme/web/app.py");
      expect(stdout).toContain("1 of 3 leaked OpenAI keys still works");
      const link = new RegExp(`${acme.github.serverUrl}/acme/web/blob/[0-9a-f]{40}/app.py`);
      if (format !== "text") expect(stdout).toMatch(link);
    }
  });

  test("is a run of SARIF for each repository with keys, and the places there are its own", async () => {
    const { stdout, exitCode } = await merge("swept --format sarif");
    expect(exitCode).toBe(1);
    const { runs } = JSON.parse(stdout);
    const addresses = runs.map((run: Run) => run.versionControlProvenance[0].repositoryUri);
    expect(addresses).toEqual([`${acme.github.serverUrl}/acme/docs`, `${acme.github.serverUrl}/acme/web`]);
    expect(runs[1].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("app.py");
    expect(JSON.stringify(runs[0])).not.toContain("acme/web");
  });

  test("adds the report to the job's summary, and a summary that cannot be written changes no verdict", async () => {
    const summary = join(folder, "summary.md");
    const words = "swept --format html --output page.html";
    const told = await merge(words, { GITHUB_STEP_SUMMARY: summary });
    expect(told.exitCode).toBe(1);
    expect(told.stderr).not.toContain("GITHUB_STEP_SUMMARY");
    const text = await readFile(summary, "utf8");
    printed.push(text);
    expect(text).toMatch(/^## .*\n/);
    expect(text).toContain("acme/web/app.py:1");
    const untold = await merge(words, { GITHUB_STEP_SUMMARY: join(folder, "missing", "summary.md") });
    expect(untold.exitCode).toBe(1);
    expect(untold.stderr).toContain("GITHUB_STEP_SUMMARY could not be written (ENOENT).");
  });

  test("uploads to each repository what was found there, for the commit of its branch, and nothing in a dry run", async () => {
    const permissions = { contents: "read", "security-events": "write" } as const;
    const GITHUB_TOKEN = acme.github.token({ repo: "acme/-", organization: "acme", permissions });
    const words = `merge swept --upload-sarif --openai-base-url ${openai.baseURL} --format json --proof-file proof.json`;
    const env = { OPENAI_ADMIN_KEY: admin.text, GITHUB_TOKEN };
    const dry = await sweep(`${words} --on-leak revoke --dry-run`, env);
    expect(dry.stderr).toMatch(/^SARIF would be uploaded to 2 repositories\./m);
    expect(acme.github.sarifUploads("acme/web")).toEqual([]);
    const { stderr, exitCode } = await sweep(words, env);
    expect([exitCode, stderr]).toEqual([1, "SARIF was uploaded to 2 repositories.\n"]);
    const [upload] = acme.github.sarifUploads("acme/web");
    expect(upload).toMatchObject({
      ref: "refs/heads/main",
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      errors: [],
    });
    expect(JSON.parse(upload?.text ?? "").runs).toHaveLength(1);
    expect(JSON.parse(upload?.text ?? "").runs[0].results).toHaveLength(1);
    expect(upload?.text).not.toMatch(/acme\/(?:docs|latter)/);
    printed.push(...acme.github.sarifUploads("acme/web").map(({ text }) => text));
    expect(JSON.parse(await readFile(join(folder, "proof.json"), "utf8"))).toMatchObject({
      change: { kind: "sweep" },
      coverage: {
        repositories: { planned: 3, read: 3, unread: 0, leftOut: 1 },
        shards: { planned: 2, whole: 2 },
      },
      complete: true,
      filtered: true,
      found: 3,
    });
  });

  test("says what GitHub did not take, by its repository and the permission, and the verdict stays", async () => {
    const { stderr, exitCode } = await merge("swept --upload-sarif --format json");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^SARIF was uploaded to 0 repositories\.$/m);
    expect(stderr).toMatch(/uploaded to acme\/docs, acme\/web: .*Code scanning alerts: write \(security_events\)/);
  });

  test("revokes when it is asked to, and the next night reads what has changed alone", async () => {
    const asked = await merge("swept --on-leak revoke --state state.json --audit-file audit.jsonl --format json");
    expect(live.deletedAt).not.toBe(null);
    expect(
      JSON.parse(asked.stdout).findings.map(({ outcome }: { outcome: { kind: string } }) => outcome.kind),
    ).toContain("contained");
    const plan = await sweep("plan acme --shards 1 --state state.json --output plan.json");
    expect(plan.stderr).toContain("An earlier sweep has read 3 of them.");
    const scan = await sweep("scan plan.json --shard 0 --output again");
    expect(scan.stderr).toBe("Shard 0: 0 repositories read, 3 unchanged, 0 keys found.\n");
    const merged = await merge("again --state state.json --format json --detail full");
    // Revoked, and still in the code.
    expect(JSON.parse(merged.stdout)).toMatchObject({ findings: [{}, {}, {}], gaps: [] });
  });

  test("tells a channel of keys that the sweep before did not have", async () => {
    await using webhook = await startWebhook();
    const notified = { OPENAI_ADMIN_KEY: admin.text, NOTIFY_URL: webhook.url };
    const words = `--openai-base-url ${openai.baseURL}`;
    await sweep(`merge swept ${words}`, notified);
    expect(webhook.messages).toMatchObject([{ repository: "acme", change: { kind: "sweep" }, found: 3 }]);
    await sweep(`merge again --state state.json ${words}`, notified);
    expect(webhook.deliveries).toHaveLength(1);
  });

  test("fetches nothing that would take more disk than --max-disk allows", async () => {
    const scan = await sweep("scan plan.json --shard 0 --output tight --max-disk 0.005");
    expect(scan).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("3 not read") });
    expect(await readFile(join(folder, "tight/shard-0.json"), "utf8")).toContain("there is room for 0.0 GB");
  });

  test.each([
    ["plan", /takes the name of one organisation/],
    ["plan acme --shards 300", /from 1 to 256/],
    ["plan acme --on-leak revoke", /sweep plan has no flag --on-leak/],
    ["plan nobody", /no such organisation/],
    ["scan plan.json", /Add --output DIR/],
    ["scan plan.json --output x", /needs to know which shard/],
    ["scan plan.json --output x --shard 7", /There is no shard 7. Add --shard with a number from 0 to 0/],
    ["scan plan.json --output x --shard 0 --max-disk much", /--max-disk "much": give a number of gigabytes/],
    ["plan acme --max-disk 16", /sweep plan has no flag --max-disk/],
    ["scan state.json --output x --shard 0", /is not a plan/],
    ["merge", /takes the folders/],
    ["merge swept --shard 1", /sweep merge has no flag --shard/],
  ])("refuses %j", async (words, message) => {
    await expect(sweep(words).then(({ stderr, exitCode }) => `${exitCode} ${stderr}`, String)).resolves.toMatch(
      message,
    );
  });

  test("sends the token to the server that the environment names, and not to one that a plan names", async () => {
    const elsewhere = { GITHUB_SERVER_URL: "http://127.0.0.1:1" };
    const refused = sweep("scan plan.json --shard 0 --output x", elsewhere).then(({ stderr }) => stderr, String);
    await expect(refused).resolves.toMatch(/The plan is of .* and the token is for "http:\/\/127.0.0.1:1"/);
  });

  test("needs a token, and says so", async () => {
    await expect(sweep("plan acme", { GITHUB_TOKEN: "" }).then(({ stderr }) => stderr, String)).resolves.toMatch(
      /Set GITHUB_TOKEN/,
    );
  });
});

test("no key and no token stands in anything that a sweep wrote or printed", async () => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  expect(files.length).toBeGreaterThan(6);
  const texts = [...printed, ...(await Promise.all(files.map((file) => readFile(file, "utf8"))))];
  for (const secret of [live.text, admin.text, keyOf("stranger"), keyOf("name"), acme.token]) {
    for (const text of texts) {
      expect(text).not.toContain(secret.slice(12, 40));
      expect(text).not.toContain(Buffer.from(secret).toString("base64").slice(4, 40));
    }
  }
});
