import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JoinedText, listJoinAttempts } from "../../../src/detect/split-keys/join-pieces.ts";
import { effort } from "../../support/effort.ts";
import { MARKER } from "../found.ts";

/** What is tried first: the text as it is, up to the pieces of other keys. */
function joinPiecesAround(text: Buffer, at: number): readonly JoinedText[] {
  const { value: attempt } = listJoinAttempts(text, at).next();
  return attempt?.join() ?? [];
}

/** What is put together around the first place of `sought`, the likeliest first. */
function joins(text: string, sought: string): readonly string[] {
  return joinPiecesAround(Buffer.from(text, "latin1"), text.indexOf(sought)).map(({ bytes }) =>
    bytes.toString("latin1"),
  );
}

const HALF = MARKER.slice(0, 4);

describe("pieces are joined", () => {
  test("that an operator joins, before anything else that stands near", () => {
    const text = `const a = "Zx81Kd9Qw2", b = "Lm3Nq" + "${HALF}Ab1" +\n  "Cd2";\nconst c = "Pq5Rs7Tu9Vw";`;
    expect(joins(text, HALF)[0]).toBe(`Lm3Nq${HALF}Ab1Cd2`);
  });

  test("that stand in one list", () => {
    expect(joins(`x = ["Lm3Nq", "${HALF}Ab1", "Cd2"]; y = ["Zz9"]`, HALF)[0]).toBe(`Lm3Nq${HALF}Ab1Cd2`);
  });

  test("that have related names, in the order of their numbers", () => {
    const text = `key3 = "Ab1"\nkey1 = "Cd2"\nmodel = "gpt-4o"\nkey2 = "${HALF}Ef3"\n`;
    expect(joins(text, HALF)[0]).toBe(`Cd2${HALF}Ef3Ab1`);
  });

  test("in the order in which they stand, and reversed", () => {
    const found = joins(`one = "Lm3NqXy8Zk2"\nother = "${HALF}Ab1Cd2Ef3"\n`, HALF);
    expect(found).toContain(`Lm3NqXy8Zk2${HALF}Ab1Cd2Ef3`);
    expect(found).toContain(`${HALF}Ab1Cd2Ef3Lm3NqXy8Zk2`);
  });

  test("without quotes, whatever stands between them", () => {
    const text = `PORT=3000\nKEY_1=Lm3Nq\n# the rest\n\nKEY_2=${HALF}Ab1\nMODEL=gpt-4o\nKEY_3=Cd2\n`;
    expect(joins(text, HALF)).toContain(`Lm3Nq${HALF}Ab1Cd2`);
  });

  test("of wrapped lines, with and without a sign for it", () => {
    expect(joins(`x=Lm3Nq\\\n  ${HALF}Ab1\\\n  Cd2 y`, HALF)).toContain(`x=Lm3Nq${HALF}Ab1Cd2`);
    expect(joins(`> Lm3Nq4Rt8\r\n> ${HALF}Ab1Kj7\r\n> Cd2Wv9Xs5\r\n> and more`, HALF)).toContain(
      `Lm3Nq4Rt8${HALF}Ab1Kj7Cd2Wv9Xs5`,
    );
  });

  test("with comments between them, and what looks like a quote in these", () => {
    const text = `"Lm3Nq" + // it's a part\n"${HALF}" + /* don't, won't */ "Ab1"`;
    expect(joins(text, HALF)[0]).toBe(`Lm3Nq${HALF}Ab1`);
  });

  test("within nested strings, by the quotes of their own depth", () => {
    expect(joins(`{"a": "x = \\"Lm3Nq\\" + \\"${HALF}Ab1\\"", "b": "Cd2"}`, HALF)[0]).toBe(`Lm3Nq${HALF}Ab1`);
  });

  test("that are values, and not the names of these", () => {
    const text = `"{\\"Kd8sJ2mQ9x\\":\\"${HALF}Ab1\\",\\"Pw3Zt7Rb5y\\":\\"Lm3NqXy8Zk2\\"}"`;
    expect(joins(text, HALF)).toContain(`${HALF}Ab1Lm3NqXy8Zk2`);
  });

  test("up to where a literal continues with something else", () => {
    expect(joins(`"Bearer Lm3Nq" + "${HALF}Ab1" + "Cd2 and more" + "Ef3"`, HALF)[0]).toBe(`Lm3Nq${HALF}Ab1Cd2`);
  });

  test("of a key that was wrapped where lines are, though one line could be a damaged key", () => {
    const line = `The key of the bot, which we had: sk-${"aB3".repeat(6)}xY${MARKER}Zk2Cd2Wv9Xs5Lm3Nq`;
    expect(joins(`${line}\nAb1Kj7\n`, MARKER)[0]?.endsWith("Lm3NqAb1Kj7")).toBe(true);
  });

  test("of one key, and not of the next", () => {
    const two = `["sk-Lm3Nq", "${HALF}Ab1", "sk-Cd2", "Zz9"]`;
    expect(joins(two, HALF)[0]).toBe(`sk-Lm3Nq${HALF}Ab1`);
    expect(joins(`Lm3Nq4Rt8${HALF}\nsk-Ab1Kj7Cd2\n`, HALF)).not.toContain(`Lm3Nq4Rt8${HALF}sk-Ab1Kj7Cd2`);
  });
});

describe("nothing is joined", () => {
  test("of a part and what is left of the one before", () => {
    expect(joins(`b = "Zz1${HALF}Xx3Ww4Yy5Zz6"\nb = "${HALF}Ab1"\n`, `${HALF}Ab1`)).toEqual([]);
  });

  const cut = `sk-${"aB3".repeat(6)}xY${MARKER}${"dE4".repeat(6)}z`;

  test.each([
    ["of a text alone", `the key ${HALF}Ab1 is here`],
    ["of a literal alone", `key = "${HALF}Ab1"`],
    ["of a value alone", `KEY=${HALF}Ab1\nPORT=3000\nMODE=production\n`],
    ["of words in lines", `the key ${HALF}Ab1\nThese are words\n`],
    ["of words beside a part", `key = "${HALF}Ab1"\nhost = "myInternalHostname"\n`],
    ["of what stands too far away", `key1 = "${HALF}Ab1"\n${"x".repeat(3000)}\nkey2 = "Cd2"`],
  ])("%s", (_, text) => {
    expect(joins(text, HALF)).toEqual([]);
  });

  test.each([
    ["a model", `key="${cut}", model="gpt-4o-2024-08-06"`],
    ["another secret", `key="${cut}"\nother="Lm3NqXy8Zk2Cd2Wv9Xs5"`],
    ["a sentence", `key: ${cut}\nWe leave it.`],
    ["a line of letters and digits", `key: ${cut}\nZk2Cd2Wv9Xs5\n`],
    ["a variable", `KEY=${cut}\nTOKEN=Lm3NqXy8Zk2Cd2Wv9Xs5`],
  ])("of a key that lost a character, and %s beside it", (_, text) => {
    expect(joins(text, MARKER)).toEqual([]);
  });
});

describe("whatever the text", () => {
  const part = fc.oneof(
    fc.constantFrom(
      HALF,
      MARKER,
      "sk-",
      "sk",
      "-proj-",
      '"',
      "'",
      "`",
      '\\"',
      "\\",
      "\n",
      "\r\n",
      "\\n",
      "=\n",
      " ",
      ",",
    ),
    fc.constantFrom(
      " + ",
      "/*",
      "*/",
      "//",
      "#",
      "-- ",
      "key1",
      "key2=",
      "<a>",
      "</a>",
      ": ",
      "${x}",
      "{}",
      "%s",
      "[",
      ")",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.stringMatching(/^[A-Za-z0-9+/_=-]{1,40}$/),
  );

  test("joined pieces include the place, map each byte to its origin, and there are few ways to join them", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.array(part, { maxLength: 60 }), (before, behind) => {
        const head = Buffer.from(before.join(""));
        const text = Buffer.concat([head, Buffer.from(HALF), Buffer.from(behind.join(""))]);
        const attempts = [...listJoinAttempts(text, head.length)].map(({ join }) => join());
        expect(attempts.length).toBeLessThanOrEqual(14);
        for (const joined of attempts) expect(joined.length).toBeLessThanOrEqual(11);
        const ways = attempts.flat();
        for (const { bytes, placeOf } of ways) {
          const places = Array.from(bytes, (_, at) => placeOf(at));
          expect(Buffer.from(places.map((place) => text[place] ?? 0)).equals(bytes)).toBe(true);
          expect(new Set(places).size).toBe(bytes.length);
          for (let at = 0; at < HALF.length; at += 1) expect(places).toContain(head.length + at);
        }
      }),
      { numRuns: effort(500, 5000) },
    );
  });

  /** How many bytes pieces are looked for in when each needle of a text is; those that are looked at twice count twice. */
  function looks(text: string): number {
    let count = 0;
    const bytes = Buffer.from(text);
    const counting = new Proxy(bytes, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...args: readonly unknown[]) => {
          const result: unknown = Reflect.apply(value, target, args);
          if (typeof result === "string") count += result.length;
          return result;
        };
      },
    });
    for (let at = bytes.indexOf(HALF); at >= 0; at = bytes.indexOf(HALF, at + 1)) {
      for (const { join } of listJoinAttempts(counting, at)) join();
    }
    return count;
  }

  test.each([
    ["a list", `"${HALF}",`],
    ["literals that are joined", `"${HALF}" + `],
    ["names", `key1 = "${HALF}"\n`],
    ["values", `KEY=${HALF}\n`],
    ["lines", `${HALF}aB3dE4fG5\n`],
    ["quotes", `"${HALF}"""''\`\``],
    ["nothing but needles", HALF],
  ])("the cost grows linearly with its length: %s", (_, unit) => {
    const [small, large] = [effort(5000, 20_000), effort(15_000, 100_000)].map((size) =>
      unit.repeat(size / unit.length),
    ) as [string, string];
    const each = [looks(small) / small.length, looks(large) / large.length];
    expect(each[1]).toBeLessThan(1.2 * (each[0] ?? 0));
    expect(each[1]).toBeLessThan(10);
  });
});
