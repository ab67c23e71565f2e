import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  allWorkflows,
  faultsIn,
  isAudit,
  isOurs,
  isRotate,
  type Job,
  read,
  type Step,
  type Workflow,
} from "./recipes/workflows.ts";

const manifest = parse(read("action.yml")) as { inputs: object; outputs: object };
const all = allWorkflows();
const recipes = all.filter(({ jobs }) => Object.values(jobs).some(({ steps = [] }) => steps.some(isOurs)));
/** These use what another test says more of: see recipes/approval.test.ts. */
const LATER = /\/(?:approval|sarif)\.yml$/;

const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps);

/** Events whose only news is a text, which the event itself holds. */
const TEXTS = /^(?:issues|issue_comment|commit_comment|discussion|discussion_comment|release|pull_request_review.*)$/;

/** What README's table of permissions asks for, by what the job does. */
function needed({ events }: Workflow, job: Job, { with: inputs = {} }: Step): Record<string, string> {
  if (events.every((name) => TEXTS.test(name))) return {};
  const hasPull = events.some((name) => /^(?:pull_request|pull_request_target|workflow_run)$/.test(name));
  // A run that checks itself has the permissions of the runs that are to come.
  const comments = (hasPull && inputs["comment"] !== "never") || inputs["doctor"] === true;
  const finds = events.includes("workflow_run") && !comments;
  const signs = job.steps?.some(({ uses }) => uses?.startsWith("actions/attest@"));
  const uploads = job.steps?.some(({ uses }) => uses?.startsWith("github/codeql-action/upload-sarif@"));
  return {
    contents: "read",
    ...(comments ? { "pull-requests": "write" } : {}),
    ...(finds ? { "pull-requests": "read" } : {}),
    ...(signs ? { "id-token": "write", attestations: "write" } : {}),
    ...(uploads ? { "security-events": "write", actions: "read" } : {}),
  };
}

describe("every workflow in README, docs, examples and .github", () => {
  test("is among those that are looked at", () => {
    expect(recipes.length).toBeGreaterThan(12);
    expect(recipes.map(({ file }) => file)).toContain("README.md");
  });

  test.each(all)("$name is one that GitHub accepts", async (workflow) => {
    expect(await faultsIn(workflow)).toEqual([]);
  });

  test("a workflow that GitHub would refuse is told", async () => {
    const text = read("examples/workflows/push.yml");
    expect(await faultsIn({ name: "x", text: text.replace("runs-on", "runson") })).not.toEqual([]);
    expect(await faultsIn({ name: "x", text: text.replace("secrets.", "secret.") })).not.toEqual([]);
  });

  test.each(all)("$name pins the actions of others to a commit, and says which version that is", ({ text }) => {
    for (const [line, action = "", pin = ""] of text.matchAll(/^.*\buses: *([^@\s]+)@?(.*)$/gm)) {
      if (
        /^(?:openai-key-guard\/openai-key-guard(?:\/(?:audit|rotate|\.github\/workflows\/sweep\.yml))?|\.\/.*|\$\/.*)$/.test(
          action,
        )
      )
        continue;
      expect(pin, line).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test("the same action is pinned to the same commit everywhere", () => {
    const pins = new Map<string, Set<string>>();
    for (const { text } of all) {
      for (const [, action = "", pin = ""] of text.matchAll(/\buses: *([\w-]+\/[\w-]+)(?:\/[\w/-]+)?@(.*)$/gm)) {
        pins.set(action, (pins.get(action) ?? new Set()).add(pin));
      }
    }
    expect([...pins].filter(([, versions]) => versions.size > 1)).toEqual([]);
    expect(pins.size).toBeGreaterThan(5);
  });

  test.each(all)("$name leaves no token behind in a checkout", (workflow) => {
    for (const step of stepsOf(workflow).filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
      expect(step.with?.["persist-credentials"], JSON.stringify(step)).toBe(false);
    }
  });

  test.each(all)("$name lets no text of others into a shell", (workflow) => {
    for (const { run = "" } of stepsOf(workflow)) expect(run).not.toContain("${{");
  });
});

/**
 * The activities that bring something to read. GitHub's default for pull requests lacks `edited`: a key that is pasted into
 * a description, or comes in with another base, would start no run.
 */
const NEWS: Readonly<Record<string, readonly string[]>> = {
  pull_request: ["opened", "reopened", "synchronize", "edited"],
  pull_request_target: ["opened", "reopened", "synchronize", "edited"],
  issues: ["opened", "edited"],
  issue_comment: ["created", "edited"],
  pull_request_review: ["submitted", "edited"],
  pull_request_review_comment: ["created", "edited"],
  discussion: ["created", "edited"],
  discussion_comment: ["created", "edited"],
  release: ["published", "edited"],
};

describe("every recipe", () => {
  test.each(recipes)("$name starts whenever there is something new to read", ({ events, types }) => {
    for (const event of events.filter((name) => Object.hasOwn(NEWS, name))) {
      expect(types[event] ?? [], event).toEqual(expect.arrayContaining([...(NEWS[event] ?? [])]));
    }
  });

  test("is started by an edit in more than one place, or this would mean nothing", () => {
    expect(recipes.filter(({ types }) => types["pull_request"]?.includes("edited")).length).toBeGreaterThan(8);
  });

  test.each(recipes)("$name gives the inputs that action.yml has", (workflow) => {
    if (LATER.test(workflow.file)) return;
    const given = stepsOf(workflow).flatMap((step) => (isOurs(step) ? Object.keys(step.with ?? {}) : []));
    for (const name of given) expect(Object.keys(manifest.inputs)).toContain(name);
  });

  test.each(recipes)("$name reads the outputs that action.yml has", ({ file, text }) => {
    if (LATER.test(file)) return;
    for (const [, name = ""] of text.matchAll(/\bsteps\.guard\.outputs\.([\w-]+)/g)) {
      expect(Object.keys(manifest.outputs)).toContain(name);
    }
  });

  test.each(recipes)("$name asks for the permissions that README's table names, and no others", (workflow) => {
    for (const [name, job] of Object.entries(workflow.jobs)) {
      const guard = job.steps?.find(isOurs);
      if (!guard) continue;
      const given = job.permissions ?? workflow.permissions;
      expect(given, name).toEqual(needed(workflow, job, guard));
    }
  });

  test.each(recipes)("$name checks nothing out where strangers' changes arrive with secrets", (workflow) => {
    const isPrivileged = workflow.events.some((name) =>
      /^(?:pull_request_target|workflow_run|issue_comment)$/.test(name),
    );
    const steps = stepsOf(workflow);
    expect(isPrivileged ? steps.filter((step) => !isOurs(step)) : []).toEqual([]);
  });

  test("a second stage follows a first one that is there", () => {
    const names = all.map(({ text }) => (parse(text) as { name: string }).name);
    const followed = all.flatMap(({ text }) => {
      const { on } = parse(text) as { on: { workflow_run?: { workflows: string[] } } };
      return on.workflow_run?.workflows ?? [];
    });
    expect(followed).toHaveLength(1);
    expect(names).toEqual(expect.arrayContaining(followed));
  });

  test.each(recipes)("$name has the whole history where it reads the whole history", (workflow) => {
    const steps = stepsOf(workflow);
    const reads = steps.some((step) => isOurs(step) && step.with?.["scan"] === "history");
    const checkout = steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(reads ? checkout?.with?.["fetch-depth"] : 0).toBe(0);
  });
});

describe("a recipe with the audit", () => {
  const audits = all.flatMap(({ name, jobs }) =>
    Object.values(jobs).flatMap((job) => (job.steps ?? []).filter(isAudit).map((step) => ({ name, job, step }))),
  );
  const { inputs } = parse(read("audit/action.yml")) as { inputs: object };

  test("is among the examples and in the page on audits", () => {
    expect(audits.length).toBeGreaterThan(1);
  });

  test.each(audits)("$name gives the inputs of its action.yml, and asks for the permissions that it needs", (audit) => {
    const { with: given = {} } = audit.step;
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(audit.job.permissions).toEqual({ contents: "read", ...(given["issue"] === true && { issues: "write" }) });
  });
});

describe("a recipe with the rotation", () => {
  const rotations = all.flatMap(({ name, jobs }) =>
    Object.values(jobs).flatMap((job) => (job.steps ?? []).filter(isRotate).map((step) => ({ name, job, step }))),
  );
  const { inputs } = parse(read("rotate/action.yml")) as { inputs: object };

  test.each(rotations)("$name gives the inputs of its action.yml, and asks for no more than to read", ({
    job,
    step,
  }) => {
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    expect(job.permissions).toEqual({ contents: "read" });
  });

  test("keeps what may write in an environment that a person approves", () => {
    expect(rotations).toHaveLength(2);
    for (const { job, step } of rotations) {
      expect(JSON.stringify(step).includes("_WRITE_")).toBe("environment" in job);
    }
  });
});

describe("the tables of permissions", () => {
  test.each(["README.md", "docs/permissions.md"])("in %s name every scope that a recipe asks for", (page) => {
    const asked = recipes.flatMap(({ jobs }) =>
      Object.values(jobs).flatMap(({ permissions = {} }) =>
        Object.entries(permissions).map(([scope, right]) => `\`${scope}: ${right}\``),
      ),
    );
    const ofUpload = /security-events|actions|id-token|attestations/;
    const told = new Set(asked.filter((scope) => page !== "README.md" || !ofUpload.test(scope)));
    expect(told.size).toBeGreaterThan(1);
    for (const scope of told) expect(read(page)).toContain(scope);
  });
});

describe("every file in examples", () => {
  const files = all.filter(({ file }) => file.startsWith("examples/"));

  test.each(files)("$name begins by saying when to use it", ({ text }) => {
    expect(text).toMatch(/^# Use this .+\n(?:# .+\n)*name: /);
  });

  test.each(files)("$name grants nothing to all jobs, and limits how long each may run", ({
    permissions,
    text,
    jobs,
  }) => {
    expect(permissions).toEqual({});
    expect(text.match(/timeout-minutes:/g) ?? []).toHaveLength(
      // A workflow that is called has the limits of its own jobs.
      Object.values(jobs).filter(({ uses }) => uses === undefined).length,
    );
  });

  test.each(files)("$name is named in the list of recipes", ({ file }) => {
    expect(read("docs/recipes.md")).toContain(`](../${file})`);
  });
});
