import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { createProgram } from "../../src/cli/program.ts";
import { VERSION } from "../../src/version.ts";

const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, "../..", file), "utf8");

/** The flags of `sweep`. */
const FLAGS = createProgram()
  .commands.find((command) => command.name() === "sweep")
  ?.options.map(({ long }) => long);

describe("the reusable workflow", () => {
  type Step = { run?: string; uses?: string; env?: Record<string, string>; with?: Record<string, unknown> };
  type Called = { inputs: Record<string, { default?: unknown }>; secrets: object };
  const workflow = parse(read(".github/workflows/sweep.yml")) as {
    on: { workflow_call: Called };
    jobs: Record<string, { "timeout-minutes": number; steps: Step[]; permissions: Record<string, string> }>;
  };
  const { jobs } = workflow;
  const envOf = (name: string) => jobs[name]?.steps.flatMap(({ env = {} }) => Object.keys(env)) ?? [];

  test("gives the Admin API key to the merge alone, and no job the right to write", () => {
    expect(envOf("merge")).toContain("OPENAI_ADMIN_KEY");
    expect([...envOf("plan"), ...envOf("scan")]).not.toContain("OPENAI_ADMIN_KEY");
    for (const { permissions } of Object.values(jobs)) expect(Object.values(permissions)).not.toContain("write");
  });

  test("fails where a merge fails, and limits how long each job may run", () => {
    // Without pipefail, a pipe ends as its last command does.
    for (const { run = "" } of Object.values(jobs).flatMap(({ steps }) => steps)) {
      expect(run.replaceAll(/'[^']*'/g, "")).not.toContain(" | ");
    }
    for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeLessThan(60);
  });

  test("finds the state of the night before by what every event has, and keeps that of each organisation apart", () => {
    // The event of a schedule says nothing of the repository.
    expect(read(".github/workflows/sweep.yml")).not.toMatch(/github\.event\b/);
    const names = Object.values(jobs).flatMap(({ steps }) => {
      return steps.flatMap((step) => step.with?.["name"] ?? step.with?.["pattern"] ?? step.env?.["STATE"] ?? []);
    });
    expect(names).toHaveLength(8);
    for (const name of names) expect(name).toMatch(/^key-guard-sweep-\$\{\{ inputs\.organization \}\}-/);
  });

  test("replaces what an earlier attempt of the same run has uploaded", () => {
    const uploads = Object.values(jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith("actions/upload-artifact@")),
    );
    expect(uploads.map((step) => step.with?.["overwrite"])).toEqual(uploads.map(() => true));
  });

  test("types only flags that there are, and takes the version that it belongs to", () => {
    const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = "" }) => run));
    const typed = scripts.filter((run) => run.includes("cli.js")).flatMap((run) => run.match(/--[a-z-]+/g) ?? []);
    expect(typed.length).toBeGreaterThan(10);
    expect(FLAGS).toEqual(expect.arrayContaining(typed.filter((flag) => flag !== "--compact-output")));
    expect(workflow.on.workflow_call.inputs["version"]?.default).toBe(`v${VERSION}`);
  });

  test("is called with inputs and secrets that it has", () => {
    const { jobs: callers } = parse(read("examples/workflows/nightly-sweep.yml")) as {
      jobs: Record<string, { with: object; secrets: object }>;
    };
    const { inputs, secrets } = workflow.on.workflow_call;
    for (const caller of Object.values(callers)) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(caller.with)));
      expect(Object.keys(secrets)).toEqual(expect.arrayContaining(Object.keys(caller.secrets)));
    }
  });
});

describe("the Indexed Job", () => {
  type Container = { command: string[]; args?: string[]; env?: { name: string }[]; securityContext: object };
  type Pod = { containers: Container[]; initContainers: Container[]; restartPolicy: string };
  type Job = { kind: string; spec: Record<string, unknown> & { template: { spec: Pod } } };
  const jobs = parseAllDocuments(read("examples/kubernetes/sweep.yaml"))
    .map((document) => document.toJS() as Job)
    .filter(({ kind }) => kind === "Job");
  const [scan, merge] = jobs.map(({ spec }) => spec);

  test("runs a pod for each shard, which finds its number by itself and has no Admin API key", () => {
    expect(scan).toMatchObject({ completionMode: "Indexed", completions: 8, backoffLimitPerIndex: 1 });
    const [container] = scan?.template.spec.containers ?? [];
    expect(container?.args?.slice(0, 2)).toEqual(["sweep", "scan"]);
    expect(container?.env?.map(({ name }) => name)).toEqual(["GITHUB_TOKEN_FILE"]);
    expect(merge?.template.spec.containers[0]?.env?.map(({ name }) => name)).toContain("OPENAI_ADMIN_KEY");
  });

  test("starts no failed index for ever, and no pod with rights that it does not need", () => {
    for (const { template } of [scan, merge].filter((one) => one !== undefined)) {
      expect(template.spec).toMatchObject({ restartPolicy: "Never", automountServiceAccountToken: false });
      for (const { securityContext } of [...template.spec.containers, ...template.spec.initContainers]) {
        expect(securityContext).toMatchObject({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true });
      }
    }
  });

  test("types only flags that there are, and installs the version that it belongs to", () => {
    const typed = jobs.flatMap(({ spec }) => spec.template.spec.containers.flatMap(({ args = [] }) => args));
    expect(FLAGS).toEqual(expect.arrayContaining(typed.filter((word) => word.startsWith("--"))));
    const installs = jobs.flatMap(({ spec }) => spec.template.spec.initContainers.map(({ command }) => command.at(-1)));
    expect(new Set(installs)).toEqual(new Set([`openai-key-guard@${VERSION}`]));
  });
});
