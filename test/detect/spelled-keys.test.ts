import { expect, test } from "vitest";
import { redactKeys } from "../../src/detect/spelled-keys.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { WAYS } from "./encodings/written.ts";

const keys = [createFakeKey("project", "x"), createFakeKey("user", "x")];

/** How the encodings' own tests write a key, in one line: what a name can be. */
const SPELLINGS = WAYS.flatMap(({ name, write }) => {
  const [text] = keys.map((key) => write(key).bytes.toString("utf8").trim());
  return text && !/[\p{Cc}\ufffd]/u.test(text) ? [{ name, write }] : [];
});

test("there are names in most encodings", () => {
  expect(SPELLINGS.length).toBeGreaterThan(20);
});

test.each(SPELLINGS)("a key that a name spells is cut: $name", ({ write }) => {
  for (const key of keys) {
    const text = write(key).bytes.toString("utf8").trim();
    const middle = text.slice(text.length / 3, (2 * text.length) / 3);
    const names = [`cache/${text}.json`, `refs/heads/try-${text}`, `could not read a/${text}: gone`];
    const address = `https://github.com/a/b/blob/main/${encodeURIComponent(text)}.json`;
    for (const name of [...names, address]) {
      const shown = redactKeys(name);
      expect(shown).toContain("sk-…");
      expect(shown).not.toContain(name === address ? encodeURIComponent(middle) : middle);
    }
  }
});

test.each([
  ["in base64", (key: string) => Buffer.from(key).toString("base64url")],
  ["in hexadecimal", (key: string) => Buffer.from(key).toString("hex")],
  ["backwards", (key: string) => key.split("").toReversed().join("")],
  ["as it is", (key: string) => key],
])("a key that is spelled over the folders of a path is cut: %s", (_, write) => {
  for (const key of keys) {
    const parts = write(key).match(/.{1,11}/g) ?? [];
    const shown = redactKeys(`a/${parts.join("/")}/b.txt`);
    expect(shown).toContain("sk-…");
    expect(shown.length).toBeLessThan(24);
  }
});

test("a key that is spelled by the numbers of its letters, a folder each, is cut", () => {
  for (const key of keys) expect(redactKeys(`a/${[...Buffer.from(key)].join("/")}/b`)).toBe("a/sk-…/b");
});

test("names that spell none stay as they are", () => {
  const names = [
    "node_modules/.pnpm/@scope+core@7.24.0_peer@9.4.0/node_modules/@scope/core/lib/index.js",
    `objects/${"0123456789abcdef".repeat(8)}`,
    `cache/${Buffer.from("nothing of note, but long enough to be a name of its own").toString("base64url")}.json`,
    `a/${"b".repeat(300)}`,
    "files/%D0%BA%D0%BB%D1%8E%D1%87%D0%B8/%E2%9C%93/and/more/of/it.txt",
  ];
  for (const name of names) expect(redactKeys(name)).toBe(name);
});
