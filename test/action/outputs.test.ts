import { mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";

/** A change with a key of ours, which is to be revoked. */
async function leak(): Promise<{ all: E2eEnvironment; key: Key }> {
  const all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot");
  await all.repo.commit({ "a.ts": key.text }, "add");
  return { all, key };
}

const revoke = { "on-leak": "revoke" } as const;

describe("what cannot be written is refused before anything is asked or done:", () => {
  test.each<[string, { inputs?: object; env?: Record<string, string> }, RegExp]>([
    [
      "a report in no folder",
      { inputs: { "report-file": "none/r.json" } },
      /report-file is "none\/r\.json"\. Its folder does not exist/,
    ],
    ["SARIF over a folder", { inputs: { "sarif-file": "." } }, /sarif-file is "\."\. This is a folder/],
    [
      "a record in no folder",
      { inputs: { "audit-file": "none/a.jsonl" } },
      /audit-file is .* Its folder does not exist/,
    ],
    [
      "two in one file",
      { inputs: { "report-file": "a", "sarif-file": "./a" } },
      /report-file and sarif-file are the same/,
    ],
    [
      "report and record in one",
      { inputs: { "report-file": "a", "audit-file": "a" } },
      /audit-file and report-file are the/,
    ],
    ["no file of outputs", { env: { GITHUB_OUTPUT: "/none/out" } }, /GITHUB_OUTPUT is "\/none\/out".*\(ENOENT\)/],
    ["a folder for the summary", { env: { GITHUB_STEP_SUMMARY: "/" } }, /GITHUB_STEP_SUMMARY is "\/".*\(EISDIR\)/],
  ])("%s", async (_name, { inputs = {}, env = {} }, words) => {
    const { all, key } = await leak();
    await using _ = all;
    const ran = await all.pullRequest({ inputs: { ...revoke, ...inputs }, env }).catch((error: unknown) => error);
    expect(key.deletedAt).toBe(null);
    expect([...all.openai.requests, ...all.github.requests]).toEqual([]);
    // The runner of the tests reads the files of outputs, and there are none.
    if (Object.keys(env).length > 0) return;
    expect(ran).toMatchObject({ exitCode: 2, stdout: expect.stringMatching(words) });
  });

  test("a file behind a link that the change brought", async () => {
    const { all, key } = await leak();
    await using _ = all;
    const victim = path.join(await mkdtemp(path.join(tmpdir(), "home-")), ".profile");
    await writeFile(victim, "old");
    for (const [input, name] of [
      ["sarif-file", "results.sarif"],
      ["report-file", "r.json"],
      ["audit-file", "deep/a.jsonl"],
    ] as const) {
      await symlink(
        name.startsWith("deep") ? path.dirname(victim) : victim,
        path.join(all.repo.dir, name.split("/")[0] ?? ""),
      );
      const ran = await all.pullRequest({ inputs: { ...revoke, [input]: name } });
      expect(ran.exitCode).toBe(2);
      expect(ran.stdout).toMatch(new RegExp(`${input} is .*symbolic link in the checkout`));
    }
    expect(await readFile(victim, "utf8")).toBe("old");
    expect(key.deletedAt).toBe(null);
  });
});

test("after a key was revoked each output that fails is one warning, and all the others speak", async () => {
  const { all, key } = await leak();
  await using _ = all;
  const full = { "report-file": "/dev/full", "sarif-file": "/dev/full" };
  const ran = await all.pullRequest({ inputs: { ...revoke, ...full } });
  expect(key.deletedAt).not.toBe(null);
  expect(ran.exitCode).toBe(1);
  expect(ran.outputs).toMatchObject({ conclusion: "leaked", contained: "1", report: "", sarif: "" });
  expect(all.comments()).toHaveLength(1);
  expect(ran.stdout).toContain("revoked at ");
  expect(ran.stdout.match(/^::warning::.*$/gm)).toEqual([
    '::warning::The report-file "/dev/full" could not be written (ENOSPC).',
    '::warning::The sarif-file "/dev/full" could not be written (ENOSPC).',
  ]);
  expect(ran.stdout).not.toMatch(/This is a bug| {4}at /);
});

test("where the runner has no folder for temporary files, the report goes to the system's", async () => {
  const { all } = await leak();
  await using _ = all;
  const ran = await all.pullRequest({ inputs: { comment: "never" }, env: { RUNNER_TEMP: "/none" } });
  expect(ran.exitCode).toBe(1);
  expect(await readFile(ran.outputs["report"] ?? "", "utf8")).toContain('"conclusion": "leaked"');
});
