import { beforeEach, describe, expect, test } from "vitest";
import { Secret } from "../../src/domain/secret.ts";
import type { Host } from "../../src/openai/client.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { ELSEWHERE, type Fault } from "../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

let openai: OpenAISandbox;
let secret: Secret;

beforeEach(async () => {
  openai = await startOpenAI();
  const acme = openai.organization("acme");
  secret = new Secret(acme.accountKey(acme.project("Web"), "bot").text);
  return () => openai.close();
});

/** What a trial of the key comes to; over a connection, or in this process. */
async function validityAt(host: Host): Promise<string> {
  const registry = createOpenAIRegistry(host, new Secret(createFakeKey("admin", "a")), { clock: new TestClock() });
  const { validity } = await registry.prove(secret, null);
  return `${validity.kind}: ${validity.because}`;
}

// Tests ask the sandbox in their own process; here it is asked over a connection as well, and must come to the same.
describe.each([
  ["over a connection", () => ({ baseURL: openai.baseURL, timeout: 200 })],
  ["in this process", () => hostOf(openai)],
] as const)("a request %s", (_, host) => {
  test.each<[Fault, string]>([
    ["hang", "unknown: network"],
    ["reset", "unknown: network"],
    ["cut-off", "unknown: network"],
    ["stall", "unknown: network"],
    ["truncated", "unknown: unreadable"],
    ["html", "unknown: unreadable"],
    ["empty", "unknown: unreadable"],
    ["redirect", "unknown: unreadable"],
    [{ status: 204 }, "unknown: unreadable"],
    [{ status: 407 }, "unknown: network"],
    [{ status: 429, body: { error: { message: "No.", code: "slow_down" } } }, "active: rate-limited"],
    [{ status: 500, body: "<html>" }, "unknown: server-error"],
  ])("that is answered by %o", async (fault, validity) => {
    openai.fault(() => fault);
    expect(await validityAt(host())).toBe(validity);
    expect(openai.requests.some(({ path }) => path === ELSEWHERE)).toBe(false);
  });
});

test("an answer longer than any answer is none", async () => {
  openai.fault(() => ({ status: 200, body: "x".repeat(2 ** 24 + 1) }));
  expect(await validityAt(hostOf(openai))).toBe("unknown: network");
});
