import { describe, expect, test } from "vitest";
import { countRevealedBits } from "../../src/domain/redaction.ts";
import { Secret } from "../../src/domain/secret.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";

/** The dotted form of OpenAI's documentation: three characters, dots, three characters. */
const dotted = (text: string) => `${text.slice(0, 3)}...${text.slice(-3)}`;
const stars = (text: string) => `${text.slice(0, 8)}${"*".repeat(text.length - 12)}${text.slice(-4)}`;

describe("how much a redacted value tells of a key", () => {
  test.each([
    [
      "the eight and four characters of a long project key, whose first eight all have: about 16 bits",
      "project",
      stars,
      16,
    ],
    ["three characters at the end of a long key, two of them padding: about 10 bits", "project", dotted, 10],
    ["five and four characters of a legacy key: about 53 bits", "user", stars, 53],
  ] as const)("%s", (_, family, redact, bits) => {
    const text = createFakeKey(family, "a");
    expect(countRevealedBits(new Secret(text), redact(text))).toBeGreaterThan(bits - 1);
    expect(countRevealedBits(new Secret(text), redact(text))).toBeLessThan(bits + 1);
  });

  test("a value without both ends tells nothing", () => {
    const text = createFakeKey("project", "a");
    for (const value of ["", "sk-", "...", `***${text.slice(-4)}`])
      expect(countRevealedBits(new Secret(text), value)).toBe(0);
  });
});
