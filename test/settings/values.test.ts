import { expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { quoteValue } from "../../src/settings/values.ts";

test("a message quotes no part of a key that a value spells", () => {
  const spelled = Buffer.from(createFakeKey("project", "typed")).toString("base64url");
  expect(quoteValue(spelled)).toBe('"sk-…"');
});
