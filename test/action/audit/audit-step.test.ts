import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { AUDIT_DEFAULTS } from "../../../src/action/audit/audit-inputs.ts";
import { createE2eEnvironment, type E2eEnvironment, type RunChoices } from "../../support/e2e-environment.ts";
import { scheduleEvent } from "../../support/events.ts";

const POLICY = ".github/openai-key-policy.yml";

/** Runs the audit as a schedule does; `policy` is what the default branch has. */
async function audit(
  all: E2eEnvironment,
  { permissions = ALL, ...choices }: RunChoices & { permissions?: object } = {},
) {
  const token = all.github.token({ repo: "acme/shop", permissions });
  const inputs = { ...choices.inputs, "github-token": choices.inputs?.["github-token"] ?? token };
  return await all.event(scheduleEvent(), { ...choices, story: "audit", inputs });
}

const ALL = { contents: "read", issues: "write" };

async function pushPolicy(all: E2eEnvironment, text: string, file = POLICY): Promise<void> {
  await all.repo.commit({ [file]: text });
  await all.repo.git("push", "--quiet", "--force", all.hosted.dir, "HEAD:refs/heads/main");
}

const issues = (all: E2eEnvironment) => all.github.issues("acme/shop");

test("the inputs of the sub-action are those of its action.yml, with their defaults", async () => {
  const file = path.resolve(import.meta.dirname, "../../../audit/action.yml");
  const { inputs, runs } = parse(await readFile(file, "utf8")) as {
    inputs: Record<string, { default: string }>;
    runs: { main: string };
  };
  const defaults = Object.entries(inputs).map(([name, { default: value }]) => [name, value]);
  expect(Object.fromEntries(defaults)).toEqual({ ...AUDIT_DEFAULTS, "github-token": "${{ github.token }}" });
  expect(runs.main).toBe("../dist/audit.js");
});

describe("a nightly audit", () => {
  test("tells what was found in the log, the summary, the outputs, the report and one issue, and changes no key", async () => {
    await using all = await createE2eEnvironment(undefined, { isBundled: true });
    const key = all.acme.userKey(all.web, all.ada, { name: "laptop" });
    const ran = await audit(all, { inputs: { issue: "true", "fail-on": "warning" } });
    expect(ran, ran.stdout + ran.stderr).toMatchObject({ exitCode: expect.any(Number) as number });
    expect(ran.outputs["conclusion"]).toMatch(/^(?:findings|incomplete)$/);
    expect(Number(ran.outputs["warnings"])).toBeGreaterThan(0);
    const report = JSON.parse(await readFile(ran.outputs["report"] ?? "", "utf8")) as { findings: unknown[] };
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: "no-expiry" }));
    expect(ran.stdout).toContain("laptop");
    expect(ran.summary).toContain("laptop");
    expect(issues(all)).toMatchObject([{ state: "open", author: { login: "github-actions[bot]" } }]);
    expect(issues(all)[0]?.body).toContain("laptop");
    expect(key.deletedAt).toBe(null);
    expect(all.openai.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  test("writes nothing to an issue that would say the same", async () => {
    await using all = await createE2eEnvironment();
    all.acme.userKey(all.web, all.ada, { name: "laptop" });
    await audit(all, { inputs: { issue: "true" } });
    const from = all.github.requests.length;
    await audit(all, { inputs: { issue: "true" } });
    const writes = all.github.requests
      .slice(from)
      .filter(({ method, path: to }) => method !== "GET" && to !== "/graphql");
    expect(writes).toEqual([]);
    expect(issues(all)).toHaveLength(1);
  });

  test("takes its policy from the default branch, and not from what is checked out", async () => {
    await using all = await createE2eEnvironment();
    all.acme.userKey(all.web, all.ada, { name: "laptop" });
    const off =
      "rules:\n  no-expiry: off\n  unused: off\n  old: off\n  person-owned: off\n  broad-scopes: off\n  admin-key: off\n  default-project: off\n";
    await all.repo.commit({ [POLICY]: off });
    expect(Number((await audit(all)).outputs["warnings"])).toBeGreaterThan(0);
    await pushPolicy(all, off);
    await all.repo.commit({ [POLICY]: null });
    const merged = await audit(all);
    expect(merged.outputs, merged.stdout).toMatchObject({ conclusion: "clean", errors: "0", warnings: "0" });
  });

  test.each([
    ["a wrong policy", "rules:\n  no-expri: off\n", {}, ALL, /line 2.*no-expiry/s],
    [
      "a policy that is not there",
      null,
      { "policy-file": "policies/keys.yml" },
      ALL,
      /"policies\/keys\.yml".*no such file/,
    ],
    ["a token that may not read the repository", "rules: {}\n", {}, {}, /contents: read/],
  ])("%s ends it before anything is asked of OpenAI", async (_, policy, inputs, permissions, message) => {
    await using all = await createE2eEnvironment();
    if (policy !== null) await pushPolicy(all, policy);
    const ran = await audit(all, { inputs, permissions });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toMatch(message);
    expect(all.openai.requests).toEqual([]);
  });

  test("shows once how the workflows of a repository can do without the keys in its secrets", async () => {
    await using all = await createE2eEnvironment();
    const bot = all.acme.accountKey(all.web, "nightly-bot", { name: "nightly" });
    const lives = "keys:\n  - service-account: nightly-bot\n    lives-in: [github:acme/shop/OPENAI_API_KEY@prod]\n";
    await pushPolicy(all, lives, ".github/openai-keys.yml");
    const ran = await audit(all, { env: { GITHUB_SERVER_URL: "https://github.com", GITHUB_REF: "refs/heads/trunk" } });
    expect(ran.summary.match(/Do without a key in acme\/shop/g)).toHaveLength(1);
    expect(ran.summary).toContain(`"ref": "refs/heads/trunk"`);
    expect(ran.stdout).toContain("The summary of this job has what to paste.");
    const report = JSON.parse(await readFile(ran.outputs["report"] ?? "", "utf8"));
    expect(report).toMatchObject({
      federation: [{ keys: [bot.id], rule: { attribute_matchers: { environment: "prod" } } }],
    });
    await pushPolicy(all, "keys: [{}]\n", ".github/openai-keys.yml");
    expect((await audit(all)).stdout).toContain("Name it with keys-file to see why");
    const named = await audit(all, { inputs: { "keys-file": "ops/keys.yml" } });
    expect(named).toMatchObject({ exitCode: 2, stdout: expect.stringContaining("ops/keys.yml") as string });
  });

  test("without a key for the Admin API says what to set", async () => {
    await using all = await createE2eEnvironment();
    const ran = await audit(all, { inputs: { "openai-admin-key": "" } });
    expect(ran).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining("openai-admin-key is missing") as string,
    });
  });

  test("names an input that is misspelt, and a word that does not work", async () => {
    await using all = await createE2eEnvironment();
    const misspelt = await audit(all, { env: { "INPUT_POLICY-FILES": "x" } });
    expect(misspelt).toMatchObject({ exitCode: 2, stdout: expect.stringContaining("policy-file") as string });
    const wrong = await audit(all, { inputs: { "fail-on": "errors" } });
    expect(wrong).toMatchObject({ exitCode: 2, stdout: expect.stringContaining("fail-on") as string });
  });

  test("in a public repository names nobody, in a private one everybody: GitHub is asked where the event does not say", async () => {
    await using all = await createE2eEnvironment();
    all.acme.userKey(all.web, all.ada, { name: "laptop" });
    const shown = await audit(all, { inputs: { issue: "true" } });
    expect(shown.stdout).toContain("laptop");
    await all.github.repository("acme/shop", { visibility: "public" });
    const hidden = await audit(all, { inputs: { issue: "true" } });
    for (const text of [hidden.stdout, hidden.summary, issues(all)[0]?.body ?? ""]) {
      expect(text).not.toContain("laptop");
      expect(text).not.toContain("Ada");
      expect(text).toContain("key_");
    }
  });

  test("warns where the issue cannot be written, and loses nothing else", async () => {
    await using all = await createE2eEnvironment();
    all.acme.userKey(all.web, all.ada, { name: "laptop" });
    const ran = await audit(all, { inputs: { issue: "true" }, permissions: { contents: "read" } });
    expect(ran.stdout).toMatch(/::warning::.*issues: write/);
    expect(ran.summary).toContain("issues: write");
    expect(ran.outputs["report"]).not.toBe("");
  });

  test("is incomplete, never clean, where OpenAI refuses a source", async () => {
    await using all = await createE2eEnvironment();
    all.acme.userKey(all.web, all.ada, { name: "laptop" });
    all.openai.fault(({ path: to }) => (to.includes("/usage/") ? { status: 403, body: {} } : null));
    const ran = await audit(all);
    expect(ran).toMatchObject({ exitCode: 2, outputs: { conclusion: "incomplete" } });
  });
});
