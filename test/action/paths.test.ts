import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { createE2eEnvironment } from "../support/e2e-environment.ts";

const FILES = { "services/a/app.ts": "1\n", "services/b/app.ts": "1\n" };

test("a glob of paths that matches no file is a warning, and fails nothing", async () => {
  await using all = await createE2eEnvironment(FILES);
  await all.repo.commit({ "services/b/app.ts": "2\n" });
  const ran = await all.pullRequest({ inputs: { paths: "typo/**\nservices/b/**" } });
  expect(ran).toMatchObject({ exitCode: 0, outputs: { conclusion: "clean" } });
  const warnings = ran.stdout.split("\n").filter((line) => line.startsWith("::warning"));
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("No file matches paths 'typo/**': neither a changed file nor any other.");
});

test("a change that touches nothing under paths is clean, and the log says how many files it changes", async () => {
  await using all = await createE2eEnvironment(FILES);
  await all.repo.commit({ "services/b/app.ts": `${createFakeKey("project", "paths")}\n`, "README.md": "2\n" });
  const ran = await all.pullRequest({ inputs: { paths: "services/a/**" } });
  expect(ran).toMatchObject({ exitCode: 0, outputs: { conclusion: "clean" } });
  expect(ran.stdout).not.toContain("::warning");
  expect(ran.stdout).toContain("✓ No OpenAI keys found · none of the 2 changed files is under services/a/**");
});

test("without a checkout the same is told of what was fetched", async () => {
  await using all = await createE2eEnvironment(FILES);
  const head = await all.repo.commit({ "services/b/app.ts": "2\n" });
  await all.repo.git("push", "--quiet", all.hosted.dir, `${all.base}:refs/heads/main`, `${head}:refs/heads/new`);
  const workspace = await mkdtemp(path.join(tmpdir(), "empty-"));
  const ran = await all.pullRequest({ inputs: { paths: "typo/**" }, workspace });
  expect(ran).toMatchObject({ exitCode: 0, outputs: { conclusion: "clean" } });
  expect(ran.stdout).toContain("No file matches paths 'typo/**'");
});

test("of files on disk a glob that matches nothing is a warning as long as another matches", async () => {
  await using all = await createE2eEnvironment(FILES);
  await all.repo.commit({ "services/b/app.ts": "2\n" });
  const one = await all.pullRequest({ inputs: { scan: "files", paths: "typo/**\nservices/**" } });
  expect(one).toMatchObject({ exitCode: 0, outputs: { conclusion: "clean" } });
  expect(one.stdout).toContain("No file matches paths 'typo/**'");
  const none = await all.pullRequest({ inputs: { scan: "files", paths: "typo/**" } });
  expect(none).toMatchObject({ exitCode: 2, outputs: { conclusion: "incomplete" } });
});
