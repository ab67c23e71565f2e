import { getOctokit } from "@actions/github";
import { beforeEach, describe, expect, test } from "vitest";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { buildTextPlaces } from "../../../../src/sandbox/github/alerts/alert-places.ts";
import { type GitHubSandbox, startGitHub } from "../../../../src/sandbox/github/github-sandbox.ts";
import type { TokenOptions } from "../../../../src/sandbox/github/tokens.ts";
import { TestClock } from "../../../support/test-clock.ts";

const shop = { owner: "acme", repo: "shop" };
const KEY = createFakeKey("project", "found");

let github: GitHubSandbox;

beforeEach(async () => {
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock: new TestClock() });
  await github.repository("acme/shop");
  github.alert("acme/shop", { secret: KEY, places: buildTextPlaces(`${github.origin}/repos/acme/shop`) });
  return () => github.close();
});

function rest(options: Partial<TokenOptions> = {}) {
  const permissions = { "secret-scanning-alerts": "write" } as const;
  const token = github.token({ repo: "acme/shop", organization: "acme", kind: "app", permissions, ...options });
  return getOctokit(token, { baseUrl: github.apiUrl, log: { debug() {}, info() {}, warn() {}, error() {} } }).rest
    .secretScanning;
}

type Refusal = { status: number; response: { headers: Record<string, string> } };

async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  return await asked.then(
    () => expect.unreachable("it was answered"),
    (error: Refusal) => error,
  );
}

describe("alerts of secret scanning", () => {
  test("have the text that was found, unless it is asked to leave it out; a change always answers with it", async () => {
    const one = { ...shop, alert_number: 1 };
    expect((await rest().listAlertsForRepo(shop)).data).toMatchObject([{ secret: KEY, has_more_locations: true }]);
    expect((await rest().listAlertsForRepo({ ...shop, hide_secret: true })).data[0]).not.toHaveProperty("secret");
    expect((await rest().getAlert({ ...one, hide_secret: true })).data).not.toHaveProperty("secret");
    const changed = await rest().updateAlert({
      ...one,
      state: "resolved",
      resolution: "revoked",
      hide_secret: true,
    } as never);
    expect(changed.data).toMatchObject({ secret: KEY, state: "resolved", resolution: "revoked" });
  });

  test("are filtered, paged, and of an organisation come with their repositories", async () => {
    const { data, headers } = await rest().listLocationsForAlert({ ...shop, alert_number: 1, per_page: 5, page: 2 });
    expect([data.length, headers.link?.includes('rel="next"')]).toEqual([5, true]);
    expect((await rest().listAlertsForRepo({ ...shop, secret_type: "stripe_api_key" })).data).toEqual([]);
    expect((await rest().listAlertsForRepo({ ...shop, validity: "active,inactive" })).data).toEqual([]);
    expect((await rest().listAlertsForRepo({ ...shop, validity: "active,unknown" })).data).toHaveLength(1);
    expect((await rest().listAlertsForOrg({ org: "acme", state: "open" })).data).toMatchObject([
      { number: 1, repository: { full_name: "acme/shop" } },
    ]);
  });

  test("are refused as GitHub refuses them", async () => {
    const refused = await refusalOf(rest({ kind: "job" }).listAlertsForRepo(shop));
    expect(refused.status).toBe(403);
    expect(refused.response.headers["x-accepted-github-permissions"]).toBe("secret_scanning_alerts=read");
    expect(await refusalOf(rest().getAlert({ ...shop, alert_number: 9 }))).toMatchObject({ status: 404 });
    expect(await refusalOf(rest().listAlertsForOrg({ org: "nobody" }))).toMatchObject({ status: 404 });
    const update = (more: object) => refusalOf(rest().updateAlert({ ...shop, alert_number: 1, ...more } as never));
    expect(await update({ state: "resolved" })).toMatchObject({ status: 422 });
    expect(await update({ state: "open", resolution: "revoked" })).toMatchObject({ status: 422 });
    expect(await update({ state: "open" })).toMatchObject({ status: 400 });
    const comment = { state: "resolved", resolution: "revoked", resolution_comment: "x".repeat(281) };
    expect(await update(comment)).toMatchObject({ status: 400 });
    github.setUpAlerts("acme/shop", { isDelegated: true });
    expect(await update({ state: "resolved", resolution: "revoked" })).toMatchObject({ status: 403 });
    github.setUpAlerts("acme/shop", { isOff: true });
    expect(await refusalOf(rest().listAlertsForRepo(shop))).toMatchObject({ status: 404 });
  });
});
