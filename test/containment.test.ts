import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { computeFingerprint } from "../src/domain/secret.ts";
import { DIST, NODE, stage } from "./support/e2e-environment.ts";

const source = (key: string) => `const client = new OpenAI({ apiKey: "${key}" });\n`;

/** The lines of an audit file. */
async function linesOf(
  file: string,
): Promise<readonly { event: string; fingerprint: string; act: string; outcome?: object }[]> {
  const text = await readFile(file, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as never);
}

describe("containment, step by step", () => {
  test("a quarantined key may do next to nothing, is told as exposed, and can be given back what it was allowed", async () => {
    await using all = await stage();
    const scopes = ["api.model.read", "api.model.request", "api.files.read"];
    const key = all.acme.accountKey(all.web, "bot", { scopes, madeBy: all.ada });
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const ran = await all.pullRequest({ inputs: { "on-leak": "quarantine", detail: "full" } });
    expect((await all.report(ran)).findings).toMatchObject([
      {
        outcome: { kind: "contained", by: "quarantine", verified: true, scopesBefore: scopes },
        validity: { kind: "active" },
        blocks: true,
      },
    ]);
    expect(key.scopes).toEqual(["api.model.read"]);
    expect(key.deletedAt).toBe(null);
    expect(ran.exitCode).toBe(1);
  });

  test("an expiring key works until its grace is over, and a second run does not lengthen it", async () => {
    await using all = await stage();
    const key = all.acme.userKey(all.web, all.ada);
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const inputs = { "on-leak": "expire", grace: "2h" };
    const ran = await all.pullRequest({ inputs });
    expect((await all.report(ran)).findings).toMatchObject([
      { outcome: { kind: "contained", by: "expire", verified: true }, validity: { kind: "active" }, blocks: true },
    ]);
    const ends = key.expiresAt;
    expect(ends).toBeGreaterThan(Date.now() / 1000 + 7100);
    const again = await all.pullRequest({ inputs });
    expect((await all.report(again)).findings).toMatchObject([
      { outcome: { kind: "left", because: "expires-sooner" } },
    ]);
    expect(key.expiresAt).toBe(ends);
  });

  test("a key that was used lately waits for a person; what they approve is contained by another job, and nothing else", async () => {
    await using all = await stage();
    const now = Math.floor(Date.now() / 1000);
    const busy = all.acme.accountKey(all.web, "busy", { lastUsedAt: now - 60 });
    const other = all.acme.accountKey(all.web, "other", { lastUsedAt: now - 60 });
    await all.repo.commit({ "a.ts": source(busy.text), "b.ts": source(other.text) }, "add");
    const reader = all.acme.adminKey(all.ada, { scopes: ["api.management.read"] }).text;

    const found = await all.pullRequest({
      inputs: { "on-leak": "report", "openai-admin-key": reader, "audit-file": "" },
    });
    const fingerprints = [busy, other].map(({ text }) => computeFingerprint(text));
    expect(found.outputs["containable"]?.split(",").toSorted()).toEqual(fingerprints.toSorted());

    const held = await all.pullRequest({ inputs: { "on-leak": "revoke", "hold-if-used-within": "1h" } });
    expect((await all.report(held)).findings.map(({ outcome }) => outcome.because)).toEqual([
      "awaiting-approval",
      "awaiting-approval",
    ]);
    expect([busy, other].map(({ deletedAt }) => deletedAt)).toEqual([null, null]);

    const approved = computeFingerprint(busy.text);
    const contained = await all.pullRequest({
      inputs: { "on-leak": "revoke", "hold-if-used-within": "1h", approved },
    });
    expect(contained.outputs["contained"]).toBe("1");
    expect(busy.deletedAt).not.toBe(null);
    expect(other.deletedAt).toBe(null);
  });

  test("an Admin API key that may only read is found out by the first act, and both of its lines are in the audit file", async () => {
    await using all = await stage();
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const reader = all.acme.adminKey(all.ada, { scopes: ["api.management.read"] }).text;
    const file = path.join(all.folder, "audit.jsonl");
    const ran = await all.pullRequest({
      inputs: { "on-leak": "revoke", "openai-admin-key": reader, "audit-file": file },
    });
    expect((await all.report(ran)).findings).toMatchObject([
      { outcome: { kind: "refused", because: "read-only-admin-key" } },
    ]);
    expect(key.deletedAt).toBe(null);
    expect((await linesOf(file)).map(({ event, outcome }) => [event, outcome])).toEqual([
      ["begin", undefined],
      ["end", { kind: "refused", because: "read-only-admin-key" }],
    ]);
  });

  test("the audit file has a line before each act and one after it, on whose word and by which run", async () => {
    await using all = await stage();
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const file = path.join(all.folder, "audit.jsonl");
    const inputs = { "on-leak": "revoke", "audit-file": file };
    await all.pullRequest({ inputs });
    const lines = await linesOf(file);
    expect(lines.map(({ event, act, fingerprint }) => [event, act, fingerprint])).toEqual([
      ["begin", "revoke", computeFingerprint(key.text)],
      ["end", "revoke", computeFingerprint(key.text)],
    ]);
    expect(await readFile(file, "utf8")).not.toContain(key.text.slice(-4));
    await all.pullRequest({ inputs });
    expect(await linesOf(file)).toHaveLength(2);
  });

  test("an audit file that cannot be written is told before the change is read, and nothing is contained", async () => {
    await using all = await stage();
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const file = path.join(all.folder, "no", "such", "folder", "audit.jsonl");
    const ran = await all.pullRequest({ inputs: { "on-leak": "revoke", "audit-file": file } });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toContain("audit-file");
    expect(key.deletedAt).toBe(null);
  });

  test("a pull request that changes the settings file excuses no key of its own, and lifts no protection", async () => {
    await using all = await stage({ ".github/openai-key-guard.yml": "protect: [Web]\n" });
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

describe("contain REPORT", () => {
  const to = (baseURL: string) => ["--openai-base-url", baseURL];

  test("finds the keys of a report again and contains them; nothing secret stands in between", async () => {
    await using all = await stage();
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
    await using all = await stage();
    const writer = { OPENAI_ADMIN_KEY: all.adminKey };
    const undecided = await all.cli(["contain", "x.json"], writer);
    expect(undecided).toMatchObject({ exitCode: 2, stdout: "" });
    expect(undecided.stderr).toContain("--on-leak quarantine, expire or revoke");
    const absent = await all.cli(["contain", "x.json", "--on-leak", "revoke"], writer);
    expect(absent).toMatchObject({ exitCode: 2, stdout: "" });
    expect(absent.stderr).toContain('The report "x.json" cannot be read (ENOENT)');
    const other = await all.cli(["contain", "README.md", "--on-leak", "revoke"], writer);
    expect(other.stderr).toContain("The report is no JSON object");
  });
});

describe("a run that is told to stop while it contains a key", () => {
  test("finishes that key, begins no other, and still writes its report", async () => {
    await using all = await stage();
    const keys = [1, 2, 3].map((index) => all.acme.accountKey(all.web, `bot ${index}`));
    await all.repo.commit({ "a.ts": keys.map(({ text }) => source(text)).join("") }, "add");
    const args = ["scan", `${all.base}..HEAD`, "--format", "json", "--on-leak", "revoke"];
    const child = spawn(NODE, [path.join(DIST, "cli.js"), ...args, "--openai-base-url", all.openai.baseURL], {
      cwd: all.repo.dir,
      env: { PATH: process.env["PATH"] ?? "", OPENAI_ADMIN_KEY: all.adminKey },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = once(child, "close");
    const printed = text(child.stdout);
    await vi.waitFor(() => expect(keys.some(({ deletedAt }) => deletedAt !== null)).toBe(true), 10_000);
    child.kill("SIGTERM");
    const report = JSON.parse(await printed) as { findings: { outcome: { kind: string; because?: string } }[] };
    const ends = report.findings.map(({ outcome }) => outcome.because ?? outcome.kind);
    expect(ends.toSorted()).toEqual(["cancelled", "cancelled", "contained"]);
    expect(keys.filter(({ deletedAt }) => deletedAt !== null)).toHaveLength(1);
    expect(await ended).toEqual([1, null]);
  });

  test("does so as an Action too, however often the runner asks, and comments", async () => {
    await using all = await stage();
    const keys = [1, 2].map((index) => all.acme.accountKey(all.web, `bot ${index}`));
    await all.repo.commit({ "a.ts": keys.map(({ text: key }) => source(key)).join("") }, "add");
    const isBegun = () => keys.some(({ deletedAt }) => deletedAt !== null);
    const cancel = async (send: (signal: NodeJS.Signals) => void) => {
      while (!isBegun()) await setTimeout(10);
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
    expect(ran.stdout).toContain("the key in hand is finished, and no other is begun");
    const { findings } = await all.report(ran);
    expect(findings.map(({ outcome }) => outcome.because ?? outcome.kind).toSorted()).toEqual([
      "cancelled",
      "contained",
    ]);
    expect(all.comments()).toHaveLength(1);
  });
});
