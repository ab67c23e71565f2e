import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detect } from "../../src/detect/detect.ts";
import { createFakeKey, type Family } from "../../src/sandbox/fake-keys.ts";
import { effort } from "../support/effort.ts";
import { found, MARKER } from "./found.ts";

const KNOWN: readonly (readonly [Family, number, number])[] = [
  ["user", 20, 20],
  ["user", 42, 42],
  ["project", 20, 20],
  ["project", 58, 58],
  ["project", 74, 74],
  ["service-account", 45, 46],
  ["service-account", 74, 74],
  ["admin", 58, 58],
  ["none", 20, 20],
  ["named", 20, 20],
];
const key = fc
  .tuple(fc.constantFrom(...KNOWN), fc.nat(200))
  .map(([[family, left, right], seed]) => createFakeKey(family, `${seed}`, { left, right }));
const longKey = fc
  .integer({ min: 80, max: 240 })
  .map((side) => createFakeKey("project", "long", { left: side, right: side }));

/** What may stand behind one key and before the next. */
const stop = fc.constantFrom("", "\n", '"', ",", "-old ", "_x\n", "-", "_", "%20", "\\n", "\r\n", "é", "\0", " ");
const filler = fc.integer({ min: 0, max: 6000 }).map((length) => "lorem, ".repeat(length / 7));

describe("every key of a text is found once, in order and exactly", () => {
  test("however many there are, and however close together", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, stop), { minLength: 1, maxLength: 12 }), async (pairs) => {
        let text = "= ";
        const expected = pairs.map(([key, stop]) => {
          const offset = Buffer.byteLength(text);
          text += key + stop;
          return { text: key, offset, confidence: "certain" };
        });
        expect(await found(text)).toMatchObject(expected);
      }),
      { numRuns: effort(150, 1000) },
    );
  });

  test.each([
    "sk",
    "s",
    "sk-",
    "sk-a",
    "-sk-Ab3x",
    "sk-sk-",
    "sk-a-sk",
  ])("also where one ends in %j, as a key begins", async (end) => {
    for (const [family, left, right] of KNOWN.filter(([, , right]) => right > 20 || !end.includes("-"))) {
      const first = createFakeKey(family, "first", { left, right }).slice(0, -end.length) + end;
      for (const [family, left, right] of KNOWN) {
        const second = createFakeKey(family, "second", { left, right });
        for (const between of ["", "-", "_", "-old-"]) {
          const offset = first.length + between.length;
          expect(await found(first + between + second)).toMatchObject([
            { text: first, offset: 0, confidence: "certain" },
            { text: second, offset, confidence: "certain" },
          ]);
        }
      }
    }
  });

  test("also the keys of seed 1205229280, where `sk-sk-` was taken for the prefix of a named key", async () => {
    const first = createFakeKey("user", "196", { left: 42, right: 42 });
    const second = createFakeKey("user", "0");
    expect(first.endsWith("sk")).toBe(true);
    expect(await found(`= ${first}-${second}`)).toMatchObject([
      { text: first, offset: 2, confidence: "certain" },
      { text: second, offset: 98, confidence: "certain" },
    ]);
  });

  test("however the bytes are cut into chunks", async () => {
    const part = fc.oneof(
      { weight: 3, arbitrary: key },
      { weight: 1, arbitrary: longKey },
      { weight: 1, arbitrary: key.map((text) => text.slice(3)) },
      { weight: 1, arbitrary: key.map((text) => text.slice(0, -1)) },
      { weight: 2, arbitrary: stop },
      {
        weight: 1,
        arbitrary: fc.constantFrom(MARKER, "sk-", "sk-proj-", "a", "a".repeat(300), `sk-${"a-".repeat(90)}`),
      },
      { weight: 1, arbitrary: filler },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
    );
    const size = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1000, max: 9000 }));
    const sizes = fc.array(size, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 16 }), sizes, async (parts, cuts) => {
        const text = parts.join("");
        expect(await found(text, cuts)).toEqual(await found(text));
      }),
      { numRuns: effort(60, 1500) },
    );
  });

  const [project, user] = [createFakeKey("project", "a"), createFakeKey("user", "b")];
  test.each([
    ["glued keys", project + user + project, 3],
    ["a cut key, glued to a whole one", user.slice(0, -1) + project, 2],
    [
      "the longest cut key, glued to one with the longest name",
      `${createFakeKey("project", "c", { left: 248, right: 240 })}sk-${"a-".repeat(115)}${user.slice(3)}`,
      2,
    ],
    ["the longest key there is", createFakeKey("project", "c", { left: 248, right: 248 }), 1],
    ["the longest name there is", `sk-${"a-".repeat(115)}${user.slice(3)}`, 1],
    ["the longest escape there is", `\u001b[38;2;255;255;255m${user}`, 1],
    ["a key without its prefix", ` ${user.slice(3)} `, 1],
  ])("wherever the one cut is in %s", async (_, text, count) => {
    const around = "lorem, ".repeat(1000);
    const whole = await found(around + text + around);
    expect(whole).toHaveLength(count);
    const step = effort(31, 1);
    for (let cut = around.length - 1100; cut < around.length + text.length + 1100; cut += step) {
      expect(await found(around + text + around, [cut, 1 << 20])).toEqual(whole);
    }
  });

  test("and no two overlap, whatever the text", async () => {
    const bits = fc.constantFrom(
      "sk-",
      "proj-",
      "a".repeat(16),
      "b".repeat(20),
      "c".repeat(42),
      MARKER,
      MARKER,
      "-",
      " ",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bits, { minLength: 4, maxLength: 40 }), async (parts) => {
        let end = 0;
        for (const { offset, length } of await found(parts.join(""))) {
          expect(offset).toBeGreaterThanOrEqual(end);
          end = offset + length;
        }
      }),
      { numRuns: effort(150, 2500) },
    );
  });
});

describe("a stream", () => {
  test("is not read on before its hits are taken", async () => {
    let read = 0;
    async function* chunks() {
      for (; read < 100; read += 1) yield Buffer.from(`${"lorem, ".repeat(5000)}${createFakeKey("user", `${read}`)}\n`);
    }
    const hits = detect({ provenance: { kind: "stdin", name: "x" }, chunks: chunks() }, () => {})[
      Symbol.asyncIterator
    ]();
    await hits.next();
    expect(read).toBeLessThan(3);
  });
});
