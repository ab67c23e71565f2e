import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Proof } from "../../src/domain/proof.ts";
import { createKeyClient, openAdminApi } from "../../src/openai/client.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { listen, type Server } from "../../src/sandbox/server.ts";
import { TestClock } from "../support/test-clock.ts";

const CHILD = path.resolve(import.meta.dirname, "child.ts");

let openai: OpenAISandbox;
let elsewhere: Server;
let admin: Key;
let key: Key;

beforeEach(async () => {
  openai = await startOpenAI();
  // Where an earlier step of a job would like to have the keys sent.
  elsewhere = await listen(() => ({ status: 200, body: { object: "list", data: [], has_more: false } }));
  const acme = openai.organization("acme");
  admin = acme.adminKey(acme.user("Ada"));
  key = acme.accountKey(acme.project("Web"), "bot");
  return async () => {
    await openai.close();
    await elsewhere.close();
  };
});

async function ranWith(environment: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [CHILD], { env: { PATH: process.env["PATH"], ...environment } });
  child.stdin.end(JSON.stringify({ baseURL: openai.baseURL, adminKey: admin.text, keyText: key.text }));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { stdout, stderr };
}

const told = {
  records: 2,
  gaps: [],
  proof: { validity: { kind: "active", because: "accepted" }, possession: "proven" },
  untold: [],
};

describe("what stands in the environment", () => {
  test("changes nothing, sends nothing elsewhere and writes nothing: address, organisation, keys, headers, log, proxy", async () => {
    const { stdout, stderr } = await ranWith({
      OPENAI_BASE_URL: `${elsewhere.origin}/v1`,
      OPENAI_API_BASE: `${elsewhere.origin}/v1`,
      OPENAI_ORG_ID: "org-evil",
      OPENAI_PROJECT_ID: "proj_evil",
      OPENAI_API_KEY: "nobody's",
      OPENAI_ADMIN_KEY: "nobody's",
      OPENAI_WEBHOOK_SECRET: "nobody's",
      OPENAI_CUSTOM_HEADERS: "Authorization: Bearer nobody\nOpenAI-Organization: org-evil\nX-Evil: 1",
      OPENAI_LOG: "debug",
      DEBUG: "true",
      NODE_DEBUG: "",
      ...proxies(),
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual(told);
    expect(elsewhere.requests).toEqual([]);
    for (const { text: secret } of [admin, key]) expect(stdout).not.toContain(secret.slice(20, -20));
  });

  test("a proxy that Node is told to use is used, and one that does not let us through is said", async () => {
    const use = { ...proxies(), NODE_USE_ENV_PROXY: "1" };
    expect(JSON.parse((await ranWith({ ...use, NO_PROXY: "127.0.0.1" })).stdout)).toEqual(told);
    const tunnels: string[] = [];
    await using proxy = createServer((request) => {
      // Node 26 asks for plain http without a tunnel.
      tunnels.push(new URL(request.url ?? "").host);
      request.socket.destroy();
    }).on("connect", ({ url = "" }, socket) => {
      tunnels.push(url);
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    });
    await once(proxy.listen(0, "127.0.0.1"), "listening");
    const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const shut = { HTTP_PROXY: origin, HTTPS_PROXY: origin, NODE_USE_ENV_PROXY: "1" };
    const { gaps, proof } = JSON.parse((await ranWith(shut)).stdout) as { gaps: { detail: string }[]; proof: Proof };
    expect(gaps.map(({ detail }) => detail).join()).toContain("OpenAI did not answer");
    expect(proof.validity).toEqual({ kind: "unknown", because: "network" });
    expect(new Set(tunnels)).toEqual(new Set([new URL(openai.baseURL).host]));
  });

  test("no header is sent but those that are needed", async () => {
    const headers: string[][] = [];
    await using server = await listen((request) => {
      headers.push(Object.keys(request.headers).filter((name) => !OF_FETCH.test(name)));
      return { status: 200, body: { data: [], has_more: false } };
    });
    vi.stubEnv("OPENAI_CUSTOM_HEADERS", "X-Evil: 1\nOpenAI-Project: proj_evil");
    const host = { baseURL: `${server.origin}/v1` };
    await (await openAdminApi(host, "a", new TestClock())).organization.projects.list().asResponse();
    await (await createKeyClient(host, "b")).get("/me").asResponse();
    vi.unstubAllEnvs();
    for (const names of headers) expect(names.toSorted()).toEqual(["accept", "authorization", "user-agent"]);
    expect(headers).toHaveLength(2);
  });
});

/** What fetch itself says. */
const OF_FETCH = /^(?:host|connection|accept-.+|sec-fetch-.+)$/;

/** As runners behind a proxy set them, in both spellings. */
function proxies(): Record<string, string> {
  const { origin } = elsewhere;
  return { HTTP_PROXY: origin, HTTPS_PROXY: origin, http_proxy: origin, https_proxy: origin, ALL_PROXY: origin };
}
