import { describe, expect, test } from "vitest";
import { spanAround } from "../../src/detect/span.ts";
import { found, MARKER } from "./found.ts";

/** How many bytes of a text are looked at when every marker in it is judged; one that is looked at twice counts twice. */
function looks(text: string): number {
  const bytes = Buffer.from(text);
  let count = 0;
  const counting = new Proxy(bytes, {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) count += 1;
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      return (...args: readonly unknown[]) => {
        const result: unknown = Reflect.apply(value, target, args);
        // The text or the part that is handed out is looked at as a whole.
        count += (result as { length?: number }).length ?? 0;
        return result;
      };
    },
  });
  for (let at = bytes.indexOf(MARKER); at >= 0; at = bytes.indexOf(MARKER, at + 1)) spanAround(counting, at, -1);
  return count;
}

const a = (length: number) => "a".repeat(length);

describe("megabytes without a key end, and hold nothing:", () => {
  test.each([
    ["prefixes", "sk-"],
    ["letters", "a"],
    ["hyphens", "-"],
    ["names", "sk-a-"],
    ["markers", MARKER],
    ["markers, almost", MARKER.slice(0, -1)],
  ])("%s", async (_, unit) => {
    expect(await found(unit.repeat(1_000_000 / unit.length))).toEqual([]);
    expect(await found(`sk_${unit.repeat(1_000_000 / unit.length)}${MARKER}`, [65_536])).toEqual([]);
  });
});

describe("the cost of a hostile text grows with its length and no faster:", () => {
  test.each([
    ["markers", MARKER],
    ["prefixes and markers", `sk-${MARKER}`],
    ["prefixes, then a marker", `${"sk-".repeat(80)}${MARKER}`],
    ["names, then a marker", `${"sk-a-".repeat(50)}${MARKER}`],
    ["keys that are cut", `sk-${a(17)}${MARKER}${a(16)}-`],
    ["keys in keys", `sk-proj-${a(58)}${MARKER}${"sk-aaaaaaaaaaaaaaaaaaaa".repeat(3)}${MARKER}`],
    ["whole keys, glued", `sk-${a(20)}${MARKER}${a(20)}`],
    ["hyphens", `sk-${"-".repeat(240)}${MARKER}`],
    ["letters", `${a(250)}${MARKER}`],
  ])("%s", (_, unit) => {
    const [small, large] = [10_000, 50_000].map((size) => unit.repeat(size / unit.length)) as [string, string];
    const each = [looks(small) / small.length, looks(large) / large.length];
    expect(each[1]).toBeLessThan(1.2 * (each[0] ?? 0));
    expect(each[1]).toBeLessThan(600);
  });
});
