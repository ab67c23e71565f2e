import { inspect } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import type { SecretAlert } from "../../../src/github/alerts/alert.ts";
import { ALERT_TEXTS, parseAlert, parseLocation } from "../../../src/github/alerts/alert.ts";
import { listAlertLocations, listAlerts } from "../../../src/github/alerts/alert-requests.ts";
import type { AlertScope } from "../../../src/github/alerts/alert-scope.ts";
import { resolveAlert } from "../../../src/github/alerts/resolve-alert.ts";
import { type ApiFailure, parseFailure } from "../../../src/github/api-failure.ts";
import { createOctokit } from "../../../src/github/client.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import type { Fault } from "../../../src/sandbox/faults.ts";
import { buildFilePlace, buildTextPlaces, buildWikiPlace } from "../../../src/sandbox/github/alerts/alert-places.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import type { TokenOptions } from "../../../src/sandbox/github/tokens.ts";
import { TestClock } from "../../support/test-clock.ts";

const SHOP: AlertScope = { kind: "repository", repository: { owner: "acme", repo: "shop" } };
const ACME: AlertScope = { kind: "organization", org: "acme" };
const [commit, blob] = ["c".repeat(40), "b".repeat(40)];
const FILE = { path: "src/app.py", line: 12, column: 9, length: 164, commit, blob };

let github: GitHubSandbox;
let clock: TestClock;

beforeEach(async () => {
  clock = new TestClock();
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock });
  for (const name of ["acme/shop", "acme/web", "other/shop"]) await github.repository(name);
  return () => github.close();
});

async function connect(options: Partial<TokenOptions> = {}) {
  const permissions = { "secret-scanning-alerts": "write" } as const;
  const all = { repo: "acme/shop", organization: "acme", kind: "fine-grained", permissions, ...options } as const;
  return await createOctokit({ apiUrl: github.apiUrl, token: github.token(all) }, { clock });
}

const key = (seed: string) => createFakeKey("project", seed);
const url = () => `${github.origin}/repos/acme/shop`;
const open = (seed: string, more = {}) =>
  github.alert("acme/shop", { secret: key(seed), places: [buildFilePlace(url(), FILE)], ...more });
const list = async (scope: AlertScope = SHOP, options: Partial<TokenOptions> = {}) =>
  await listAlerts(await connect(options), scope);

async function failureOf(asked: Promise<unknown>): Promise<ApiFailure> {
  return await asked.then(
    () => expect.unreachable("it was answered"),
    (error: unknown) => parseFailure(error),
  );
}

async function firstAlert(): Promise<SecretAlert> {
  const [alert] = (await list()).alerts;
  return alert ?? expect.unreachable("there is no alert");
}

describe("open alerts", () => {
  test("are listed with their text in a Secret, by one request that has their only place too", async () => {
    open("one", { validity: "active", isPubliclyLeaked: true });
    const from = github.requests.length;
    const listing = await list();
    expect(listing).toMatchObject({ unread: 0, isComplete: true });
    const [alert] = listing.alerts;
    expect(alert).toMatchObject({ number: 1, validity: "active", isPubliclyLeaked: true, hasMoreLocations: false });
    expect(alert?.url).toBe(`${github.origin}/acme/shop/security/secret-scanning/1`);
    expect(alert?.createdAt).toEqual(clock.now());
    expect(alert?.secret?.reveal()).toBe(key("one"));
    const places = [{ kind: "file", isWiki: false, path: "src/app.py", line: 12, column: 9, commit, blob }];
    expect(await listAlertLocations(await connect(), await firstAlert())).toEqual({
      locations: places,
      isComplete: true,
    });
    expect(github.requests.slice(from).filter(({ path }) => path.endsWith("/locations"))).toEqual([]);
    expect(`${inspect(listing, { depth: null })}${JSON.stringify(listing)}`).not.toContain(key("one").slice(10, 40));
  });

  test("are of OpenAI's keys alone, and open: a dismissed one is not among them, one opened again is", async () => {
    const [first, second] = [open("one"), open("two")];
    github.alert("acme/shop", { secret: "x", secretType: "stripe_api_key", places: [] });
    const octokit = await connect();
    const update = async (number: number, change: object) =>
      await octokit.request("PATCH /repos/acme/shop/secret-scanning/alerts/{number}", { number, ...change });
    await update(first.number, { state: "resolved", resolution: "wont_fix" });
    await update(second.number, { state: "resolved", resolution: "false_positive" });
    expect((await list()).alerts).toEqual([]);
    await update(second.number, { state: "open" });
    expect((await list()).alerts.map(({ number }) => number)).toEqual([2]);
  });

  /** Opens many, and lists them where the answers are changed. */
  async function listMany(count: number, fault: Parameters<GitHubSandbox["fault"]>[0]) {
    const hosted = Array.from({ length: count }, (_, index) => open(`key ${index}`));
    github.fault(fault);
    const from = github.requests.length;
    const { alerts, isComplete } = await list();
    return { hosted, isComplete, numbers: alerts.map(({ number }) => number), asked: github.requests.length - from };
  }
  const countTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  test("of more than a thousand come all, the oldest first, each once, a hundred with a request", async () => {
    const { numbers, isComplete, asked } = await listMany(1001, null);
    expect({ numbers, isComplete, asked }).toEqual({ numbers: countTo(1001), isComplete: true, asked: 11 });
  });

  test("are all there when some on an earlier page are closed meanwhile: pages are told by cursors", async () => {
    const { numbers, isComplete } = await listMany(150, ({ query }) => {
      // As the second page is asked for, the first has lost ten.
      if (new URLSearchParams(query).get("after")) {
        for (const alert of github.alerts("acme/shop").slice(0, 10)) alert.state = "resolved";
      }
      return null;
    });
    expect({ numbers, isComplete }).toEqual({ numbers: countTo(150), isComplete: true });
  });

  test("are read by the numbers of pages from a server that knows no cursors", async () => {
    const { numbers, isComplete } = await listMany(150, ({ query }) => (real) => {
      const isSecond = new URLSearchParams(query).get("page") === "2";
      const link = `<${github.apiUrl}/x?page=2>; rel="next", <${github.apiUrl}/x?page=2>; rel="last"`;
      return { ...real, headers: isSecond ? {} : { link } };
    });
    expect({ numbers, isComplete }).toEqual({ numbers: countTo(150), isComplete: true });
  });

  test.each([
    "<x>",
    "<http://127.0.0.1/x?page=0>",
    "<http://127.0.0.1/x>",
  ])("are no whole list where the next page cannot be told: %s", async (address) => {
    const { isComplete } = await listMany(2, () => (real) => ({
      ...real,
      headers: { link: `${address}; rel="next"` },
    }));
    expect(isComplete).toBe(false);
  });

  test("are no whole list, and no endless one, where the next page is always the same", async () => {
    const { isComplete, asked } = await listMany(2, () => (real) => ({
      ...real,
      headers: { link: `<http://127.0.0.1/x?after=abc>; rel="next"` },
    }));
    expect({ isComplete, asked }).toEqual({ isComplete: false, asked: 100 });
  });

  test("of an organisation say their repository", async () => {
    open("one");
    clock.advance(1000);
    github.alert("acme/web", { secret: key("two"), places: [] });
    github.alert("other/shop", { secret: key("three"), places: [] });
    const { alerts } = await list(ACME);
    expect(alerts.map(({ repository, number }) => [repository.owner, repository.repo, number])).toEqual([
      ["acme", "shop", 1],
      ["acme", "web", 1],
    ]);
  });
});

describe("the places of an alert", () => {
  test("are told for every sort that GitHub knows", async () => {
    const places = [
      buildFilePlace(url(), FILE),
      buildWikiPlace(url(), { ...FILE, path: "Home.md" }),
      ...buildTextPlaces(url()),
    ];
    open("one", { places });
    const { locations, isComplete } = await listAlertLocations(await connect(), await firstAlert());
    expect([locations.length, isComplete]).toEqual([13, true]);
    expect(locations[1]).toMatchObject({ kind: "file", isWiki: true, path: "Home.md", commit, blob });
    expect(locations.slice(2).map((one) => (one.kind === "text" ? one.what : one.kind))).toEqual(ALERT_TEXTS);
    expect(locations.at(-1)).toMatchObject({ url: `${url()}/pulls/comments/73` });
    // The list of alerts shows the details of the first place, without its sort.
    for (const [index, place] of places.entries()) {
      const parsed = parseAlert(
        { number: 1, html_url: "x", created_at: "2026-11-20T10:00:00Z", first_location_detected: place.details },
        SHOP.kind === "repository" ? SHOP.repository : null,
      );
      expect(parsed?.locations).toEqual([locations[index]]);
    }
  });

  test("of more than a page come all, and of very many the first thousand", async () => {
    const place = (line: number) => buildFilePlace(url(), { ...FILE, line });
    const alert = open("one", { places: Array.from({ length: 250 }, (_, index) => place(index + 1)) });
    expect(await listAlertLocations(await connect(), await firstAlert())).toMatchObject({ isComplete: true });
    alert.places = Array.from({ length: 1001 }, (_, index) => place(index + 1));
    const { locations, isComplete } = await listAlertLocations(await connect(), await firstAlert());
    expect([locations.length, isComplete]).toEqual([1000, false]);
  });

  test.each([
    null,
    "x",
    {},
    { type: "gist", details: { gist_url: "x" } },
    { details: { path: "" } },
  ])("of a sort that is not known are some other place: %o", (data) =>
    expect(parseLocation(data)).toEqual({ kind: "other" }));
});

describe("what is no alert", () => {
  test("is counted, and costs the others nothing", async () => {
    open("one");
    github.fault(() => (real) => ({ ...real, body: [null, {}, { number: 0 }, ...(real.body as readonly object[])] }));
    expect(await list()).toMatchObject({ unread: 3, alerts: [{ number: 1 }], isComplete: true });
  });

  test("is an alert whose text GitHub keeps to itself: it has no secret", async () => {
    open("one");
    github.fault(() => (real) => {
      const [{ secret, ...alert }] = real.body as readonly [Record<string, unknown>];
      return { ...real, body: [{ ...alert, hidden: typeof secret }] };
    });
    expect((await list()).alerts).toMatchObject([{ number: 1, secret: null }]);
  });

  test.each<[Fault, ApiFailure["kind"]]>([
    ["html", "not-the-api"],
    ["empty", "not-the-api"],
    ["reset", "no-answer"],
    [{ status: 503, body: "" }, "outage"],
  ])("is %o", async (fault, kind) => {
    github.fault(() => fault);
    expect(await failureOf(list())).toMatchObject({ kind });
    expect(await failureOf(list(ACME))).toMatchObject({ kind });
  });
});

describe("who may not see alerts", () => {
  test.each<[string, Partial<TokenOptions>, AlertScope, number]>([
    ["a job's own token", { kind: "job" }, SHOP, 403],
    ["a job's own token, of an organisation", { kind: "job" }, ACME, 403],
    ["a token without the permission", { permissions: {} }, SHOP, 403],
    ["an app without the permission", { kind: "app", permissions: { "security-events": "write" } }, ACME, 403],
    ["a classic token without the scope", { kind: "classic", isAdmin: true }, SHOP, 404],
    ["a token of another repository", { repo: "other/shop", organization: "other" }, SHOP, 404],
  ])("%s", async (_, options, scope, status) => {
    open("one");
    expect(await failureOf(list(scope, options))).toMatchObject({ status });
  });

  test("nobody, where secret scanning is switched off", async () => {
    open("one");
    github.setUpAlerts("acme/shop", { isOff: true });
    expect(await failureOf(list())).toMatchObject({ kind: "not-found", status: 404 });
    expect((await list(ACME)).alerts).toEqual([]);
  });

  test("and who may is told what is needed where he may not change them", async () => {
    open("one");
    const reader = { permissions: { "secret-scanning-alerts": "read" } } as const;
    expect((await list(SHOP, reader)).alerts).toHaveLength(1);
    expect(await resolveAlert(await connect(reader), await firstAlert(), "Gone.")).toMatchObject({
      kind: "failed",
      failure: { kind: "forbidden" },
    });
  });
});

describe("an alert is closed as revoked", () => {
  const resolve = async (alert: SecretAlert, options: Partial<TokenOptions> = {}) =>
    await resolveAlert(await connect(options), alert, "OpenAI refuses the key since 20 Nov 2026.");
  const changes = () => github.requests.filter(({ method }) => method === "PATCH").length;

  test("with one comment, and once", async () => {
    open("one");
    const alert = await firstAlert();
    expect(await resolve(alert)).toEqual({ kind: "resolved" });
    const comment = "OpenAI refuses the key since 20 Nov 2026.";
    expect(github.alerts("acme/shop")).toMatchObject([{ state: "resolved", resolution: "revoked", comment }]);
    expect(await resolve(alert)).toEqual({ kind: "already-resolved", resolution: "revoked" });
    expect(changes()).toBe(1);
  });

  test("but not when a person closed it meanwhile", async () => {
    const hosted = open("one");
    const alert = await firstAlert();
    Object.assign(hosted, { state: "resolved", resolution: "used_in_tests", comment: "a test" });
    expect(await resolve(alert)).toEqual({ kind: "already-resolved", resolution: "used_in_tests" });
    expect(hosted.comment).toBe("a test");
  });

  test("also when the answer to that is lost", async () => {
    open("one");
    const alert = await firstAlert();
    let count = 0;
    github.fault(({ method }) =>
      method === "PATCH" && count++ === 0
        ? () => ({ status: 502, headers: { "content-type": "text/html" }, body: "x" })
        : null,
    );
    expect(await resolve(alert)).toEqual({ kind: "resolved" });
    expect(github.alerts("acme/shop")).toMatchObject([{ state: "resolved" }]);
  });

  test("or not, where that is left to reviewers, or GitHub is down: that is said", async () => {
    open("one");
    const alert = await firstAlert();
    github.setUpAlerts("acme/shop", { isDelegated: true });
    expect(await resolve(alert)).toMatchObject({ kind: "failed", failure: { kind: "forbidden", status: 403 } });
    expect(await resolve(alert, { isAdmin: true })).toEqual({ kind: "resolved" });
    github.fault(() => "reset");
    expect(await resolve(alert)).toMatchObject({ kind: "failed", failure: { kind: "no-answer" } });
  });

  test("and its text is not asked for again, nor kept from the answer", async () => {
    open("one");
    const from = github.requests.length;
    const result = await resolve(await firstAlert());
    expect(JSON.stringify(result)).not.toContain(key("one").slice(10, 40));
    const single = github.requests
      .slice(from)
      .filter(({ path, method }) => method === "GET" && path.endsWith("alerts/1"));
    expect(single.map(({ query }) => query)).toEqual(["?hide_secret=true"]);
  });
});
