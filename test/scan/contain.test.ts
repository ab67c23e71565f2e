import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Policy } from "../../src/domain/decision.ts";
import type { Report } from "../../src/domain/report.ts";
import { concludeRun } from "../../src/domain/report.ts";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { policy as policyOf } from "../support/facts.ts";
import { fetchInProcess } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";
import { scanOnce } from "./crashing/scan-once.ts";

let clock: TestClock;
let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;
let web: Project;
let admin: Key;
let auditFile: string;

beforeEach(async () => {
  clock = new TestClock();
  openai = await startOpenAI({ clock });
  acme = openai.organization("acme");
  [ada, web] = [acme.user("Ada"), acme.project("Web")];
  admin = acme.adminKey(ada, { name: "guard" });
  const folder = await mkdtemp(path.join(tmpdir(), "contain-"));
  auditFile = path.join(folder, "audit.jsonl");
  return async () => {
    await openai.close();
    await rm(folder, { recursive: true, force: true });
  };
});

/** A run over a text that holds these keys. */
async function scan(
  keys: readonly Key[],
  policy: Partial<Policy>,
  by = admin,
  confirm = async () => true,
): Promise<Report> {
  const text = keys.map((key) => `const client = new OpenAI({ apiKey: "${key.text}" });\n`).join("");
  const order = { baseURL: openai.baseURL, adminKey: by.text, text, auditFile, policy: policyOf(policy), dies: null };
  return await scanOnce(order, {
    clock,
    fetch: async (...request) => await fetchInProcess(openai, ...request),
    wrapJournal: (journal) => journal,
    die: async () => await Promise.reject(new Error("nothing dies here")),
    onContainment: () => {},
    confirm,
    isCancelled: () => false,
  });
}

/** The lines of the audit file. */
async function readLines(): Promise<readonly { event: string; fingerprint: string; act: string; outcome?: object }[]> {
  const lines = (await readFile(auditFile, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as never);
}

describe("an operator who is asked", () => {
  test("and says no keeps every key as it is, with what was decided in the report and no line in the audit file", async () => {
    const [one, other] = [acme.accountKey(web, "one"), acme.accountKey(web, "other")];
    const asked = async () => false;
    const report = await scan([one, other], { onLeak: "revoke" }, admin, asked);
    const declined = { decision: { kind: "revoke" }, outcome: { kind: "left", because: "declined" }, blocks: true };
    expect(report.findings).toMatchObject([declined, declined]);
    expect([one.deletedAt, other.deletedAt]).toEqual([null, null]);
    await expect(readFile(auditFile, "utf8")).resolves.toBe("");
    expect(concludeRun(report)).toBe("leaked");
  });

  test("is not asked where nothing would be done", async () => {
    const asked = async () => await Promise.reject(new Error("nobody should be asked"));
    const report = await scan([acme.accountKey(web, "bot")], { onLeak: "revoke", dryRun: true }, admin, asked);
    expect(report.findings).toMatchObject([{ outcome: { kind: "rehearsed", because: "would-revoke" } }]);
  });
});

describe("containment, step by step", () => {
  test("a quarantined key may do next to nothing, is told as exposed, and can be given back what it was allowed", async () => {
    const scopes = ["api.model.read", "api.model.request", "api.files.read"];
    const key = acme.accountKey(web, "bot", { scopes, madeBy: ada });
    const report = await scan([key], { onLeak: "quarantine" });
    expect(report.findings).toMatchObject([
      {
        outcome: { kind: "contained", by: "quarantine", verified: true, scopesBefore: scopes },
        validity: { kind: "active" },
        blocks: true,
      },
    ]);
    expect([key.scopes, key.deletedAt]).toEqual([["api.model.read"], null]);
    expect(concludeRun(report)).toBe("leaked");
  });

  test("an expiring key works until its grace is over, and a second run does not lengthen it", async () => {
    const key = acme.userKey(web, ada);
    const policy = { onLeak: "expire", grace: 7200 } as const;
    const end = clock.now().getTime() / 1000 + 7200;
    expect((await scan([key], policy)).findings).toMatchObject([
      { outcome: { kind: "contained", by: "expire", verified: true }, validity: { kind: "active" }, blocks: true },
    ]);
    expect(key.expiresAt).toBe(end);
    clock.advance(60_000);
    expect((await scan([key], policy)).findings).toMatchObject([
      { outcome: { kind: "left", because: "expires-sooner" } },
    ]);
    expect(key.expiresAt).toBe(end);
  });

  test("a key that was used lately waits for a person; what they approve is contained, and nothing else", async () => {
    const lastUsedAt = clock.now().getTime() / 1000 - 60;
    const [busy, other] = [acme.accountKey(web, "busy", { lastUsedAt }), acme.accountKey(web, "other", { lastUsedAt })];
    const policy = { onLeak: "revoke", holdIfUsedWithin: 3600 } as const;
    const held = await scan([busy, other], policy);
    expect(held.findings.map(({ outcome }) => outcome)).toMatchObject([
      { because: "awaiting-approval" },
      { because: "awaiting-approval" },
    ]);
    expect([busy.deletedAt, other.deletedAt]).toEqual([null, null]);
    await scan([busy, other], { ...policy, approved: new Set([computeFingerprint(busy.text)]) });
    expect(busy.deletedAt).not.toBe(null);
    expect(other.deletedAt).toBe(null);
  });

  test("an Admin API key that may only read is found out by the act, and both of its lines are in the audit file", async () => {
    const key = acme.accountKey(web, "bot");
    const reader = acme.adminKey(ada, { scopes: ["api.management.read"] });
    const { findings } = await scan([key], { onLeak: "revoke" }, reader);
    expect(findings).toMatchObject([{ outcome: { kind: "refused", because: "read-only-admin-key" } }]);
    expect(key.deletedAt).toBe(null);
    expect((await readLines()).map(({ event, outcome }) => [event, outcome])).toEqual([
      ["begin", undefined],
      ["end", { kind: "refused", because: "read-only-admin-key" }],
    ]);
  });

  test("a second run over a key that was revoked adds no line to the audit file", async () => {
    const key = acme.accountKey(web, "bot");
    await scan([key], { onLeak: "revoke" });
    expect(await readLines()).toHaveLength(2);
    await scan([key], { onLeak: "revoke" });
    expect(await readLines()).toHaveLength(2);
  });

  test("an act that an earlier run never ended stays unfinished where the next one is refused", async () => {
    const key = acme.accountKey(web, "bot");
    openai.fault(({ method }) => (method === "DELETE" ? { status: 409 } : null));
    await scan([key], { onLeak: "revoke" });
    const [begin = ""] = (await readFile(auditFile, "utf8")).split("\n");
    await writeFile(auditFile, `${begin}\n`); // As a run leaves it that was killed in the middle.
    openai.fault(null);
    const reader = acme.adminKey(ada, { scopes: ["api.management.read"] });
    const unfinished = [{ fingerprint: computeFingerprint(key.text), act: "revoke" }];
    for (const _ of ["once", "again"]) {
      expect((await scan([key], { onLeak: "revoke" }, reader)).unfinished).toMatchObject(unfinished);
    }
    expect((await scan([key], { onLeak: "revoke" })).unfinished).toEqual([]);
  });
});
