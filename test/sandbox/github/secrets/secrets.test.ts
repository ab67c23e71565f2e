import { getOctokit } from "@actions/github";
import sodium from "libsodium-wrappers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RotationTarget } from "../../../../src/domain/rotation-target.ts";
import { computeId } from "../../../../src/sandbox/github/account.ts";
import { type GitHubSandbox, startGitHub } from "../../../../src/sandbox/github/github-sandbox.ts";
import type { TokenOptions } from "../../../../src/sandbox/github/tokens.ts";
import { TestClock } from "../../../support/test-clock.ts";

const shop = { owner: "acme", repo: "shop" };
const SECRET = { kind: "github", ...shop, environment: null, secret: "K" } as const satisfies RotationTarget;

let github: GitHubSandbox;
let clock: TestClock;

beforeAll(async () => await sodium.ready);

beforeEach(async () => {
  clock = new TestClock();
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock });
  for (const name of ["acme/shop", "acme/web", "other/shop"]) await github.repository(name);
  github.environment("acme/shop", "eu/production");
  return () => github.close();
});

function rest(options: Partial<TokenOptions> = {}) {
  const all = {
    secrets: "write",
    environments: "write",
    "organization-secrets": "write",
    "dependabot-secrets": "write",
    "codespaces-secrets": "write",
  } as const;
  const token = github.token({ repo: "acme/shop", kind: "fine-grained", permissions: all, ...options });
  return getOctokit(token, { baseUrl: github.apiUrl, log: { debug() {}, info() {}, warn() {}, error() {} } }).rest;
}

type Refusal = { status: number; message: string; response: { headers: Record<string, string> } };

async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  return await asked.then(
    () => expect.unreachable("it was answered"),
    (error: Refusal) => error,
  );
}

const seal = (text: string, key: string) =>
  Buffer.from(sodium.crypto_box_seal(text, Buffer.from(key, "base64"))).toString("base64");

async function put(text: string, name = "K", api = rest()) {
  const { data: key } = await api.actions.getRepoPublicKey(shop);
  const value = { encrypted_value: seal(text, key.key), key_id: key.key_id };
  return await api.actions.createOrUpdateRepoSecret({ ...shop, secret_name: name, ...value });
}

describe("a secret", () => {
  test("is created and updated, shown without its value, listed and deleted", async () => {
    const api = rest();
    expect((await put("one")).status).toBe(201);
    clock.advance(5000);
    expect((await put("two", "k")).status).toBe(204);
    expect(github.readSecret(SECRET)).toMatchObject({ name: "K", value: "two", visibility: null });
    const { data } = await api.actions.getRepoSecret({ ...shop, secret_name: "k" });
    expect(data).toEqual({ name: "K", created_at: "2026-11-20T10:00:00Z", updated_at: "2026-11-20T10:00:05Z" });
    expect((await api.actions.listRepoSecrets(shop)).data).toEqual({ total_count: 1, secrets: [data] });
    expect((await api.actions.deleteRepoSecret({ ...shop, secret_name: "K" })).status).toBe(204);
    expect(await refusalOf(api.actions.getRepoSecret({ ...shop, secret_name: "K" }))).toMatchObject({ status: 404 });
    expect(github.readSecret(SECRET)).toBe(null);
  });

  test("stands in one place of many, each with a key of its own", async () => {
    const api = rest();
    const production = { ...shop, environment_name: "eu/production" };
    const keys = [
      await api.actions.getRepoPublicKey(shop),
      await api.actions.getEnvironmentPublicKey(production),
      await api.actions.getOrgPublicKey({ org: "acme" }),
      await api.dependabot.getRepoPublicKey(shop),
      await api.codespaces.getRepoPublicKey(shop),
    ].map(({ data }) => data);
    expect(new Set(keys.map(({ key_id: id }) => id)).size).toBe(5);
    const value = (index: number) => ({
      secret_name: "K",
      encrypted_value: seal(`text ${index}`, keys[index]?.key ?? ""),
      key_id: keys[index]?.key_id ?? "",
    });
    await api.actions.createOrUpdateRepoSecret({ ...shop, ...value(0) });
    await api.actions.createOrUpdateEnvironmentSecret({ ...production, ...value(1) });
    await api.actions.createOrUpdateOrgSecret({ org: "acme", visibility: "all", ...value(2) });
    await api.dependabot.createOrUpdateRepoSecret({ ...shop, ...value(3) });
    await api.codespaces.createOrUpdateRepoSecret({ ...shop, ...value(4) });
    const places: readonly RotationTarget[] = [
      SECRET,
      { ...SECRET, environment: "eu/production" },
      { kind: "github-org", org: "acme", secret: "K" },
      { ...SECRET, kind: "dependabot" },
      { ...SECRET, kind: "codespaces" },
    ];
    expect(places.map((place) => github.readSecret(place)?.value)).toEqual([0, 1, 2, 3, 4].map((n) => `text ${n}`));
    const crossed = api.actions.createOrUpdateEnvironmentSecret({ ...production, ...value(0) });
    expect(await refusalOf(crossed)).toMatchObject({ status: 422 });
  });
});

describe("a secret of an organisation", () => {
  const target: RotationTarget = { kind: "github-org", org: "acme", secret: "K" };
  const write = async (more: object) => {
    const api = rest();
    const { data: key } = await api.actions.getOrgPublicKey({ org: "acme" });
    const value = { encrypted_value: seal("text", key.key), key_id: key.key_id };
    return await api.actions.createOrUpdateOrgSecret({ org: "acme", secret_name: "K", ...value, ...more } as never);
  };

  test("says who may read it with each change, or loses that", async () => {
    const id = computeId("acme/web");
    github.storeSecret(target, "old", { visibility: "selected", repositoryIds: [id, computeId("acme/shop")] });
    const listed = rest().actions.listSelectedReposForOrgSecret({
      org: "acme",
      secret_name: "K",
      per_page: 1,
      page: 2,
    });
    expect((await listed).data).toMatchObject({ total_count: 2, repositories: [{ full_name: "acme/web", id }] });
    expect(await refusalOf(write({}))).toMatchObject({ status: 422 });
    expect(await refusalOf(write({ visibility: "selected", selected_repository_ids: [1] }))).toMatchObject({
      status: 422,
    });
    await write({ visibility: "selected", selected_repository_ids: [id] });
    expect(github.readSecret(target)).toMatchObject({ value: "text", visibility: "selected", repositoryIds: [id] });
    await write({ visibility: "selected" });
    expect(github.readSecret(target)).toMatchObject({ repositoryIds: [] });
    await write({ visibility: "all" });
    const shown = await rest().actions.getOrgSecret({ org: "acme", secret_name: "K" });
    expect(shown.data).toMatchObject({ visibility: "all" });
    expect(shown.data).not.toHaveProperty("selected_repositories_url");
  });
});

describe("who may not", () => {
  const read = (api: ReturnType<typeof rest>) => refusalOf(api.actions.getRepoPublicKey(shop));

  test.each([
    ["a job's own token", { kind: "job" }, 403, "Resource not accessible by integration"],
    ["an app without the permission", { kind: "app", permissions: {} }, 403, "Resource not accessible by integration"],
    ["a person's token without it", { permissions: {} }, 403, "Resource not accessible by personal access token"],
    ["a token of another repository", { repo: "other/shop" }, 404, "Not Found"],
    ["a classic token without the scope", { kind: "classic", isAdmin: true }, 404, "Not Found"],
    ["somebody who does not administer it", { kind: "classic", scopes: ["repo"] }, 403, "Must have admin rights"],
  ] as const)("%s, is told as GitHub tells it", async (_, options, status, message) => {
    const refusal = await read(rest(options));
    expect([refusal.status, refusal.message]).toEqual([status, expect.stringContaining(message)]);
  });

  test("is told what is needed", async () => {
    const reader = rest({ permissions: { secrets: "read", environments: "write" } });
    expect((await reader.actions.getRepoPublicKey(shop)).status).toBe(200);
    const refusal = await refusalOf(put("x", "K", reader));
    expect(refusal.response.headers["x-accepted-github-permissions"]).toBe("secrets=write");
    const environment = { ...shop, environment_name: "eu/production" };
    const both = await refusalOf(
      rest({ permissions: { secrets: "write" } }).actions.getEnvironmentPublicKey(environment),
    );
    expect(both.response.headers["x-accepted-github-permissions"]).toBe("environments=read,secrets=read");
    const classic = await refusalOf(
      rest({ kind: "classic", scopes: ["repo"] }).actions.getOrgPublicKey({ org: "acme" }),
    );
    expect([classic.status, classic.response.headers["x-accepted-oauth-scopes"]]).toEqual([403, "admin:org"]);
    expect(
      (await rest({ kind: "classic", scopes: ["admin:org"] }).actions.getOrgPublicKey({ org: "acme" })).status,
    ).toBe(200);
  });

  test("an unknown token, and none", async () => {
    const unknown = getOctokit("none", { baseUrl: github.apiUrl }).rest;
    expect(await read(unknown)).toMatchObject({ status: 401 });
    expect((await fetch(`${github.apiUrl}/orgs/acme/actions/secrets`)).status).toBe(401);
  });
});

describe("what is refused", () => {
  const change = (more: object) =>
    refusalOf(rest().actions.createOrUpdateRepoSecret({ ...shop, secret_name: "K", ...more } as never));

  test.each(["1K", "A-B", "GITHUB_X"])("the name %s", async (name) => {
    expect(await refusalOf(put("x", name))).toMatchObject({ status: 422 });
  });

  test("an environment, an organisation and a secret that there is not", async () => {
    const api = rest();
    const nowhere = { ...shop, environment_name: "staging" };
    expect(await refusalOf(api.actions.getEnvironmentPublicKey(nowhere))).toMatchObject({ status: 404 });
    expect(await refusalOf(api.actions.getOrgPublicKey({ org: "nobody" }))).toMatchObject({ status: 404 });
    expect(await refusalOf(api.actions.getRepoSecret({ ...shop, secret_name: "NONE" }))).toMatchObject({ status: 404 });
  });

  test("a value of no key, of a wrong one, of an old one, or in another form, which is repeated", async () => {
    const { data: key } = await rest().actions.getRepoPublicKey(shop);
    const sealed = seal("x", key.key);
    expect(await change({ encrypted_value: sealed })).toMatchObject({ message: expect.stringContaining('"key_id"') });
    expect(await change({ key_id: key.key_id })).toMatchObject({ status: 422 });
    const other = Buffer.from(sodium.crypto_box_keypair().publicKey).toString("base64");
    const wrong = await change({ encrypted_value: seal("x", other), key_id: key.key_id });
    expect(wrong.message).toContain("improperly encrypted secret");
    const plain = await change({ encrypted_value: "the text itself!", key_id: key.key_id });
    expect(plain.message).toContain("the text itself! does not match");
    github.replacePublicKey(SECRET);
    expect(await change({ encrypted_value: sealed, key_id: key.key_id })).toMatchObject({ status: 422 });
  });

  test("more than 48 KB, and one secret more than a hundred", async () => {
    expect((await put("x".repeat(48 * 1024))).status).toBe(201);
    expect(await refusalOf(put("x".repeat(48 * 1024 + 1)))).toMatchObject({ status: 422 });
    for (let count = 0; count < 99; count += 1) github.storeSecret({ ...SECRET, secret: `S${count}` }, "x");
    expect(await refusalOf(put("x", "ONE_MORE"))).toMatchObject({ status: 422 });
    expect((await put("y")).status).toBe(204);
  });

  test("a change in an archived repository", async () => {
    await github.repository("acme/old", { isArchived: true });
    const api = rest({ repo: "acme/old" });
    const old = { owner: "acme", repo: "old" };
    const { data: key } = await api.actions.getRepoPublicKey(old);
    const value = { secret_name: "K", encrypted_value: seal("x", key.key), key_id: key.key_id };
    expect((await refusalOf(api.actions.createOrUpdateRepoSecret({ ...old, ...value }))).message).toContain("archived");
  });
});
