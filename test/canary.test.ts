import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AUDIT_FORMATS } from "../src/cli/audit-flags.ts";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import type { Fault } from "../src/sandbox/faults.ts";
import { expectNoKey, formsOf, leavings } from "./support/canary.ts";
import { createE2eEnvironment, type E2eEnvironment } from "./support/e2e-environment.ts";
import { declareOnce, effort } from "./support/effort.ts";
import { startWebhook } from "./support/webhook.ts";

/** A change with keys of every standing, and one in a name. */
async function leaky(choices?: { isBundled: boolean }) {
  const all = await createE2eEnvironment(undefined, choices);
  const ours = all.acme.accountKey(all.web, "bot");
  const removed = all.acme.userKey(all.web, all.ada);
  const other = all.openai.organization("other");
  const foreign = other.userKey(other.project("x"), other.user("Eve"));
  await all.repo.commit(
    { "a.ts": `const key = "${ours.text}";\n`, "b.env": `K=${removed.text}\n` },
    `Use ${foreign.text}`,
  );
  await all.repo.commit({ "b.env": null, [`c-${foreign.text.slice(0, 60)}`]: `x ${foreign.text}\n` }, "more");
  const files = { "audit-file": path.join(all.folder, "audit.jsonl"), "sarif-file": path.join(all.folder, "a.sarif") };
  const inputs = { "on-leak": "revoke", "try-keys": "all", ...files } as const;
  return { all, keys: [ours.text, removed.text, foreign.text, all.adminKey], inputs };
}

const quoting = (text: string): Fault => ({
  status: 401,
  body: { error: { code: "invalid_api_key", message: `Incorrect API key provided: ${text}.` } },
});

const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ["reset", "reset"],
  ["a page of HTML", "html"],
  ["broken JSON", "truncated"],
  ["500", { status: 500, body: { error: { message: "failed" } } }],
];
const CALLS: readonly (readonly [name: string, applies: (method: string, where: string) => boolean])[] = [
  ["the projects", (method, where) => method === "GET" && where.endsWith("/projects")],
  ["the admin keys", (method, where) => method === "GET" && where.endsWith("/admin_api_keys")],
  ["a project's keys", (method, where) => method === "GET" && where.endsWith("/api_keys")],
  ["who a key is", (_, where) => where === "/v1/me"],
  ["a deletion", (method) => method === "DELETE"],
  ["the record read back", (method, where) => method === "GET" && /api_keys\/./.test(where)],
];

/** Every call that can fail, each with every fault in a soak, and otherwise with one in turn, so that none is left out. */
function tableOfFailures() {
  return CALLS.flatMap(([call, applies], index) => {
    const start = index % FAULTS.length;
    const faults = [...FAULTS.slice(start), ...FAULTS.slice(0, start)].slice(0, effort(1, FAULTS.length));
    return faults.map(([name, fault]) => [call, name, applies, fault] as const);
  });
}

describe("no output of the Action holds a key when a call fails", () => {
  test.each(tableOfFailures())("asking for %s ends in %s", async (_call, _name, applies, fault) => {
    const { all, keys, inputs } = await leaky();
    await using _ = all;
    // The record is read back until patience ends, which is a minute: a few failures are enough.
    let left = 6;
    all.openai.fault(({ method, path: where }) => (applies(method, where) && left-- > 0 ? fault : null));
    const ran = await all.pullRequest({ inputs });
    expect(ran.exitCode).toBe(1);
    expectNoKey(leavings(all), keys);
  });
});

declareOnce(() => {
  describe("no output of the Action holds a key", () => {
    test("when all goes well", async () => {
      const { all, keys, inputs } = await leaky({ isBundled: true });
      await using _ = all;
      const ran = await all.pullRequest({ inputs });
      expect(ran.outputs["contained"]).toBe("2");
      const left = leavings(all);
      expectNoKey(left, keys);
      // All that is written was looked at.
      for (const file of Object.values(inputs).slice(2)) expect(left.get(file)?.length).toBeGreaterThan(500);
    });

    test.each(["quarantine", "expire"])("when a key is to %s, and every debug log is on", async (act) => {
      const { all, keys, inputs } = await leaky({ isBundled: true });
      await using _ = all;
      const env = {
        ACTIONS_STEP_DEBUG: "true",
        RUNNER_DEBUG: "1",
        OPENAI_LOG: "debug",
        DEBUG: "*",
        NODE_DEBUG: "http",
      };
      const ran = await all.pullRequest({ inputs: { ...inputs, "on-leak": act, detail: "full" }, env });
      expect(ran.outputs["contained"]).toBe("2");
      expectNoKey(leavings(all), keys);
    });

    test.each(["/graphql", "GET", "POST"])("when GitHub refuses %s and quotes keys", async (call) => {
      const { all, keys, inputs } = await leaky();
      await using _ = all;
      const body = { message: keys.join(" "), errors: keys };
      all.github.fault(({ method, path: where }) =>
        call === where || (call === method && where !== "/graphql") ? { status: 422, body } : null,
      );
      const ran = await all.pullRequest({ inputs });
      expect(ran.exitCode).toBe(1);
      // Who writes is also told by REST.
      expect(ran.stdout.includes("The comment could not be written")).toBe(call !== "/graphql");
      expectNoKey(leavings(all), keys);
    });

    test("when OpenAI and GitHub quote keys in their refusals", async () => {
      const { all, keys, inputs } = await leaky();
      await using _ = all;
      all.openai.fault(({ path: where }) =>
        where === "/v1/me" || where.includes("admin") ? quoting(keys.join(" ")) : null,
      );
      all.github.fault(() => ({ status: 422, body: { message: keys.join(" "), errors: keys } }));
      const ran = await all.pullRequest({ inputs });
      expect(ran.exitCode).toBe(1);
      expectNoKey(leavings(all), keys);
    });

    test("when settings hold a key where none belongs", async () => {
      const { all, keys } = await leaky();
      await using _ = all;
      for (const name of [
        "on-leak",
        "protect",
        "paths",
        "openai-base-url",
        "max-contained",
        "detail",
        "grace",
        "hold-if-used-within",
        "approved",
        "ignore-file",
        "report-file",
      ] as const) {
        await all.pullRequest({ inputs: { [name]: keys[0] ?? "" } });
      }
      // What was set to a key names the file, which is the operator's own doing.
      const left = [...leavings(all)].filter(
        ([where, text]) => !where.includes("event.json") && !text.includes(`report=${keys[0]}`),
      );
      expectNoKey(new Map(left.filter(([where]) => !/run 10|github_output/.test(where))), keys);
    });
  });

  describe("no message and no proof holds a key", () => {
    test.each(["slack", "teams", "json"])("as %s, in full detail, to a receiver that quotes it", async (format) => {
      const { all, keys, inputs } = await leaky();
      await using _ = all;
      await using hook = await startWebhook({
        status: 400,
        headers: { "x-error": keys[0] ?? "" },
        body: keys.join(" "),
      });
      const proof = path.join(all.folder, "proof.json");
      const told = { "notify-url": hook.url, "notify-format": format, "proof-file": proof, detail: "full" };
      await all.pullRequest({ inputs: { ...inputs, ...told } });
      expect(hook.deliveries).toHaveLength(1);
      const left = new Map(leavings(all));
      expect(left.get(proof)?.length).toBeGreaterThan(500);
      for (const { body, headers } of hook.deliveries) left.set("message", `${body} ${JSON.stringify(headers)}`);
      expectNoKey(left, keys);
    });

    test("where everything that people name is named by one", async () => {
      const all = await createE2eEnvironment();
      await using _ = all;
      await using hook = await startWebhook();
      const named = createFakeKey("service-account", "name");
      const key = all.acme.accountKey(all.acme.project(`p ${named}`), `a ${named}`, { name: `k ${named}` });
      await all.repo.commit({ [`${named}/a.ts`]: key.text }, named);
      for (const format of ["slack", "teams", "json"]) {
        await all.pullRequest({
          inputs: { "notify-url": hook.url, "notify-format": format, comment: "never", detail: "full" },
        });
      }
      expect(hook.deliveries).toHaveLength(3);
      const bodies = hook.deliveries.map(({ body }, index) => [`message ${index}`, body] as const);
      expectNoKey(new Map([...bodies, ...[...leavings(all)].filter(([where]) => /^run \d/.test(where))]), [
        key.text,
        named,
      ]);
    });

    test("when a key is given in place of an address or a word", async () => {
      const { all, keys } = await leaky();
      await using _ = all;
      const [key = ""] = keys;
      const given = [key, `https://${key}`, `http://acme.example/${key}`, `https://${key}@acme.example`];
      for (const url of given) await all.pullRequest({ inputs: { "notify-url": url } });
      await all.pullRequest({ inputs: { "notify-when": key } });
      await all.pullRequest({ inputs: { "notify-format": key } });
      expectNoKey(new Map([...leavings(all)].filter(([where]) => /^run \d+ std/.test(where))), keys);
    });

    test("nor does the report made of another scanner's, whatever that names", async () => {
      const { all, keys } = await leaky();
      await using _ = all;
      const [key = ""] = keys;
      const names = { File: `${key}/${key}.ts`, Author: key, Message: key, Commit: key, Date: key, RuleID: key };
      const entries = [
        { ...names, Secret: key, Match: key, StartLine: 1 },
        { ...names, Secret: "REDACTED" },
      ];
      const { scan } = await import("../src/library.ts");
      const stream = Readable.from([Buffer.from(JSON.stringify(entries))]);
      const settings = { detail: "full", "try-keys": "none" };
      const place = { kind: "stdin", stream, name: "report.json", format: "auto" } as const;
      const told = JSON.stringify(await scan({ place, settings }), null, 1);
      expect(told).toContain("redacted");
      expectNoKey(new Map([["report", told]]), keys);
    });
  });

  describe("no output of the command line holds a key", () => {
    let all: E2eEnvironment;
    let keys: readonly string[];
    beforeAll(async () => {
      ({ all, keys } = await leaky());
    });
    afterAll(() => all[Symbol.asyncDispose]());

    test.each([["text"], ["json"], ["markdown"], ["sarif"], ["html"]])("as %s", async (format) => {
      const env = { OPENAI_ADMIN_KEY: all.adminKey };
      const wanted = ["--format", format, "--detail", "full", "--openai-base-url", all.openai.baseURL];
      const ran = await all.cli(["scan", `${all.base}..HEAD`, ...wanted, "--on-leak", "revoke", "--dry-run"], env);
      expect(ran.exitCode).toBe(1);
      expect(ran.stdout.length).toBeGreaterThan(200);
      expectNoKey(new Map(Object.entries({ stdout: ran.stdout, stderr: ran.stderr })), keys);
    });

    test("when it is used wrongly with a key", async () => {
      const [key = ""] = keys;
      for (const args of [
        [key],
        ["scan", key],
        ["scan", `--${key}`],
        ["scan", "--format", key],
        ["scan", "--openai-admin-key", key],
        ["scan", "--paths", `[${key}`],
        ["scan", "--repo", key],
        ["scan", "--audit-file", `/no/${key}`],
        ["contain", key, "--on-leak", "revoke"],
        ["ignore", key, "--reason", "x"],
        ["hook", key],
        ["completion", key],
      ]) {
        const ran = await all.cli(args);
        expect(ran.exitCode, args[0]).toBe(2);
        expectNoKey(new Map(Object.entries({ stdout: ran.stdout, stderr: ran.stderr })), keys);
      }
    });
  });

  describe("no output of doctor holds a key", () => {
    let all: E2eEnvironment;
    let keys: readonly string[];
    beforeAll(async () => {
      ({ all, keys } = await leaky());
      const [key = ""] = keys;
      const entries = `ignore:\n  - fingerprint: ${key}\n    reason: ${key}\nprotect: ["${key}\n`;
      await all.repo.commit({ ".github/openai-key-guard.yml": entries }, "ignore");
      await all.repo.branch(`b-${key}`);
    });
    afterAll(() => all[Symbol.asyncDispose]());

    /** The command on a terminal where keys stand in every variable that it reads. */
    async function doctor(adminKey: string, args: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const [key = ""] = keys;
      const env = {
        OPENAI_ADMIN_KEY: adminKey,
        GITHUB_TOKEN: key,
        GITHUB_REPOSITORY: `acme/${key}`,
        GITHUB_API_URL: all.github.apiUrl,
        ALL_PROXY: `http://${key}@127.0.0.1:2`,
      };
      const ran = await all.cli(["doctor", "--detail", "full", "--openai-base-url", all.openai.baseURL, ...args], env);
      expect(ran.stdout.length + ran.stderr.length).toBeGreaterThan(20);
      return new Map(Object.entries({ stdout: ran.stdout, stderr: ran.stderr }));
    }

    test("in either format, whatever is given as Admin API key", async () => {
      const [ours = "", removed = ""] = keys;
      const given = [
        all.adminKey,
        ours,
        removed,
        `${ours} ${removed}`,
        all.adminKey.slice(0, 90),
        all.adminKey.slice(9),
      ];
      for (const [index, adminKey] of given.entries()) {
        const format = index % 2 === 0 ? "json" : "text";
        expectNoKey(await doctor(adminKey, ["--format", format]), [...keys, all.adminKey]);
      }
    });

    test("when a key is typed where none belongs", async () => {
      const [key = ""] = keys;
      for (const args of [
        ["--repo", key],
        ["--repo", `/no/${key}`],
        ["--ignore-file", key],
        ["--openai-base-url", `https://${key}`],
        ["--format", key],
        ["--detail", key],
        [key],
      ]) {
        expectNoKey(await doctor(all.adminKey, args), keys);
      }
    });

    test("when OpenAI and GitHub quote keys in refusals, headers and names", async () => {
      const body = {
        message: keys.join(" "),
        error: { code: keys[0], type: keys[1], message: `Missing scopes: ${keys[2]}` },
      };
      const headers = { "openai-organization": keys[0] ?? "", "x-oauth-scopes": keys[1] ?? "" };
      for (const status of [200, 401, 403, 404, 500]) {
        all.openai.fault(() => (real) => (status === 200 ? { ...real, headers } : { status, headers, body }));
        all.github.fault(() => (real) => (status === 200 ? { ...real, headers } : { status, headers, body }));
        expectNoKey(await doctor(all.adminKey, []), [...keys, all.adminKey]);
      }
      all.openai.fault(null);
      all.github.fault(null);
    });

    test("in a workflow: the log, the summary and the outputs", async () => {
      for (const key of [all.adminKey, keys[0] ?? ""]) {
        const inputs = {
          doctor: "true",
          "openai-admin-key": key,
          detail: "full",
          "ignore-file": ".github/openai-key-guard.yml",
        };
        const ran = await all.pullRequest({
          inputs,
          env: { GITHUB_WORKFLOW_REF: `acme/shop/${keys[0]}@refs/heads/${keys[0]}` },
        });
        expect(ran.summary).toContain("| State |");
      }
      const left = [...leavings(all)].filter(([where]) => /^run \d/.test(where));
      expect(left.length).toBeGreaterThan(7);
      expectNoKey(new Map(left), [...keys, all.adminKey]);
    });
  });

  describe("no output of audit holds a key", () => {
    /** An organisation in which everything that people name is named by a key. */
    async function hostile() {
      const all = await createE2eEnvironment();
      const text = (seed: string) => createFakeKey("service-account", seed);
      const named = [text("project"), text("account"), text("key"), text("person")];
      const project = all.acme.project(`p ${named[0]}`);
      const owner = all.acme.user(`u ${named[3]}`);
      const createdAt = Math.floor(Date.now() / 1000) - 200 * 86_400;
      const account = all.acme.accountKey(project, `a ${named[1]}`, { name: `k ${named[2]}`, createdAt });
      const person = all.acme.userKey(project, owner, { name: `${account.text}`, createdAt });
      all.acme.leave(owner);
      const keys = [...named, account.text, person.text, all.adminKey];
      const audit = async (...words: readonly string[]) => {
        const ran = await all.cli(["audit", "--openai-base-url", all.openai.baseURL, "--detail", "full", ...words], {
          OPENAI_ADMIN_KEY: all.adminKey,
        });
        return new Map([
          ["stdout", ran.stdout],
          ["stderr", ran.stderr],
        ]);
      };
      return { all, keys, audit, [Symbol.asyncDispose]: async () => await all[Symbol.asyncDispose]() };
    }

    test.each(AUDIT_FORMATS)("where all names are keys, as %s", async (format) => {
      await using at = await hostile();
      const left = await at.audit("--format", format, "--verbose");
      expect(left.get("stdout")?.length).toBeGreaterThan(500);
      expectNoKey(left, at.keys);
    });

    test("where keys are acted on, and in the audit file", async () => {
      await using at = await hostile();
      const file = path.join(at.all.folder, "fixes.jsonl");
      const words = ["--fix", "unused=revoke", "--fix", "owner-inactive=expire:30d", "--audit-file", file];
      const left = await at.audit(...words, "--format", "json");
      expect(left.get("stderr")).toContain("revoke");
      const lines = readFileSync(file, "utf8");
      expect(lines.trim().split("\n")).toHaveLength(4);
      expectNoKey(
        new Map([...left, ["audit file", lines], ["requests", JSON.stringify(at.all.openai.requests)]]),
        at.keys,
      );
    });

    test.each([200, 401, 403, 404, 500])("when OpenAI quotes keys with status %i", async (status) => {
      await using at = await hostile();
      const [one = "", other = ""] = at.keys;
      const body = { message: at.keys.join(" "), error: { code: one, type: other, message: `Missing scopes: ${one}` } };
      const headers = { "openai-organization": one };
      at.all.openai.fault(() => (real) => (status === 200 ? { ...real, headers } : { status, headers, body }));
      // Each request is made again and again after a 500: once is enough.
      for (const format of status === 500 ? ["text"] : ["text", "json"])
        expectNoKey(await at.audit("--format", format), at.keys);
    });

    test("when a key is typed where none belongs", async () => {
      await using at = await hostile();
      const [key = ""] = at.keys;
      const policy = path.join(at.all.folder, "policy.yml");
      writeFileSync(policy, `rules:\n  ${key}: error\n`);
      for (const words of [
        ["--policy", key],
        ["--policy", policy],
        ["--project", key],
        ["--fix", key],
        ["--fix", `${key}=revoke`],
        ["--fix", `unused=${key}`],
        ["--fix", `unused=expire:${key}`],
        ["--fix", "unused=revoke", "--protect", key, "--dry-run"],
        ["--fail-on", key],
        ["--format", key],
        ["--output", `/no/${key}/x`],
        ["--rule", key],
        [key],
      ]) {
        expectNoKey(await at.audit(...words), at.keys);
      }
    });
  });

  test("the canary sings: a key that is written is seen", () => {
    const key = createFakeKey("service-account", "canary");
    for (const [form, text] of formsOf(key)) {
      expect(() => expectNoKey(new Map([["log", `before ${text} after`]]), [key]), form).toThrow("holds a key");
    }
  });

  describe("no output of rotate holds a key, and the new one is only where it was to be stored", () => {
    /** An organisation in which everything that people name is named by a key, and a file that gets the new one. */
    async function hostile() {
      const all = await createE2eEnvironment();
      const text = (seed: string) => createFakeKey("service-account", seed);
      const named = [text("home"), text("owner"), text("name")];
      const project = all.acme.project(`p ${named[0]}`);
      const createdAt = Math.floor(Date.now() / 1000) - 200 * 86_400;
      const old = all.acme.accountKey(project, `a ${named[1]}`, { name: `k ${named[2]}`, createdAt });
      const [file, audit] = [path.join(all.folder, "new.key"), path.join(all.folder, "rotate.jsonl")];
      const rotate = async (...words: readonly string[]) => {
        const ran = await all.cli(["rotate", "--openai-base-url", all.openai.baseURL, ...words], {
          OPENAI_ADMIN_KEY: all.adminKey,
          GITHUB_API_URL: all.github.apiUrl,
          GITHUB_SECRETS_TOKEN: text("token"),
        });
        expect(ran.stdout.length + ran.stderr.length).toBeGreaterThan(20);
        return new Map(Object.entries({ stdout: ran.stdout, stderr: ran.stderr }));
      };
      const keys = () => [...named, text("token"), all.adminKey, ...all.acme.keys.map((key) => key.text)];
      return {
        all,
        old,
        file,
        audit,
        keys,
        rotate,
        [Symbol.asyncDispose]: async () => await all[Symbol.asyncDispose](),
      };
    }

    const NEW = ["--scopes", "all", "--expires-in", "90d", "--wait", "0", "--detail", "full"];

    test.each(["text", "json", "markdown"])("as %s, with its progress and its audit file", async (format) => {
      await using at = await hostile();
      const words = [at.old.id, "--to", `file:${at.file}`, ...NEW, "--format", format];
      const dry = await at.rotate(...words, "--dry-run");
      const left = await at.rotate(...words, "--audit-file", at.audit);
      expect(
        at.all.acme.keys.some(({ text, id }) => id !== at.old.id && readFileSync(at.file, "utf8").includes(text)),
      ).toBe(true);
      const lines = readFileSync(at.audit, "utf8");
      expectNoKey(
        new Map([...left, ...[...dry].map(([name, said]) => [`dry ${name}`, said] as const), ["audit file", lines]]),
        at.keys(),
      );
    });

    test("when GitHub quotes it in a refusal, or a program prints it", async () => {
      await using at = await hostile();
      at.all.github.fault(() => (real) => ({
        ...real,
        status: 422,
        body: { message: `${at.keys().join(" ")} ${at.all.adminKey}` },
      }));
      for (const place of ["github:acme/shop/KEY", "command:cat"]) {
        expectNoKey(await at.rotate(at.old.id, "--to", place, "--create", ...NEW), at.keys());
      }
    });

    test("when a key is typed where none belongs", async () => {
      await using at = await hostile();
      const [key = ""] = at.keys();
      for (const words of [
        [key],
        [at.old.id, "--to", key],
        [at.old.id, "--to", `command:put ${key}`],
        [at.old.id, "--to", `github:acme/shop/${key}`],
        [at.old.id, "--scopes", key],
        [at.old.id, "--expires-in", key],
        [at.old.id, "--keys-file", key],
        [`the ${key.slice(0, 60)}`, "--to", "file:/run/key"],
      ]) {
        expectNoKey(await at.rotate(...words), at.keys());
      }
    });
  });
});
