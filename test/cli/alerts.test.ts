import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { buildFilePlace, buildTextPlaces, buildWikiPlace } from "../../src/sandbox/github/alerts/alert-places.ts";
import type { Permissions } from "../../src/sandbox/github/tokens.ts";
import type { Key } from "../../src/sandbox/openai/organization.ts";
import { closeSchema } from "../report/closed-schema.ts";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";
import { startWebhook } from "../support/webhook.ts";

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const schema = JSON.parse(readFileSync(new URL("../../schema/report.v1.json", import.meta.url), "utf8"));
const validate = ajv.compile(closeSchema(schema) as object);

const [commit, blob] = ["c".repeat(40), "b".repeat(40)];
const FILE = { path: "src/app.py", line: 12, column: 9, length: 164, commit, blob };

let all: E2eEnvironment;
let ours: Key;
let stranger: string;

beforeEach(async () => {
  all = await createE2eEnvironment();
  setUp();
});

/** Keys of ours and of a stranger. */
function setUp(): void {
  ours = all.acme.accountKey(all.web, "bot", { name: "checkout" });
  stranger = createFakeKey("project", "of a stranger");
}

afterEach(async () => await all[Symbol.asyncDispose]());

const open = (secret: string) =>
  all.github.alert("acme/shop", { secret, places: [buildFilePlace(`${all.github.origin}/repos/acme/shop`, FILE)] });

async function scan(
  args: readonly string[],
  permissions: Permissions = { "secret-scanning-alerts": "write" },
  more: Record<string, string> = {},
) {
  const token = all.github.token({ repo: "acme/shop", organization: "acme", kind: "fine-grained", permissions });
  const env = { GITHUB_TOKEN: token, GITHUB_API_URL: all.github.apiUrl, OPENAI_ADMIN_KEY: all.adminKey, ...more };
  return await all.cli(["scan", "--alerts", ...args, "--openai-base-url", all.openai.baseURL], env);
}

const parse = ({ stdout }: { stdout: string }) => JSON.parse(stdout);
const states = () => all.github.alerts("acme/shop").map(({ state, resolution }) => [state, resolution]);

describe("scan --alerts", () => {
  test("is clean and quiet without an alert, and asks nobody else", async () => {
    expect(await scan(["acme/shop", "--quiet"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect((await scan(["acme/shop"])).stdout).toContain("Nothing to scan: there is no open alert for an OpenAI key");
    expect(all.openai.requests).toEqual([]);
    expect(all.github.requests).toHaveLength(2);
  });

  test("tells whose the keys of alerts are and whether they work, and since when they were alerted", async () => {
    open(ours.text);
    open(stranger);
    const { createdAt } = open(all.acme.accountKey(all.web, "other").text);
    const ran = await scan(["acme/shop", "--format", "json"]);
    expect(ran.exitCode).toBe(1);
    const { change, findings, gaps } = parse(ran);
    expect({ change, gaps }).toEqual({ change: { kind: "alerts", of: "acme/shop" }, gaps: [] });
    expect(findings).toMatchObject([
      { state: "live", identity: { kind: "ours" }, sightings: [{ where: "alert", path: "src/app.py", line: 12 }] },
      { state: "live", identity: { kind: "ours" } },
      { state: "stranger", identity: { kind: "foreign" } },
    ]);
    const seconds = createdAt.toISOString().replace(/\.\d+Z$/, ".000Z");
    expect(findings[0].response).toMatchObject({ exposedAt: seconds, exposedAtIs: "alerted" });
    expect(states()).toEqual([
      ["open", null],
      ["open", null],
      ["open", null],
    ]);
  });

  test("writes the rule for a workflow of the repository that has the alert, wherever it is read", async () => {
    await all.repo.git("remote", "add", "origin", "git@github.com:acme/web.git");
    const place = { ...FILE, path: ".github/workflows/nightly.yml" };
    const places = [buildFilePlace(`${all.github.origin}/repos/acme/shop`, place)];
    all.github.alert("acme/shop", { secret: ours.text, places });
    const github = { GITHUB_SERVER_URL: "https://github.com" };
    const read = async (of: string) => (await scan([of, "--format", "markdown"], undefined, github)).stdout;
    expect(await read("acme/shop")).toMatch(/"repository": "acme\/shop",\s+"ref": "refs\/heads\/BRANCH"/);
    expect(await read("acme")).toContain('"attribute_matchers"');
    expect(await read("acme")).not.toContain("acme/web");
  });

  test.each(["text", "markdown", "html", "sarif"])("says the place and the alert in %s, and no key", async (format) => {
    open(ours.text);
    open(stranger);
    const { stdout, exitCode } = await scan(["acme", "--format", format, "--detail", "full"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("src/app.py:12");
    expect(stdout).toContain("alert 1");
    expect(stdout).toContain("in acme");
    for (const text of [ours.text, stranger]) expect(stdout).not.toContain(text.slice(12, 40));
  });

  test("tells the address of the alert: in text for reading, in Markdown and on the page as a link", async () => {
    const places = buildTextPlaces(`${all.github.origin}/repos/acme/shop`);
    all.github.alert("acme/shop", { secret: stranger, places });
    const page = `${all.github.origin}/acme/shop/security/secret-scanning/1`;
    const told = async (format: string) => (await scan(["acme/shop", "--format", format])).stdout;
    // Its places are several, its address is one.
    expect((await told("text")).split(page)).toHaveLength(2);
    expect(await told("text")).toMatch(new RegExp(`alert 1: .*\\n +${page}\\n`));
    expect(await told("markdown")).toContain(`](${page})`);
    expect(await told("html")).toContain(`href="${page}"`);
  });

  test("writes a report as its schema has it, of an alert of every sort and place", async () => {
    await all.github.repository("acme/web");
    const places = (repo: string) => {
      const url = `${all.github.origin}/repos/${repo}`;
      return [buildFilePlace(url, FILE), buildWikiPlace(url, FILE), ...buildTextPlaces(url)];
    };
    all.github.alert("acme/shop", { secret: ours.text, places: places("acme/shop"), validity: "active" });
    all.github.alert("acme/web", { secret: stranger, places: places("acme/web"), isPubliclyLeaked: true });
    all.github.alert("acme/web", { secret: "a text that is no key", places: [] });
    for (const of of ["acme", "acme/shop"]) {
      const report = parse(await scan([of, "--format", "json", "--on-leak", "revoke", "--dry-run"]));
      expect(validate(report) ? [] : validate.errors).toEqual([]);
      expect(report.findings[0].sightings).toHaveLength(13);
    }
    expect(validate({})).toBe(false);
  });

  test("tells a channel of it, and proves what was read: with neither a key nor a place in the proof", async () => {
    await using hook = await startWebhook();
    open(ours.text);
    const proof = path.join(all.folder, "proof.json");
    const page = `${all.github.origin}/acme/shop/security/secret-scanning/1`;
    const notified = { NOTIFY_URL: hook.url };
    await scan(["acme/shop", "--proof-file", proof, "--quiet"], undefined, notified);
    await scan(["acme/shop", "--notify-format", "slack", "--quiet"], undefined, notified);
    expect(hook.messages).toMatchObject([
      { repository: "acme/shop", change: { kind: "alerts" }, keys: [{ state: "live", link: page }] },
      { blocks: expect.anything() },
    ]);
    expect(hook.deliveries[1]?.body).toContain(`<${page}|alert 1: src/app.py:12>`);
    const told = await readFile(proof, "utf8");
    expect(JSON.parse(told)).toMatchObject({
      change: { kind: "alerts" },
      conclusion: "leaked",
      complete: true,
      coverage: { texts: 1 },
    });
    expect(told).not.toMatch(/app\.py|secret-scanning|checkout/);
    for (const all of [told, ...hook.deliveries.map(({ body }) => body)])
      expect(all).not.toContain(ours.text.slice(12, 40));
  });

  test("says in a dry run which alerts it would close, and why not the others, and closes none", async () => {
    open(ours.text);
    open(stranger);
    open(`${ours.text} and more`);
    const flags = ["acme/shop", "--on-leak", "revoke", "--dry-run", "--close-alerts", "--quiet"];
    const { stderr, exitCode } = await scan(flags);
    expect(exitCode).toBe(1);
    expect(stderr.split("\n")).toEqual(
      expect.arrayContaining([
        "Would close the alert acme/shop#1 as revoked, once OpenAI refuses its key.",
        "The alert acme/shop#2 would stay open: its key may work.",
        "The alert acme/shop#3 would stay open: its text is not one key of OpenAI.",
      ]),
    );
    expect(states().map(([state]) => state)).toEqual(["open", "open", "open"]);
    expect(all.github.requests.filter(({ method }) => method === "PATCH")).toEqual([]);
  });

  test("shows no name and no end of a key with detail minimal", async () => {
    open(ours.text);
    const { stdout } = await scan(["acme/shop", "--format", "json", "--detail", "minimal"]);
    expect(stdout).not.toContain("checkout");
    expect(stdout).not.toContain(ours.text.slice(-4));
  });

  test("passes what the ignore file of HEAD lists", async () => {
    open(stranger);
    const [finding] = parse(await scan(["acme/shop", "--format", "json"])).findings;
    const entry = `ignore:\n  - fingerprint: ${finding.fingerprint}\n    reason: known\n`;
    await all.repo.commit({ ".github/openai-key-guard.yml": entry }, "Ignore");
    expect(await scan(["acme/shop"])).toMatchObject({ exitCode: 0 });
  });

  test("names the permission and the kind of token where it may not read, and ends with 2", async () => {
    const ran = await scan(["acme/shop"], { contents: "read" });
    expect(ran).toMatchObject({ exitCode: 2, stdout: "" });
    expect(ran.stderr).toMatch(/fine-grained personal access token.*Secret scanning alerts: read/);
    const without = await all.cli(["scan", "--alerts", "acme/shop"], {});
    expect(without).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("GITHUB_TOKEN is empty") });
  });

  test("is refused with flags that would do nothing, and without a name", async () => {
    for (const [args, words] of [
      [["--alerts"], "It was given nothing"],
      [["--alerts", "a", "b"], 'It was given "a b"'],
      [["--alerts", "acme", "--staged"], "cannot be combined"],
      [["--alerts", "acme", "--paths", "x"], "--paths does nothing with --alerts"],
      [["--close-alerts"], "--close-alerts does nothing without --alerts"],
    ] as const) {
      const ran = await all.cli(["scan", ...args], { GITHUB_TOKEN: "x" });
      expect(ran, args.join(" ")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(words) });
    }
  });
});

/** The waiting for OpenAI is that of the bundle, which has the sandbox's own time. */
describe("scan --alerts with --on-leak, as the bundle", () => {
  beforeEach(async () => {
    await all[Symbol.asyncDispose]();
    all = await createE2eEnvironment(undefined, { isBundled: true });
    setUp();
  });

  test("contains what is ours, closes its alert, and leaves that of a stranger's key open", async () => {
    const [alert] = [open(ours.text), open(stranger)];
    const audit = path.join(all.folder, "audit.jsonl");
    const flags = ["acme/shop", "--on-leak", "revoke", "--yes", "--close-alerts", "--audit-file", audit];
    const ran = await scan([...flags, "--format", "json"]);
    expect(ran.exitCode).toBe(1);
    expect(parse(ran).findings).toMatchObject([
      { state: "resolved", outcome: { kind: "contained", verified: true } },
      { state: "stranger", outcome: { kind: "left" } },
    ]);
    expect(ours.deletedAt).not.toBe(null);
    expect(ran.stderr).toContain("Closed the alert acme/shop#1 as revoked.");
    expect(ran.stderr).not.toContain("#2");
    expect(states()).toEqual([
      ["resolved", "revoked"],
      ["open", null],
    ]);
    expect(alert.comment).toMatch(
      /^openai-key-guard revoked this key on \d.* OpenAI no longer lists it and refuses it\.$/,
    );
    const kept = `${ran.stdout}${ran.stderr}${await readFile(audit, "utf8")}${alert.comment}`;
    for (const text of [ours.text, stranger]) expect(kept).not.toContain(text.slice(12, 40));

    // Somebody opens it again: the audit file knows the key, and OpenAI refuses it.
    alert.state = "open";
    const again = await scan([...flags, "--format", "json"]);
    expect(again.stderr, again.stdout).toContain("Closed the alert acme/shop#1 as revoked.");
    expect(alert.comment).toContain("as its audit file says");
  });

  test("can be acted on later, by its report", async () => {
    open(ours.text);
    const file = path.join(all.folder, "report.json");
    await scan(["acme/shop", "--format", "json", "--output", file]);
    const token = all.github.token({
      repo: "acme/shop",
      kind: "fine-grained",
      permissions: { "secret-scanning-alerts": "read" },
    });
    const env = { GITHUB_TOKEN: token, GITHUB_API_URL: all.github.apiUrl, OPENAI_ADMIN_KEY: all.adminKey };
    const args = ["contain", file, "--on-leak", "revoke", "--yes", "--openai-base-url", all.openai.baseURL];
    expect(await all.cli(args, env)).toMatchObject({ exitCode: 0 });
    expect(ours.deletedAt).not.toBe(null);
  });
});
