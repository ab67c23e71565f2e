import OpenAI from "openai";
import { beforeEach, describe, expect, test } from "vitest";
import { ELSEWHERE, type Fault } from "../../src/sandbox/faults.ts";
import { type OpenAISandbox, startOpenAI } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Organization } from "../../src/sandbox/openai/organization.ts";

let openai: OpenAISandbox;
let acme: Organization;
let authorization: string;

beforeEach(async () => {
  openai = await startOpenAI();
  acme = openai.organization("acme");
  authorization = `Bearer ${acme.adminKey(acme.user("Ada")).text}`;
  for (const name of ["One", "Two", "Three"]) acme.project(name);
  return () => openai.close();
});

const projects = (query = "", init: RequestInit = {}) =>
  fetch(`${openai.baseURL}/organization/projects${query}`, { headers: { authorization }, ...init });

describe("a fault", () => {
  test("that hangs gives no answer, and closing does not wait for it", async () => {
    openai.fault(() => "hang");
    await expect(projects("", { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/);
    const forever = projects().catch((error: Error) => error);
    await expect.poll(() => openai.requests.length).toBe(2);
    await openai.close();
    expect(await forever).toBeInstanceOf(TypeError);
  });

  test("that resets breaks the connection before an answer", async () => {
    openai.fault(() => "reset");
    await expect(projects()).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  });

  test("that cuts off breaks the connection within the body", async () => {
    openai.fault(() => "cut-off");
    const response = await projects();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  test("that truncates, or answers as a proxy or with nothing, is a success that is none", async () => {
    const fetchWith = async (fault: Fault) => {
      openai.fault(() => fault);
      const response = await projects();
      return [response.status, response.headers.get("content-type"), await response.text()];
    };
    const [status, type, broken] = await fetchWith("truncated");
    expect([status, type]).toEqual([200, "application/json; charset=utf-8"]);
    expect(() => JSON.parse(String(broken)) as unknown).toThrow(SyntaxError);
    expect(await fetchWith("html")).toEqual([200, "text/html", expect.stringContaining("<html>")]);
    expect(await fetchWith("empty")).toEqual([200, "application/json; charset=utf-8", "{}"]);
  });

  test("that redirects leads to where a follower is noticed", async () => {
    openai.fault(({ path }) => (path === ELSEWHERE ? "empty" : "redirect"));
    expect((await projects("", { redirect: "manual" })).status).toBe(302);
    expect(openai.requests.map(({ path }) => path)).not.toContain(ELSEWHERE);
    expect((await projects()).status).toBe(200);
    expect(openai.requests.map(({ path }) => path)).toContain(ELSEWHERE);
  });

  test("that is an answer stands in place of the real one", async () => {
    openai.fault(() => ({ status: 503, headers: { "retry-after": "2" }, body: { error: {} } }));
    const response = await projects();
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
  });

  test("that is a function changes the real answer", async () => {
    openai.fault(() => (real) => ({ ...real, status: 418 }));
    const response = await projects();
    expect([response.status, ((await response.json()) as { data: unknown[] }).data.length]).toEqual([418, 3]);
  });

  test("strikes only the requests it names, by address, method or key, and until it is taken away", async () => {
    openai.fault(({ path, keyFingerprint }) => (path.endsWith("/me") && keyFingerprint !== null ? "empty" : undefined));
    expect((await projects()).status).toBe(200);
    const me = () => fetch(`${openai.baseURL}/me`, { headers: { authorization } }).then((answer) => answer.text());
    expect(await me()).toBe("{}");
    openai.fault(null);
    expect(await me()).toContain("acme");
  });
});

describe("paging that goes wrong", () => {
  const page = async (query: string) =>
    (await (await projects(query)).json()) as { data: { id: string }[]; has_more: boolean; last_id?: string };

  test("a repeated cursor leads round for ever", async () => {
    openai.fault(() => "repeat-cursor");
    const first = await page("?limit=2");
    expect(first).toMatchObject({ has_more: true, last_id: first.data[1]?.id });
    expect(await page(`?limit=2&after=${first.last_id}`)).toEqual(first);
  });

  test("OpenAI's own client follows a repeated cursor, and ends silently at a lost one", async () => {
    const key = authorization.slice("Bearer ".length);
    const client = new OpenAI({ apiKey: null, adminAPIKey: key, baseURL: openai.baseURL, organization: null });
    const read = async (limit: number) => {
      const seen = new Set<string>();
      let count = 0;
      for await (const { id } of client.admin.organization.projects.list({ limit })) {
        seen.add(id);
        count += 1;
        if (count === 20) break;
      }
      return [seen.size, count];
    };
    openai.fault(() => "repeat-cursor");
    expect(await read(2)).toEqual([2, 20]);
    openai.fault(() => "lost-cursor");
    expect(await read(2)).toEqual([2, 2]);
  });
});

test("a failure of the sandbox itself is a 500 and no crash", async () => {
  openai.fault(() => {
    throw new Error("a mistake in a test");
  });
  const response = await projects();
  expect([response.status, await response.text()]).toEqual([500, expect.stringContaining("a mistake in a test")]);
  openai.fault(null);
  expect((await projects("", { method: "POST", body: "x".repeat(2 ** 25) })).status).toBe(500);
  expect((await fetch(`${openai.baseURL}/organization/projects/%ff`, { headers: { authorization } })).status).toBe(500);
  expect((await projects()).status).toBe(200);
});

test("it listens on loopback alone, and may be disposed of", async () => {
  expect(openai.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const { origin } = await (async () => {
    await using other = await startOpenAI();
    expect((await fetch(`${other.baseURL}/me`)).status).toBe(401);
    return other;
  })();
  await expect(fetch(origin)).rejects.toThrow("fetch failed");
});
