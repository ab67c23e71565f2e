import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detect } from "../../../src/detect/detect.ts";
import { findKeyAround } from "../../../src/detect/keys/key-span.ts";
import type { Hit } from "../../../src/domain/candidate.ts";
import { createDecoy, createFakeKey, type Family } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { found, MARKER } from "../found.ts";

const KNOWN: readonly [family: Family, kind: string, totals: Record<string, number>][] = [
  ["user", "user", { "20+20": 51, "42+42": 95 }],
  ["project", "project", { "20+20": 56, "58+58": 132, "74+74": 164 }],
  [
    "service-account",
    "service-account",
    { "20+20": 59, "45+46": 110, "46+46": 111, "49+50": 118, "58+58": 135, "74+74": 167 },
  ],
  ["admin", "admin", { "20+20": 57, "58+58": 133, "74+74": 165 }],
  ["none", "named", { "20+20": 56, "74+74": 164 }],
  ["named", "named", { "20+20": 67 }],
];

const shapes = KNOWN.flatMap(([family, kind, totals]) =>
  Object.entries(totals).map(([sides, total]) => {
    const [left = 0, right = 0] = sides.split("+").map(Number);
    return { family, kind, sides: { left, right }, total };
  }),
);

describe("a key of a known shape", () => {
  test.each(shapes)("is certain: $kind, $total characters ($family)", async ({ family, kind, sides, total }) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const text = createFakeKey(family, `${seed}`, sides);
      const hit = { text, kind, confidence: "certain", length: total };
      expect(await found(`k="${text}"`)).toEqual([{ ...hit, offset: 3 }]);
      expect(await found(text)).toEqual([{ ...hit, offset: 0 }]);
      expect(await found(`${text}-old ${text}_backup ${text}${text}`)).toEqual(
        [0, total + 5, 2 * total + 13, 3 * total + 13].map((offset) => ({ ...hit, offset })),
      );
    }
  });

  test("is certain also when a body has `sk-` in it", async () => {
    const whole = createFakeKey("project", "x");
    const text = `${whole.slice(0, 40)}-sk-${whole.slice(44, 120)}-sk-${whole.slice(124)}`;
    expect(await found(`"${text}"`)).toEqual([
      { text, kind: "project", confidence: "certain", offset: 1, length: 164 },
    ]);
  });

  test("is no surer or less sure as a decoy: only OpenAI can tell", async () => {
    const text = createDecoy(createFakeKey("service-account", "real"));
    expect(await found(text)).toMatchObject([{ text, kind: "service-account", confidence: "certain" }]);
  });

  test.each([
    "service-a",
    "service-my-old-bot",
    "my_bot",
    "x",
    "Proj",
    "administrator",
  ])("is certain with the name %s", async (name) => {
    const text = ["sk-", name, "-", createFakeKey("user", name).slice(3)].join("");
    expect(await found(`"${text}"`)).toMatchObject([{ text, kind: "named", confidence: "certain" }]);
    expect(await found(`"${text}-old"`)).toMatchObject([{ text, kind: "named", confidence: "certain" }]);
  });
});

describe("a key of a known shape that is glued to other text", () => {
  test.each([
    ["the name of a setting", "OPENAI_API_KEY"],
    ["the word before a token", "Bearer"],
    ["the byte of a length that is a digit", "3"],
    ["the byte of a length that is a letter", "o"],
    ["a word in -sk", "ta"],
    ["a time", "2026-11-27T19"],
  ])("is certain behind %s", async (_, before) => {
    for (const { family, kind, sides } of shapes) {
      const text = createFakeKey(family, before, sides);
      const hit = { text, kind, confidence: "certain", offset: before.length };
      expect(await found(`${before}${text}`)).toMatchObject([hit]);
      expect(await found(`${before}${text}42`)).toMatchObject([hit]);
    }
  });

  test("is one of the readings, of its kind, whatever stands around it", async () => {
    const glue = fc.string({ unit: fc.constantFrom(..."abXY09_-", "sk-", "sk-proj-", "x-sk-a-"), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...shapes), fc.nat(99), glue, glue, async (shape, seed, before, after) => {
        const text = createFakeKey(shape.family, `${seed}`, shape.sides);
        const [hit] = await detectAll(`"${before}${text}${after}"`);
        const readings = hit ? [hit, ...hit.alternatives] : [];
        const own = readings.find(({ secret }) => secret.reveal() === text);
        expect({ kind: own?.kind, confidence: own?.confidence }).toEqual({ kind: shape.kind, confidence: "certain" });
      }),
      { numRuns: effort(200, 4000) },
    );
  });
});

async function detectAll(text: string): Promise<readonly Hit[]> {
  const blob = { provenance: { kind: "stdin", name: "x" }, chunks: [Buffer.from(text)] } as const;
  const hits: Hit[] = [];
  for await (const hit of detect(blob, () => {})) hits.push(hit);
  return hits;
}

/** Kind, confidence and what the hit's text lacks of the given one at its beginning and its end. */
async function graded(text: string): Promise<readonly string[]> {
  const hits = await found(`"${text}"`);
  return hits.map((hit) => {
    const start = hit.offset - 1;
    return `${hit.kind} ${hit.confidence} ${start}/${text.length - start - hit.length}`;
  });
}

const minted = (family: Family, left: number, right: number) => createFakeKey(family, "x", { left, right });

describe("a key of an unknown shape", () => {
  test.each([
    ["longer sides", minted("project", 80, 80), "project likely 0/0"],
    ["a second side that is one longer", minted("admin", 90, 91), "admin likely 0/0"],
    ["the shortest sides", minted("service-account", 16, 16), "service-account likely 0/0"],
    [
      "a known first side, and a second that is as long",
      minted("service-account", 45, 45),
      "service-account likely 0/0",
    ],
    ["something glued to it", `${minted("user", 64, 64)}-old`, "user likely 0/4"],
    ["a name and longer sides", minted("named", 58, 58), "named likely 0/0"],
    ["sides that are too short", minted("project", 15, 40), undefined],
    ["a second side that is too short", minted("project", 40, 15), undefined],
  ])("with %s", async (_, text, grade) => {
    expect(await graded(text)).toEqual(grade ? [grade] : []);
  });
});

describe("a damaged key is suspected", () => {
  const user = createFakeKey("user", "x");
  const project = createFakeKey("project", "x");
  test.each([
    ["it lost its last character", user.slice(0, -1), "0/0"],
    ["it lost more at its end", project.slice(0, -50), "0/0"],
    ["it lost its end, and a word is glued to it", `${user.slice(0, -1)}-old`, "0/4"],
    ["it lost a character of its first body", `sk-${user.slice(4)}`, "0/0"],
    ["it lost its `s`", user.slice(1), "0/0"],
    ["it lost its `sk-`", user.slice(3), "0/0"],
    ["a new one lost its `sk-`", project.slice(3), "0/0"],
    ["it lost most of its prefix", project.slice(6), "0/0"],
    ["it lost all of its prefix", project.slice(8), "0/0"],
    ["a letter stands before it, and it lost one of its own", `x${project.slice(0, 40)}${project.slice(41)}`, "1/0"],
    ["a letter stands before it, and its lengths are unknown", `x${minted("user", 64, 64)}`, "1/0"],
    ["it lost its `sk-`, and a word is glued to it", `${user.slice(3)}_old`, "0/4"],
    ["a new one lost its `sk-`, and a word is glued to it", `${project.slice(3)}-old`, "0/4"],
    ["its short body has a hyphen in it", `${user.slice(0, 10)}-${user.slice(11)}`, "0/0"],
  ])("when %s", async (_, text, left) => {
    expect(await graded(text)).toEqual([`suspected suspected ${left}`]);
  });

  test("when it lost its `sk-` after an assignment", async () => {
    expect(await found(`KEY=${user.slice(3)}\n`)).toMatchObject([{ offset: 4, length: 48, confidence: "suspected" }]);
  });

  test("and does not take the beginning of a whole key that is glued to it", async () => {
    expect(await found(`${user.slice(0, -1)}${project}`)).toEqual([
      { text: user.slice(0, -1), kind: "suspected", confidence: "suspected", offset: 0, length: 50 },
      { text: project, kind: "project", confidence: "certain", offset: 50, length: 164 },
    ]);
    expect(await found(`${project.slice(0, -30)}${user}`)).toMatchObject([
      { length: 134, confidence: "suspected" },
      { text: user, confidence: "certain" },
    ]);
  });
});

/** What the key in a text may be instead of what it is read as, the likeliest first. */
function alternativesOf(text: string): readonly string[] {
  const bytes = Buffer.from(`"${text}"`);
  const span = findKeyAround(bytes, bytes.indexOf(MARKER), -1);
  return (span?.alternatives ?? []).map(({ start, end }) => bytes.toString("latin1", start, end));
}

describe("a key has no other reading", () => {
  test.each(shapes)("when nothing follows it: $kind, $total characters ($family)", ({ family, sides }) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const key = createFakeKey(family, `${seed}`, sides);
      // But for a hyphen that happens to stand where a name would end.
      if (!/^sk-[\w-]*-[A-Za-z0-9]{20}$/.test(key.split(MARKER)[0] ?? "") || sides.left === 20) {
        expect(alternativesOf(key)).toEqual([]);
      }
    }
  });

  const [project, user] = [createFakeKey("project", "x"), createFakeKey("user", "x")];
  test.each([
    ["a short one that a hyphen follows, since its body has none", `${user}-old`],
    ["one with another behind it", `${project}${user}`],
    ["one with another behind it, after a word", `${project}-and-${user}`],
    ["one in a long range of base64", `${project}${"Ab9_".repeat(100)}`],
    ["one of an unknown length that ends with its run", minted("project", 80, 80)],
    ["one that lost its end", project.slice(0, -20)],
    ["one that lost its prefix", project.slice(3)],
  ])("when it is %s", (_, text) => {
    expect(alternativesOf(text)).toEqual([]);
  });
});

describe("both readings are kept", () => {
  const long = minted("project", 58, 58);
  test("of a known length with something after it, which may belong to it", () => {
    expect(alternativesOf(`${long}_text`)).toEqual([`${long}_text`]);
    expect(alternativesOf(`${long}A`)).toEqual([`${long}A`]);
    const user = createFakeKey("user", "x");
    expect(alternativesOf(`${user}abc-old`)).toEqual([`${user}abc`]);
  });

  test("of unknown lengths where the second body may be one longer", async () => {
    const even = minted("project", 80, 80);
    const longer = minted("project", 80, 81);
    expect(await found(longer)).toMatchObject([{ text: longer }]);
    expect(alternativesOf(longer)).toEqual([longer.slice(0, -1)]);
    expect(await found(`${even}-old`)).toMatchObject([{ text: even }]);
    expect(alternativesOf(`${even}-old`)).toEqual([`${even}-`, `${even}-old`]);
    // In a long run of base64 there is no end that could be its own.
    expect(alternativesOf(`${even}${"-b9_".repeat(100)}`)).toEqual([`${even}-`]);
  });

  test("of a longer second body first the one that ends as long keys do", async () => {
    const longer = minted("project", 80, 81);
    expect(longer.slice(0, -1)).not.toMatch(/[AEIMQUYcgkosw048]A$/);
    expect(await found(`${longer}-old`)).toMatchObject([{ text: longer, confidence: "likely" }]);
    expect(alternativesOf(`${longer}-old`)).toEqual([longer.slice(0, -1), `${longer}-old`]);
  });

  test("of a bare `sk-`, where it is not plain whether a name follows", async () => {
    const body = minted("user", 30, 30).slice(3);
    expect(await found(`sk-my-name-${body}-old`)).toMatchObject([
      { text: `sk-my-name-${body}`, kind: "named", confidence: "likely" },
    ]);
  });

  test.each([
    [42, "certain"],
    [36, "likely"],
  ] as const)("of a bare `sk-` with sides of %i, and a hyphen where a name would end", async (side, confidence) => {
    const [head = "", tail = ""] = minted("user", side, side).slice(3).split(MARKER);
    const body = head.slice(-20).replaceAll(/[-_]/g, "x");
    const start = `sk-${head.slice(0, side - 21).replaceAll(/[-_]/g, "x")}-${body}${MARKER}`;
    const end = tail.replaceAll(/[-_]/g, "x");
    expect(await found(start + end)).toMatchObject([{ text: start + end, kind: "user", confidence }]);
    expect(alternativesOf(start + end)).toContain(start + end.slice(0, 20));
  });

  test("of two prefixes in one run", () => {
    const user = createFakeKey("user", "x");
    const tail = createFakeKey("project", "y").slice(-38);
    const [before, after] = [`sk-proj-${"aB3_".repeat(8)}xyz`, tail];
    const text = `${before}${user}${after}`;
    const bytes = Buffer.from(text);
    const span = findKeyAround(bytes, bytes.indexOf(MARKER), -1);
    // The longer has a stop before it and is of a known length; the one within is not lost for that.
    expect(span).toMatchObject({ start: 0, end: 8 + 58 + 8 + 58, kind: "project", confidence: "certain" });
    expect(span?.alternatives).toContainEqual({
      start: before.length,
      end: before.length + user.length,
      kind: "user",
      confidence: "certain",
    });
  });

  test("of a key that may be whole, or cut by the one that is glued to it", () => {
    const [cut, next] = [long.slice(0, -1), createFakeKey("user", "x")];
    expect(alternativesOf(cut + next)).toEqual([`${cut}s`]);
  });

  test("and never more than a few, nor one that holds another key", () => {
    const texts = ["-old", "_text", "Ab9", "-sk-x", `-sk-${"a1".repeat(12)}`, `sk-${MARKER}`, `${MARKER}-x`];
    for (const [index, { family, sides }] of shapes.entries()) {
      for (const text of texts) {
        const others = alternativesOf(`sk-a-${createFakeKey(family, `${index}`, sides)}${text}`);
        expect(others.length).toBeLessThanOrEqual(6);
        expect(new Set(others).size).toBe(others.length);
        for (const other of others) expect(other.split(MARKER)).toHaveLength(2);
      }
    }
  });
});

const encoded = (words: string) => Buffer.from(words).toString("base64");

describe("no key", () => {
  const [before, after] = [createFakeKey("user", "x").slice(3, 23), createFakeKey("user", "x").slice(31)];
  test.each([
    ["a mutated marker", createFakeKey("project", "x").replace(MARKER, MARKER.replace("3", "4"))],
    ["a marker of another case", createFakeKey("project", "x").replace(MARKER, MARKER.toLowerCase())],
    ["the marker alone", MARKER],
    ["a prefix and a marker", `sk-${MARKER}`],
    ["base64 that goes on before it", `/${before}${MARKER}${after}`],
    ["base64 that goes on behind it", `${before}${MARKER}${after}+`],
    ["base64 that ends", `${before}${MARKER}${after}==`],
    ["bodies of an unknown length", `x${before}${MARKER}${after}`],
    ["a short body with a hyphen", `${before.slice(0, 19)}-${MARKER}${after}`],
    ["the base64 of a sentence", encoded("The client for OpenAI and its friend")],
    ["the base64 of a longer sentence", encoded("What is known of OpenAI, in a book that has been out of print")],
  ])("is in %s", async (_, text) => {
    expect(await found(`"${text}"`)).toEqual([]);
  });

  test("is in the base64 of a sentence, wherever it says OpenAI and ends", async () => {
    const after = [20, 42, 46, 50, 58, 74];
    const texts = Array.from({ length: 40 }, (_, words) => {
      const text = encoded(`${"the words ".repeat(12).slice(0, 3 * words)}OpenAI${" and so on".repeat(12)}`);
      return after.map((length) => text.slice(0, text.indexOf(MARKER) + MARKER.length + length));
    });
    expect(await found(texts.flat().join("\n"))).toEqual([]);
  });
});
