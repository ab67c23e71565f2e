import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import type { StoreOptions } from "../../../src/domain/key-minter.ts";
import type { RotationTarget } from "../../../src/domain/rotation-target.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { createKeyStore } from "../../../src/rotate/stores/key-store.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import type { Fault } from "../../../src/sandbox/faults.ts";
import { type GitHubSandbox, startGitHub } from "../../../src/sandbox/github/github-sandbox.ts";
import { TestClock } from "../../support/test-clock.ts";

const shop = { owner: "acme", repo: "shop", secret: "OPENAI_API_KEY" };
const TARGETS: readonly RotationTarget[] = [
  { kind: "github", ...shop, environment: null },
  { kind: "github", ...shop, environment: "production" },
  { kind: "github-org", org: "acme", secret: "OPENAI_API_KEY" },
  { kind: "dependabot", ...shop },
  { kind: "codespaces", ...shop },
];
const KEEP: StoreOptions = { create: false, replaceable: [], rotation: "3f9a2c1e" };
const CREATE: StoreOptions = { create: true, replaceable: [], rotation: "3f9a2c1e" };
const EVERY = {
  secrets: "write",
  environments: "write",
  "organization-secrets": "write",
  "dependabot-secrets": "write",
  "codespaces-secrets": "write",
} as const;

const KEY = createFakeKey("service-account", "new");
const secret = new Secret(KEY);

let github: GitHubSandbox;
let clock: TestClock;
let wire: Server;
let apiUrl = "";
/** All that went over the wire in requests, with addresses and headers. */
let sent: string[] = [];

beforeEach(async () => {
  clock = new TestClock();
  sent = [];
  github = await startGitHub({ path: process.env["PATH"] ?? null, clock });
  await github.repository("acme/shop");
  github.environment("acme/shop", "production");
  wire = createServer((incoming, response) => void pass(incoming, response));
  await new Promise<void>((listening) => void wire.listen(0, "127.0.0.1", listening));
  apiUrl = `http://127.0.0.1:${(wire.address() as AddressInfo).port}`;
  return async () => {
    wire.closeAllConnections();
    wire.close();
    await github.close();
  };
});

/** Passes a request on to the sandbox, and keeps what it was. */
async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  sent.push(`${incoming.method} ${incoming.url} ${JSON.stringify(incoming.headers)} ${body.toString()}`);
  const { authorization = "" } = incoming.headers;
  try {
    const answer = await fetch(`${github.apiUrl}${incoming.url}`, {
      method: incoming.method ?? "GET",
      headers: { authorization },
      ...(body.length > 0 && { body }),
    });
    const headers = [...answer.headers].filter(([name]) => !HOP.test(name));
    const text = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, Object.fromEntries(headers)).end(text);
  } catch {
    response.destroy();
  }
}

/** Headers that are for one connection alone. */
const HOP = /^(?:content-encoding|transfer-encoding|connection|keep-alive)$/;

function open(options: { token?: string | null; isCancelled?: () => boolean; signal?: AbortSignal } = {}) {
  const token = github.token({ repo: "acme/shop", kind: "fine-grained", permissions: EVERY });
  return createKeyStore({ token, apiUrl, clock, ...options });
}

const putOld = () => {
  for (const target of TARGETS) github.storeSecret(target, "old", { visibility: "all" });
  clock.advance(60_000);
};

/** A part of the key in forms that somebody could read it from. */
function spell(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((skip) => bytes.subarray(skip).toString("base64").slice(0, 40));
  return [text, [...text].toReversed().join(""), bytes.toString("hex"), ...shifted];
}

describe("keys on GitHub", () => {
  test("are stored in every kind of secret, by one client that waits a second between changes", async () => {
    putOld();
    const store = open();
    for (const target of TARGETS) {
      expect(await store.check(target, KEEP)).toEqual({ kind: "ready", exists: true });
      expect(await store.store(target, secret, KEEP)).toEqual({ kind: "stored", verified: true });
    }
    expect(TARGETS.map((target) => github.readSecret(target)?.value)).toEqual(TARGETS.map(() => KEY));
    expect(clock.sleeps).toEqual([1000, 1000, 1000, 1000]);
  });

  test("need a token, and nothing is asked without one", async () => {
    const [target] = TARGETS as [RotationTarget];
    const store = open({ token: null });
    expect(await store.check(target, CREATE)).toEqual({ kind: "failed", because: "no-token" });
    expect(await store.store(target, secret, CREATE)).toEqual({
      kind: "failed",
      because: "no-token",
      mayBeStored: false,
    });
    expect(sent).toEqual([]);
  });

  test("are not sent when the run was told to stop", async () => {
    putOld();
    const [target] = TARGETS as [RotationTarget];
    for (const options of [{ isCancelled: () => true }, { signal: AbortSignal.abort() }]) {
      expect(await open(options).check(target, KEEP)).toEqual({ kind: "failed", because: "cancelled" });
      expect(await open(options).store(target, secret, KEEP)).toMatchObject({ because: "cancelled" });
    }
    expect(sent).toEqual([]);
  });

  test("that nobody can reach are no error that is thrown", async () => {
    const [target] = TARGETS as [RotationTarget];
    for (const address of ["http://127.0.0.1:9", "not an address", ""]) {
      const store = createKeyStore({ token: "x", apiUrl: address, clock });
      expect(await store.check(target, KEEP)).toMatchObject({ kind: "failed" });
      expect(await store.store(target, secret, KEEP)).toMatchObject({ kind: "failed" });
    }
  });
});

test("the text of a key is in no request and in no result, however GitHub answers", async () => {
  const faults: readonly (Fault | null)[] = [
    null,
    "reset",
    { status: 403, headers: { "x-accepted-github-permissions": KEY }, body: { message: `${KEY} is not accessible` } },
    { status: 422, body: { message: `${KEY} does not match` } },
    { status: 500, body: { message: KEY } },
    (real) => ({ ...real, headers: { ...real.headers, location: `/${KEY}` } }),
  ];
  const results: unknown[] = [];
  for (const fault of faults) {
    putOld();
    github.fault(({ method }) => (method === "PUT" ? fault : null));
    const store = open();
    for (const target of TARGETS) results.push(await store.store(target, secret, CREATE));
  }
  const told = `${sent.join("\n")}\n${inspect(results, { depth: null })}\n${JSON.stringify(results)}`;
  expect(sent.filter((request) => request.startsWith("PUT")).length).toBeGreaterThan(TARGETS.length);
  for (const form of spell(KEY.slice(12, 60))) expect(told).not.toContain(form);
  expect(decodeURIComponent(told.replaceAll("%", "%25"))).not.toContain(KEY.slice(12, 60));
});
