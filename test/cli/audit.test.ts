import { readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";

const DAY = 86_400;

/** Turns off what these tests say nothing of. */
const ONLY_UNUSED = ["old", "no-expiry", "person-owned", "owner-inactive", "broad-scopes", "admin-key"]
  .concat(["default-project", "archived-project", "owner-role", "new-model", "spike"])
  .map((rule) => `  ${rule}: off\n`)
  .join("");

/** An organisation with one key that nobody uses, and a policy file that looks for such keys alone. */
async function audited() {
  const all = await createE2eEnvironment();
  const createdAt = Math.floor(Date.now() / 1000) - 200 * DAY;
  const unused = all.acme.accountKey(all.web, "old-bot", { name: "preview", createdAt });
  const policy = path.join(all.folder, "policy.yml");
  await writeFile(policy, `rules:\n${ONLY_UNUSED}`);
  const audit = async (...words: readonly string[]) => {
    const env = { OPENAI_ADMIN_KEY: all.adminKey };
    return await all.cli(["audit", "--openai-base-url", all.openai.baseURL, ...words], env);
  };
  return { all, unused, policy, audit, [Symbol.asyncDispose]: async () => await all[Symbol.asyncDispose]() };
}

function listChanges({ openai }: E2eEnvironment): readonly string[] {
  return openai.requests.filter(({ method }) => method !== "GET").map(({ method }) => method);
}

describe("audit", () => {
  test("ends with 1 for a finding, with 0 where it is let pass, and changes nothing", async () => {
    await using at = await audited();
    const found = await at.audit("--policy", at.policy, "--detail", "full");
    expect(found).toMatchObject({ exitCode: 1, stderr: "" });
    expect(found.stdout).toContain("preview");
    expect((await at.audit("--policy", at.policy, "--fail-on", "never")).exitCode).toBe(0);
    expect(listChanges(at.all)).toEqual([]);
  });

  test("ends with 2 where something could not be asked, whatever else was found", async () => {
    await using at = await audited();
    at.all.openai.fault(({ path: asked }) => (asked.includes("/usage/") ? { status: 403 } : null));
    const { exitCode, stdout } = await at.audit("--policy", at.policy, "--format", "json");
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ conclusion: "incomplete", notJudged: [{ rule: "unused" }] });
  });

  test("ends with 0 and says nothing where all is well and it is to be quiet", async () => {
    await using at = await audited();
    at.unused.deletedAt = 1;
    const quiet = await at.audit("--policy", at.policy, "--quiet");
    expect(quiet).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test("names nobody in a log, and everybody where that is asked for", async () => {
    await using at = await audited();
    for (const format of ["text", "json", "markdown", "html", "csv"]) {
      const { stdout } = await at.audit("--policy", at.policy, "--format", format);
      expect(stdout).toContain(at.unused.id);
      expect(stdout).not.toContain("preview");
    }
  });

  test("writes its report to a file that is opened before anything is asked", async () => {
    await using at = await audited();
    const file = path.join(at.all.folder, "audit.json");
    const written = await at.audit("--policy", at.policy, "--format", "json", "--output", file);
    expect(written).toMatchObject({ exitCode: 1, stdout: "" });
    expect(written.stderr).toContain(`Report written to ${file}`);
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ schema: "openai-key-guard/audit/v1" });
    const asked = at.all.openai.requests.length;
    const lost = await at.audit("--output", path.join(at.all.folder, "missing", "audit.json"));
    expect(lost.exitCode).toBe(2);
    expect(at.all.openai.requests).toHaveLength(asked);
  });
});

describe("the policy of an audit", () => {
  test("is that of the work tree, and with --fix only if it is named", async () => {
    await using at = await audited();
    const { repo } = at.all;
    await repo.commit({ ".github/openai-key-policy.yml": `rules:\n${ONLY_UNUSED}  unused: off\n` }, "policy");
    expect((await at.audit()).exitCode).toBe(0);
    const fixed = await at.audit("--fix", "unused=revoke");
    expect(fixed.exitCode).toBe(2);
    expect(fixed.stderr).toContain("name it with --policy");
    expect(listChanges(at.all)).toEqual([]);
  });

  test("is not read through a link of the work tree", async () => {
    await using at = await audited();
    await at.all.repo.commit({ ".github/x.txt": "x\n" }, "folder");
    await symlink(at.policy, path.join(at.all.repo.dir, ".github/openai-key-policy.yml"));
    const { exitCode, stderr } = await at.audit();
    expect(exitCode).toBe(2);
    expect(stderr).toContain("The policy file .github/openai-key-policy.yml of this repository cannot be read");
  });

  test.each([
    ["is not there", null, "cannot be read (ENOENT)"],
    ["has an unknown word", "rules:\n  unussed: error\n", "unussed"],
    ["is no text", "\u0000\u00ff", ""],
  ])("that %s is wrong use, told before anything is asked", async (_, text, sentence) => {
    await using at = await audited();
    const file = path.join(at.all.folder, "other.yml");
    if (text !== null) await writeFile(file, text, "latin1");
    const { exitCode, stderr } = await at.audit("--policy", file);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
    expect(at.all.openai.requests).toEqual([]);
  });
});

describe("audit --fix", () => {
  test("says what it will do, does it, and says what it did; with a line before and after in the audit file", async () => {
    await using at = await audited();
    const file = path.join(at.all.folder, "audit.jsonl");
    const words = ["--policy", at.policy, "--fix", "unused=revoke", "--audit-file", file, "--detail", "full"];
    const { exitCode, stderr, stdout } = await at.audit(...words);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/about to act on this key:\n {2}revoke {2}preview in Web: unused, never used/);
    expect(stderr).toMatch(/preview in Web: revoked .*, and OpenAI no longer lists it/);
    expect(stdout).toContain("1 key revoked");
    expect(at.unused.deletedAt).not.toBe(null);
    expect((await readFile(file, "utf8")).trim().split("\n")).toHaveLength(2);
  });

  test("does nothing in a dry run, and nothing to what the ignore file protects", async () => {
    await using at = await audited();
    const words = ["--policy", at.policy, "--fix", "unused=revoke"];
    const dry = await at.audit(...words, "--dry-run");
    expect(dry).toMatchObject({ exitCode: 1, stderr: "" });
    expect(dry.stdout).toContain("would be revoked");
    await at.all.repo.commit({ ".github/openai-key-guard.yml": "protect: [preview]\n" }, "protect");
    expect((await at.audit(...words)).stdout).toContain("it is on the protect list");
    await at.all.repo.commit({ ".github/openai-key-guard.yml": "protected: [preview]\n" }, "break");
    const broken = await at.audit(...words);
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toContain("it is not known which keys the ignore file protects");
    expect(listChanges(at.all)).toEqual([]);
  });
});

describe("wrong use of audit", () => {
  test("without an Admin API key says so", async () => {
    await using at = await audited();
    const { exitCode, stderr } = await at.all.cli(["audit"], {});
    expect(exitCode).toBe(2);
    expect(stderr).toContain("which needs an Admin API key. Set OPENAI_ADMIN_KEY.");
  });

  test.each([
    [["audit", "--dry-run"], "--dry-run does nothing without --fix"],
    [["audit", "--yes"], "--yes does nothing without --fix"],
    [["audit", "--fix", "old=revoke"], 'is for the rule "old"'],
    [["audit", "--fail-on", "leak"], '--fail-on is "leak". It must be one of error, warning, never.'],
    [["--fail-on", "leak", "audit"], '--fail-on is "leak". It must be one of error, warning, never.'],
    [["audit", "--format", "sarif"], '--format is "sarif". It must be one of text, json'],
    [["scan", "--fail-on", "error"], '--fail-on is "error". It must be one of leak, active, never.'],
    [["contain", "r.json", "--fail-on", "error"], '--fail-on is "error". It must be one of leak, active, never.'],
    [["audit", "--on-leak", "revoke"], "audit has no flag --on-leak"],
    [["audit", "--rule", "unused"], "The rules of an audit are set in the policy file, which --policy names."],
    [["audits"], "You probably mean: openai-key-guard audit"],
    [["hygiene"], "You probably mean: openai-key-guard audit"],
    [["audit", "--project"], "--project needs a value"],
  ])("is answered with what to type: %j", async (words, sentence) => {
    await using at = await audited();
    const { exitCode, stderr } = await at.all.cli(words, { OPENAI_ADMIN_KEY: at.all.adminKey });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
    expect(at.all.openai.requests).toEqual([]);
  });
});

describe("the keys file of an audit", () => {
  const LIVES = "keys:\n  - service-account: old-bot\n    lives-in: [github:acme/shop/OPENAI_API_KEY]\n";

  test("shows how the workflows of a repository can do without its keys, and changes no verdict", async () => {
    await using at = await audited();
    await at.all.repo.commit({ "ops/keys.yml": LIVES });
    const words = ["--policy", at.policy, "--keys-file", "ops/keys.yml", "--detail", "full"];
    const text = await at.audit(...words);
    expect(text).toMatchObject({ exitCode: 1, stderr: "" });
    expect(text.stdout).toContain("old-bot is in a secret of acme/shop.");
    const { stdout } = await at.audit(...words, "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({ federation: [{ repository: "acme/shop", keys: [at.unused.id] }] });
    expect((await at.audit("--policy", at.policy, "--detail", "full")).stdout).not.toContain("acme/shop");
  });

  test("has to be there and right only where it was named", async () => {
    await using at = await audited();
    const asked = () => at.all.openai.requests.length;
    const before = asked();
    const missing = await at.audit("--policy", at.policy, "--keys-file", "ops/keys.yml");
    expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("ops/keys.yml") as string });
    await at.all.repo.commit({ ".github/openai-keys.yml": "keys: [{}]\n" });
    const wrong = await at.audit("--policy", at.policy, "--keys-file", ".github/openai-keys.yml");
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("line 1") as string });
    expect(asked()).toBe(before);
    const unnamed = await at.audit("--policy", at.policy);
    expect(unnamed).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("Name it with --keys-file") as string,
    });
  });
});
