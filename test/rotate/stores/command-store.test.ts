import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { StoreResult } from "../../../src/domain/rotation-target.ts";
import { Secret } from "../../../src/domain/secret.ts";
import { createKeyStore, type KeyStoreOptions } from "../../../src/rotate/stores/key-store.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";

const KEY = createFakeKey("service-account", "new");
const folder = mkdtempSync(path.join(tmpdir(), "command-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [ADMIN, TOKEN] = [createFakeKey("admin", "own"), ["github", "pat", "x".repeat(30)].join("_")];
const PATH = process.env["PATH"] ?? "";

const NONE = { create: false, replaceable: [], rotation: "3f9a2c1e" };

function open(options: Partial<KeyStoreOptions>) {
  return createKeyStore({ token: null, apiUrl: "http://127.0.0.1:9", environment: { PATH }, ...options });
}

const run = async (
  argv: readonly [string, ...string[]],
  options: Partial<KeyStoreOptions> = {},
  key = KEY,
): Promise<StoreResult> => await open(options).store({ kind: "command", argv }, new Secret(key), NONE);
const check = async (program: string, options: Partial<KeyStoreOptions> = {}) =>
  await open(options).check({ kind: "command", argv: [program] }, NONE);
const script = (text: string, ...args: string[]) => ["sh", "-c", text, "sh", ...args] as const;
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

/** What has ended may still be listed, until its parent takes notice: of an orphan nobody may. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync("/proc/self/stat") || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

describe("a program", () => {
  test("gets the key on its standard input, without a line break, and its arguments as they are", async () => {
    const argv = script('cat > "$1/in"; printf "%s|" "$@" > "$1/args"', folder, "a b", "$HOME", "*", "", "x;y");
    expect(await run(argv)).toEqual({ kind: "stored", verified: false });
    expect(read("in")).toBe(KEY);
    expect(read("args")).toBe(`${folder}|a b|$HOME|*||x;y|`);
  });

  test("gets its environment without our own secrets, whatever they are called", async () => {
    const environment = {
      PATH,
      VAULT_ADDR: "https://vault.example",
      OPENAI_ADMIN_KEY: ADMIN,
      GITHUB_SECRETS_TOKEN: TOKEN,
      "INPUT_OPENAI-ADMIN-KEY": ADMIN,
      INPUT_DUE: "true",
      COPY: `${TOKEN}\n`,
      FLAG: "true",
    };
    expect(await run(script('cat > /dev/null; env > "$1/env"', folder), { environment })).toMatchObject({
      kind: "stored",
    });
    expect(read("env")).toContain("VAULT_ADDR=https://vault.example");
    expect(read("env")).toContain("FLAG=true");
    expect(read("env")).not.toMatch(/INPUT_|COPY|OPENAI_ADMIN_KEY|SECRETS_TOKEN/);
    for (const secret of [ADMIN, TOKEN, KEY]) expect(read("env")).not.toContain(secret);
  });

  test("may write the key wherever it likes: nothing of it is kept", async () => {
    const said = await run(script("tee /dev/stderr; exit 3"));
    expect(said).toEqual({ kind: "failed", because: "exit-code", code: 3, mayBeStored: true });
  });

  test("that ends without having read the key has not stored it", async () => {
    const key = `${KEY}${"x".repeat(2 ** 20)}`;
    expect(await run(["true"], {}, key)).toEqual({ kind: "failed", because: "not-read", mayBeStored: false });
    expect(await run(["false"], {}, key)).toMatchObject({ because: "exit-code", code: 1 });
  });

  test("that is killed, takes too long, or is cancelled may have stored it, and does not go on", async () => {
    expect(await run(script("kill -9 $$"))).toEqual({
      kind: "failed",
      because: "exit-code",
      code: null,
      mayBeStored: true,
    });
    const sleep = (name: string) =>
      script('trap "" TERM INT; cat > /dev/null; echo $$ > "$1"; exec sleep 60', path.join(folder, name));
    expect(await run(sleep("late"), { programTimeout: 100 })).toEqual({
      kind: "failed",
      because: "timed-out",
      mayBeStored: true,
    });
    const controller = new AbortController();
    const running = run(sleep("pid"), { signal: controller.signal });
    await vi.waitFor(() => expect(existsSync(path.join(folder, "pid")) && read("pid")).toMatch(/\n/), { interval: 5 });
    controller.abort();
    expect(await running).toEqual({ kind: "failed", because: "cancelled", mayBeStored: true });
    expect(isRunning(Number(read("pid")))).toBe(false);
  });

  test("that is ended takes along what it started", async () => {
    const inner = 'cat > /dev/null; echo $$ > "$1"; exec sleep 60';
    const argv = script(`sh -c '${inner}' sh "$1"; true`, path.join(folder, "inner"));
    const controller = new AbortController();
    const running = run(argv, { signal: controller.signal });
    await vi.waitFor(() => expect(existsSync(path.join(folder, "inner")) && read("inner")).toMatch(/\n/), {
      interval: 5,
    });
    controller.abort();
    expect(await running).toMatchObject({ because: "cancelled", mayBeStored: true });
    await vi.waitFor(() => expect(isRunning(Number(read("inner")))).toBe(false), { interval: 5 });
  });

  test("is not begun when the run was told to stop before", async () => {
    const file = path.join(folder, "never");
    for (const options of [{ signal: AbortSignal.abort() }, { isCancelled: () => true }]) {
      expect(await run(["touch", file], options)).toEqual({ kind: "failed", because: "cancelled", mayBeStored: false });
    }
    expect(existsSync(file)).toBe(false);
  });
});

describe("that a program is there", () => {
  test("is known before there is a key, and nothing is started for it", async () => {
    expect(await check("sh")).toEqual({ kind: "ready", exists: null });
    expect(await check("/bin/sh")).toEqual({ kind: "ready", exists: null });
  });

  test.each([
    ["no-such-program-here", { PATH }],
    ["/etc/passwd", { PATH }],
    [folder, { PATH }],
    ["sh", {}],
    ["sh", { PATH: "" }],
    // Folders that are named relative to the current one may be part of a checkout.
    ["build.ts", { PATH: "scripts:.::bench" }],
  ])("or is not: %s with %o", async (program, environment) => {
    expect(await check(program, { environment })).toEqual({ kind: "failed", because: "no-program" });
    expect(await run([program], { environment })).toEqual({
      kind: "failed",
      because: "no-program",
      mayBeStored: false,
    });
  });
});
