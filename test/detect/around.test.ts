import { expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { found } from "./found.ts";

test("a real key that something made up was written around is not lost, and not contained", async () => {
  const key = createFakeKey("user", "inner");
  const text = `sk-proj-${"a".repeat(35)}${key}${"a".repeat(38)}`;
  const hits = await found(text);
  expect(hits).toHaveLength(1);
  expect(hits[0]).toMatchObject({ confidence: "suspected", text: key });
});
