import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import { startOpenAI } from "../src/sandbox/openai/openai-sandbox.ts";
import { expectNoKey, readTree } from "./support/canary.ts";
import { type CommandResult, cli, createE2eEnvironment, type E2eEnvironment } from "./support/e2e-environment.ts";
import { effort } from "./support/effort.ts";
import { startWebhook } from "./support/webhook.ts";
import { keyOf, startOrganization } from "./sweep/organization.ts";

const FORMATS = ["text", "json", "markdown", "html", "sarif"] as const;

const named = createFakeKey("service-account", "named");

/** A report with a key in everything that it says: in each text, and in the name of a field. */
function spoil(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spoil);
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => [name, spoil(inner)] as const);
    return Object.fromEntries([...entries, [`x${named}`, named]]);
  }
  return typeof value === "string" ? `${value}${/^[0-9a-f]{40}$/.test(value) ? "" : ` ${named}`}` : value;
}

/** One JSON document, or one on each line. */
function splitDocuments(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  }
}

/** Of each scanner one file; a soak takes all. */
const QUICK = /^(?:gitleaks|trufflehog|betterleaks-2|kingfisher)\.(?:json|sarif)\.template$/;

describe("no output about another scanner's report holds a key", () => {
  const FOLDER = path.join(import.meta.dirname, "sources/scanner-reports/written");
  let all: E2eEnvironment;
  beforeAll(async () => {
    all = await createE2eEnvironment();
  });
  afterAll(() => all[Symbol.asyncDispose]());

  /** Scans a text from standard input. */
  async function scanStdin(text: string, words: readonly string[]): Promise<CommandResult> {
    const own = Object.getOwnPropertyDescriptor(process, "stdin") ?? expect.unreachable("there is no standard input");
    Object.defineProperty(process, "stdin", { configurable: true, value: Readable.from([Buffer.from(text)]) });
    try {
      const flags = ["--try-keys", "all", "--detail", "full", "--openai-base-url", all.openai.baseURL];
      return await all.cli(["scan", "--stdin", ...words, ...flags], { OPENAI_ADMIN_KEY: all.adminKey });
    } finally {
      Object.defineProperty(process, "stdin", own);
    }
  }

  test("as its scanner wrote it, and with keys wherever it has a text", async () => {
    const ours = all.acme.accountKey(all.web, "bot").text;
    const stranger = createFakeKey("project", "stranger");
    const left = new Map<string, string>();
    for (const [index, name] of (await readdir(FOLDER))
      .filter((one) => effort(0, 1) > 0 || QUICK.test(one))
      .entries()) {
      const template = await readFile(path.join(FOLDER, name), "utf8");
      const text = template.replaceAll(/\{\{(project|account)(?::(-?\d+))?\}\}/g, (_, kind: string, cut = "200") => {
        const key = kind === "account" ? ours : stranger;
        return Number(cut) < 0 ? key.slice(Number(cut)) : key.slice(0, Number(cut));
      });
      const spoiled = splitDocuments(text).map((one) => JSON.stringify(spoil(one)));
      const format = FORMATS[index % FORMATS.length] ?? "text";
      for (const given of [spoiled.join("\n"), text].slice(0, effort(1, 2))) {
        const { stdout, stderr } = await scanStdin(given, ["--format", format, "--stdin-name", `${named}.json`]);
        expect(stdout.length, name).toBeGreaterThan(200);
        left.set(`${name} ${given.length} as ${format}`, `${stdout}${stderr}`);
      }
    }
    expectNoKey(left, [ours, stranger, named, all.adminKey]);
  });

  test("that is not what it is said to be", async () => {
    for (const text of [named, `{"${named}": "${named}"}`, `[{"RuleID": "${named}"`]) {
      const { stdout, stderr } = await scanStdin(text, ["--format-in", "gitleaks"]);
      expectNoKey(new Map([[text.slice(0, 9), `${stdout}${stderr}`]]), [named]);
    }
  });
});

test("no file between plan, shards and merge holds a key or a token, nor does anything that is printed", async () => {
  await using acme = await startOrganization();
  await using hook = await startWebhook({ status: 400, body: named });
  const openai = await startOpenAI();
  const folder = await mkdtemp(path.join(tmpdir(), "canary-sweep-"));
  const temp = path.join(folder, "temp");
  await mkdir(temp);
  const ours = openai.organization("acme");
  const admin = ours.adminKey(ours.user(`Ada ${named}`), { name: "key guard" });
  const live = ours.accountKey(ours.project(`Web ${named}`), `bot ${named}`, { name: `k ${named}` });
  // The old keys are short enough to be the name of a repository.
  const short = createFakeKey("user", "short");
  await acme.host(`acme/${short}`, [{ "a.ts": live.text, [`${named}/\u001b[31m.env`]: live.text }], {
    refs: { "refs/heads/main": "HEAD", [`refs/heads/${named}`]: "HEAD", [`refs/tags/${named}`]: "HEAD" },
  });
  await acme.host("acme/docs", [{ [`${keyOf("name")}.md`]: keyOf("stranger") }]);
  await acme.host("acme/broken", [{ "a.ts": keyOf("unread") }]);
  const secrets = [live.text, admin.text, short, named, keyOf("name"), keyOf("stranger"), acme.token];
  const left = new Map<string, string>();
  const env = {
    GITHUB_API_URL: acme.github.apiUrl,
    GITHUB_SERVER_URL: acme.github.serverUrl,
    GITHUB_TOKEN: acme.token,
    OPENAI_ADMIN_KEY: admin.text,
    NOTIFY_URL: hook.url,
    TMPDIR: temp,
  };
  const sweep = async (words: string) => {
    const ran = await cli(["sweep", ...words.split(" ")], { cwd: folder, env });
    left.set(`${words} stdout`, ran.stdout).set(`${words} stderr`, ran.stderr);
    return ran;
  };
  // While it runs: what lies in the folder for temporary files, as GitHub is asked for the next thing.
  let looks = 0;
  acme.github.fault(({ path: where }) => {
    for (const [file, content] of readTree(temp)) {
      looks += 1;
      left.set(`${file} at ${looks}`, content);
    }
    return where.includes("broken") ? { status: 404, body: `fatal: ${named} ${acme.token}` } : null;
  });
  await sweep("plan acme --shards 2 --output plan.json");
  for (const shard of [0, 1]) await sweep(`scan plan.json --shard ${shard} --output swept --detail full`);
  for (const [index, format] of ["text", "json", "markdown", "html"].entries()) {
    const notified = ["slack", "teams", "json", "json"][index];
    const words = `--format ${format} --detail full --notify-format ${notified} --openai-base-url ${openai.baseURL}`;
    const merged = await sweep(`merge swept --state state.json --verbose --on-leak revoke --dry-run ${words}`);
    expect(merged.stdout.length).toBeGreaterThan(1000);
    await rm(path.join(folder, "state.json"));
  }
  await sweep(
    `merge swept --state state.json --on-leak revoke --audit-file a.jsonl --openai-base-url ${openai.baseURL}`,
  );
  await sweep("plan acme --shards 1 --state state.json --output plan.json");
  expect(live.deletedAt).not.toBe(null);
  expect(await readdir(temp)).toEqual([]);
  expect(looks).toBeGreaterThan(10);
  const files = readTree(folder);
  expect([...files.keys()].map((file) => path.basename(file)).toSorted()).toEqual([
    "a.jsonl",
    "plan.json",
    "plan.json",
    "shard-0.json",
    "shard-1.json",
    "state.json",
  ]);
  for (const [file, content] of files) left.set(file, content);
  for (const [index, { body }] of hook.deliveries.entries()) left.set(`message ${index}`, body);
  expect(hook.deliveries.length).toBeGreaterThan(3);
  expectNoKey(left, secrets);
  for (const text of left.values()) expect(text).not.toContain("T0SECRETTOKEN");
  await Promise.all([openai.close(), rm(folder, { recursive: true, force: true })]);
});
