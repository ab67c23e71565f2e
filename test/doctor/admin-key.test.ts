import { beforeEach, describe, expect, test } from "vitest";
import { checkAdminKey, parseGivenKey } from "../../src/doctor/admin-key.ts";
import type { Check } from "../../src/doctor/check.ts";
import type { DoctorContext } from "../../src/doctor/context.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { KeyOptions, Organization, Person } from "../../src/sandbox/openai/organization.ts";
import { createDoctorContext, findCheck, statesOf } from "../support/doctor-context.ts";
import { hostOf } from "../support/in-process.ts";
import { TestClock } from "../support/test-clock.ts";

const NOW = new Date("2026-11-21T00:00:00Z");

let clock: TestClock;
let openai: OpenAISandbox;
let acme: Organization;
let ada: Person;

beforeEach(async () => {
  clock = new TestClock(NOW);
  openai = await startOpenAI({ clock });
  acme = openai.organization("acme");
  ada = acme.user("Ada");
  acme.project("Web");
  return () => openai.close();
});

async function check(text: string, choices: Partial<DoctorContext> = {}): Promise<readonly Check[]> {
  const adminKey = parseGivenKey(text);
  return await checkAdminKey(createDoctorContext({ ...hostOf(openai), adminKey, clock, ...choices }));
}

function makeKey(options: KeyOptions = {}): string {
  return acme.adminKey(ada, options).text;
}

describe("an Admin API key that may read everything", () => {
  test("passes each read with one small request, and changes nothing", async () => {
    const checks = await check(makeKey());
    expect(statesOf(checks)).toEqual({
      "admin-key": "ok",
      "read-projects": "ok",
      "read-project-keys": "ok",
      "read-admin-keys": "ok",
      "read-usage": "ok",
      "read-costs": "ok",
      "read-audit-log": "ok",
      "write-keys": "unknown",
    });
    expect(openai.requests).toHaveLength(6);
    expect(openai.requests.every(({ method }) => method === "GET")).toBe(true);
    expect(findCheck(checks, "write-keys").detail).toContain("was not tried");
  });

  test.each([
    ["full", "OpenAI accepts the Admin API key for acme-inc. OpenAI tells no expiry."],
    ["minimal", "OpenAI accepts the Admin API key. OpenAI tells no expiry."],
  ] as const)("is told at %s detail", async (detail, sentence) => {
    expect(findCheck(await check(makeKey(), { detail }), "admin-key").detail).toBe(sentence);
  });

  test("is told with its expiry, which is a problem two weeks before", async () => {
    const day = 86_400;
    const seconds = NOW.getTime() / 1000;
    const late = findCheck(await check(makeKey({ expiresAt: seconds + 30 * day })), "admin-key");
    expect(late).toMatchObject({
      state: "ok",
      detail: "OpenAI accepts the Admin API key. It expires on 21 Dec 2026, 00:00 UTC.",
    });
    const soon = findCheck(await check(makeKey({ expiresAt: seconds + 3 * day })), "admin-key");
    expect(soon).toMatchObject({ state: "problem", fix: expect.stringMatching(/^Replace it/) });
  });

  test("reads no keys where there is no project", async () => {
    const empty = openai.organization("empty");
    const checks = await check(empty.adminKey(empty.user("Eve")).text);
    expect(findCheck(checks, "read-project-keys")).toMatchObject({ state: "unknown", fix: null });
  });

  test("is not told that an empty audit log works", async () => {
    openai.fault(({ path }) =>
      path.endsWith("/audit_logs") ? { status: 200, body: { data: [], has_more: false } } : null,
    );
    expect(findCheck(await check(makeKey()), "read-audit-log")).toMatchObject({
      state: "unknown",
      detail: "The audit log is empty. It may be switched off.",
    });
  });
});

describe("an Admin API key that lacks scopes", () => {
  test("is told which, and what is lost", async () => {
    const checks = await check(makeKey({ scopes: ["api.management.read"] }));
    expect(findCheck(checks, "admin-key").state).toBe("ok");
    expect(findCheck(checks, "read-usage")).toEqual({
      id: "read-usage",
      state: "problem",
      detail:
        "Reading usage is refused: api.usage.read is missing. Reports do not say what a key was used for since it leaked.",
      fix: "Use an Admin API key that has api.usage.read.",
    });
    expect(findCheck(checks, "read-audit-log").detail).toContain("api.audit_logs.read is missing");
    expect(findCheck(checks, "read-projects").state).toBe("ok");
  });

  test("is told so where it may read nothing at all", async () => {
    const checks = await check(makeKey({ scopes: [] }));
    expect(findCheck(checks, "read-projects").detail).toContain("api.management.read is missing");
    expect(findCheck(checks, "read-project-keys").state).toBe("unknown");
  });
});

describe("what is no working Admin API key", () => {
  test.each([
    ["project", "OPENAI_ADMIN_KEY holds a project key (sk-proj-…), not an Admin API key."],
    ["service-account", "OPENAI_ADMIN_KEY holds a service account key (sk-svcacct-…), not an Admin API key."],
    ["user", "OPENAI_ADMIN_KEY holds a user key (sk-…), not an Admin API key."],
  ] as const)("is told where it is a %s key, and is sent nowhere", async (family, sentence) => {
    const checks = await check(createFakeKey(family, "other"));
    expect(checks).toMatchObject([{ id: "admin-key", state: "problem", detail: sentence }]);
    expect(openai.requests).toEqual([]);
  });

  test("is told once where it is unknown, after asking twice", async () => {
    const checks = await check(createFakeKey("admin", "unknown"));
    expect(checks).toMatchObject([
      {
        state: "problem",
        detail: "OpenAI does not know this Admin API key. It is mistyped, expired or revoked (401 invalid_api_key).",
      },
    ]);
    expect(openai.requests.length).toBeGreaterThan(6);
  });

  test("is believed after one refusal and an answer", async () => {
    let left = 5;
    openai.fault(() =>
      left-- > 0 ? { status: 401, body: { error: { code: "invalid_api_key", message: "Incorrect." } } } : null,
    );
    expect(findCheck(await check(makeKey()), "admin-key").state).toBe("ok");
  });

  test("is told as cut off, by its length", async () => {
    const checks = await check(createFakeKey("admin", "cut").slice(0, 80));
    expect(checks).toMatchObject([
      {
        state: "problem",
        detail: expect.stringContaining(
          "OPENAI_ADMIN_KEY looks cut off: it has 80 characters, and an Admin API key has 133",
        ),
      },
    ]);
  });

  test.each([
    ["", "terminal", "OPENAI_ADMIN_KEY is not set. Keys are found, but not identified.", "unknown"],
    ["", "workflow", "The input openai-admin-key is not set. Keys are found, but not identified.", "unknown"],
    [
      "hunter2",
      "terminal",
      "OPENAI_ADMIN_KEY is not an OpenAI key. It must be an Admin API key, which begins with sk-admin-.",
      "problem",
    ],
    ["***", "terminal", expect.stringContaining("has only asterisks"), "problem"],
    [
      "hunter2",
      "workflow",
      "The input openai-admin-key is not an OpenAI key. It must be an Admin API key, which begins with sk-admin-.",
      "problem",
    ],
  ] as const)("is told in the reader's words: %j on a %s", async (text, medium, detail, state) => {
    expect(await check(text, { medium })).toMatchObject([{ id: "admin-key", state, detail }]);
  });

  test("is no mistake where GitHub withholds secrets", async () => {
    const checks = await checkAdminKey(createDoctorContext({ adminKey: parseGivenKey("", true) }));
    expect(checks).toMatchObject([
      { state: "unknown", detail: expect.stringMatching(/^GitHub gives this run no secrets/) },
    ]);
  });
});

describe("when OpenAI does not answer as it should", () => {
  const refuse = (status: number, code: string): Fault => ({ status, body: { error: { code, message: "No." } } });
  test.each<[name: string, fault: Fault, state: string, detail: string]>([
    ["a reset", "reset", "unknown", "OpenAI did not answer, so the Admin API key was not checked."],
    ["silence", "hang", "unknown", "OpenAI did not answer, so the Admin API key was not checked."],
    ["an outage", refuse(503, "x"), "unknown", "OpenAI did not answer, so the Admin API key was not checked (503)."],
    ["a limit", refuse(429, "x"), "unknown", "OpenAI did not answer, so the Admin API key was not checked (429)."],
    ["a login page", "html", "problem", "What answered was not OpenAI, so the Admin API key was not checked (200)."],
    [
      "an empty object",
      "empty",
      "problem",
      "What answered was not OpenAI, so the Admin API key was not checked (200).",
    ],
    ["a redirect", "redirect", "problem", "What answered was not OpenAI, so the Admin API key was not checked (302)."],
    [
      "an address that is not allowed",
      refuse(401, "ip_not_authorized"),
      "problem",
      "The organisation's list of IP addresses does not allow this machine (401 ip_not_authorized).",
    ],
    [
      "another refusal",
      refuse(401, "account_deactivated"),
      "problem",
      "OpenAI refuses this Admin API key (401 account_deactivated).",
    ],
  ])("%s is told once", async (_name, fault, state, detail) => {
    openai.fault(() => fault);
    expect(await check(makeKey())).toMatchObject([{ id: "admin-key", state, detail }]);
  });

  test("one read that fails leaves the others", async () => {
    openai.fault(({ path }) => (path.endsWith("/costs") ? "reset" : null));
    const checks = await check(makeKey());
    expect(findCheck(checks, "read-costs")).toMatchObject({
      state: "unknown",
      detail: "Reading costs failed: OpenAI did not answer.",
    });
    expect(findCheck(checks, "read-usage").state).toBe("ok");
  });
});
