import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { createE2eEnvironment } from "../support/e2e-environment.ts";

const readJson = async (file: string) => JSON.parse(await readFile(file, "utf8"));

test("a run writes the proof of its scan, with neither the key's fingerprint nor its place", async () => {
  await using all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot");
  const head = await all.repo.commit({ "deep/settings.ts": key.text }, "add");
  const file = path.join(all.folder, "proof.json");
  const ran = await all.pullRequest({ inputs: { "proof-file": file } });
  expect(ran.exitCode).toBe(1);
  const proof = await readJson(file);
  expect(proof).toMatchObject({
    change: { kind: "range", base: all.base, head },
    complete: true,
    filtered: false,
    selfTest: "passed",
    conclusion: "leaked",
    counts: { live: 1 },
  });
  const [found] = (await all.report(ran)).findings;
  expect(JSON.stringify(proof)).not.toMatch(new RegExp(`settings\\.ts|${found?.fingerprint}|Web|bot`));
});

test("a proof says whether the settings, or the ignore file of the base, left out paths", async () => {
  const ignoreFile = { ".github/openai-key-guard.yml": 'exclude: ["fixtures/**"]\n' };
  for (const [files, inputs] of [
    [{}, { exclude: "docs/**" }],
    [ignoreFile, {}],
  ] as const) {
    await using all = await createE2eEnvironment({ "README.md": "# Shop\n", "docs/a.md": "a\n", ...files });
    await all.repo.commit({ "a.ts": "1\n" }, "add");
    const file = path.join(all.folder, "proof.json");
    await all.pullRequest({ inputs: { "proof-file": file, ...inputs } });
    expect(await readJson(file)).toMatchObject({ filtered: true, complete: true, conclusion: "clean" });
  }
});

test("the command line writes the same, and ends with 2 where it cannot", async () => {
  await using all = await createE2eEnvironment();
  await all.repo.commit({ "a.ts": "1\n" }, "add");
  const file = path.join(all.folder, "proof.json");
  const range = `${all.base}..HEAD`;
  expect(await all.cli(["scan", range, "--proof-file", file])).toMatchObject({ exitCode: 0, stderr: "" });
  expect(await readJson(file)).toMatchObject({ complete: true, conclusion: "clean", coverage: { commits: 1 } });

  const full = await all.cli(["scan", range, "--proof-file", "/dev/full"]);
  expect(full).toMatchObject({ exitCode: 2, stderr: '--proof-file "/dev/full" could not be written (ENOSPC).\n' });
  const same = await all.cli(["scan", range, "--proof-file", file, "--output", file]);
  expect(same.exitCode).toBe(2);
  expect(same.stderr).toContain("--output and --proof-file are the same file");
});
