import { describe, expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import { type Journal, NO_JOURNAL } from "../../src/domain/journal.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import type { Registry } from "../../src/domain/registry.ts";
import type { Report } from "../../src/domain/report.ts";
import { computeFingerprint, Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import { scanChange } from "../../src/scan/scan.ts";
import { openStdin } from "../../src/sources/stdin.ts";
import { policy } from "../support/facts.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";
import { createTestWorld } from "../support/world.ts";

/** The key that fails is neither the first nor the last. */
const VICTIM = 2;

/** Five leaked keys of ours, of which one is spoiled, and a run that is to revoke them all. */
async function fiveKeys() {
  const clock = new TestClock();
  const openai = await startOpenAI({ propagation: 0, clock });
  const acme = openai.organization("acme");
  const [ada, web] = [acme.user("Ada"), acme.project("Web")];
  const adminKey = new Secret(acme.adminKey(ada).text);
  const createdAt = Math.floor(clock.now().getTime() / 1000) - 600;
  const keys = Array.from({ length: 5 }, (_, index) => acme.accountKey(web, `bot-${index}`, { createdAt }));
  const [, , victim] = keys;
  if (!victim) throw new Error("there is a third key");
  const real = createOpenAIRegistry(hostOf(openai), adminKey, { clock });

  const look = async (world: { registry?: Registry; journal?: Journal } = {}): Promise<Report> => {
    const text = keys.map((key) => `OPENAI_API_KEY=${key.text}\n`).join("\n");
    const stream = async function* () {
      yield Buffer.from(text);
    };
    const { change, source } = openStdin({ stream: stream(), name: "it" });
    const quiet = createTestWorld({ source, detect, registry: real }, clock);
    return await scanChange(change, { ...quiet, ...world }, policy({ maxContained: 10 }));
  };
  return {
    openai,
    keys,
    victim,
    real,
    look,
    name: computeFingerprint(victim.text),
    [Symbol.asyncDispose]: async () => await openai.close(),
  };
}

function outcomesIn({ findings }: Report, keys: readonly { text: string }[]): readonly (Outcome | undefined)[] {
  return keys.map(({ text }) => findings.find(({ fingerprint }) => fingerprint === computeFingerprint(text))?.outcome);
}

/** The four others are revoked, and the report says of each what became of it. */
function expectOthers(
  report: Report,
  keys: readonly { text: string; deletedAt: number | null }[],
): Outcome | undefined {
  const outcomes = outcomesIn(report, keys);
  for (const [index, key] of keys.entries()) {
    if (index === VICTIM) continue;
    expect(outcomes[index]).toMatchObject({ kind: "contained", by: "revoke", verified: true, stopped: true });
    expect(key.deletedAt).not.toBeNull();
  }
  return outcomes[VICTIM];
}

describe("of five keys one cannot be contained, and the other four are", () => {
  const error = (code: string) => ({ error: { message: "no", type: "x", param: null, code } });
  const faults: readonly [string, Fault, string][] = [
    ["is never answered", "hang", "network"],
    ["is cut off", "reset", "network"],
    ["is not permitted", { status: 403, body: error("ip_not_authorized") }, "not-permitted"],
    [
      "is told to slow down for too long",
      { status: 429, headers: { "retry-after": "3600" }, body: error("rate_limit_exceeded") },
      "rate-limited",
    ],
    ["fails on the server", { status: 500, body: error("server_error") }, "server-error"],
    ["is answered with a page of HTML", "html", "not-understood"],
  ];
  test.concurrent.each(faults)("when its deletion %s", async (_name, fault, because) => {
    await using five = await fiveKeys();
    const { openai, keys, victim, look } = five;
    openai.fault(({ method, path: where }) => (method === "DELETE" && where.endsWith(victim.id) ? fault : null));
    expect(expectOthers(await look(), keys)).toEqual({ kind: "failed", because });
    expect(victim.deletedAt).toBeNull();
  });

  test.concurrent("when it is told to slow down, it is tried again and ends like the others", async () => {
    await using five = await fiveKeys();
    const { openai, keys, victim, look } = five;
    let left = 2;
    const slow = { status: 429, headers: { "retry-after": "1" }, body: error("rate_limit_exceeded") };
    openai.fault(({ method, path: where }) =>
      method === "DELETE" && where.endsWith(victim.id) && left-- > 0 ? slow : null,
    );
    expect(expectOthers(await look(), keys)).toMatchObject({ kind: "contained", verified: true });
  });

  test.concurrent.each<[string, Fault, Outcome]>([
    ["never answered", "hang", { kind: "left", because: "not-accepted" }],
    ["answered with a failure", { status: 503, body: "" }, { kind: "left", because: "not-accepted" }],
  ])("when its trial is %s", async (_name, fault, outcome) => {
    await using five = await fiveKeys();
    const { openai, keys, victim, name, look } = five;
    openai.fault(({ keyFingerprint }) => (keyFingerprint === name ? fault : null));
    const report = await look();
    expect(expectOthers(report, keys)).toEqual(outcome);
    expect(report.findings.find(({ fingerprint }) => fingerprint === name)?.validity.kind).toBe("unknown");
    expect(victim.deletedAt).toBeNull();
  });

  test.concurrent.each(["contain", "prove", "impact"] as const)("when asking to %s throws", async (verb) => {
    await using five = await fiveKeys();
    const { keys, victim, real, look } = five;
    const broken = async () => await Promise.reject(new TypeError("ours"));
    const registry: Registry = {
      ...real,
      contain: async (decision, again) =>
        await (verb === "contain" && decision.record.id === victim.id ? broken() : real.contain(decision, again)),
      prove: async (secret, record) =>
        await (verb === "prove" && record?.id === victim.id ? broken() : real.prove(secret, record)),
      impact: async (record, since) =>
        await (verb === "impact" && record.id === victim.id ? broken() : real.impact(record, since)),
    };
    const outcome = expectOthers(await look({ registry }), keys);
    if (verb === "contain") expect(outcome).toEqual({ kind: "failed", because: "unexpected" });
    else if (verb === "prove") expect(outcome).toEqual({ kind: "left", because: "not-accepted" });
    else expect(outcome).toMatchObject({ kind: "contained" });
    if (verb === "contain" || verb === "prove") expect(victim.deletedAt).toBeNull();
  });

  test.concurrent("when it cannot be recorded before, it is left alone", async () => {
    await using five = await fiveKeys();
    const { keys, victim, name, look } = five;
    const journal: Journal = {
      ...NO_JOURNAL,
      begin: async ({ fingerprint }) => {
        if (fingerprint === name) throw new Error("the disk is full");
      },
    };
    expect(expectOthers(await look({ journal }), keys)).toEqual({ kind: "refused", because: "not-recorded" });
    expect(victim.deletedAt).toBeNull();
  });

  test.concurrent("when it cannot be recorded after, that is a gap, and no more", async () => {
    await using five = await fiveKeys();
    const { keys, victim, name, look } = five;
    const journal: Journal = {
      ...NO_JOURNAL,
      end: async (fingerprint) => {
        if (fingerprint === name) throw new Error("the disk is full");
      },
    };
    const report = await look({ journal });
    expect(expectOthers(report, keys)).toMatchObject({ kind: "contained" });
    expect(report.gaps).toEqual([{ kind: "audit-file", detail: expect.stringContaining(victim.id) }]);
  });
});
