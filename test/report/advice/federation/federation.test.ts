import { readFileSync } from "node:fs";
import type { WorkloadIdentityProviderCreateParams } from "openai/resources/admin/organization/workload-identity-providers";
import type { FederationRuleCreateParams } from "openai/resources/admin/organization/workload-identity-providers/federation-rules";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Sighting } from "../../../../src/domain/candidate.ts";
import type { Finding } from "../../../../src/domain/finding.ts";
import {
  describeFederation,
  describePlace,
  FEDERATION_NOTES,
} from "../../../../src/report/advice/federation/federation.ts";
import { formatMarkdown, formatPlain } from "../../../../src/report/line.ts";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../../support/facts.ts";
import { renderComment, renderHtml, renderSummary, renderText } from "../../render.ts";
import { context, finding, plainLook, report, revoked } from "../../stories.ts";

const FACTS = { repository: "acme/web", defaultBranch: "trunk", serverUrl: "https://github.com" };
const WORKFLOW = ".github/workflows/nightly.yml";
const inWorkflow = (differing: Partial<Finding> = {}, place: Partial<Sighting> = {}) =>
  finding({ sightings: [sighting({ path: WORKFLOW, ...place })], ...differing });
const bot = { kind: "service-account", id: "user-7", name: "bot" } as const;
const ours = (differing: object) => ({
  identity: { kind: "ours", record: recordOf(createFakeKey("project", "a"), differing), chance: 0 } as const,
});

/** What there is to paste, as programs read it. */
function pasted(findings: readonly Finding[], facts = FACTS as Parameters<typeof describeFederation>[1]) {
  const view = describeFederation(findings, facts);
  if (!view) throw new Error("nothing is shown");
  const [provider = "", rule = "", workflow = ""] = view.parts.map(({ code }) => code);
  return { provider: JSON.parse(provider), rule: JSON.parse(rule), workflow: parse(workflow), notes: view.notes };
}

describe("what a workflow is shown whose key leaked", () => {
  test("names this repository, branch and workflow, and the key's project and account", () => {
    const { provider, rule, workflow } = pasted([inWorkflow(ours({ owner: bot }))]);
    expect(provider).toMatchObject({ type: "oidc", issuer: "https://token.actions.githubusercontent.com" });
    expect(rule).toEqual({
      name: "acme/web nightly.yml",
      project_id: "proj_1",
      service_account_id: "user-7",
      attribute_matchers: {
        repository: "acme/web",
        ref: "refs/heads/trunk",
        workflow_ref: `acme/web/${WORKFLOW}@refs/heads/trunk`,
        environment: "openai",
      },
      permissions: { type: "restricted", scopes: ["api.model.request"] },
    });
    expect(workflow.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(workflow.jobs.JOB.environment).toBe(rule.attribute_matchers.environment);
    const [step] = workflow.jobs.JOB.steps;
    expect(step.env["SERVICE_ACCOUNT_ID"]).toBe("user-7");
    expect(step.run).toContain(`audience=${encodeURIComponent(provider.audience)}`);
  });

  test("is taken from the keys file, where that knows a secret of GitHub's", () => {
    const kept = { kind: "github", owner: "acme", repo: "jobs", environment: "production", secret: "OPENAI" } as const;
    const { rule, workflow } = pasted([finding({ ...ours({ owner: bot }), places: [kept] })]);
    expect(rule.attribute_matchers).toMatchObject({
      repository: "acme/jobs",
      // The default branch of another repository is not known.
      ref: "refs/heads/BRANCH",
      environment: "production",
    });
    expect(workflow.jobs.JOB.environment).toBe("production");
    const text = renderText(report([finding({ ...ours({ owner: bot }), places: [kept] })]), plainLook);
    expect(text.match(/ci-keys\.md/g)).toHaveLength(1);
  });

  test("has words in capitals for what is not known", () => {
    const nobody = { identity: { kind: "unchecked", because: "no-admin-key" } } as const;
    const { rule } = pasted([inWorkflow(nobody)], { ...FACTS, repository: null, defaultBranch: null });
    expect(rule).toMatchObject({ project_id: "PROJECT_ID", service_account_id: "SERVICE_ACCOUNT_ID" });
    expect(rule.attribute_matchers.repository).toBe("OWNER/REPOSITORY");
    // A person is no service account.
    expect(pasted([inWorkflow(ours({}))]).rule.service_account_id).toBe("SERVICE_ACCOUNT_ID");
  });

  test("takes the repository of the place in a sweep, and counts further workflows", () => {
    const [one, other] = [
      inWorkflow({}, { repository: "acme/api" }),
      inWorkflow({}, { repository: "acme/api", path: ".github/workflows/b.yaml" }),
    ];
    const { rule, notes } = pasted([one, other, one]);
    expect(rule.attribute_matchers.repository).toBe("acme/api");
    expect(JSON.stringify(notes)).toContain("1 more workflow");
  });

  test.each([
    ["a path with signs that no code takes", { path: ".github/workflows/`a` | b.yml" }, "OWNER"],
    ["a path over lines", { path: ".github/workflows/a\n```\n# b.yml" }, "x"],
    ["a path that spells a key", { path: `.github/workflows/${createFakeKey("project", "name")}.yml` }, "x"],
  ])("writes nothing that others chose into code: %s", (_, place) => {
    const { rule } = pasted([inWorkflow({}, place)]);
    expect(rule.attribute_matchers["workflow_ref"]).toBe("acme/web/.github/workflows/WORKFLOW.yml@refs/heads/trunk");
  });

  test("nor of names of branches and repositories", () => {
    const hostile = { ...FACTS, repository: 'a/b"\n```', defaultBranch: "x`; rm -rf" };
    const { rule } = pasted([inWorkflow()], hostile);
    expect(rule.attribute_matchers).toMatchObject({ repository: "OWNER/REPOSITORY", ref: "refs/heads/BRANCH" });
  });
});

describe("what is to be pasted", () => {
  const page = readFileSync(new URL("../../../../docs/ci-keys.md", import.meta.url), "utf8");
  const place = { repository: "acme/web", branch: "main", path: WORKFLOW, environment: null };
  const shown = describePlace(
    { ...place, projectId: null, accountId: null, scopes: null },
    { title: "", serverUrl: null, notes: [] },
  );

  test("is what the page on keys in workflows has, and so are the notes that hold for every rule", () => {
    const fences = [...page.matchAll(/```(json|yaml)\n([\s\S]*?)\n```/g)].map(([, language, code]) => ({
      language,
      code,
    }));
    expect(fences).toEqual(shown.parts.map(({ language, code }) => ({ language, code })));
    for (const note of Object.values(FEDERATION_NOTES)) expect(page).toContain(formatMarkdown(note));
  });

  test("has the fields that OpenAI's SDK sends, and no other", () => {
    const provider: WorkloadIdentityProviderCreateParams = JSON.parse(shown.parts[0]?.code ?? "");
    const known: Record<keyof typeof provider, true> = {
      name: true,
      type: true,
      issuer: true,
      audience: true,
      verification: true,
      attribute_transformations: true,
      description: true,
      enabled: true,
    };
    expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(provider)));
    const rule: FederationRuleCreateParams = JSON.parse(shown.parts[1]?.code ?? "");
    const fields: Record<keyof typeof rule, true> = {
      attribute_matchers: true,
      project_id: true,
      service_account_id: true,
      description: true,
      enabled: true,
      name: true,
      permissions: true,
    };
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(rule)));
  });

  test("is a whole workflow, as checks of workflows ask for", () => {
    const { on, permissions, jobs, ...rest } = parse(shown.parts[2]?.code ?? "");
    expect([on, permissions, rest]).toEqual(["workflow_dispatch", { contents: "read", "id-token": "write" }, {}]);
    const { "runs-on": runner, environment, steps, ...others } = jobs.JOB;
    expect([runner, environment, others]).toEqual(["ubuntu-latest", "openai", {}]);
    for (const { run } of steps as { run: unknown }[]) expect(run).toEqual(expect.any(String));
  });
});

describe("on another server of GitHub's", () => {
  test.each([
    ["https://github.acme.example", "https://github.acme.example/_services/token"],
    ["https://acme.ghe.com", "https://token.actions.acme.ghe.com"],
  ])("%s: its issuer is named, nothing is there to paste, and no step says that it works", (serverUrl, issuer) => {
    const view = describeFederation([inWorkflow()], { ...FACTS, serverUrl });
    expect(view?.parts).toEqual([]);
    expect(formatPlain(view?.intro ?? [])).toContain(`another issuer, ${issuer}`);
    const one = report([inWorkflow(ours({ owner: bot }))]);
    const text = renderComment(one, { ...context, serverUrl });
    expect(text).toContain(issuer);
    expect(text).not.toMatch(/Better without any key|federation_rules/);
    expect(renderComment(one, context)).toContain("Better without any key");
  });
});

describe("is shown for no other key", () => {
  test.each([
    ["elsewhere", finding()],
    ["in an action's file", inWorkflow({}, { path: "action.yml" })],
    ["in a file beside workflows", inWorkflow({}, { path: ".github/workflows/lib/a.yml" })],
    ["in an archive", inWorkflow({}, { member: "a.txt" })],
    ["an admin key", inWorkflow({ family: "admin" } as never)],
    ["a stranger's", inWorkflow({ identity: { kind: "foreign" } })],
    ["a damaged one", inWorkflow({ kind: "suspected", confidence: "suspected" })],
    ["a token", inWorkflow({ kind: "codex-access-token" })],
    ["one that is ignored", inWorkflow({ ignored: { kind: "ignored", reason: "x", until: null } })],
    [
      "one that never worked",
      inWorkflow({ possession: "not-accepted", validity: { kind: "inactive", because: "refused" } }),
    ],
  ])("%s", (_, one) => {
    expect(describeFederation([one], FACTS)).toBe(null);
  });

  test("but for one that this run revoked", () => {
    expect(describeFederation([revoked({ sightings: [sighting({ path: WORKFLOW })] })], FACTS)).not.toBe(null);
  });
});

describe("media", () => {
  const one = report([inWorkflow(ours({ owner: bot }))]);

  test("fold it where there is room, and the terminal has one line", () => {
    for (const text of [renderComment(one, context), renderSummary(one, context), renderHtml(one, context)]) {
      expect(text).toContain("Do without a key");
      expect(text).toContain("federation_rules");
    }
    const text = renderText(one, plainLook);
    expect(text).not.toContain("federation_rules");
    expect(text.match(/ci-keys\.md/g)).toHaveLength(1);
  });

  test("say nothing of it elsewhere", () => {
    expect(renderComment(report([finding()]), context)).not.toContain("Do without a key");
  });
});
