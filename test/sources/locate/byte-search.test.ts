import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteSearch } from "../../../src/sources/locate/byte-search.ts";

const text = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom("a", "b", "ab", "abababab", "\0", "é"), minLength, maxLength });

describe("many strings in one pass", () => {
  test("may be more than fit into the arguments of a call", () => {
    const search = new ByteSearch(Array.from({ length: 200_000 }, (_, n) => `needle ${n}`));
    search.push(Buffer.from("here is needle 199999 alone"));
    expect([...search.found]).toContain("needle 199999");
  });

  test("are found where each of them is, however the text is cut, and in no text but one", () => {
    fc.assert(
      fc.property(
        fc.array(text(1, 8), { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(text(0, 10), { maxLength: 5 }), { maxLength: 3 }),
        (wanted, texts) => {
          const search = new ByteSearch(wanted.map((one) => Buffer.from(one).toString("latin1")));
          for (const chunks of texts) {
            for (const chunk of chunks) search.push(Buffer.from(chunk));
            search.end();
          }
          const expected = wanted.filter((one) => texts.some((chunks) => chunks.join("").includes(one)));
          const bytes = (one: string) => Buffer.from(one).toString("latin1");
          expect([...search.found].toSorted()).toEqual([...new Set(expected.map(bytes))].toSorted());
          expect(search.hasFoundAll).toBe(expected.length === wanted.length);
        },
      ),
    );
  });
});
