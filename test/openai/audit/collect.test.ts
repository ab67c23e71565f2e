import { beforeEach, describe, expect, test } from "vitest";
import type { AuditFacts, AuditSource } from "../../../src/domain/audit-facts.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../../src/openai/registry.ts";
import { type OpenAISandbox, startOpenAI } from "../../../src/sandbox/openai/openai-sandbox.ts";
import type { Organization, Person } from "../../../src/sandbox/openai/organization.ts";
import { hostOf } from "../../support/in-process.ts";
import { TestClock } from "../../support/test-clock.ts";

const ALL: readonly AuditSource[] = ["usage", "costs", "audit-log", "users", "service-accounts", "spend-limits"];
const NOON = new Date("2026-11-21T12:00:00Z");
const DAY = 86_400;

let clock: TestClock;
let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;

beforeEach(async () => {
  clock = new TestClock(NOON);
  openai = await startOpenAI({ clock });
  acme = openai.organization("acme");
  ada = acme.user("Ada");
  return () => openai.close();
});

async function collect({ sources = ALL, scopes = null as readonly string[] | null } = {}): Promise<AuditFacts> {
  const { text } = acme.adminKey(ada, { scopes });
  return await createOpenAIRegistry(hostOf(openai), new Secret(text), { clock }).collectFacts(new Set(sources));
}

/** Noon so many days before today, in unix seconds. */
const daysAgo = (days: number) => NOON.getTime() / 1000 - days * DAY;

describe("the use of all keys", () => {
  test("is told by key, model and whole day of UTC, and that of today by itself", async () => {
    const web = acme.project("Web");
    const [one, two] = [acme.accountKey(web, "one"), acme.accountKey(web, "two")];
    acme.usageLog.addUse(one, { at: daysAgo(28), requests: 7, model: "gpt-a" });
    acme.usageLog.addUse(one, { at: daysAgo(1), requests: 2, model: "gpt-a" });
    acme.usageLog.addUse(one, { at: daysAgo(1) + 60, requests: 3, model: "gpt-a" });
    acme.usageLog.addUse(one, { at: daysAgo(1), requests: 5, model: "embed", endpoint: "embeddings" });
    acme.usageLog.addUse(two, { at: daysAgo(0) - 3_600, requests: 9 });
    acme.usageLog.addUse(two, { at: daysAgo(29), requests: 4 });
    const { usage } = await collect();
    if (usage.kind === "untold") throw new Error(usage.because);
    expect([usage.value.days.length, usage.value.days[0], usage.value.days.at(-1)]).toEqual([
      28,
      "2026-10-24",
      "2026-11-20",
    ]);
    expect([...usage.value.byKey]).toEqual([
      [
        one.id,
        [
          { day: "2026-10-24", model: "gpt-a", requests: 7 },
          { day: "2026-11-20", model: "gpt-a", requests: 5 },
          { day: "2026-11-20", model: "embed", requests: 5 },
        ],
      ],
    ]);
    expect([...usage.value.today]).toEqual([[two.id, 9]]);
  });

  test("costs ten requests with what all keys cost, however many keys there are", async () => {
    const web = acme.project("Web");
    for (let index = 0; index < 60; index += 1) {
      acme.usageLog.addUse(acme.accountKey(web, `bot ${index}`), { at: daysAgo(2), cost: index });
    }
    const facts = await collect({ sources: ["usage", "costs"] });
    expect(facts.usage.kind === "told" && facts.usage.value.byKey.size).toBe(60);
    expect(facts.costs.kind === "told" && facts.costs.value.byKey.get(acme.keys[40]?.id ?? "")).toEqual([
      { day: "2026-11-19", usd: 40 },
    ]);
    expect(openai.requests.filter(({ path }) => /\/(?:usage|costs)/.test(path))).toHaveLength(10);
    expect(facts.requests).toBe(openai.requests.length);
  });
});

test("what no rule needs is not asked, and is not told as none", async () => {
  acme.accountKey(acme.project("Web"), "bot");
  const { users, usage, costs, scopes, projects, requests } = await collect({ sources: [] });
  const untold = { kind: "untold", because: "not-asked" };
  expect([users, usage, costs, scopes, projects[0]?.accounts, projects[0]?.hasHardLimit]).toEqual(
    Array.from({ length: 6 }, () => untold),
  );
  expect(requests).toBe(3);
});
