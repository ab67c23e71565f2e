import { randomUUID } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { Secret } from "../../../src/domain/secret.ts";
import { createKeyStore } from "../../../src/rotate/stores/key-store.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";

const KEY = createFakeKey("service-account", "new");

const ROTATION = "3f9a2c1e";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "file-store-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => path.join(folder, name);
type Choice = { key?: Secret; checkouts?: readonly string[]; replaceable?: readonly string[] };

const store = async (path: string, { key = new Secret(KEY), checkouts = [], replaceable = [] }: Choice = {}) =>
  await createKeyStore({ token: null, apiUrl: "", checkouts }).store({ kind: "file", path }, key, {
    create: false,
    replaceable,
    rotation: ROTATION,
  });
const check = async (path: string, { checkouts = [], replaceable = [] }: Choice = {}) =>
  await createKeyStore({ token: null, apiUrl: "", checkouts }).check(
    { kind: "file", path },
    { create: false, replaceable, rotation: ROTATION },
  );

describe("a file", () => {
  test("is new, holds the key and nothing else, and only its owner reads it", async () => {
    const old = process.umask(0);
    try {
      expect(await check(at("key"))).toEqual({ kind: "ready", exists: false });
      expect(existsSync(at("key"))).toBe(false);
      expect(await store(at("key"))).toEqual({ kind: "stored", verified: true });
      process.umask(0o777);
      expect(await store(at("masked"))).toEqual({ kind: "stored", verified: true });
    } finally {
      process.umask(old);
    }
    for (const name of ["key", "masked"]) {
      expect(readFileSync(at(name), "utf8")).toBe(KEY);
      expect(lstatSync(at(name)).mode & 0o777).toBe(0o600);
    }
  });

  test("that is there already stays as it is, also one that a link leads to", async () => {
    writeFileSync(at("old"), "old");
    symlinkSync(at("old"), at("link"));
    symlinkSync(at("nowhere"), at("dangling"));
    for (const name of ["old", "link", "dangling", "."]) {
      expect(await check(at(name))).toEqual({ kind: "failed", because: "exists" });
      expect(await store(at(name))).toEqual({ kind: "failed", because: "exists", mayBeStored: false });
    }
    expect([readFileSync(at("old"), "utf8"), existsSync(at("nowhere"))]).toEqual(["old", false]);
  });

  test("that holds an earlier key of this rotation is replaced whole, and one that holds this key stays", async () => {
    const earlier = new Secret(createFakeKey("service-account", "earlier"));
    writeFileSync(at("key"), earlier.reveal(), { mode: 0o644 });
    expect(await check(at("key"))).toEqual({ kind: "failed", because: "exists" });
    expect(await store(at("key"))).toMatchObject({ because: "exists" });
    const replaceable = ["0".repeat(16), earlier.fingerprint];
    expect(await check(at("key"), { replaceable })).toEqual({ kind: "ready", exists: true });
    for (let count = 0; count < 2; count += 1) {
      expect(await store(at("key"), { replaceable })).toEqual({ kind: "stored", verified: true });
    }
    expect(await store(at("key"))).toEqual({ kind: "stored", verified: true });
    expect(readFileSync(at("key"), "utf8")).toBe(KEY);
    expect(lstatSync(at("key")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["key"]);
  });

  test("that is empty is one that a killed run began, but only where there was one", async () => {
    writeFileSync(at("key"), "");
    expect(await check(at("key"))).toEqual({ kind: "failed", because: "exists" });
    expect(await store(at("key"), { replaceable: ["0".repeat(16)] })).toEqual({ kind: "stored", verified: true });
    writeFileSync(at("other"), "x".repeat(5000));
    expect(await store(at("other"), { replaceable: ["0".repeat(16)] })).toMatchObject({ because: "exists" });
  });

  test("is never half a key: one that is killed while it writes leaves a draft, which the next run of the rotation removes", async () => {
    const draft = (rotation = ROTATION) => at(`.key-guard-${rotation}-${randomUUID()}`);
    const left = [KEY, KEY.slice(0, 40), "s", ""].map((text) => [draft(), text, 0o600] as const);
    const others = [
      [draft("0a1b2c3d"), KEY, 0o600],
      [at(`.key-guard-${ROTATION}-notes`), KEY, 0o600],
      [draft(), KEY, 0o644],
      [draft(), "a note of somebody's", 0o600],
      [draft(), `${KEY}\n`, 0o600],
    ] as const;
    for (const [file, text, mode] of [...left, ...others]) writeFileSync(file, text, { mode });
    symlinkSync(at("nowhere"), draft());
    mkdirSync(draft());
    linkSync(others[0][0], draft());
    const kept = readdirSync(folder).filter((name) => !left.some(([file]) => path.basename(file) === name));
    expect(await check(at("key"))).toEqual({ kind: "ready", exists: false });
    expect(readdirSync(folder)).toHaveLength(kept.length + left.length);
    expect(await store(at("key"))).toEqual({ kind: "stored", verified: true });
    expect(readdirSync(folder).toSorted()).toEqual([...kept, "key"].toSorted());
    expect(readFileSync(at("key"), "utf8")).toBe(KEY);
  });

  test("needs a folder that is there", async () => {
    writeFileSync(at("file"), "x");
    for (const [name, code] of [
      ["none/key", "ENOENT"],
      ["file/key", "ENOTDIR"],
    ] as const) {
      expect(await check(at(name))).toEqual({ kind: "failed", because: "file-error", code });
      expect(await store(at(name))).toEqual({ kind: "failed", because: "file-error", code, mayBeStored: false });
    }
  });

  test.skipIf(process.getuid?.() === 0)("needs a folder that takes files", async () => {
    mkdirSync(at("closed"));
    chmodSync(at("closed"), 0o500);
    expect(await check(at("closed/key"))).toEqual({ kind: "failed", because: "file-error", code: "EACCES" });
  });

  test("is not written through a link of a checkout, where a change may have added it; links elsewhere are followed", async () => {
    mkdirSync(at("checkout"));
    mkdirSync(at("public"));
    symlinkSync(at("public"), at("checkout/secrets"));
    const file = at("checkout/secrets/key");
    expect(await check(file, { checkouts: [at("checkout")] })).toEqual({ kind: "failed", because: "planted-link" });
    expect(await store(file, { checkouts: [at("checkout")] })).toEqual({
      kind: "failed",
      because: "planted-link",
      mayBeStored: false,
    });
    expect(await store(file)).toEqual({ kind: "stored", verified: true });
    expect(readFileSync(at("public/key"), "utf8")).toBe(KEY);
  });

  test("that could not be written to its end is removed", async () => {
    class Broken extends Secret {
      override reveal(): string {
        throw Object.assign(new Error(KEY), { code: "ENOSPC" });
      }
    }
    const result = await store(at("half"), { key: new Broken(KEY) });
    expect(result).toEqual({ kind: "failed", because: "file-error", code: "ENOSPC", mayBeStored: false });
    expect(existsSync(at("half"))).toBe(false);
  });
});
