import { describe, expect, test } from "vitest";
import { ANCHORS } from "../../src/detect/anchors.ts";
import type { NeedleMatch } from "../../src/detect/encodings/anchor.ts";
import { findKeyAround } from "../../src/detect/keys/key-span.ts";
import { createAnchorSet, Search } from "../../src/detect/search.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { effort } from "../support/effort.ts";
import { WAYS } from "./encodings/written.ts";
import { found, MARKER } from "./found.ts";

/** A text that counts how many bytes of it are looked at; one that is looked at twice counts twice. */
function counting(bytes: Buffer): { text: Buffer; count: () => number } {
  let count = 0;
  const text = new Proxy(bytes, {
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
  return { text, count: () => count };
}

/** How many bytes of a text are looked at when every marker in it is judged. */
function looks(unit: string): number {
  const bytes = Buffer.from(unit);
  const { text, count } = counting(bytes);
  for (let at = bytes.indexOf(MARKER); at >= 0; at = bytes.indexOf(MARKER, at + 1)) findKeyAround(text, at, -1);
  return count();
}

/** How many bytes are looked at, and how often it is looked at all, when a whole text is searched in every encoding. */
function searched(bytes: Buffer): { looks: number; reads: number } {
  let reads = 0;
  // One for each window: what an anchor knows of a window it knows by the window itself.
  const counted = new Map<Buffer, ReturnType<typeof counting>>();
  const anchors = ANCHORS.map(({ needles, read }) => ({
    needles,
    read: (place: NeedleMatch, needle: number) => {
      const window = counted.get(place.text) ?? counting(place.text);
      counted.set(place.text, window);
      const result = read({ ...place, text: window.text }, needle);
      reads += 1;
      return result;
    },
  }));
  const search = new Search(createAnchorSet(anchors, false), () => {});
  for (const _ of search.add(bytes));
  for (const _ of search.rest());
  return { looks: [...counted.values()].reduce((sum, { count }) => sum + count(), 0), reads };
}

const a = (length: number) => "a".repeat(length);

describe("the search of a long text without a key ends, and finds nothing:", () => {
  test.each([
    ["prefixes", "sk-"],
    ["letters", "a"],
    ["hyphens", "-"],
    ["names", "sk-a-"],
    ["markers", MARKER],
    ["markers, almost", MARKER.slice(0, -1)],
  ])("%s", async (_, unit) => {
    const text = unit.repeat(effort(8000, 300_000) / unit.length);
    expect(await found(text)).toEqual([]);
    expect(await found(`sk_${text}${MARKER}`, [effort(2048, 65_536)])).toEqual([]);
  });
});

describe("the cost of a hostile text grows linearly with its length:", () => {
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
    const [small, large] = [effort(2000, 10_000), effort(6000, 50_000)].map((size) =>
      unit.repeat(size / unit.length),
    ) as [string, string];
    const each = [looks(small) / small.length, looks(large) / large.length];
    expect(each[1]).toBeLessThan(effort(1.3, 1.2) * (each[0] ?? 0));
    expect(each[1]).toBeLessThan(600);
  });
});

const marked = createFakeKey("user", "x");
const HALVES = [MARKER.slice(0, 4), MARKER.slice(4)] as const;

/** Texts that are made to be slow: whole keys, cut keys and needles in every encoding, and what does not end. */
const CROWDS: readonly (readonly [name: string, unit: Buffer])[] = [
  ...WAYS.filter((_, index) => index % effort(30, 18) === 0).flatMap(({ name, write }): [string, Buffer][] => [
    [`a key, ${name}`, write(marked).bytes],
    [`a cut key, ${name}`, write(marked.slice(12, 40)).bytes],
  ]),
  ...ANCHORS.flatMap(({ needles }) => needles.slice(0, 1)).map((bytes): [string, Buffer] => ["needles", bytes]),
  ["halves that are parted", Buffer.from(`"${HALVES[0]}" + "${HALVES[1]}", `)],
  ["halves before an escape", Buffer.from(`${HALVES[0]}\\x62`)],
  ["escapes and nothing else", Buffer.from("\\x2d%2d&#45;")],
  ["markers between escapes", Buffer.from(`\\u002d${MARKER}\\u002d`)],
  ["codes that are far apart", Buffer.from(`84,${" ".repeat(60)}51,${" ".repeat(60)}66,`)],
  ["markers between what is not shown", Buffer.from(`${MARKER}\u200b\u2014`)],
  ["keys with many dashes", Buffer.from(`sk-${a(20)}\u2013\u2013\u2013${MARKER}\u2014`)],
  ["letters between what is not shown", Buffer.from("T\u200b3\x1b[m")],
  ["markers in UTF-16 between what is not shown", Buffer.from(`${MARKER}\u200b`, "utf16le")],
  ["events of some characters", Buffer.from(MARKER.replaceAll(/.{1,3}/g, '{"delta":{"content":"$&"}}\n'))],
  ["strings of two characters", Buffer.from(MARKER.replaceAll(/../g, '"$&", '))],
  ["names without an end", Buffer.from('{"a":"T",')],
  ["lines of one character", Buffer.from([...Buffer.from(MARKER).toString("base64")].join("\n"))],
];

/** How many bytes are looked at for each of a text that repeats this one. */
function looksPerByte(unit: Buffer, size: number): number {
  const bytes = Buffer.from(unit.toString("latin1").repeat(size / unit.length), "latin1");
  const { looks, reads } = searched(bytes);
  expect(reads).toBeLessThanOrEqual(bytes.length);
  return looks / bytes.length;
}

describe("a list of numbers that is full of markers is read only a few times:", () => {
  const list = (one: (code: number) => string) => Buffer.from([...MARKER].map((c) => one(c.charCodeAt(0))).join(""));
  test.each([
    ["decimal", list((code) => `${code},`)],
    ["hexadecimal", list((code) => `${code.toString(16)} `)],
    ["hexadecimal with 0x", list((code) => `0x${code.toString(16)}, `)],
  ])("%s", (_, unit) => {
    expect(looksPerByte(unit, 3500)).toBeLessThan(80);
  });
});

describe("the cost of a text that is full of parts of keys is bounded:", () => {
  test.each(CROWDS)("%s", (_, unit) => {
    const cost = looksPerByte(unit, effort(1500, 20_000));
    expect(cost).toBeLessThan(3000);
    // Whatever is shorter than the context of a needle is looked at as a whole: only longer texts show how cost grows.
    const isLong = effort(0, 1) === 1;
    if (isLong) expect(cost).toBeLessThan(1.7 * looksPerByte(unit, 10_000) + 50);
  });
});
