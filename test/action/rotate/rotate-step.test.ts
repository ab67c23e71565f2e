import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROTATE_DEFAULTS } from "../../../src/action/rotate/rotate-inputs.ts";
import { parseSuccession } from "../../../src/domain/succession.ts";
import { createE2eEnvironment, type E2eEnvironment, type RunChoices } from "../../support/e2e-environment.ts";
import { scheduleEvent } from "../../support/events.ts";

const FILE = ".github/openai-keys.yml";
const SECRET = "github:acme/shop/OPENAI_API_KEY@production";
const KEYS = `keys:\n  - service-account: checkout-bot\n    lives-in: ["${SECRET}"]\n    scopes: [api.model.request]\n    expires-in: 90d\n    rotate-every: 60d\n`;

/** A repository whose default branch says where the key lives, and the sub-action as a schedule runs it. */
async function rotated({ keys = KEYS, isBundled = false }: { keys?: string | null; isBundled?: boolean } = {}) {
  const all = await createE2eEnvironment(undefined, { isBundled });
  const createdAt = Math.floor(Date.now() / 1000) - 100 * 86_400;
  const old = all.acme.accountKey(all.web, "checkout-bot", { name: "checkout", createdAt });
  all.github.environment("acme/shop", "production");
  if (keys !== null) await push(all, { [FILE]: keys });
  const rotate = async ({ inputs, ...choices }: RunChoices = {}) =>
    await all.event(scheduleEvent(), {
      ...choices,
      story: "rotate",
      inputs: {
        due: "true",
        create: "true",
        wait: "0",
        "audit-file": path.join(all.folder, "rotate.jsonl"),
        "github-token": all.github.token({ repo: "acme/shop", permissions: { contents: "read" } }),
        "secrets-token": all.github.token({
          repo: "acme/shop",
          kind: "fine-grained",
          permissions: { secrets: "write", environments: "write" },
        }),
        ...inputs,
      },
    });
  const fresh = () => all.acme.keys.find(({ name }) => parseSuccession(name)?.replaces === old.id);
  return { all, old, rotate, fresh, [Symbol.asyncDispose]: async () => await all[Symbol.asyncDispose]() };
}

async function push(all: E2eEnvironment, files: Record<string, string | null>): Promise<void> {
  await all.repo.commit(files);
  await all.repo.git("push", "--quiet", "--force", all.hosted.dir, "HEAD:refs/heads/main");
}

const listChanges = ({ openai }: E2eEnvironment) => openai.requests.filter(({ method }) => method !== "GET");

test("the inputs of the sub-action are those of its action.yml, with their defaults", async () => {
  const file = path.resolve(import.meta.dirname, "../../../rotate/action.yml");
  const { inputs, runs } = parse(await readFile(file, "utf8")) as {
    inputs: Record<string, { default: string }>;
    runs: { main: string };
  };
  const defaults = Object.entries(inputs).map(([name, { default: value }]) => [name, value]);
  expect(Object.fromEntries(defaults)).toEqual({ ...ROTATE_DEFAULTS, "github-token": "${{ github.token }}" });
  expect(runs.main).toBe("../dist/rotate.js");
});

describe("a weekly rotation", () => {
  test("replaces what is due where it lives, masks the new key before all else, and tells it everywhere", async () => {
    await using at = await rotated();
    const ran = await at.rotate({ env: { GITHUB_SERVER_URL: "https://github.com" } });
    expect(ran.exitCode, ran.stdout + ran.stderr).toBe(0);
    expect(ran.summary).toContain('"ref": "refs/heads/main"');
    expect(ran.summary).toContain("environment: production");
    const text = at.fresh()?.text ?? "";
    expect(ran.outputs).toMatchObject({ rotated: "1", failed: "0" });
    const report = JSON.parse(await readFile(ran.outputs["report"] ?? "", "utf8")) as object;
    expect(report).toMatchObject({ schema: "openai-key-guard/rotation/v1", conclusion: "rotated" });
    expect(ran.stdout).toContain("checkout-bot: stored in github: acme/shop".replace(": acme", ":acme"));
    expect(ran.stdout).toContain("✓ Rotated checkout-bot: the new key is in 1 place.");
    expect(ran.summary).toContain("## ✅ Rotated **checkout-bot**");
    const masked = ran.stdout.indexOf(`::add-mask::${text}`);
    expect(masked).toBeGreaterThan(0);
    expect(ran.stdout.indexOf("created a new key")).toBeGreaterThan(masked);
    expect(ran.stdout.replace(`::add-mask::${text}`, "")).not.toContain(text.slice(20, 40));
    expect(JSON.stringify(report) + ran.summary).not.toContain(text.slice(20, 40));
    const next = await at.rotate();
    expect(next.outputs, next.stdout).toMatchObject({ rotated: "0", failed: "0" });
    expect(next.stdout).toContain("No key is due for rotation");
  });

  test("takes its places from the default branch, and not from what is checked out", async () => {
    await using at = await rotated();
    await at.all.repo.commit({ [FILE]: KEYS.replace("OPENAI_API_KEY", "PLANTED") });
    const dry = await at.rotate({ inputs: { "dry-run": "true" } });
    expect(dry.stdout).toContain(SECRET);
    expect(dry.stdout).not.toContain("PLANTED");
    expect(listChanges(at.all)).toEqual([]);
  });

  test("rotates nothing that the ignore file of the default branch protects", async () => {
    await using at = await rotated();
    await push(at.all, { ".github/openai-key-guard.yml": "protect: [checkout-bot]\n" });
    const ran = await at.rotate();
    expect(ran).toMatchObject({ exitCode: 1, outputs: { rotated: "0", failed: "1" } });
    expect(ran.stdout).toContain("it is on the protect list");
    expect(listChanges(at.all)).toEqual([]);
  });

  test("says which permission the token lacks, and creates nothing", async () => {
    await using at = await rotated();
    const ran = await at.rotate({
      inputs: { "secrets-token": at.all.github.token({ repo: "acme/shop", permissions: { contents: "read" } }) },
    });
    expect(ran.exitCode, ran.stdout).toBe(1);
    expect(ran.stdout.replaceAll(/\s+/g, " ")).toMatch(
      /secrets-token may not write the secret OPENAI_API_KEY|GitHub shows secrets-token no/,
    );
    expect(listChanges(at.all)).toEqual([]);
  });

  test.each<[string, string | null, NonNullable<RunChoices["inputs"]>, RegExp]>([
    ["a wrong keys file", "keys:\n  - key: a\n", {}, /line 2: An entry must say where the key lives/],
    ["a keys file that is not there", null, {}, /the default branch has no such file/],
    ["nothing to rotate", KEYS, { due: "false" }, /Nothing says what to rotate/],
    ["a key beside those that are due", KEYS, { keys: "checkout-bot" }, /due takes every key of the keys file/],
    ["no Admin API key", KEYS, { "openai-admin-key": "" }, /Set openai-admin-key\./],
    [
      "going on without an audit file",
      KEYS,
      { resume: "true", "audit-file": "" },
      /resume goes on with a rotation by its audit file/,
    ],
    ["a time that is none", KEYS, { wait: "soon" }, /wait is "soon"/],
  ])("with %s ends before anything is asked of OpenAI", async (_, keys, inputs, message) => {
    await using at = await rotated({ keys });
    const ran = await at.rotate({ inputs });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toMatch(message);
    expect(at.all.openai.requests).toEqual([]);
  });

  test("names an input that is misspelt", async () => {
    await using at = await rotated();
    const ran = await at.rotate({ env: { "INPUT_KEYS-FILES": "x" } });
    expect(ran).toMatchObject({ exitCode: 2, stdout: expect.stringContaining("keys-file") as string });
  });
});
