import { afterAll, beforeAll, expect, test } from "vitest";
import {
  findRepositoryName,
  listOrganizationRepositories,
} from "../../../src/github/repositories/organization-repositories.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../../support/test-clock.ts";

const clock = new TestClock();
let github: GitHubSandbox;
let token: string;

beforeAll(async () => {
  github = await startGitHub({ clock });
  await github.repository("acme/shop", { kilobytes: 512 });
  await github.repository("acme/old", { isArchived: true });
  await github.repository("acme/copy", { isFork: true, visibility: "public", defaultBranch: "trunk" });
  await github.repository("other/secret");
  token = github.token({ repo: "acme/shop", organization: "acme", permissions: { contents: "read" } });
});
afterAll(() => github.close());

const list = async (text = token) =>
  await listOrganizationRepositories({ apiUrl: github.apiUrl, token: text }, "acme", { clock });

test("all repositories of an organisation are listed, with what a plan needs to know", async () => {
  expect(await list()).toMatchObject([
    { name: "acme/shop", kilobytes: 512, defaultBranch: "main", isArchived: false, isFork: false },
    { name: "acme/old", isArchived: true },
    { name: "acme/copy", isFork: true, defaultBranch: "trunk" },
  ]);
});

test("a token of one repository sees that one and what is public", async () => {
  const narrow = github.token({ repo: "acme/old" });
  expect((await list(narrow)).map(({ name }) => name)).toEqual(["acme/old", "acme/copy"]);
});

test("a hundred come with one request, also where the server fails at first", async () => {
  const before = github.requests.length;
  const page = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: from + at + 1, full_name: `acme/r${from + at}` }));
  let failures = 1;
  github.fault(({ query }) => {
    if (failures-- > 0) return { status: 502, body: "<html>" };
    const at = Number(new URLSearchParams(query).get("page"));
    return { status: 200, body: page(at * 1000, at < 51 ? 100 : 0) };
  });
  expect(await list()).toHaveLength(5000);
  github.fault(null);
  expect(github.requests.length - before).toBe(52);
});

test("a list that breaks off, is no list, or is refused is no list of all", async () => {
  for (const fault of [
    { status: 502 },
    "truncated",
    { status: 200, body: [{ id: "x" }] },
    { status: 401, body: {} },
  ] as const) {
    github.fault(({ path }) => (path.startsWith("/orgs/") ? fault : null));
    await expect(list()).rejects.toMatchObject({ name: "ApiError" });
  }
  github.fault(null);
  await expect(
    listOrganizationRepositories({ apiUrl: github.apiUrl, token }, "nobody", { clock }),
  ).rejects.toMatchObject({
    failure: { kind: "not-found" },
  });
});

test("a limit of some minutes is waited for, and one of an hour is no list of all", async () => {
  const limit = (seconds: number) => ({ status: 403, headers: { "retry-after": String(seconds) }, body: {} });
  const begun = clock.elapsed();
  let refusals = 2;
  github.fault(({ path }) => (path.startsWith("/orgs/") && refusals-- > 0 ? limit(120) : null));
  expect(await list()).toHaveLength(3);
  expect(clock.elapsed() - begun).toBe(240_000);
  github.fault(({ path }) => (path.startsWith("/orgs/") ? limit(3600) : null));
  await expect(list()).rejects.toMatchObject({ failure: { kind: "limited" } });
  github.fault(null);
});

test("a repository that was renamed is found by its number, one that was deleted is not", async () => {
  const access = { apiUrl: github.apiUrl, token };
  const [shop] = await list();
  await github.rename("acme/shop", "acme/store");
  expect(await findRepositoryName(access, shop?.id ?? 0, { clock })).toBe("acme/store");
  await github.remove("acme/store");
  expect(await findRepositoryName(access, shop?.id ?? 0, { clock })).toBe(null);
});

test("a token that has ended is refused", async () => {
  const endsAt = new Date(clock.now().getTime() + 3_600_000);
  const short = github.token({ repo: "acme/old", organization: "acme", endsAt });
  expect(await list(short)).not.toEqual([]);
  await clock.sleep(3_600_000);
  await expect(list(short)).rejects.toMatchObject({ failure: { kind: "bad-token", status: 401 } });
});
