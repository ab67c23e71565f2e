import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { buildPullRequestEvent } from "../../src/sandbox/runner/runner-events.ts";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";
import { wouldRun } from "./expressions.ts";
import { play, recipe } from "./playing.ts";
import { isOurs, read } from "./workflows.ts";

/** Enough to look, and not to revoke. */
const READING = ["api.management.read", "api.usage.read", "api.audit_logs.read"];

async function opened(all: E2eEnvironment) {
  const head = await all.repo.oid("HEAD");
  const pull = all.github.pull({ repo: "acme/shop", number: 7, head, base: all.base });
  const event = buildPullRequestEvent({ repository: all.hosted, pull, action: "opened" });
  const secrets = {
    OPENAI_ADMIN_KEY: all.adminKey,
    OPENAI_ADMIN_READ_KEY: all.acme.adminKey(all.ada, { scopes: READING }).text,
    OPENAI_ADMIN_WRITE_KEY: all.adminKey,
  };
  return { event, secrets };
}

describe("the recipes for approval and for code scanning", () => {
  const manifest = parse(read("action.yml")) as { inputs: object; outputs: object };

  test.each(["approval", "sarif"])("%s gives the inputs, and reads the outputs, that action.yml has", (name) => {
    const { jobs, text } = recipe(name);
    const steps = Object.values(jobs).flatMap(({ steps = [] }) => steps.filter(isOurs));
    const outputs = [...text.matchAll(/\bsteps\.guard\.outputs\.([\w-]+)/g)].map(([, output = ""]) => output);
    expect(outputs.length).toBeGreaterThan(0);
    expect(Object.keys(manifest.inputs)).toEqual(
      expect.arrayContaining(steps.flatMap((step) => Object.keys(step.with ?? {}))),
    );
    expect(Object.keys(manifest.outputs)).toEqual(expect.arrayContaining(outputs));
  });
});

describe("the recipe for approval", () => {
  const approval = recipe("approval");

  test("keeps the key that may write out of the first job, and behind an environment", () => {
    expect(JSON.stringify(approval.jobs["find"])).not.toContain("WRITE");
    expect(approval.jobs["find"]?.environment).toBe(undefined);
    expect(approval.jobs["contain"]?.environment).toBe("openai-containment");
  });

  test("revokes nothing in the first job, and in the second the keys that were approved and no others", async () => {
    await using all = await createE2eEnvironment();
    const [first, second] = ["one", "two"].map((name) => all.acme.accountKey(all.web, name, { name }));
    if (!first || !second) throw new Error("no keys");
    await all.repo.commit({ "a.py": `key = "${first.text}"\n` }, "Add");
    const { event, secrets } = await opened(all);

    const found = await play(all, approval, "find", { event, secrets });
    expect(found, found?.stdout).toMatchObject({ exitCode: 1, outputs: { contained: "0" } });
    expect(found?.outputs["containable"]).toBe(computeFingerprint(first.text));
    expect(first.deletedAt).toBe(null);

    // A second key that nobody has approved stands in the change when the reviewer agrees.
    await all.repo.commit({ "b.py": `key = "${second.text}"\n` }, "Add another");
    const later = await opened(all);
    const outputs = { containable: found?.outputs["containable"] ?? "" };
    const needs = { find: { result: "failure" as const, outputs } };
    const contained = await play(all, approval, "contain", { ...later, needs });
    expect(contained, contained?.stdout).toMatchObject({ exitCode: 1, outputs: { found: "2", contained: "1" } });
    expect(first.deletedAt).not.toBe(null);
    expect(second.deletedAt).toBe(null);
    expect(all.comments()).toHaveLength(1);
  });

  test("asks no reviewer about a clean change, nor about a key of somebody else", async () => {
    await using all = await createE2eEnvironment();
    const stranger = all.openai.organization("other");
    const key = stranger.userKey(stranger.project("x"), stranger.user("Eve"));
    for (const text of ["import os\n", `key = "${key.text}"\n`]) {
      await all.repo.commit({ "a.py": text }, "Add");
      const { event, secrets } = await opened(all);
      const found = await play(all, approval, "find", { event, secrets });
      expect(found?.outputs["containable"]).toBe("");
      const needs = { find: { result: "failure" as const, outputs: { containable: "" } } };
      expect(await play(all, approval, "contain", { event, secrets, needs })).toBe(null);
    }
  });
});

describe("the recipe for code scanning", () => {
  const sarif = recipe("sarif");
  const upload = sarif.jobs["key-guard"]?.steps?.find((step) => !isOurs(step));

  test("uploads what was written, also when the step before has failed", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ "a.py": `key = "${key.text}"\n` }, "Add");
    const { event, secrets } = await opened(all);
    const inputs = { "sarif-file": path.join(all.folder, "key-guard.sarif") };
    const ran = await play(all, sarif, "key-guard", { event, secrets, inputs });
    expect(ran, ran?.stdout).toMatchObject({ exitCode: 1, outputs: { sarif: inputs["sarif-file"] } });
    const log = JSON.parse(await readFile(inputs["sarif-file"], "utf8")) as { version: string; runs: object[] };
    expect(log).toMatchObject({ version: "2.1.0", runs: [{ results: [{}] }] });

    const steps: { guard: { outputs: Record<string, string> } } = { guard: { outputs: { ...ran?.outputs } } };
    const at = (event_name: string, full_name: string, written = steps) => ({
      github: { event_name, repository: "acme/shop", event: { pull_request: { head: { repo: { full_name } } } } },
      steps: written,
    });
    expect(wouldRun(upload?.if, at("pull_request", "acme/shop"), "failure")).toBe(true);
    expect(wouldRun(upload?.if, at("pull_request", "eve/shop"), "failure")).toBe(false);
    expect(wouldRun(upload?.if, at("push", ""), "failure")).toBe(true);
    expect(wouldRun(upload?.if, at("push", "", { guard: { outputs: {} } }), "failure")).toBe(false);
  });
});
