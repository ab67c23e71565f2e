import { expect } from "vitest";
import { Secret } from "../../src/domain/secret.ts";
import { createOpenAIRegistry } from "../../src/openai/registry.ts";
import { ELSEWHERE, type Fault } from "../../src/sandbox/faults.ts";
import { startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { FaultRule, RecordedRequest } from "../../src/sandbox/server.ts";
import { hostOf } from "../support/in-process.ts";
import { runOver } from "../support/one-key.ts";
import { TestClock } from "../support/test-clock.ts";

/** What a run over a key of ours and another organisation's key came to, and what was asked. */
export type FaultyRun = Awaited<ReturnType<typeof runWithFaults>>;

/** A run in a world of its own, in which requests fail by a rule. Each answer takes two seconds, which nobody waits for. */
export async function runWithFaults(rule: FaultRule) {
  const clock = new TestClock(new Date("2026-11-21T00:00:00Z"));
  const openai = await startOpenAI({ clock, latency: 2_000 });
  const [acme, other] = [openai.organization("acme"), openai.organization("other")];
  const admin = acme.adminKey(acme.user("Ada"));
  const ours = acme.accountKey(acme.project("Web"), "bot");
  const foreign = other.accountKey(other.project("x"), "y");
  openai.fault(rule);
  const host = hostOf(openai);
  const registry = createOpenAIRegistry(host, new Secret(admin.text), { clock });
  const before = clock.elapsed();
  const report = await runOver(
    [
      { text: ours.text, kind: "service-account" },
      { text: foreign.text, kind: "service-account" },
    ],
    registry,
  );
  const milliseconds = clock.elapsed() - before;
  await openai.close();
  return { report, milliseconds, ours, foreign, admin, requests: openai.requests };
}

let count = 0;
/** A page that leads on to another, without end. */
export const endless: Fault = () => {
  count += 1;
  const body = { object: "list", data: [{ id: `thing_${count}` }], has_more: true, next_page: `page_${count}` };
  return { status: 200, body };
};
const wrong = { object: 7, data: { id: 1 }, has_more: "yes", id: 3, deleted: "yes", orgs: 5, next_page: 9 };

/** Each way in which an answer can go wrong. */
export const FAULTS: readonly (readonly [string, Fault])[] = [
  ["reset", "reset"],
  ["hang", "hang"],
  ["stall", "stall"],
  ["cut-off", "cut-off"],
  ["truncated", "truncated"],
  ["html", "html"],
  ["empty", "empty"],
  ["redirect", "redirect"],
  ["repeat-cursor", "repeat-cursor"],
  ["lost-cursor", "lost-cursor"],
  ["pages without end", endless],
  ["wrong types", { status: 200, body: wrong }],
  ["null", { status: 200, body: "null" }],
  ["a list of lists", { status: 200, body: { object: "list", data: [[], null, 5], has_more: false } }],
  ["429", { status: 429 }],
  ["429 with retry-after", { status: 429, headers: { "retry-after": "0" } }],
  ["429 and an hour to wait", { status: 429, headers: { "retry-after": "3600" } }],
  ["500", { status: 500 }],
  ["503 as HTML", { status: 503, body: "<html>busy</html>" }],
  ["401 of a proxy", { status: 401, body: "denied" }],
  ["403 of a firewall", { status: 403, body: { message: "Forbidden" } }],
  ["404 of a proxy", { status: 404, body: "<html>not here</html>" }],
  ["410", { status: 410 }],
];

/** A call of the registry, by its requests. */
export type Call = readonly [name: string, isIt: (asked: RecordedRequest) => boolean];

/** The calls that say whose keys there are: none of them may fail unnoticed. */
export const LISTINGS: readonly Call[] = [
  ["GET projects", ({ path }) => path.endsWith("/projects")],
  ["GET a project's keys", ({ path }) => path.endsWith("/api_keys")],
];

/** The call that says so of admin keys alone. */
export const isOfAdminKeys: Call[1] = ({ path }) => path.endsWith("/admin_api_keys");

/** The other calls. */
export const OTHERS: readonly Call[] = [
  ["GET usage", ({ path }) => path.includes("/usage/")],
  ["GET costs", ({ path }) => path.endsWith("/costs")],
  ["GET audit_logs", ({ path }) => path.endsWith("/audit_logs")],
  ["GET me", ({ path }) => path === "/v1/me"],
  ["GET models", ({ path }) => path === "/v1/models"],
  ["DELETE a key", ({ method }) => method === "DELETE"],
  ["GET a key", ({ method, path }) => method === "GET" && path.includes("/api_keys/")],
  ["any call", () => true],
];

/** What holds whatever goes wrong. */
export function expectNoHarm(name: string, { report, milliseconds, ours, foreign, admin, requests }: FaultyRun): void {
  const [mine, theirs] = report.findings;
  expect(milliseconds, `${name}: bounded time`).toBeLessThan(3_600_000);
  expect(report.findings, name).toHaveLength(2);
  expect(mine?.blocks && theirs?.blocks, `${name}: a leak is never clean`).toBe(true);
  if (ours.deletedAt === null) {
    expect(mine?.validity.kind, `${name}: a live key is never inactive`).not.toBe("inactive");
    expect(["contained", "already-gone"], `${name}: a live key is never contained`).not.toContain(mine?.outcome.kind);
  }
  expect(theirs, name).toMatchObject({ validity: { kind: "unknown" }, outcome: { kind: "left" } });
  expect([foreign.deletedAt, admin.deletedAt], name).toEqual([null, null]);
  expect(
    requests.some(({ path }) => path === ELSEWHERE),
    `${name}: nobody follows a redirect`,
  ).toBe(false);
  const said = JSON.stringify(report);
  for (const { text } of [ours, foreign, admin]) expect(said.includes(text.slice(20, -20)), name).toBe(false);
  for (const { detail } of report.gaps) expect(detail, name).toMatch(/^[^\n<]{20,250}$/);
}

/** A listing that failed leaves a gap, and no key is ours or another organisation's. */
export function expectUnchecked(name: string, run: FaultyRun): void {
  expectNoHarm(name, run);
  expectGap(name, run);
  expect(run.report.findings.map(({ identity }) => [name, identity.kind])).toEqual([
    [name, "unchecked"],
    [name, "unchecked"],
  ]);
  expect(
    run.requests.some(({ method }) => method !== "GET"),
    name,
  ).toBe(false);
}

export function expectGap(name: string, { report: { gaps } }: FaultyRun): void {
  expect(gaps.length, name).toBeGreaterThan(0);
  expect(gaps.length, name).toBeLessThan(4);
}
