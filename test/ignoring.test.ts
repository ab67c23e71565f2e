import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { Secret } from "../src/domain/secret.ts";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import { cli, createE2eEnvironment, type E2eEnvironment } from "./support/e2e-environment.ts";
import { scheduleEvent, TEXT_EVENTS } from "./support/events.ts";
import { gitRepo } from "./support/git-repo.ts";

const NAME = ".github/openai-key-guard.yml";
/** Comments have nothing to do with it. */
const QUIET = { comment: "never" };
const foreign = createFakeKey("project", "foreign");
const print = (key: string) => new Secret(key).fingerprint;
const entry = (key: string) => `ignore:\n  - fingerprint: ${print(key)}\n    reason: the demo's\n`;

async function pushed(on: E2eEnvironment): Promise<void> {
  const refs = ["main:refs/heads/main", "HEAD:refs/pull/7/head"];
  await on.repo.git("push", "--quiet", "--force", on.hosted.dir, ...refs);
}

describe("a pull request", () => {
  test("is held to the ignore file of its base, checked out or not, and not to its own", async () => {
    const empty = await mkdtemp(path.join(tmpdir(), "empty-"));
    for (const isTheirs of [true, false]) {
      await using on = await createE2eEnvironment({ "a.txt": "1\n", ...(isTheirs ? { [NAME]: entry(foreign) } : {}) });
      await on.repo.branch("feature");
      await on.repo.commit({ "b.txt": foreign, [NAME]: isTheirs ? null : `${entry(foreign)}exclude: ["**"]\n` }, "add");
      await pushed(on);
      for (const workspace of [on.repo.dir, empty]) {
        const ran = await on.pullRequest({ workspace, inputs: QUIET });
        expect(ran.exitCode, ran.stdout).toBe(isTheirs ? 0 : 1);
        const { findings } = await on.report(ran);
        expect(findings).toHaveLength(1);
      }
    }
  });

  test("cannot unprotect a key, nor break the file to keep one from being revoked", async () => {
    await using on = await createE2eEnvironment({ [NAME]: "protect: [checkout]\n" });
    const [kept, gone] = ["checkout", "other"].map((name) => on.acme.accountKey(on.web, name, { name }));
    await on.repo.branch("feature");
    await on.repo.commit({ "a.ts": kept?.text ?? "", "b.ts": gone?.text ?? "", [NAME]: "protect: []\n" }, "add");
    const inputs = { "on-leak": "revoke", ...QUIET };
    await on.pullRequest({ inputs });
    expect([kept?.deletedAt, gone?.deletedAt === null]).toEqual([null, false]);
    const more = on.acme.accountKey(on.web, "more", { name: "more" });
    await on.repo.commit({ "c.ts": more.text, [NAME]: "protct: []\n" }, "add");
    const ran = await on.pullRequest({ inputs });
    expect(more.deletedAt).not.toBe(null);
    expect(ran.stdout).toContain("protct");
  });

  test("leaves alone what the base leaves out", async () => {
    await using on = await createE2eEnvironment({ [NAME]: "exclude: [fixtures/**]\n" });
    await on.repo.branch("feature");
    await on.repo.commit({ "fixtures/a.txt": foreign }, "add");
    expect((await on.pullRequest({ inputs: QUIET })).exitCode).toBe(0);
  });

  test("is contained in nothing where the base's file is wrong, and may mend it", async () => {
    await using on = await createE2eEnvironment({ [NAME]: "protect: checkout\n" });
    const ours = on.acme.accountKey(on.web, "checkout", { name: "checkout" });
    await on.repo.branch("feature");
    await on.repo.commit({ "a.ts": ours.text }, "add");
    const ran = await on.pullRequest({ inputs: { "on-leak": "revoke", ...QUIET } });
    expect([ran.exitCode, ours.deletedAt]).toEqual([1, null]);
    expect((await on.report(ran)).gaps[0]?.detail).toContain("protect must be a list");
    await on.repo.branch("mend", "main");
    await on.repo.commit({ "b.txt": "2\n" }, "no mend");
    expect((await on.pullRequest({ inputs: QUIET })).exitCode).toBe(2);
    await on.repo.commit({ [NAME]: "protect: [checkout]\n" }, "mend");
    expect((await on.pullRequest({ inputs: QUIET })).exitCode).toBe(0);
  });
});

test("a comment is held to the default branch's, fetched only when it has a key", async () => {
  await using on = await createE2eEnvironment({ [NAME]: entry(foreign) });
  await pushed(on);
  const workspace = await mkdtemp(path.join(tmpdir(), "empty-"));
  const event = (text: string) => TEXT_EVENTS["issue_comment"]?.(on.hosted, text) ?? scheduleEvent();
  const before = on.github.requests.length;
  expect((await on.event(event("hello"), { workspace })).exitCode).toBe(0);
  expect(on.github.requests.length).toBe(before);
  expect((await on.event(event(foreign), { workspace })).exitCode).toBe(0);
});

test("a baseline lets what was there before pass, once it is committed", async () => {
  await using repo = await gitRepo({ "a.txt": foreign });
  const history = async (...more: string[]) => await cli(["scan", "--history", ...more], { cwd: repo.dir });
  const first = await history("--write-baseline");
  expect([first.exitCode, first.stderr]).toEqual([1, expect.stringContaining(`Added 1 key to ${NAME}`)]);
  expect(await readFile(path.join(repo.dir, NAME), "utf8")).toContain(print(foreign));
  expect((await history()).exitCode).toBe(1);
  await repo.commit({}, "baseline");
  expect((await history()).exitCode).toBe(0);
  expect((await history("--write-baseline")).stderr).toContain("Nothing to add");
  const text = await readFile(path.join(repo.dir, NAME), "utf8");
  await repo.commit({ [NAME]: `${text}  - fingerprint: ${"0".repeat(16)}\n    reason: x\n` }, "an entry for nothing");
  const leftOver = await history();
  expect(leftOver).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("matches no key in the whole") });
  // A key may stand where nobody looked.
  for (const more of [
    ["--exclude", "docs/**"],
    ["--paths", "*.txt"],
  ]) {
    expect((await history(...more)).stdout).not.toContain("matches no key");
  }
});

test("an entry that is put in by hand counts for what is staged after it is committed", async () => {
  await using repo = await gitRepo({ "a.txt": "1\n" });
  await repo.write({ "b.txt": foreign });
  await repo.git("add", "b.txt");
  const staged = async () => (await cli(["scan", "--staged"], { cwd: repo.dir })).exitCode;
  expect(await staged()).toBe(1);
  const ignored = await cli(["ignore", print(foreign), "--reason", "demo"], { cwd: repo.dir });
  expect(ignored).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`Created ${NAME}`) });
  await repo.git("add", NAME);
  expect(await staged()).toBe(1);
  await repo.git("commit", "--quiet", "-m", "ignore", "--", NAME);
  expect(await staged()).toBe(0);
  const files = async () => (await cli(["scan", "--files", "b.txt"], { cwd: repo.dir })).exitCode;
  expect(await files()).toBe(0);
});

test("a key in place of its fingerprint is refused, and not repeated", async () => {
  const typed = await cli(["ignore", foreign, "--reason", "x"]);
  expect(typed).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("is a key, which has leaked now") });
  expect(typed.stderr).not.toContain(foreign);
});
