import { describe, expect, test } from "vitest";
import { RULES } from "../../src/audit/rules/rules.ts";
import { UsageError } from "../../src/errors.ts";
import { NOTHING_ON } from "../../src/messages/audit/notes.ts";
import { describeFixSum } from "../../src/report/wording/audit/title.ts";
import { auditedOrganization, DAY, fixOf } from "./audited-organization.ts";

const REVOKED = { kind: "contained", by: "revoke", verified: true, stopped: false };

describe.concurrent("what a rule found is acted on", () => {
  test("when the operator asks for it, and nothing else is touched", async () => {
    await using at = await auditedOrganization();
    expect((await at.audit()).fails).toBe(true);
    expect(at.changes).toEqual([]);
    const report = await at.audit({ fix: "unused=revoke" });
    expect(fixOf(report, "unused", at.unused)).toMatchObject({ decision: { kind: "revoke" }, outcome: REVOKED });
    expect(at.unused.deletedAt).not.toBe(null);
    expect(at.used.deletedAt).toBe(null);
    expect(at.changes).toHaveLength(1);
    expect(report.findings.filter(({ fix }) => fix !== null)).toHaveLength(1);
    // What is seen to be over fails no run.
    expect(report).toMatchObject({ conclusion: "findings", fails: false });
    expect(at.said).toEqual([
      "before: revoke unused: unused, last used 143 days ago, on 1 Jul 2026",
      "after: unused contained",
    ]);
  });

  test("by an end, which its record shows and a second run does not move", async () => {
    await using at = await auditedOrganization();
    const report = await at.audit({ fix: "unused=expire:30d" });
    expect(fixOf(report, "unused", at.unused)?.outcome).toMatchObject({ by: "expire", verified: true, stopped: false });
    const end = at.unused.expiresAt;
    expect(end).toBe(at.daysAgo(-30));
    at.clock.advance(DAY * 1000);
    const again = await at.audit({ fix: "unused=expire:30d" });
    expect(fixOf(again, "unused", at.unused)?.outcome).toEqual({ kind: "left", because: "expires-sooner" });
    expect(at.unused.expiresAt).toBe(end);
    expect(again.fails).toBe(false);
  });

  test("once, where two rules found it: the harder act counts, and both findings tell of it", async () => {
    await using at = await auditedOrganization();
    const report = await at.audit({ fix: "no-expiry=expire:90d\nunused=revoke", rails: { maxContained: 2 } });
    const [byUse, byEnd] = ["unused", "no-expiry"].map((rule) => fixOf(report, rule, at.unused));
    expect(byUse?.outcome).toMatchObject(REVOKED);
    expect(byEnd).toEqual(byUse);
    expect(fixOf(report, "no-expiry", at.used)?.outcome).toMatchObject({ kind: "contained", by: "expire" });
    expect(at.changes).toHaveLength(2);
  });

  test("of those who left, never the Admin API key that the run works with", async () => {
    await using at = await auditedOrganization();
    const other = at.acme.adminKey(at.ada, { name: "another" });
    at.acme.users.splice(0, 1);
    const report = await at.audit({ fix: "owner-inactive=revoke" });
    expect(fixOf(report, "owner-inactive", at.admin)?.outcome).toEqual({ kind: "left", because: "own-admin-key" });
    expect(fixOf(report, "owner-inactive", other)?.outcome).toMatchObject({ kind: "contained", by: "revoke" });
    expect([at.admin.deletedAt, other.deletedAt === null]).toEqual([null, false]);
  });

  test("no Admin API key at all where none is listed as the run's own", async () => {
    await using at = await auditedOrganization();
    const other = at.acme.adminKey(at.ada, { name: "another" });
    at.acme.users.splice(0, 1);
    at.openai.fault(({ path }) => {
      if (!path.endsWith("/admin_api_keys")) return null;
      const record = { object: "organization.admin_api_key", id: other.id, name: "another", created_at: 1_768_435_200 };
      const owner = { type: "user", id: at.ada.id, name: "Ada" };
      const body = { object: "list", data: [{ ...record, redacted_value: "sk-admin...zzzz", owner }], has_more: false };
      return { status: 200, body };
    });
    const report = await at.audit({ fix: "owner-inactive=revoke" });
    expect(fixOf(report, "owner-inactive", other)?.outcome).toEqual({ kind: "left", because: "own-admin-key" });
    expect(at.changes).toEqual([]);
  });
});

describe.concurrent("nothing is done to a key", () => {
  test.for([
    ["that is protected", { rails: { protect: ["unused"] } }, "protected"],
    ["whose project is protected", { rails: { protect: ["Web"] } }, "protected"],
    ["above max-contained", { rails: { maxContained: 0 } }, "too-many"],
    ["that was used within the time that holds keys back", { rails: { holdIfUsedWithin: 200 * DAY } }, "used-recently"],
    [
      "that an exception takes out",
      { exceptions: "exceptions:\n  - key: unused\n    reason: migrates\n    until: 2027-01-31\n" },
      "excepted",
    ],
    ["while an entry of protect fits nothing", { rails: { protect: ["unusedd"] } }, "unmatched-entry"],
    ["when the operator says no", { world: { confirm: async () => false } }, "declined"],
  ] as const)("%s", async ([, choices, because]) => {
    await using at = await auditedOrganization();
    const report = await at.audit({ fix: "unused=revoke", ...choices });
    expect(fixOf(report, "unused", at.unused)?.outcome).toEqual({ kind: "left", because });
    expect(at.changes).toEqual([]);
    expect(at.unused.deletedAt).toBe(null);
    expect(report.conclusion).toBe(because === "unmatched-entry" ? "incomplete" : "findings");
    // What an exception takes out is nothing to be done; all else is.
    expect(report.fails).toBe(because !== "excepted");
  });

  test("in a dry run, which says what would be done", async () => {
    await using at = await auditedOrganization();
    const report = await at.audit({ fix: "unused=revoke", rails: { dryRun: true } });
    expect(fixOf(report, "unused", at.unused)?.outcome).toEqual({ kind: "rehearsed", because: "would-revoke" });
    expect(at.changes).toEqual([]);
    expect(at.said).toEqual([]);
  });

  test("once an exception has ended it is", async () => {
    await using at = await auditedOrganization();
    const exceptions = "exceptions:\n  - key: unused\n    reason: migrates\n    until: 2026-11-20\n";
    const report = await at.audit({ fix: "unused=revoke", exceptions });
    expect(fixOf(report, "unused", at.unused)?.outcome).toMatchObject(REVOKED);
  });

  test("after the run was told to stop", async () => {
    await using at = await auditedOrganization();
    const report = await at.audit({ fix: "unused=revoke", world: { isCancelled: () => true } });
    expect(fixOf(report, "unused", at.unused)?.outcome).toEqual({ kind: "refused", because: "cancelled" });
    expect(at.changes).toEqual([]);
    expect(report.fails).toBe(true);
  });

  test.for([
    ["the keys of another project", (path: string) => /\/projects\/[^/]+\/api_keys$/.test(path)],
    ["the projects", (path: string) => path.endsWith("/projects")],
    ["usage", (path: string) => path.includes("/usage/")],
  ] as const)("when %s cannot be read to the end", async ([, applies]) => {
    await using at = await auditedOrganization();
    const batch = at.acme.project("Batch");
    at.acme.accountKey(batch, "job", { lastUsedAt: at.daysAgo(1) });
    const refusal = { status: 403, body: { error: { message: "No.", type: "x", code: null, param: null } } };
    at.openai.fault(({ method, path }) => {
      const isOther = !path.includes(at.web.id);
      return method === "GET" && applies(path) && isOther ? refusal : null;
    });
    const report = await at.audit({ fix: "unused=revoke\nno-expiry=expire:30d", rails: { maxContained: 10 } });
    expect(report.conclusion).toBe("incomplete");
    expect(at.unused.deletedAt).toBe(null);
    const isUsage = applies("/usage/x");
    // An end needs no usage; the lists it does need.
    expect(at.changes.length > 0).toBe(isUsage);
    if (isUsage) expect(at.changes.every((change) => !change.startsWith("DELETE"))).toBe(true);
  });

  test.for([
    ["by a rule that finds it unused", {}],
    ["while uses hold keys back", { holdIfUsedWithin: 3600 }],
  ] as const)("that was used after it was listed, %s", async ([, rails]) => {
    await using at = await auditedOrganization();
    const confirm = async () => {
      at.unused.lastUsedAt = at.daysAgo(0);
      return true;
    };
    const fix = "holdIfUsedWithin" in rails ? "no-expiry=revoke" : "unused=revoke";
    const report = await at.audit({ fix, rails: { maxContained: 9, ...rails }, world: { confirm } });
    const rule = fix.replace(/=.*/, "");
    expect(fixOf(report, rule, at.unused)?.outcome).toEqual({ kind: "left", because: "used-recently" });
    expect(at.unused.deletedAt).toBe(null);
  });

  test("that has the ends of the run's own Admin API key, whichever list it stands in", async () => {
    await using at = await auditedOrganization();
    const { text, id } = at.admin;
    at.openai.fault(({ path, method }) => {
      if (method !== "GET" || !path.includes(`/projects/${at.web.id}/api_keys`)) return null;
      const owner = { type: "service_account", service_account: { id: "user-x", name: "x" } };
      const dates = { created_at: at.daysAgo(300), last_used_at: null, expires_at: null };
      const redacted = `${text.slice(0, 8)}...${text.slice(-4)}`;
      const record = { id, name: "x", redacted_value: redacted, owner, owner_project_access: "active", ...dates };
      return { status: 200, body: path.endsWith(id) ? record : { object: "list", data: [record], has_more: false } };
    });
    const report = await at.audit({ fix: "unused=revoke" });
    expect(fixOf(report, "unused", at.admin)?.outcome).toEqual({ kind: "left", because: "own-admin-key" });
    expect(at.changes).toEqual([]);
  });

  test("that no rule with a fix has found", async () => {
    await using at = await auditedOrganization();
    await at.audit({ fix: "archived-project=revoke" });
    expect(at.changes).toEqual([]);
  });
});

describe.concurrent("wrong use is told before anything is done", () => {
  test("a fix of a rule that the policy turns off", async () => {
    await using at = await auditedOrganization();
    await expect(at.audit({ fix: "unused=revoke", rules: { unused: "off" } })).rejects.toThrow(UsageError);
    expect(at.openai.requests).toEqual([]);
  });

  test("a project that there is not, with the nearest", async () => {
    await using at = await auditedOrganization();
    const wrong = at.audit({ fix: "unused=revoke", projects: ["Wep"] });
    await expect(wrong).rejects.toThrow(
      '--project is "Wep", which fits no project of the organisation. Did you mean "Web"?',
    );
    expect(at.changes).toEqual([]);
  });
});

describe.concurrent("an audit of nothing", () => {
  test("is none that finds nothing: a misspelt project is refused, also where a list that has no projects is not read", async () => {
    await using at = await auditedOrganization();
    const refusal = { status: 403, body: { error: { message: "No.", type: "x", code: null, param: null } } };
    at.openai.fault(({ path }) => (path.endsWith("/admin_api_keys") ? refusal : null));
    await expect(at.audit({ projects: ["Wep"] })).rejects.toThrow(UsageError);
    at.openai.fault(({ path }) => (path.endsWith("/projects") ? refusal : null));
    expect((await at.audit({ projects: ["Wep"] })).conclusion).toBe("incomplete");
  });

  test("says so where a policy turns everything off", async () => {
    await using at = await auditedOrganization();
    const off = Object.fromEntries(RULES.map(({ name }) => [name, "off"]));
    expect((await at.audit({ rules: off })).notes).toEqual([NOTHING_ON]);
    expect((await at.audit()).notes).toEqual([]);
  });
});

describe.concurrent("a fix is told as it was", () => {
  test.for([
    ["which may not change keys", 403, "refused", true],
    ["by a server that fails", 500, "failed", true],
  ] as const)("refused by an Admin API key or server %s", async ([, status, kind]) => {
    await using at = await auditedOrganization();
    const message = status === 403 ? "Missing scopes: api.management.write" : "failed";
    const body = { error: { message, type: "invalid_request_error", code: null, param: null } };
    at.openai.fault(({ method }) => (method === "DELETE" ? { status, body } : null));
    const report = await at.audit({ fix: "unused=revoke", rules: { unused: "warning" } });
    expect(fixOf(report, "unused", at.unused)?.outcome.kind).toBe(kind);
    // Below the level of fail-on, and asked for all the same.
    expect(report.fails).toBe(true);
    expect((await at.audit({ fix: "unused=revoke", failOn: "never" })).fails).toBe(false);
  });

  test("once for a key that another rule's exception leaves alone", async () => {
    await using at = await auditedOrganization();
    const exceptions = "exceptions:\n  - key: unused\n    rule: no-expiry\n    reason: migrates\n";
    const report = await at.audit({
      fix: "unused=revoke\nno-expiry=expire:1d",
      exceptions,
      rails: { maxContained: 9 },
    });
    expect(fixOf(report, "unused", at.unused)?.outcome).toMatchObject(REVOKED);
    expect(describeFixSum(report.findings)).toContain("1 key revoked");
    expect(describeFixSum(report.findings)).not.toContain("not changed");
  });

  test("not done, where the record of it cannot be written", async () => {
    await using at = await auditedOrganization();
    const { journal } = at.world();
    const broken = { ...journal, begin: async () => await Promise.reject(new Error("disk full")) };
    const report = await at.audit({ fix: "unused=revoke", world: { journal: broken } });
    expect(fixOf(report, "unused", at.unused)?.outcome).toEqual({ kind: "refused", because: "not-recorded" });
    expect(at.changes).toEqual([]);
  });

  test("done, with a gap where its end cannot be recorded", async () => {
    await using at = await auditedOrganization();
    const { journal } = at.world();
    const broken = { ...journal, end: async () => await Promise.reject(new Error("disk full")) };
    const report = await at.audit({ fix: "unused=revoke", world: { journal: broken } });
    expect(fixOf(report, "unused", at.unused)?.outcome).toMatchObject(REVOKED);
    expect(report.conclusion).toBe("incomplete");
    expect(report.gaps).toMatchObject([{ kind: "audit-file" }]);
  });
});
