import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Secret, truncateMask } from "../../src/domain/secret.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";

const text = createFakeKey("project", "a");
const secret = new Secret(text);

test("a secret does not print, stringify or inspect itself", () => {
  const ways = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: [secret] }, { depth: null, showHidden: true }),
    Object.values(secret).join(),
    JSON.stringify(structuredClone({ ...secret })),
  ];
  for (const way of ways) expect(way).not.toContain(text.slice(8, 40));
});

test("a mask shows the kind's prefix and four characters, and without its end only the prefix", () => {
  expect(secret.mask).toBe(`sk-proj-…${text.slice(-4)}`);
  expect(truncateMask(secret.mask)).toBe("sk-proj-…");
  expect(new Secret(createFakeKey("named", "a")).mask).toMatch(/^sk-…....$/);
});

test("a text too short to spare four characters is masked whole", () => {
  expect(new Secret("sk-short-one").mask).toBe("sk-…");
});

test("a fingerprint is the first 16 hex digits of the SHA-256", () => {
  // printf abc | sha256sum
  expect(new Secret("abc").fingerprint).toBe("ba7816bf8f01cfea");
});
