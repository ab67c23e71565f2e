import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHECK_IDS, type Check, concludeChecks, createCheck } from "../../src/doctor/check.ts";
import { runChecks } from "../../src/doctor/doctor.ts";
import { renderCheckText } from "../../src/doctor/report.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { createDoctorContext, findCheck, statesOf } from "../support/doctor-context.ts";
import { cli, createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";

const schema = JSON.parse(readFileSync(new URL("../../schema/doctor.v1.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

let all: E2eEnvironment;
beforeAll(async () => {
  all = await createE2eEnvironment();
});
afterAll(() => all[Symbol.asyncDispose]());

/** A terminal where everything is there. */
function surroundings(): Record<string, string> {
  return {
    OPENAI_ADMIN_KEY: all.adminKey,
    GITHUB_TOKEN: all.createToken(),
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_API_URL: all.github.apiUrl,
    GITHUB_SERVER_URL: all.github.serverUrl,
  };
}

const doctor = async (args: readonly string[] = [], env = surroundings()) =>
  await all.cli(["doctor", "--openai-base-url", all.openai.baseURL, ...args], env);

describe("on the command line", () => {
  test("says first what all checks come to, and then each check on a line", async () => {
    const ran = await doctor();
    expect(ran).toMatchObject({ exitCode: 0, stderr: "" });
    expect(ran.stdout).toMatch(/^✓ No problem found\. \d+ of \d+ checks were not made\.\n\nThis machine\n {2}✓ Node /);
    for (const title of ["Repository", "OpenAI Admin API", "GitHub token", "Network"]) {
      expect(ran.stdout).toContain(`\n\n${title}\n  `);
    }
    expect(ran.stdout).not.toMatch(/[^\n]{101}/);
    expect(ran.stdout.endsWith("so you can paste it into a bug report.\n")).toBe(true);
  });

  test("as JSON fits its schema, and has the checks in one order", async () => {
    const ran = await doctor(["--format", "json"]);
    const told = JSON.parse(ran.stdout) as { state: string; checks: Check[] };
    expect(validate(told), JSON.stringify(validate.errors)).toBe(true);
    expect(told.state).toBe("ok");
    const order = Object.values(CHECK_IDS)
      .flat()
      .filter((id) => told.checks.some((check) => check.id === id));
    expect(told.checks.map(({ id }) => id)).toEqual(order);
  });

  test("ends with 1 where there is a problem, and says what to do", async () => {
    const ran = await doctor([], { ...surroundings(), OPENAI_ADMIN_KEY: createFakeKey("project", "mine") });
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toMatch(/^✗ 1 of \d+ checks found a problem\.\n/);
    expect(ran.stdout).toContain("✗ OPENAI_ADMIN_KEY holds a project key (sk-proj-…), not an Admin API key.\n    › ");
  });

  test("names the organisation only where it was asked for", async () => {
    expect((await doctor()).stdout).not.toContain("acme-inc");
    expect((await doctor(["--detail", "full"])).stdout).toContain("for acme-inc.");
  });

  test("ends with 2 where nothing could be checked beyond the machine: no repository, no network, no key", async () => {
    const ran = await cli(["doctor", "--repo", "/", "--openai-base-url", "http://127.0.0.1:2/v1"], {
      env: { GITHUB_API_URL: "http://127.0.0.1:2" },
    });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toMatch(/^\? Nothing could be checked beyond this machine\.\n/);
  });

  test("takes its flags before its name, too", async () => {
    const ran = await all.cli(["--format", "json", "doctor", "--openai-base-url", all.openai.baseURL], surroundings());
    expect(validate(JSON.parse(ran.stdout))).toBe(true);
    const wrong = await all.cli(["--format", "html", "doctor"]);
    expect(wrong.stderr).toContain('--format is "html". It must be one of text, json.');
  });

  test.each([
    [["--format", "sarif"], '--format is "sarif". It must be one of text, json.'],
    [["--format", "markdown"], '--format is "markdown"'],
    [["--openai-base-url", "http://example.org"], "must begin with https://"],
    [["--on-leak", "revoke"], "doctor has no flag --on-leak"],
  ])("is used wrongly with %j", async (args, sentence) => {
    const ran = await all.cli(["doctor", ...args]);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain(sentence);
  });

  test("shows every mark in ASCII where the terminal has no more, and no colour but beside it", async () => {
    const checks = await runChecks(createDoctorContext());
    const ascii = renderCheckText(checks, { paint: (_, text) => text, width: 60, unicode: false });
    expect(ascii).toMatch(/^[\x20-\x7e\n]*$/);
    expect(ascii).toContain("\n  ok Node 24.21.0");
    const painted = renderCheckText(checks, {
      paint: (style, text) => `<${style}>${text}</>`,
      width: 100,
      unicode: true,
    });
    expect(painted.replaceAll(/<[a-z/]*>/g, "")).toBe(
      renderCheckText(checks, { paint: (_, text) => text, width: 100, unicode: true }),
    );
  });
});

describe("in a workflow", () => {
  const inputs = { doctor: "true" } as const;

  test("checks in place of a scan: to the log, the summary, and outputs that call nothing clean", async () => {
    await all.repo.commit({ "a.env": `K=${all.acme.accountKey(all.web, "bot").text}\n` }, "leak");
    const asked = all.openai.requests.length;
    const ran = await all.pullRequest({ inputs });
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain("✓ No problem found.");
    expect(ran.stdout).toContain("✓ The event pull_request started this run.");
    expect(ran.summary).toMatch(
      /^## ✓ OpenAI Key Guard doctor\n\n\*\*No problem found\. .*\*\*\n\n\| State \| Check \| What to do \|\n/,
    );
    expect(ran.outputs).toMatchObject({ conclusion: "incomplete", found: "", report: "" });
    expect(all.openai.requests.slice(asked).every(({ method }) => method === "GET")).toBe(true);
    expect(all.comments()).toEqual([]);
  });

  test("fails on a problem, with one annotation", async () => {
    const ran = await all.pullRequest({ inputs: { ...inputs, "openai-admin-key": "hunter2", "on-leak": "revoke" } });
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout.match(/^::error/gm)).toHaveLength(1);
    expect(ran.stdout).toMatch(/::error title=OpenAI Key Guard doctor::1 of \d+ checks found a problem$/m);
    expect(ran.stdout).toContain("✗ The input openai-admin-key is not an OpenAI key.");
    expect(ran.stdout).not.toContain("hunter2");
  });

  test("knows a fork's pull request: no secrets, and a token that reads", async () => {
    const token = all.github.token({ repo: "acme/shop", permissions: { contents: "read", "pull-requests": "read" } });
    const ran = await all.pullRequest({ inputs: { ...inputs, "openai-admin-key": "" }, headRepo: "eve/shop", token });
    expect(ran.stdout).toContain("? GitHub gives this run no secrets, so there is no Admin API key.");
    expect(ran.stdout).toContain("✗ This pull request is from a fork, so GitHub's token only reads.");
  });

  test("reads the ignore file of the base, from the server where it is not checked out", async () => {
    await all.repo.git("push", "--quiet", all.hosted.dir, "HEAD:refs/heads/main", `${all.base}:refs/heads/base`);
    const workspace = path.join(all.folder, "empty-workspace");
    const ran = await all.pullRequest({ inputs, workspace });
    expect(ran.stdout).toContain("✓ No repository is checked out. The Action fetches the commits of an event itself.");
    await using shallow = await all.repo.clone("--depth=1");
    const cloned = await all.pullRequest({ inputs, workspace: shallow.dir });
    expect(cloned.stdout).toContain("✓ There is no ignore file .github/openai-key-guard.yml in the base.");
  });
});

describe("what all checks come to", () => {
  const text = { detail: "x", fix: null };
  test.each([
    [["node:ok", "clone:ok"], "ok"],
    [["node:ok", "clone:ok", "admin-key:unknown"], "ok"],
    [["node:ok", "clone:unknown", "admin-key:problem"], "problem"],
    [["node:problem", "clone:unknown"], "problem"],
    [["node:ok", "proxy:ok", "clone:unknown", "admin-key:unknown"], "unknown"],
  ])("of %j is %s", (states, conclusion) => {
    const checks = states.map((one) => {
      const [id, state] = one.split(":") as [Check["id"], Check["state"]];
      return createCheck(id, state, text);
    });
    expect(concludeChecks(checks)).toBe(conclusion);
  });
});

test("a check that fails itself is told, and costs the others nothing", async () => {
  const checks = await runChecks(createDoctorContext({ baseURL: "no address" }));
  expect(findCheck(checks, "reach-openai")).toMatchObject({
    state: "unknown",
    detail: "A check could not be made (TypeError).",
  });
  expect(statesOf(checks).search).toBe("ok");
});
