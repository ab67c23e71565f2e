import { beforeEach, describe, expect, test } from "vitest";
import { createDetector } from "../../../src/detect/detect.ts";
import type { Sighting } from "../../../src/domain/candidate.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { buildFilePlace, buildTextPlaces, buildWikiPlace } from "../../../src/sandbox/github/alerts/alert-places.ts";
import type { AlertOptions } from "../../../src/sandbox/github/alerts/hosted-alert.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import type { TokenOptions } from "../../../src/sandbox/github/tokens.ts";
import { openAlerts, parseAlertScope } from "../../../src/targets/alerts/alert-target.ts";
import { TestClock } from "../../support/test-clock.ts";

const [commit, blob] = ["c".repeat(40), "b".repeat(40)];
const FILE = { path: "src/app.py", line: 12, column: 9, length: 164, commit, blob };

let github: GitHubSandbox;
let clock: TestClock;

beforeEach(async () => {
  clock = new TestClock();
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock });
  for (const name of ["acme/shop", "acme/web"]) await github.repository(name);
  return () => github.close();
});

const key = (seed: string) => createFakeKey("project", seed);
const url = (repo = "acme/shop") => `${github.origin}/repos/${repo}`;
const file = (more = {}) => buildFilePlace(url(), { ...FILE, ...more });
const open = (seed: string, more: Partial<AlertOptions> = {}, repo = "acme/shop") =>
  github.alert(repo, { secret: key(seed), places: [file()], ...more });

async function openScope(of = "acme/shop", options: Partial<TokenOptions> = {}) {
  const permissions = { "secret-scanning-alerts": "read" } as const;
  const token = github.token({
    repo: "acme/shop",
    organization: "acme",
    kind: "fine-grained",
    permissions,
    ...options,
  });
  return await openAlerts({ apiUrl: github.apiUrl, token }, parseAlertScope(of), { clock });
}

/** What is found, as a scan finds it. */
async function search(of?: string, options?: Partial<TokenOptions>) {
  const { source, change } = await openScope(of, options);
  const detect = createDetector({ otherVendors: false });
  const sightings: Sighting[] = [];
  for await (const read of source.blobs()) {
    const notes: unknown[] = [];
    for await (const hit of detect(read, (note) => notes.push(note)))
      sightings.push(...(await source.locate(read, hit)));
    if (notes.length > 0) await source.nameOf(read);
  }
  return { change, sightings: await source.complete(sightings), ...source.account() };
}

describe("the open alerts of a repository", () => {
  test("are one request where there is none, and a clean result", async () => {
    const from = github.requests.length;
    const { change, sightings, gaps, coverage } = await search();
    expect({ change, sightings, gaps }).toEqual({
      change: { kind: "alerts", of: "acme/shop" },
      sightings: [],
      gaps: [],
    });
    expect(coverage).toMatchObject({ texts: 0, bytes: 0 });
    expect(github.requests.length - from).toBe(1);
  });

  test("are keys in the place that GitHub names, since the alert, without a column", async () => {
    const { number } = open("one");
    const { sightings, gaps } = await search();
    expect(gaps).toEqual([]);
    expect(sightings).toEqual([
      {
        where: "alert",
        path: "src/app.py",
        line: 12,
        column: null,
        commit,
        author: null,
        at: clock.now(),
        encoding: "plain",
        member: null,
        inHead: false,
        preexisting: false,
        alert: { number, url: `${github.origin}/acme/shop/security/secret-scanning/1`, kind: "file", textUrl: null },
      },
    ]);
  });

  test("have a place of each sort that GitHub has", async () => {
    const wiki = buildWikiPlace(url(), { ...FILE, path: "Home.md" });
    open("one", { places: [file(), wiki, ...buildTextPlaces(url())] });
    const { sightings, gaps } = await search();
    expect(gaps).toEqual([]);
    expect(sightings.map(({ path, alert }) => [alert?.kind, path, alert?.textUrl !== null])).toEqual([
      ["file", "src/app.py", false],
      ["wiki", "Home.md", false],
      ...buildTextPlaces(url()).map(({ type }) => [type, null, true]),
    ]);
  });

  test("are read over pages, places too", async () => {
    for (let index = 0; index < 101; index += 1) open(`key ${index}`);
    open("many", { places: Array.from({ length: 101 }, (_, index) => file({ line: index + 1 })) });
    const from = github.requests.length;
    const { sightings, gaps } = await search();
    expect(gaps).toEqual([]);
    expect(sightings).toHaveLength(202);
    expect(github.requests.length - from).toBe(4);
  });

  test("keep the first place where the others are not listed, and that is a gap", async () => {
    open("one", { places: [file(), file({ line: 99 })] });
    const { source } = await openScope();
    github.fault(({ path }) => (path.endsWith("/locations") ? { status: 404, body: { message: "Not Found" } } : null));
    const sightings: Sighting[] = [];
    for await (const read of source.blobs()) {
      for await (const hit of createDetector({ otherVendors: false })(read, () => {}))
        sightings.push(...(await source.locate(read, hit)));
    }
    expect(sightings.map(({ line }) => line)).toEqual([12]);
    expect(source.account().gaps).toMatchObject([{ kind: "unfetched", cause: "alerts" }]);
  });

  test("leave out what was dismissed, and have what was opened again", async () => {
    const [first, second] = [open("one"), open("two")];
    first.state = "resolved";
    second.state = "resolved";
    second.state = "open";
    expect((await search()).sightings.map(({ alert }) => alert?.number)).toEqual([second.number]);
  });

  test("are a gap where the text is no key that is known here, and none for a placeholder", async () => {
    open("one", { secret: "a text of another shape" });
    expect((await search()).gaps).toMatchObject([{ detail: expect.stringContaining("acme/shop#1 is not recognised") }]);
    for (const alert of github.alerts("acme/shop")) alert.state = "resolved";
    const whole = key("two");
    const dots = "x".repeat(74);
    open("two", { secret: `${whole.slice(0, 8)}${dots}${whole.slice(82, 90)}${dots}` });
    expect(await search()).toMatchObject({ sightings: [], gaps: [] });
  });

  test("are a gap where GitHub does not show a text, or an entry is none", async () => {
    open("one");
    open("two");
    github.fault(() => (real) => {
      const [first, second] = real.body as readonly Record<string, unknown>[];
      return { ...real, body: [{ ...first, secret: undefined }, second, { number: 0 }] };
    });
    const { gaps, sightings } = await search();
    expect(sightings).toHaveLength(1);
    expect(gaps.map(({ detail }) => detail)).toEqual([
      "GitHub does not show the text of the alert acme/shop#1.",
      "The list of alerts has 1 entry in a form that is not known here.",
    ]);
  });

  test("are what was listed where the list breaks off, and that is a gap", async () => {
    for (let index = 0; index < 101; index += 1) open(`key ${index}`);
    github.fault(({ query }) =>
      new URLSearchParams(query).get("after") ? { status: 404, body: { message: "x" } } : null,
    );
    const { gaps, sightings } = await search();
    expect(sightings).toHaveLength(100);
    expect(gaps).toMatchObject([
      { detail: "The list of alerts was not read to its end: GitHub answered 404 after 100 alerts." },
    ]);
  });
});

describe("alerts that GitHub does not list", () => {
  const JOB = { kind: "job", permissions: {} } as const;
  const READS =
    /needs a fine-grained personal access token.*Secret scanning alerts: read.*GITHUB_TOKEN of a job cannot/;

  test.each<[string, Partial<TokenOptions>, RegExp]>([
    ["a job's token", JOB, /may not read them/],
    ["a fine-grained token without the permission", { permissions: { contents: "read" } }, /may not read them/],
    ["a classic token without the scope", { kind: "classic", scopes: [], isAdmin: true }, /secret scanning is off/],
    ["one of another organisation", { repo: "other/x", organization: "other" }, /does not see it/],
  ])("to %s are told with the permission that it lacks", async (_, options, why) => {
    const message = await openScope("acme/shop", options).then(String, String);
    expect(message).toMatch(why);
    expect(message).toMatch(READS);
    expect(message).toContain('"acme/shop"');
  });

  test("since it limits requests are told as that, after waiting as long as is reasonable", async () => {
    const headers = { "retry-after": "3600" };
    github.fault(() => ({ status: 429, body: { message: "You have exceeded a secondary rate limit" }, headers }));
    await expect(openScope()).rejects.toThrow("GitHub asks to slow down");
    expect(github.requests).toHaveLength(1);
  });

  test("and a wrong name are wrong use, which asks nobody", () => {
    for (const text of ["", "a/b/c", "acme/", "https://github.com/acme/shop", "acme shop"]) {
      expect(() => parseAlertScope(text), text).toThrow("--alerts takes one repository");
    }
  });
});

test("the open alerts of an organisation name their repositories", async () => {
  open("one");
  open("one", {}, "acme/web");
  const { change, sightings } = await search("acme");
  expect(change).toEqual({ kind: "alerts", of: "acme" });
  expect(sightings.map(({ repository }) => repository).toSorted()).toEqual(["acme/shop", "acme/web"]);
});
