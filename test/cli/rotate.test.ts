import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseSuccession } from "../../src/domain/succession.ts";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";

const NOW = Math.floor(Date.now() / 1000);
const SECRET = "github:acme/shop/OPENAI_API_KEY@production";

/** An organisation with a key that lives in a file, and what rotates it without waiting for its use. */
async function rotated() {
  const all = await createE2eEnvironment();
  const old = all.acme.accountKey(all.web, "checkout-bot", {
    name: "checkout",
    createdAt: NOW - 100 * 86_400,
    lastUsedAt: NOW - 3600,
  });
  const file = path.join(all.folder, "openai.key");
  const audit = path.join(all.folder, "rotate.jsonl");
  const rotate = async (...words: readonly string[]) =>
    await all.cli(["rotate", "--openai-base-url", all.openai.baseURL, ...words], {
      OPENAI_ADMIN_KEY: all.adminKey,
      GITHUB_API_URL: all.github.apiUrl,
      GITHUB_SECRETS_TOKEN: all.github.token({
        repo: "acme/shop",
        kind: "fine-grained",
        permissions: { secrets: "write", environments: "write" },
      }),
    });
  return { all, old, file, audit, rotate, [Symbol.asyncDispose]: async () => await all[Symbol.asyncDispose]() };
}

const ASKED = ["--scopes", "api.model.request", "--expires-in", "90d", "--wait", "0", "--detail", "full"];

function listChanges({ openai, github }: E2eEnvironment): readonly string[] {
  return [...openai.requests, ...github.requests].filter(({ method }) => method !== "GET").map(({ method }) => method);
}

const keysFile = (place: string) =>
  `keys:\n  - service-account: checkout-bot\n    lives-in: ["${place}"]\n    scopes: [api.model.request]\n    expires-in: 90d\n    rotate-every: 60d\n`;

describe("rotate", () => {
  test("stores a new key, lets the old one end, says each step, and keeps a record", async () => {
    await using at = await rotated();
    const { exitCode, stdout, stderr } = await at.rotate(
      "checkout-bot",
      "--to",
      `file:${at.file}`,
      ...ASKED,
      "--audit-file",
      at.audit,
    );
    expect(exitCode, stdout + stderr).toBe(0);
    const fresh = at.all.acme.keys.find(({ name }) => parseSuccession(name)?.replaces === at.old.id);
    expect((await readFile(at.file, "utf8")).trim()).toBe(fresh?.text);
    expect((await stat(at.file)).mode & 0o777).toBe(0o600);
    expect(at.old.expiresAt).toBeGreaterThan(NOW + 86_000);
    expect(stdout).toMatch(/^✓ Rotated checkout-bot: the new key is in 1 place\. Nobody waited for it to be used\./);
    for (const line of [
      "openai-key-guard is about to rotate this key:\n  checkout-bot\n    1. create a key of service account checkout-bot in project Web",
      "checkout-bot: created a new key\n",
      `checkout-bot: stored in file:${at.file}\n`,
      "checkout-bot: the old key is retired\n",
    ]) {
      expect(stderr).toContain(line);
    }
    expect(await readFile(at.audit, "utf8")).toContain('"event":"rotation"');
    for (const said of [stdout, stderr, await readFile(at.audit, "utf8")])
      expect(said).not.toContain(fresh?.text.slice(20, 40));
  });

  test("stores it in a secret of GitHub, and says what a run that has begun still has", async () => {
    await using at = await rotated();
    at.all.github.environment("acme/shop", "production");
    const missing = await at.rotate("checkout-bot", "--to", SECRET, ...ASKED);
    expect(missing.exitCode).toBe(1);
    expect(missing.stdout.replaceAll(/\s+/g, " ")).toContain(
      "does not exist yet. Create it with --create, or correct the name.",
    );
    expect(listChanges(at.all)).toEqual([]);
    const { exitCode, stdout } = await at.rotate("checkout-bot", "--to", SECRET, "--create", ...ASKED);
    expect(exitCode, stdout).toBe(0);
    expect(stdout).toContain(`${SECRET}  the new key`);
    expect(stdout).toContain("Start a new run");
  });

  test("says every step of a dry run, and changes nothing", async () => {
    await using at = await rotated();
    const { exitCode, stdout, stderr } = await at.rotate("key_none", "--to", `file:${at.file}`, "--dry-run");
    expect([exitCode, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("no key and no service account of the organisation has this id or name");
    const dry = await at.rotate("checkout-bot", "--to", `file:${at.file}`, ...ASKED, "--wait", "10m", "--dry-run");
    expect(dry).toMatchObject({ exitCode: 0, stderr: "" });
    expect(dry.stdout).toContain(
      "Dry run: checkout-bot would get a new key in 1 place. Nothing was created or changed.",
    );
    expect(dry.stdout).toContain("4. wait up to 10 minutes for it to be used");
    expect(listChanges(at.all)).toEqual([]);
  });

  test("names nobody and no place in a log, and everybody where that is asked for", async () => {
    await using at = await rotated();
    for (const format of ["text", "json", "markdown"]) {
      const words = ["--to", `file:${at.file}`, ...ASKED.slice(0, -2), "--dry-run", "--format", format];
      const { stdout, stderr } = await at.rotate("checkout-bot", ...words);
      expect(stdout).toContain(at.old.id);
      expect(stdout + stderr).not.toMatch(/checkout|Web|openai\.key|acme-inc/);
    }
  });

  test("ends with 2 where the keys could not be listed, and with 1 where something is left", async () => {
    await using at = await rotated();
    const words = ["checkout-bot", "--to", `file:${at.file}`, ...ASKED];
    at.all.openai.fault(({ path: asked }) => (asked.includes("/api_keys") ? { status: 403 } : null));
    const unknown = await at.rotate(...words);
    expect(unknown.exitCode, unknown.stdout).toBe(2);
    at.all.openai.fault(() => null);
    await writeFile(at.file, "mine\n");
    const refused = await at.rotate(...words);
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toContain("exists already and is left as it is");
    expect(listChanges(at.all)).toEqual([]);
  });

  test("holds to what is protected, by flag and by the ignore file of HEAD", async () => {
    await using at = await rotated();
    const words = ["checkout-bot", "--to", `file:${at.file}`, ...ASKED];
    expect((await at.rotate(...words, "--protect", "checkout")).stdout).toContain("it is on the protect list");
    await at.all.repo.commit({ ".github/openai-key-guard.yml": "protect: [checkout-bot]\n" }, "protect");
    expect((await at.rotate(...words)).stdout).toContain("it is on the protect list");
    await at.all.repo.commit({ ".github/openai-key-guard.yml": "protected: [x]\n" }, "break");
    const broken = await at.rotate(...words);
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toContain("No key is acted on, because it is not known which keys the ignore file protects");
    expect(listChanges(at.all)).toEqual([]);
  });
});

describe("the keys file of rotate", () => {
  test("says where a key lives, whichever of its names is typed", async () => {
    await using at = await rotated();
    await at.all.repo.commit({ ".github/openai-keys.yml": keysFile(`file:${at.file}`) }, "keys");
    for (const name of ["checkout-bot", "Checkout-Bot", at.old.id, "checkout"]) {
      const { exitCode, stdout } = await at.rotate(name, "--dry-run", "--detail", "full");
      expect(exitCode, stdout).toBe(0);
      expect(stdout).toContain(`file:${at.file}`);
    }
  });

  test("has the keys that are due, and says so where none is", async () => {
    await using at = await rotated();
    await at.all.repo.commit({ ".github/openai-keys.yml": keysFile(`file:${at.file}`) }, "keys");
    const due = await at.rotate("--due", "--dry-run", "--detail", "full", "--format", "json");
    expect(JSON.parse(due.stdout)).toMatchObject({ conclusion: "planned", rotations: [{ asked: "checkout-bot" }] });
    at.old.createdAt = NOW - 86_400;
    const none = await at.rotate("--due", "--detail", "full");
    expect(none).toMatchObject({ exitCode: 0, stderr: "" });
    expect(none.stdout).toMatch(/^✓ No key is due for rotation\n/);
    expect(await at.rotate("--due", "--quiet")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test("counts as the default branch of the remote has it: a change that is checked out adds no place", async () => {
    await using at = await rotated();
    const { repo } = at.all;
    await repo.commit({ ".github/openai-keys.yml": keysFile("file:/merged.key") }, "keys");
    await repo.git("update-ref", "refs/remotes/origin/main", "HEAD");
    await repo.commit({ ".github/openai-keys.yml": keysFile("file:/planted.key") }, "change");
    const words = ["checkout-bot", "--dry-run", "--detail", "full", "--format", "json"];
    const places = async (...more: readonly string[]) =>
      (JSON.parse((await at.rotate(...words, ...more)).stdout) as { rotations: { places: { target: string }[] }[] })
        .rotations[0]?.places;
    expect(await places()).toMatchObject([{ target: "file:/merged.key" }]);
    const verbose = await at.rotate("checkout-bot", "--dry-run", "--verbose");
    expect(verbose.stderr).toContain("Keys file: .github/openai-keys.yml of origin/main, 1 key.");
  });

  test.each<[string, (at: Awaited<ReturnType<typeof rotated>>) => Promise<unknown>, string]>([
    [
      "is not there",
      async () => null,
      "--due needs the keys file, and there is no .github/openai-keys.yml of HEAD. Commit it there, or correct the path.",
    ],
    [
      "is wrong",
      async ({ all }) => await all.repo.commit({ ".github/openai-keys.yml": "key: []\n" }),
      ".github/openai-keys.yml of HEAD, line 1: There is no word",
    ],
    [
      "is of a branch that nobody knows",
      async ({ all }) => await all.repo.git("update-ref", "refs/remotes/origin/topic", "HEAD"),
      "this clone does not say which branch that is",
    ],
  ])("that %s is wrong use, before anything is asked", async (_, prepare, sentence) => {
    await using at = await rotated();
    await prepare(at);
    const { exitCode, stderr } = await at.rotate("--due");
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
    expect(at.all.openai.requests).toEqual([]);
  });

  test("is a plain file outside of a repository, where no change can have written it", async () => {
    await using at = await rotated();
    await writeFile(path.join(at.all.folder, "keys.yml"), keysFile("file:/plain.key"));
    const words = ["rotate", "checkout-bot", "--keys-file", "keys.yml", "--dry-run", "--detail", "full"];
    const env = { OPENAI_ADMIN_KEY: at.all.adminKey };
    const { stdout } = await at.all.cli([...words, "--openai-base-url", at.all.openai.baseURL], env, at.all.folder);
    expect(stdout).toContain("file:/plain.key");
  });

  test("may not be left out in part: the place would keep a key that ends", async () => {
    await using at = await rotated();
    await at.all.repo.commit({ ".github/openai-keys.yml": keysFile("file:/one.key") }, "keys");
    const { exitCode, stderr } = await at.rotate("checkout-bot", "--to", "file:/two.key");
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--to leaves out "file:/one.key", where this key lives by the keys file.');
  });
});

describe("wrong use of rotate", () => {
  test.each([
    [[], "Nothing says what to rotate. Name a key or its service account"],
    [
      ["a", "--due"],
      "--due takes every key of the keys file that is old enough. Leave out the key that you named, or --due.",
    ],
    [["--due", "--to", "file:/a"], "--to would count for every key, and the keys file says it for each."],
    [["--due", "--scopes", "all"], "--scopes would count for every key"],
    [["--due", "--expires-in", "90d"], "--expires-in would count for every key"],
    [["a", "--resume"], "--resume goes on with a rotation by its audit file. Name the file of that run: --audit-file."],
    [["a", "--widen"], "--widen does nothing without --scopes"],
    [["a", "--scopes", ","], "--scopes names no scope, and OpenAI takes an empty list for all permissions."],
    [["a", "--scopes", "Read All"], '--scopes has "Read", which is no scope.'],
    [["a", "--scopes", "all,api.model.read"], "--scopes has all beside other scopes."],
    [["a", "--expires-in", "400d"], '--expires-in is "400d"'],
    [["a", "--overlap", "two days"], '--overlap is "two days"'],
    [["a", "--overlap", "366d"], '--overlap is "366d". It must be a time of up to 365 days, such as 24h, or 0'],
    [["a", "--to", "vault:x"], '--to is "vault:x". A place begins with one of'],
    [["a", "--to", "file:/a", "--to", "file:/a"], "--to names the place"],
    [["sk-proj-abc"], "KEY is the text of a key, which has leaked now."],
    [[" "], "KEY is empty."],
    [["a", "--keys-file", "/none.yml"], '--keys-file is "/none.yml". It must be a path in the repository'],
    [["a", "--keys-file", "none.yml"], "--keys-file needs the keys file, and there is no none.yml of HEAD."],
    [["a", "--format", "sarif"], '--format is "sarif". It must be one of text, json, markdown'],
    [["a", "--on-leak", "revoke"], "rotate has no flag --on-leak"],
  ])("is answered with what to type: %j", async (words, sentence) => {
    await using at = await rotated();
    const { exitCode, stderr, stdout } = await at.rotate(...words);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(at.all.openai.requests).toEqual([]);
  });

  test("without an Admin API key says so", async () => {
    await using at = await rotated();
    const { exitCode, stderr } = await at.all.cli(["rotate", "a"], {});
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      "A rotation creates keys, which needs an Admin API key of your organisation. Set OPENAI_ADMIN_KEY.",
    );
  });
});
