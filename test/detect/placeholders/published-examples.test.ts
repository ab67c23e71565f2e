import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { classifyKey } from "../../../src/detect/placeholders/placeholders.ts";
import { PUBLISHED_HASHES } from "../../../src/detect/placeholders/published-examples.ts";
import { MARKER } from "../found.ts";

test("published examples are kept as whole SHA-256 hashes, each once and in order", () => {
  for (const hash of PUBLISHED_HASHES) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(PUBLISHED_HASHES).toEqual([...new Set(PUBLISHED_HASHES)].toSorted());
  expect(PUBLISHED_HASHES.length).toBe(45);
});

test("a published example is recognised, and a similar text is not", () => {
  // What Trivy's tests have in place of a key, put together here.
  const letters = Array.from({ length: 20 }, (_, at) => String.fromCharCode(0x61 + at)).join("");
  const text = `sk-${letters}${MARKER}${letters}`;
  expect(PUBLISHED_HASHES).toContain(createHash("sha256").update(text).digest("hex"));
  const [published, alike] = [text, text.replace("j", "k")].map((one) => classifyKey(one, "certain"));
  expect(published).toEqual({ kind: "look-alike", what: "a published example", silent: "published-example" });
  expect(alike).toEqual({ kind: "look-alike", what: "a text with letters or digits in order", silent: "sequence" });
});
