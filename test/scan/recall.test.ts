import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import type { Policy } from "../../src/domain/decision.ts";
import type { Finding } from "../../src/domain/finding.ts";
import { computeFingerprint, Secret } from "../../src/domain/secret.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { createDecoy, createFakeKey } from "../../src/sandbox/fake-keys.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key, Organization, Person, Project } from "../../src/sandbox/openai/organization.ts";
import { scanChange } from "../../src/scan/scan.ts";
import { openStdin } from "../../src/sources/stdin.ts";
import { policy as policyOf } from "../support/facts.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";
import { createTestWorld } from "../support/world.ts";

const HARMLESS = ["api.model.read"];
const HOUR = 3_600_000;

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "recall-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** An OpenAI with one organisation, and an operator whose runs keep an audit file where they are given one. */
class Operator implements AsyncDisposable {
  readonly openai: OpenAISandbox;
  readonly acme: Organization;
  readonly ada: Person;
  readonly web: Project;
  readonly admin: Key;
  readonly clock: TestClock;
  readonly file: string;

  constructor(openai: OpenAISandbox, clock: TestClock) {
    this.openai = openai;
    this.clock = clock;
    this.acme = openai.organization("acme");
    this.ada = this.acme.user("Ada");
    this.web = this.acme.project("Web");
    this.admin = this.acme.adminKey(this.acme.user("Olga"), { name: "guard" });
    files += 1;
    this.file = path.join(folder, `audit-${files}.jsonl`);
  }

  /** A run over a text with this key, and what it says of it. */
  async run(text: string, policy: Partial<Policy>, ways: Ways = {}): Promise<Finding> {
    const { hasFile = false, by = this.admin, remembered = [], actor = "octocat" } = ways;
    const { clock } = this;
    const journal = hasFile ? { journal: await openJournal({ file: this.file, run: { actor }, clock }) } : {};
    const { change, source } = openStdin({ stream: stream(`OPENAI_API_KEY="${text}"\n`), name: "leak.txt" });
    const registry = createOpenAIRegistry(hostOf(this.openai), new Secret(by.text), { clock });
    const memory = async () => new Set(remembered);
    const world = createTestWorld({ source, detect, registry, memory, ...journal }, clock);
    const { findings } = await scanChange(change, world, policyOf(policy));
    const finding = findings.find(({ fingerprint }) => fingerprint === computeFingerprint(text));
    if (!finding) throw new Error("the key was not found");
    return finding;
  }

  /** Somebody gives a key other scopes in the dashboard. */
  rescope(key: Key, scopes: string[], by: Person = this.ada): void {
    key.scopes = scopes;
    this.acme.usageLog.logDashboardUpdate(key, { by, scopes, at: this.clock.now().getTime() / 1000 });
  }

  whenLogIsRead(fault: Fault | null): void {
    this.openai.fault(({ path: asked }) => (asked.endsWith("/audit_logs") ? fault : null));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.openai.close();
  }
}

type Ways = { hasFile?: boolean; by?: Key; remembered?: readonly string[]; actor?: string };

async function operator(): Promise<Operator> {
  const clock = new TestClock();
  return new Operator(await startOpenAI({ propagation: 30, clock }), clock);
}

async function* stream(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const QUARANTINE = { onLeak: "quarantine" } as const;
const REVOKE = { onLeak: "revoke" } as const;
const EXPIRE = { onLeak: "expire", grace: 7200 } as const;
const REPORT = { onLeak: "report" } as const;

describe.concurrent("a person's key that an earlier run has quarantined", () => {
  for (const [name, hasFile, hasLog] of [
    ["the audit file and OpenAI's log", true, true],
    ["the audit file alone", true, false],
    ["OpenAI's log alone", false, true],
  ] as const) {
    const by = hasFile
      ? { kind: "user", id: "octocat", name: null }
      : { kind: "key", id: expect.any(String) as string, name: "guard" };
    const quarantined = {
      kind: "quarantine",
      by,
      knownFrom: hasFile ? "audit-file" : "audit-log",
      standing: hasLog ? "confirmed" : "plausible",
    };

    async function start(): Promise<{ at: Operator; key: Key; done: Date; run: Operator["run"] }> {
      const at = await operator();
      at.acme.usageLog.isAuditLogEnabled = hasLog;
      const key = at.acme.userKey(at.web, at.ada);
      const first = await at.run(key.text, QUARANTINE, { hasFile });
      expect(first).toMatchObject({ outcome: { kind: "contained", by: "quarantine", verified: true }, earlier: null });
      const done = first.outcome.kind === "contained" ? first.outcome.at : new Date(0);
      at.clock.advance(HOUR);
      return { at, key, done, run: async (text, policy) => await at.run(text, policy, { hasFile, actor: "later" }) };
    }

    test(`is told as that, with who and when, by ${name}`, async () => {
      const { at, key, done, run } = await start();
      await using _ = at;
      const seconds = Math.floor(done.getTime() / 1000);
      for (const policy of [REPORT, QUARANTINE]) {
        const again = await run(key.text, policy);
        expect(again).toMatchObject({
          earlier: quarantined,
          possession: "proven-before",
          blocks: true,
          containable: true,
        });
        expect(Math.floor((again.earlier?.at.getTime() ?? 0) / 1000)).toBe(seconds);
      }
      const verified = hasLog;
      expect((await run(key.text, QUARANTINE)).outcome).toMatchObject({
        kind: "contained",
        by: "quarantine",
        verified,
      });
      expect([key.scopes, key.deletedAt]).toEqual([HARMLESS, null]);
      const updates = at.openai.requests.filter(({ method }) => method === "POST");
      expect(updates).toHaveLength(1);
    });

    test(`can be revoked, by ${name}`, async () => {
      const { at, key, run } = await start();
      await using _ = at;
      expect(await run(key.text, REVOKE)).toMatchObject({
        outcome: { kind: "contained", by: "revoke", verified: true },
      });
      expect(key.deletedAt).not.toBe(null);
    });

    test(`can be given an end, by ${name}`, async () => {
      const { at, key, run } = await start();
      await using _ = at;
      expect(await run(key.text, EXPIRE)).toMatchObject({
        outcome: { kind: "contained", by: "expire", verified: true },
      });
      expect([key.deletedAt, key.expiresAt === null]).toEqual([null, false]);
      // Of the two the later one is told.
      expect((await run(key.text, REPORT)).earlier).toMatchObject({ kind: "expire" });
      expect(await run(key.text, REVOKE)).toMatchObject({ outcome: { kind: "contained", by: "revoke" } });
    });

    test(`is exposed again once somebody gives it its permissions back, by ${name}`, async () => {
      const { at, key, run } = await start();
      await using _ = at;
      at.rescope(key, ["api.all"]);
      key.scopes = null;
      expect(await run(key.text, REPORT)).toMatchObject({ earlier: null, possession: "proven" });
      expect((await run(key.text, QUARANTINE)).outcome).toMatchObject({ kind: "contained", verified: true });
      expect(key.scopes).toEqual(HARMLESS);
    });
  }

  test("is exposed again where somebody gave it a part of its permissions back", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE, { hasFile: true });
    at.clock.advance(HOUR);
    at.rescope(key, ["api.model.request", "api.model.read"]);
    expect(await at.run(key.text, REPORT, { hasFile: true })).toMatchObject({ earlier: null });
    // By the file it is still known whose it is: the text of a record does not change.
    expect((await at.run(key.text, QUARANTINE, { hasFile: true })).outcome).toMatchObject({ by: "quarantine" });
    expect(key.scopes).toEqual(HARMLESS);
  });

  test("stays told as that while OpenAI has not enforced it, and is not called confirmed", async () => {
    await using at = await operator();
    at.acme.propagation.scopes = 10 * 60_000;
    const key = at.acme.userKey(at.web, at.ada);
    const first = await at.run(key.text, QUARANTINE);
    expect(first.outcome).toMatchObject({ kind: "contained", verified: false });
    expect((await at.run(key.text, REPORT)).earlier).toMatchObject({ kind: "quarantine", standing: "pending" });
  });

  test("is known by the file where the log is late", async () => {
    await using at = await operator();
    at.acme.usageLog.delay = 2 * HOUR;
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE, { hasFile: true });
    at.clock.advance(HOUR);
    expect((await at.run(key.text, REPORT, { hasFile: true })).earlier).toMatchObject({ standing: "plausible" });
    expect((await at.run(key.text, REVOKE)).outcome).toEqual({ kind: "left", because: "unnamed" });
    at.clock.advance(2 * HOUR);
    expect((await at.run(key.text, REVOKE)).outcome).toMatchObject({ kind: "contained", by: "revoke" });
  });

  test("is known by the log where the Admin API key was replaced by another of the same person", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE);
    at.admin.deletedAt = 1;
    const by = at.acme.adminKey(at.admin.owner.person, { name: "guard 2" });
    expect((await at.run(key.text, REVOKE, { by })).outcome).toMatchObject({ kind: "contained", by: "revoke" });
  });

  test.for([
    ["is a refusal", { status: 403, body: { error: { message: "Missing scopes: api.audit_logs.read.", code: null } } }],
    ["fails", { status: 500 }],
    ["is a page of a proxy", "html"],
    ["is empty", "empty"],
    ["has no end", "repeat-cursor"],
    ["loses its way", "lost-cursor"],
    ["is silence", "hang"],
  ] as const)("is left alone by a run without a file where the log %s", async ([, fault]) => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE);
    at.whenLogIsRead(fault);
    const { fingerprint } = new Secret(key.text);
    const again = await at.run(key.text, REVOKE, { remembered: [fingerprint] });
    expect(again).toMatchObject({
      outcome: { kind: "left", because: "unnamed" },
      earlier: null,
      possession: "unnamed",
    });
    expect(key.deletedAt).toBe(null);
  });

  test("is found in a log of several pages", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE);
    for (let index = 0; index < 450; index += 1) {
      const change = { by: at.admin, expires_in_seconds: 86_400, at: at.clock.now().getTime() / 1000 + 1 };
      at.acme.usageLog.logUpdate(key, change);
    }
    expect((await at.run(key.text, REVOKE)).outcome).toMatchObject({ kind: "contained", by: "revoke" });
  });

  test("is left alone where the log is of other keys too, and too long to be read", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE);
    const other = at.acme.accountKey(at.web, "bot");
    for (let index = 0; index < 450; index += 1) {
      at.acme.usageLog.logUpdate(other, { by: at.admin, scopes: HARMLESS, at: at.clock.now().getTime() / 1000 });
    }
    const all = at.acme.usageLog.auditLog.map(({ entry }) => entry);
    at.openai.fault(({ path: asked, query }) => {
      const after = Number(/after=audit_log-(\d+)/.exec(query)?.[1] ?? 0);
      const data = all.slice(after, after + 100);
      return asked.endsWith("/audit_logs")
        ? { status: 200, body: { object: "list", data, has_more: after + 100 < all.length, last_id: data.at(-1)?.id } }
        : null;
    });
    expect((await at.run(key.text, REVOKE)).outcome).toEqual({ kind: "left", because: "unnamed" });
  });
});

describe.concurrent("what nobody of us did", () => {
  test("a key that a person narrowed themselves is told as before, and left alone", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    at.rescope(key, HARMLESS);
    for (const person of [at.ada, at.admin.owner.person]) {
      at.rescope(key, HARMLESS, person);
      const found = await at.run(key.text, REVOKE);
      expect(found).toMatchObject({ outcome: { kind: "left", because: "unnamed" }, earlier: null });
    }
    expect(key.deletedAt).toBe(null);
  });

  test("a key that another Admin API key narrowed is left alone", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada, { scopes: HARMLESS });
    const other = at.acme.adminKey(at.admin.owner.person, { name: "terraform" });
    at.acme.usageLog.logUpdate(key, { by: other, scopes: HARMLESS, at: at.clock.now().getTime() / 1000 });
    expect((await at.run(key.text, REVOKE)).outcome).toEqual({ kind: "left", because: "unnamed" });
  });

  test("a key that we quarantined, a person restored, and a person narrowed again is theirs to decide on", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE);
    at.clock.advance(HOUR);
    at.rescope(key, ["api.all"]);
    at.clock.advance(HOUR);
    at.rescope(key, HARMLESS);
    expect(await at.run(key.text, REVOKE)).toMatchObject({
      outcome: { kind: "left", because: "unnamed" },
      earlier: null,
    });
  });

  test("what a comment remembers raises nothing: anybody who writes by the same name could have planted it", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada, { scopes: HARMLESS });
    const { fingerprint } = new Secret(key.text);
    const found = await at.run(key.text, REVOKE, { remembered: [fingerprint] });
    expect(found).toMatchObject({ outcome: { kind: "left", because: "unnamed" }, earlier: null });
  });

  test("lines of the audit file about another key, or another record, prove nothing", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada, { scopes: HARMLESS });
    const line = (fingerprint: string, id: string) =>
      `${JSON.stringify({ v: 1, event: "begin", at: "2026-11-20T09:00:00.000Z", fingerprint, act: "quarantine", grace: null, record: { id } })}\n`;
    const { fingerprint } = new Secret(key.text);
    await writeFile(at.file, line("0".repeat(16), key.id) + line(fingerprint, "key_another"));
    expect((await at.run(key.text, REVOKE, { hasFile: true })).outcome).toEqual({ kind: "left", because: "unnamed" });
    expect(key.deletedAt).toBe(null);
  });
});

describe.concurrent("somebody who has seen a quarantined record's ends", () => {
  test("writes a text with the same ends, and nothing happens", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE, { hasFile: true });
    const decoy = createDecoy(key.text);
    const { fingerprint } = new Secret(decoy);
    const found = await at.run(decoy, REVOKE, { hasFile: true, remembered: [fingerprint] });
    expect(found).toMatchObject({ outcome: { kind: "left", because: "not-accepted" }, earlier: null });
    expect(key.deletedAt).toBe(null);
  });

  test.for([
    true,
    false,
  ])("puts them on a narrow key of another organisation, and forges lines: nothing happens", async (sendsHeader) => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE);
    const evil = at.openai.organization("evil");
    evil.sendsHeader = sendsHeader;
    const text = createFakeKey("project", "evil").slice(0, -4) + key.text.slice(-4);
    const theirs = evil.userKey(evil.project("x"), evil.user("Eve"), { text, scopes: HARMLESS });
    const { fingerprint } = new Secret(text);
    const forged = {
      v: 1,
      event: "begin",
      at: "2026-11-20T09:00:00.000Z",
      fingerprint,
      act: "quarantine",
      grace: null,
    };
    await writeFile(at.file, `${JSON.stringify({ ...forged, record: { id: key.id } })}\n`);
    for (const hasFile of [true, false]) {
      const found = await at.run(text, REVOKE, { hasFile, remembered: [fingerprint] });
      expect(found.outcome).toEqual({ kind: "left", because: sendsHeader ? "someone-else" : "unnamed" });
    }
    expect([key.deletedAt, theirs.deletedAt]).toEqual([null, null]);
  });

  test("has another narrow key of the organisation with them: nobody can tell which it is", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE);
    const text = createFakeKey("project", "twin").slice(0, -4) + key.text.slice(-4);
    at.acme.userKey(at.web, at.acme.user("Bob"), { text, scopes: HARMLESS });
    expect((await at.run(text, REVOKE)).outcome).toEqual({ kind: "left", because: "ambiguous" });
    expect(key.deletedAt).toBe(null);
  });

  test("has a legacy key with them, which no list shows: the log does not prove that it is the record's", async () => {
    await using at = await operator();
    at.acme.redaction = "dots";
    const record = at.acme.userKey(at.web, at.ada, { text: createFakeKey("user", "listed") });
    await at.run(record.text, QUARANTINE);
    expect(record.scopes).toEqual(HARMLESS);
    const text = createFakeKey("user", "unlisted").slice(0, -3) + record.text.slice(-3);
    at.acme.legacyKey(at.acme.user("Eve"), { text, scopes: HARMLESS });
    expect((await at.run(text, REVOKE)).outcome).toEqual({ kind: "left", because: "unnamed" });
    expect(record.deletedAt).toBe(null);
  });
});

describe.concurrent("a key that an earlier run gave an end", () => {
  test.for([
    ["the audit file", true],
    ["OpenAI's log", false],
  ] as const)("is told with who and when, and as ended once it has, by %s", async ([, hasFile]) => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, EXPIRE, { hasFile });
    at.clock.advance(HOUR);
    const end = new Date((key.expiresAt ?? 0) * 1000);
    const earlier = { kind: "expire", endsAt: end, standing: "confirmed" };
    expect(await at.run(key.text, EXPIRE, { hasFile })).toMatchObject({
      outcome: { kind: "left", because: "expires-sooner" },
      earlier,
    });
    at.clock.advance(2 * HOUR);
    expect(await at.run(key.text, REPORT, { hasFile })).toMatchObject({
      validity: { kind: "inactive", because: "expired" },
      earlier,
    });
  });

  test("is told as another's where somebody moved the end", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, EXPIRE, { hasFile: true });
    key.expiresAt = (key.expiresAt ?? 0) + 86_400;
    expect((await at.run(key.text, REPORT, { hasFile: true })).earlier).toBe(null);
  });
});

describe.concurrent("a key that an earlier run has revoked", () => {
  test("is told with who and when, by the audit file", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada, { name: "laptop" });
    const first = await at.run(key.text, REVOKE, { hasFile: true });
    at.clock.advance(HOUR);
    // Another key by the same name is another key.
    at.acme.userKey(at.web, at.ada, { name: "laptop" });
    const again = await at.run(key.text, REVOKE, { hasFile: true, actor: "later" });
    expect(again).toMatchObject({
      identity: { kind: "unchecked", because: "contained-before" },
      outcome: { kind: "left", because: "already-inactive" },
      earlier: {
        kind: "revoke",
        recordId: key.id,
        by: { id: "octocat" },
        at: first.outcome.kind === "contained" ? first.outcome.at : null,
        standing: "confirmed",
      },
    });
    expect((await readFile(at.file, "utf8")).trimEnd().split("\n")).toHaveLength(2);
  });

  test("while another run was about to act on it is told as gone, and as dead", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    at.openai.fault(({ method, path: asked }) => {
      if (method === "GET" && asked.endsWith(`/${key.id}`)) key.deletedAt ??= at.clock.now().getTime();
      return null;
    });
    expect(await at.run(key.text, REVOKE)).toMatchObject({
      outcome: { kind: "already-gone" },
      validity: { kind: "inactive", because: "deleted" },
    });
  });

  test("and is refused while its record is still listed is no look-alike, by the audit file", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE, { hasFile: true });
    at.openai.fault(({ path: asked, keyFingerprint }) =>
      asked === "/v1/me" && keyFingerprint === computeFingerprint(key.text)
        ? { status: 401, body: { error: { message: "No.", type: "invalid_request_error", code: "invalid_api_key" } } }
        : null,
    );
    expect(await at.run(key.text, REVOKE, { hasFile: true })).toMatchObject({
      outcome: { kind: "left", because: "already-inactive" },
      possession: "proven-before",
    });
    expect(await at.run(key.text, REVOKE)).toMatchObject({ possession: "not-accepted" });
    expect(key.deletedAt).toBe(null);
  });

  test("and works again is not told as dead", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, REVOKE, { hasFile: true });
    key.worksAgainAfter = 0;
    const again = await at.run(key.text, REPORT, { hasFile: true });
    expect(again.earlier).toMatchObject({ kind: "revoke" });
    expect(again.blocks).toBe(true);
  });
});

describe.concurrent("a run that was killed", () => {
  test.for([
    false,
    true,
  ])("after it quarantined a key is known by what the log and the key say (service account: %o)", async (isAccount) => {
    await using at = await operator();
    const key = isAccount ? at.acme.accountKey(at.web, "bot") : at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE, { hasFile: true });
    const [begin] = (await readFile(at.file, "utf8")).split("\n");
    await writeFile(at.file, `${begin}\n`);
    at.clock.advance(HOUR);
    const again = await at.run(key.text, REPORT, { hasFile: true });
    expect(again).toMatchObject({
      outcome: { kind: "contained", by: "quarantine" },
      earlier: { kind: "quarantine", by: { id: "octocat" } },
      containable: true,
    });
    expect((await at.run(key.text, REVOKE, { hasFile: true })).outcome).toMatchObject({ by: "revoke", verified: true });
  });

  test("before it changed anything leaves nothing to tell but whose the key is", async () => {
    await using at = await operator();
    const key = at.acme.userKey(at.web, at.ada);
    await at.run(key.text, QUARANTINE, { hasFile: true });
    const [begin] = (await readFile(at.file, "utf8")).split("\n");
    await writeFile(at.file, `${begin}\n`);
    at.acme.usageLog.auditLog.pop();
    key.scopes = null;
    expect((await at.run(key.text, REPORT, { hasFile: true })).earlier).toBe(null);
  });
});
