import { describe, expect, test } from "vitest";
import { findExactKey } from "../../../src/detect/keys/exact-key.ts";
import { FAMILIES } from "../../../src/detect/keys/families.ts";
import { findKeyAround } from "../../../src/detect/keys/key-span.ts";
import { createFakeKey, type Family } from "../../../src/sandbox/fake-keys.ts";
import { MARKER } from "../found.ts";

const KINDS = ["user", "project", "service-account", "admin", "none"] as const satisfies readonly Family[];

describe("a key of a known kind and length", () => {
  test.each(KINDS)("is told at once as it is told else (%s)", (family) => {
    for (const { kind, lengths } of FAMILIES) {
      if (kind !== (family === "none" ? "named" : family)) continue;
      for (const [left, right] of lengths) {
        const text = Buffer.from(`KEY="${createFakeKey(family, `${left} ${right}`, { left, right })}"\n`);
        const at = text.indexOf(MARKER);
        const usual = findKeyAround(text, at, -1);
        expect(findExactKey(text, at)).toMatchObject({
          start: usual?.start,
          end: usual?.end,
          kind,
          confidence: "certain",
        });
      }
    }
  });

  test("is none where a character is missing, or another stands in it", () => {
    const key = createFakeKey("project", "x");
    const at = key.indexOf(MARKER);
    expect(findExactKey(Buffer.from(key.slice(0, -1)), at)).toBe(null);
    expect(findExactKey(Buffer.from(key.slice(1)), at - 1)).toBe(null);
    expect(findExactKey(Buffer.from(`${key.slice(0, 20)}.${key.slice(21)}`), at)).toBe(null);
  });
});
