import { beforeEach, describe, expect, test } from "vitest";
import type { Check } from "../../src/doctor/check.ts";
import type { DoctorContext } from "../../src/doctor/context.ts";
import { checkNetwork } from "../../src/doctor/network.ts";
import type { Answer } from "../../src/sandbox/answer.ts";
import type { Fault } from "../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import { createDoctorContext, findCheck, statesOf } from "../support/doctor-context.ts";

let openai: OpenAISandbox;

beforeEach(async () => {
  openai = await startOpenAI();
  return () => openai.close();
});

async function check(choices: Partial<DoctorContext> = {}): Promise<readonly Check[]> {
  return await checkNetwork(createDoctorContext({ baseURL: openai.baseURL, ...choices }));
}

/** As Node's `fetch` fails: the code is that of the error behind it. */
function failWith(code: string): typeof fetch {
  return async () => {
    throw new TypeError("fetch failed", { cause: Object.assign(new Error("no"), { code }) });
  };
}

describe("whether OpenAI and GitHub can be reached", () => {
  test("is asked without a key, and told with the time it took", async () => {
    const checks = await check();
    expect(findCheck(checks, "reach-openai")).toMatchObject({
      state: "ok",
      detail: expect.stringMatching(/^127\.0\.0\.1:\d+ answers after \d+ ms\.$/),
    });
    expect(openai.requests).toMatchObject([{ method: "GET", path: "/v1/models", keyFingerprint: null }]);
    expect(findCheck(checks, "reach-github")).toMatchObject({
      state: "unknown",
      detail: "127.0.0.1:2 could not be reached (ECONNREFUSED).",
    });
  });

  test.each<[name: string, fault: Fault, state: string, detail: RegExp]>([
    [
      "a login page",
      "html",
      "problem",
      /^A web page answers in place of 127\.0\.0\.1:\d+, such as a proxy's login page/,
    ],
    ["a redirect", "redirect", "problem", /^A web page answers in place of/],
    ["a reset", "reset", "unknown", /could not be reached/],
    ["an outage", { status: 503 }, "unknown", /answers with an error \(503\)\.$/],
  ])("%s is told", async (_name, fault, state, detail) => {
    openai.fault(() => fault);
    expect(findCheck(await check(), "reach-openai")).toMatchObject({ state, detail: expect.stringMatching(detail) });
  });

  test("silence ends in time", async () => {
    openai.fault(() => "hang");
    expect(findCheck(await check({ timeout: 50 }), "reach-openai")).toMatchObject({
      state: "unknown",
      detail: expect.stringMatching(/did not answer in time \(TIMEOUT\)\.$/),
    });
  });

  test.each([
    ["ENOTFOUND", "unknown", "was not found by DNS (ENOTFOUND)."],
    ["EAI_AGAIN", "unknown", "was not found by DNS (EAI_AGAIN)."],
    ["SELF_SIGNED_CERT_IN_CHAIN", "problem", "is not trusted here (SELF_SIGNED_CERT_IN_CHAIN)."],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "problem", "is not trusted here (UNABLE_TO_GET_ISSUER_CERT_LOCALLY)."],
    ["UND_ERR_CONNECT_TIMEOUT", "unknown", "did not answer in time (UND_ERR_CONNECT_TIMEOUT)."],
    ["ECONNRESET", "unknown", "could not be reached (ECONNRESET)."],
  ])("%s is told as what it is", async (code, state, end) => {
    const found = findCheck(await check({ fetch: failWith(code) }), "reach-openai");
    expect(found).toMatchObject({ state, detail: expect.stringContaining(end) });
    expect(found.fix).not.toBeNull();
  });

  test("names the proxy that is set, in place of advising one", async () => {
    const fix = async (environment: NodeJS.ProcessEnv) =>
      findCheck(await check({ fetch: failWith("ECONNREFUSED"), environment }), "reach-openai").fix;
    expect(await fix({})).toBe("Check the network. If there is a proxy here, set HTTPS_PROXY.");
    expect(await fix({ HTTPS_PROXY: "http://127.0.0.1:2" })).toBe("Check the network. Check the proxy in HTTPS_PROXY.");
  });
});

describe("the proxy", () => {
  const SECRET = "http://ada:hunter2@proxy.example:3128";

  test.each<[NodeJS.ProcessEnv, string, string, string]>([
    [{}, "24.21.0", "ok", "No proxy is set."],
    [
      { HTTPS_PROXY: SECRET, NO_PROXY: "localhost" },
      "24.21.0",
      "ok",
      "HTTPS_PROXY is set. Requests go through that proxy, except for the hosts in NO_PROXY.",
    ],
    [{ https_proxy: SECRET }, "24.21.0", "ok", "https_proxy is set. Requests go through that proxy."],
    [
      { HTTPS_PROXY: SECRET },
      "22.12.0",
      "problem",
      "HTTPS_PROXY is set, but Node 22.12.0 does not use it for requests to OpenAI.",
    ],
    [{ HTTPS_PROXY: "hunter2" }, "24.21.0", "problem", "HTTPS_PROXY is not a URL."],
    [{ ALL_PROXY: SECRET }, "24.21.0", "problem", "ALL_PROXY is set, but requests to OpenAI and GitHub do not use it."],
  ])("of %j with Node %s is told, and its password is not", async (environment, node, state, detail) => {
    const checks = await check({ environment, node });
    expect(findCheck(checks, "proxy")).toMatchObject({ state, detail });
    expect(JSON.stringify(checks)).not.toContain("hunter2");
  });
});

describe("the clock", () => {
  const shifted =
    (milliseconds: number) =>
    (real: Answer): Answer => ({
      ...real,
      headers: { ...real.headers, date: new Date(Date.now() + milliseconds).toUTCString() },
    });

  test.each([
    [0, "ok", /^The clock differs from the servers' by \d+ s\.$/],
    [4 * 60_000, "ok", /^The clock differs from the servers' by 2\d\d s\.$/],
    [12 * 60_000, "problem", /^The clock is 12 minutes behind\./],
    [-61 * 60_000, "problem", /^The clock is 61 minutes ahead\./],
  ] as const)("is compared with an answer %i ms off", async (shift, state, detail) => {
    openai.fault(() => shifted(shift));
    expect(findCheck(await check(), "clock")).toMatchObject({ state, detail: expect.stringMatching(detail) });
  });

  test("is not compared where nobody answers", async () => {
    openai.fault(() => "reset");
    expect(statesOf(await check()).clock).toBe("unknown");
  });
});
