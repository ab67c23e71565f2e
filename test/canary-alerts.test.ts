import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import type { Fault } from "../src/sandbox/faults.ts";
import { buildFilePlace, buildTextPlaces, buildWikiPlace } from "../src/sandbox/github/alerts/alert-places.ts";
import { expectNoKey, leavings } from "./support/canary.ts";
import { createE2eEnvironment } from "./support/e2e-environment.ts";
import { effort } from "./support/effort.ts";
import { scheduleEvent } from "./support/events.ts";
import { startWebhook } from "./support/webhook.ts";

const SIGNING_SECRET = "the signing secret of this webhook";

/** Alerts for keys of every standing, whose paths and names hold keys too, and a token that may read and close them. */
async function alerted() {
  const all = await createE2eEnvironment();
  await all.github.repository("acme/web");
  const named = createFakeKey("service-account", "in a name");
  const ours = all.acme.accountKey(all.web, `bot ${named}`, { name: `k ${named}` });
  const removed = all.acme.userKey(all.web, all.ada);
  const stranger = createFakeKey("project", "of a stranger");
  const token = all.github.token({
    repo: "acme/shop",
    organization: "acme",
    kind: "fine-grained",
    permissions: { contents: "read", "secret-scanning-alerts": "write" },
  });
  const place = { line: 3, column: 9, length: 164, commit: "c".repeat(40), blob: "b".repeat(40) };
  for (const [repo, secret] of [
    ["acme/shop", ours.text],
    ["acme/shop", stranger],
    ["acme/web", removed.text],
    ["acme/web", `${stranger} ${named}`],
    ["acme/web", "x"],
  ] as const) {
    const url = `${all.github.origin}/repos/${repo}`;
    const paths = [`${named}/a.ts`, `\u001b[31m::error::${named}\n.env`];
    const files = paths.flatMap((file) => [
      buildFilePlace(url, { ...place, path: file }),
      buildWikiPlace(url, { ...place, path: file }),
    ]);
    all.github.alert(repo, { secret, places: [...files, ...buildTextPlaces(`${url}/${named}`)] });
  }
  all.openai.fault(null);
  const keys = [named, ours.text, removed.text, stranger];
  const secrets = [...keys, token, all.adminKey];
  return { all, keys, secrets, token, [Symbol.asyncDispose]: async () => await all[Symbol.asyncDispose]() };
}

/** Every answer of GitHub with keys in each text that is no secret: addresses, names, times, words for states. */
const spoiled =
  (keys: readonly string[]): ((request: object) => Fault) =>
  () =>
  (real) => ({ ...real, body: spoil(real.body, keys.join(" ")) });

function spoil(value: unknown, key: string, name = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => spoil(one, key));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, spoil(inner, key, field)]));
  }
  const isKept = /^(?:secret|state|created_at|full_name)$/.test(name);
  return typeof value === "string" && !isKept ? `${value}/${key}` : value;
}

describe("no output of a scan of alerts holds a key or a token", () => {
  test.each([
    "text",
    "json",
    "markdown",
    "sarif",
    "html",
  ])("as %s, with all that is written beside it", async (format) => {
    await using at = await alerted();
    const { all, keys, secrets, token } = at;
    await using hook = await startWebhook({ status: 400, body: keys.join(" ") });
    const file = (name: string) => path.join(all.folder, name);
    const told = (scope: string, ...words: readonly string[]) =>
      all.cli(
        [
          `scan --alerts ${scope} --format ${format} --detail full --verbose --close-alerts`.split(" "),
          ["--proof-file", file(`${scope.length}.proof`), "--openai-base-url", all.openai.baseURL],
          ["--notify-format", format === "text" ? "slack" : format === "html" ? "teams" : "json", ...words],
        ].flat(),
        {
          GITHUB_TOKEN: token,
          GITHUB_API_URL: all.github.apiUrl,
          OPENAI_ADMIN_KEY: all.adminKey,
          NOTIFY_URL: hook.url,
          NOTIFY_SECRET: SIGNING_SECRET,
        },
      );
    const runs = [await told("acme", "--on-leak", "revoke", "--dry-run")];
    all.github.fault(({ path: where }) => (/\/alerts(?:\/\d+\/locations)?$/.test(where) ? spoiled(keys)({}) : null));
    runs.push(await told("acme", "--on-leak", "revoke", "--dry-run", "--try-keys", "all"), await told("acme/shop"));
    runs.push(await told("acme/shop", "--output", file("report")));
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1]);
    expect(runs[0]?.stdout.length).toBeGreaterThan(500);
    const left = new Map(leavings(all));
    for (const [index, { stdout, stderr }] of runs.entries())
      left.set(`stdout ${index}`, stdout).set(`stderr ${index}`, stderr);
    expect(hook.deliveries.length).toBeGreaterThan(2);
    for (const [index, { body, headers }] of hook.deliveries.entries())
      left.set(`message ${index}`, `${body}${JSON.stringify(headers)}`);
    for (const text of left.values()) {
      expect(text).not.toContain("\u001b[31m");
      expect(text).not.toContain("T0SECRETTOKEN");
    }
    expectNoKey(left, [...secrets, SIGNING_SECRET]);
    expect([...left].find(([name]) => name.endsWith(".proof"))?.[1].length).toBeGreaterThan(500);
  });

  test.each([
    ["the list", /\/alerts$/, [403, 404, 422, 500]],
    ["the places of an alert", /\/locations$/, [404, 500]],
    ["an alert", /\/alerts\/\d+$/, [422, 200, 400, 403, 500]],
  ] as const)("when GitHub refuses %s and quotes keys, or answers with them", async (_, where, statuses) => {
    for (const status of statuses.slice(0, effort(1, statuses.length))) {
      await using at = await alerted();
      const { all, keys, secrets, token } = at;
      const body = { message: keys.join(" "), errors: keys, secret: keys[1], state: "open", documentation_url: token };
      all.github.fault(({ path: asked }) =>
        where.test(asked) ? { status, body, headers: { "x-oauth-scopes": token } } : null,
      );
      const audit = path.join(all.folder, "audit.jsonl");
      const inputs = {
        scan: "alerts",
        "on-leak": "revoke",
        "close-alerts": "true",
        "audit-file": audit,
        detail: "full",
      };
      const ran = await all.event(scheduleEvent(), { token, inputs });
      if (where.source.includes("\\d+$")) expect(ran.stdout, ran.stdout).toContain("alert acme/shop#1");
      expectNoKey(leavings(all), secrets);
    }
  });

  test("in a workflow, when it closes an alert: the log, the report and the comment of the alert", async () => {
    await using at = await alerted();
    const { all, secrets, token } = at;
    const files = { "proof-file": path.join(all.folder, "proof"), "audit-file": path.join(all.folder, "audit.jsonl") };
    const inputs = { scan: "alerts", "on-leak": "revoke", "close-alerts": "true", detail: "full", ...files };
    const env = { ACTIONS_STEP_DEBUG: "true", RUNNER_DEBUG: "1", DEBUG: "*", NODE_DEBUG: "http" };
    const ran = await all.event(scheduleEvent(), { token, inputs, env });
    expect(ran.stdout).toContain("Closed the alert acme/shop#1 as revoked.");
    const comments = all.github.alerts("acme/shop").map(({ comment }) => comment ?? "");
    expectNoKey(new Map([...leavings(all), ["comments", comments.join()]]), secrets);
    expect(readFileSync(files["audit-file"], "utf8")).toContain("revoke");
  });

  test("when a key, a token, or an address with one is typed where none belongs", async () => {
    await using at = await alerted();
    const { all, keys } = at;
    const [key = ""] = keys;
    // As GitHub makes them since April 2026: with a JSON Web Token in them.
    const token = `ghs_123456_${["header", "payload", "signature"].map((part) => Buffer.from(part.repeat(9)).toString("base64url")).join(".")}`;
    const address = `https://x-access-token:${token}@127.0.0.1:1/acme/shop.git`;
    await all.repo.git("remote", "add", "origin", address);
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: all.github.apiUrl, OPENAI_ADMIN_KEY: all.adminKey };
    for (const words of [
      ...[key, `acme/${key}`, `${key}/shop`, address].map((scope) => ["scan", "--alerts", scope]),
      ["scan", "--alerts", "acme", key],
      ["scan", address],
      ["scan", `${address}..HEAD`],
      ["scan", address, "HEAD"],
      ["scan", "--repo", address],
      ["scan", "--on-leak", token],
      ["sweep", "plan", token],
      ["sweep", "plan", address],
      ["rotate", token, "--to", `github:acme/shop/${token}`],
    ]) {
      const ran = await all.cli(words, env);
      expect(ran.exitCode, words.join(" ")).toBe(2);
      const said = `${ran.stdout}${ran.stderr}`;
      expectNoKey(new Map([[words.slice(0, 2).join(" "), said]]), [...keys, token]);
      // No part of the token either.
      for (const part of token.split(/[_.]/).slice(2)) expect(said).not.toContain(part.slice(0, 24));
    }
    expect(await all.cli(["scan", "--verbose"], env)).toMatchObject({ exitCode: 0, stderr: "" });
  });
});
