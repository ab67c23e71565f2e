import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { computeFingerprint } from "../src/domain/secret.ts";
import type { OpenAISandbox } from "../src/sandbox/openai/openai-sandbox.ts";
import { createE2eEnvironment, DIST, NODE } from "./support/e2e-environment.ts";

const source = (key: string) => `const client = new OpenAI({ apiKey: "${key}" });\n`;

/** The lines of an audit file. */
async function linesOf(file: string): Promise<readonly { event: string; fingerprint: string; act: string }[]> {
  const text = await readFile(file, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as never);
}

// What single steps of a containment do is in test/scan/contain.test.ts; here the whole Action does them. As the bundle it
// does in test/action.test.ts.
describe("containment by the Action", () => {
  test("what a person approves is contained by another job, and nothing else; the audit file has a line before and after", async () => {
    await using all = await createE2eEnvironment();
    const lastUsedAt = Math.floor(Date.now() / 1000);
    const busy = all.acme.accountKey(all.web, "busy", { lastUsedAt });
    const other = all.acme.accountKey(all.web, "other", { lastUsedAt });
    await all.repo.commit({ "a.ts": source(busy.text), "b.ts": source(other.text) }, "add");
    const reader = all.acme.adminKey(all.ada, { scopes: ["api.management.read"] }).text;

    const found = await all.pullRequest({
      inputs: { "on-leak": "report", "openai-admin-key": reader, "audit-file": "" },
    });
    const fingerprints = [busy, other].map(({ text }) => computeFingerprint(text));
    expect(found.outputs["containable"]?.split(",").toSorted()).toEqual(fingerprints.toSorted());

    const approved = computeFingerprint(busy.text);
    const file = path.join(all.folder, "audit.jsonl");
    const contained = await all.pullRequest({
      inputs: { "on-leak": "revoke", "hold-if-used-within": "1h", approved, "audit-file": file },
    });
    expect(contained.outputs["contained"]).toBe("1");
    expect(busy.deletedAt).not.toBe(null);
    expect(other.deletedAt).toBe(null);
    expect((await linesOf(file)).map(({ event, act, fingerprint }) => [event, act, fingerprint])).toEqual([
      ["begin", "revoke", approved],
      ["end", "revoke", approved],
    ]);
    expect(await readFile(file, "utf8")).not.toContain(busy.text.slice(-4));
  });

  test("an audit file that cannot be written is told before the change is read, and nothing is contained", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const file = path.join(all.folder, "no", "such", "folder", "audit.jsonl");
    const ran = await all.pullRequest({ inputs: { "on-leak": "revoke", "audit-file": file } });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toContain("audit-file");
    expect(key.deletedAt).toBe(null);
  });

  test("a pull request that changes the settings file excuses no key of its own, and lifts no protection", async () => {
    await using all = await createE2eEnvironment({ ".github/openai-key-guard.yml": "protect: [Web]\n" });
    const key = all.acme.accountKey(all.web, "bot");
    const stranger = all.openai.organization("other").adminKey(all.ada).text;
    const excuse = `ignore:\n  - fingerprint: ${computeFingerprint(stranger)}\n    reason: mine\n`;
    await all.repo.commit(
      { "a.ts": source(key.text), "b.ts": source(stranger), ".github/openai-key-guard.yml": excuse },
      "add",
    );
    const ran = await all.pullRequest({ inputs: { "on-leak": "revoke" } });
    const { findings } = await all.report(ran);
    expect(findings.map(({ outcome, ignored }) => [outcome.because, ignored]).toSorted()).toEqual([
      ["not-ours", null],
      ["protected", null],
    ]);
    expect(key.deletedAt).toBe(null);
    expect(ran.exitCode).toBe(1);
  });
});

describe("a second run by the Action", () => {
  test("knows from OpenAI's log that a person's key is in quarantine, keeps it in the comment, and can revoke it", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.userKey(all.web, all.ada, { name: "laptop" });
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const first = await all.pullRequest({ inputs: { "on-leak": "quarantine" } });
    expect(first.outputs["contained"]).toBe("1");

    const again = await all.pullRequest({ inputs: { "on-leak": "report" } });
    expect(again.outputs).toMatchObject({ contained: "0", containable: computeFingerprint(key.text) });
    expect(again.stdout).toMatch(/A leaked OpenAI key was quarantined/);
    const told = all.comments().map(({ body }) => body);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`<!-- openai-key-guard:contained ${computeFingerprint(key.text)} -->`);
    expect(told[0]).toMatch(
      /\*\*laptop\*\* was quarantined at .* by the Admin API key .*\. Source: OpenAI's audit log\./,
    );

    const revoked = await all.pullRequest({ inputs: { "on-leak": "revoke" } });
    expect([revoked.outputs["contained"], key.deletedAt === null]).toEqual(["1", false]);
  });
});

describe("contain REPORT", () => {
  const to = (baseURL: string) => ["--openai-base-url", baseURL];

  test("finds the keys of a report again and contains them; nothing secret stands in between", async () => {
    await using all = await createE2eEnvironment(undefined, { isBundled: true });
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const file = path.join(all.folder, "found.json");
    const reader = all.acme.adminKey(all.ada, { scopes: ["api.management.read"] }).text;
    const found = await all.cli(
      ["scan", `${all.base}..HEAD`, "--format", "json", "--output", file, ...to(all.openai.baseURL)],
      { OPENAI_ADMIN_KEY: reader },
    );
    expect(found.exitCode).toBe(1);
    expect(await readFile(file, "utf8")).not.toContain(key.text.slice(12, 40));
    // Somebody else's commit on top is not what was approved.
    const later = all.acme.accountKey(all.web, "later");
    await all.repo.commit({ "b.ts": source(later.text) }, "more");
    const writer = { OPENAI_ADMIN_KEY: all.adminKey };
    const args = ["contain", file, "--on-leak", "revoke", "--format", "json", ...to(all.openai.baseURL)];
    const contained = await all.cli(args, writer);
    expect(JSON.parse(contained.stdout)).toMatchObject({
      findings: [{ fingerprint: computeFingerprint(key.text), outcome: { kind: "contained", by: "revoke" } }],
    });
    expect(key.deletedAt).not.toBe(null);
    expect(later.deletedAt).toBe(null);
  });

  test("without a word of what to do, or with a file that is no report, it says what would work", async () => {
    await using all = await createE2eEnvironment(undefined, { isBundled: true });
    const writer = { OPENAI_ADMIN_KEY: all.adminKey };
    const undecided = await all.cli(["contain", "x.json"], writer);
    expect(undecided).toMatchObject({ exitCode: 2, stdout: "" });
    expect(undecided.stderr).toContain("Add --on-leak quarantine, --on-leak expire or --on-leak revoke");
    const absent = await all.cli(["contain", "x.json", "--on-leak", "revoke"], writer);
    expect(absent).toMatchObject({ exitCode: 2, stdout: "" });
    expect(absent.stderr).toContain('The report "x.json" cannot be read (ENOENT)');
    const other = await all.cli(["contain", "README.md", "--on-leak", "revoke"], writer);
    expect(other.stderr).toContain("The report is not a JSON object");
  });
});

/** Resolves when the first key is being deleted. */
async function seeDeletion(openai: OpenAISandbox): Promise<void> {
  await new Promise<void>((resolve) => {
    openai.fault(({ method }) => {
      if (method === "DELETE") resolve();
      return null;
    });
  });
}

describe("a run that is told to stop while it contains a key", () => {
  test("finishes that key, begins no other, and still writes its report", async () => {
    await using all = await createE2eEnvironment(undefined, { isBundled: true });
    const keys = [1, 2, 3].map((index) => all.acme.accountKey(all.web, `bot ${index}`));
    await all.repo.commit({ "a.ts": keys.map(({ text }) => source(text)).join("") }, "add");
    const deleting = seeDeletion(all.openai);
    const args = ["scan", `${all.base}..HEAD`, "--format", "json", "--on-leak", "revoke"];
    const child = spawn(NODE, [path.join(DIST, "cli.js"), ...args, "--openai-base-url", all.openai.baseURL], {
      cwd: all.repo.dir,
      env: { PATH: process.env["PATH"] ?? "", OPENAI_ADMIN_KEY: all.adminKey },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = once(child, "close");
    const printed = text(child.stdout);
    await deleting;
    child.kill("SIGTERM");
    const report = JSON.parse(await printed) as { findings: { outcome: { kind: string; because?: string } }[] };
    const ends = report.findings.map(({ outcome }) => outcome.because ?? outcome.kind);
    expect(ends.toSorted()).toEqual(["cancelled", "cancelled", "contained"]);
    expect(keys.filter(({ deletedAt }) => deletedAt !== null)).toHaveLength(1);
    expect(await ended).toEqual([1, null]);
  });

  test("does so as an Action too, however often the runner asks, and comments", async () => {
    await using all = await createE2eEnvironment(undefined, { isBundled: true });
    const keys = [1, 2].map((index) => all.acme.accountKey(all.web, `bot ${index}`));
    await all.repo.commit({ "a.ts": keys.map(({ text: key }) => source(key)).join("") }, "add");
    const deleting = seeDeletion(all.openai);
    const cancel = async (send: (signal: NodeJS.Signals) => void) => {
      await deleting;
      send("SIGINT");
      send("SIGTERM");
    };
    let sent: Promise<void> | null = null;
    const started = (send: (signal: NodeJS.Signals) => void) => {
      sent = cancel(send);
    };
    const ran = await all.pullRequest({ inputs: { "on-leak": "revoke" }, started });
    await sent;
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain("It finishes with the key it is containing now, and starts with no other.");
    const { findings } = await all.report(ran);
    expect(findings.map(({ outcome }) => outcome.because ?? outcome.kind).toSorted()).toEqual([
      "cancelled",
      "contained",
    ]);
    expect(all.comments()).toHaveLength(1);
  });
});
