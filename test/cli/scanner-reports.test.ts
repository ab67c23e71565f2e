import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { createE2eEnvironment } from "../support/e2e-environment.ts";

test("the report of another scanner is identified at the places that it has", async () => {
  await using all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot", { name: "checkout" });
  const entry = {
    RuleID: "openai-api-key",
    Secret: key.text,
    Match: `"${key.text}"`,
    File: "deep/settings.py",
    StartLine: 12,
    Commit: "c".repeat(40),
    Author: "Ada",
    Date: "2026-11-20T10:00:00Z",
  };
  const file = path.join(all.folder, "gitleaks.json");
  await writeFile(file, JSON.stringify([entry]));
  const { scan } = await import("../../src/library.ts");
  const { createReadStream } = await import("node:fs");
  const place = { kind: "stdin", stream: createReadStream(file), name: "gitleaks.json", format: "auto" } as const;
  const settings = { "openai-admin-key": all.adminKey, "openai-base-url": all.openai.baseURL };
  const report = await scan({ place, settings });
  expect(report.findings).toMatchObject([
    {
      sightings: [{ where: "file", path: "deep/settings.py", line: 12, commit: "c".repeat(40), author: "Ada" }],
      identity: { kind: "ours" },
      validity: { kind: "active" },
      response: { exposedAtIs: "committed" },
    },
  ]);
  expect(report.gaps).toEqual([]);
});

test("--format-in means nothing without --stdin, and takes the words that it has", async () => {
  await using all = await createE2eEnvironment();
  const alone = await all.cli(["scan", "--format-in", "gitleaks"]);
  expect(alone).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("--format-in does nothing without --stdin"),
  });
  const wrong = await all.cli(["scan", "--stdin", "--format-in", "gitlab"]);
  expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("auto, gitleaks, trufflehog") });
});
