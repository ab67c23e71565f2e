import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detect } from "../../../src/detect/detect.ts";
import { classifyKey } from "../../../src/detect/placeholders/placeholders.ts";
import type { Provenance } from "../../../src/domain/blob.ts";
import { createDecoy, createFakeKey, type Family } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { found, MARKER } from "../found.ts";

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A body of characters drawn from the seed alone, with all that chance brings. */
function drawn(seed: string, length: number, alphabet: number): string {
  const bytes = createHash("shake256", { outputLength: 2 * length })
    .update(seed)
    .digest();
  const places = Array.from({ length }, (_, at) => Math.floor((bytes.readUInt16LE(2 * at) * alphabet) / 65_536));
  return places.map((place) => BASE64URL[place]).join("");
}

/** A project's key with this put over its bodies: at the start of the first, or from `at` on, counted over both. */
function project(part: string, at = 0): string {
  const bodies = createFakeKey("project", "x", { left: 74, right: 74 }).slice(8).replace(MARKER, "");
  const text = bodies.slice(0, at) + part + bodies.slice(at + part.length);
  return `sk-proj-${text.slice(0, 74)}${MARKER}${text.slice(74, 148)}`;
}

/** A user's key with these bodies. */
const user = (head: string, tail: string) => `sk-${head}${MARKER}${tail}`;

describe("of random keys", () => {
  test.each([
    ["the longest known", "sk-proj-", 74, 64, 0.0016],
    ["the shortest known", "sk-", 20, 62, 0.0006],
  ] as const)("none is dropped, and hardly any is doubted: %s", (_, prefix, side, alphabet, most) => {
    const count = effort(3000, 15_000);
    let doubted = 0;
    for (let seed = 0; seed < count; seed += 1) {
      const bodies = drawn(`${prefix}${seed}`, 2 * side, alphabet);
      const weight = classifyKey(prefix + bodies.slice(0, side) + MARKER + bodies.slice(side), "certain");
      if (weight.kind === "look-alike") throw new Error(`seed ${seed} is silenced as ${weight.what}`);
      if (weight.confidence !== "certain") doubted += 1;
    }
    // Of four million of each: 0.081% and 0.022% were doubted, 3 and 2 were silenced.
    expect(doubted).toBeLessThan(most * count + effort(4, 0));
    expect(doubted).toBeGreaterThan(0);
  });

  test("each keeps the confidence that its shape gives it", () => {
    const families = ["user", "project", "service-account", "admin", "none", "named"] as const satisfies Family[];
    for (const family of families) {
      for (let seed = 0; seed < 20; seed += 1) {
        for (const confidence of ["certain", "likely"] as const) {
          const key = createFakeKey(family, `${seed}`);
          expect(classifyKey(key, confidence)).toEqual({ kind: "key", confidence });
          expect(classifyKey(createDecoy(key), confidence)).toEqual({ kind: "key", confidence });
        }
      }
    }
  });

  test("one of hex digits only is not doubted", () => {
    const body = createHash("sha512").update("x").digest("hex");
    expect(classifyKey(`sk-proj-${body.slice(0, 58)}${MARKER}${body.slice(58, 116)}`, "certain")).toMatchObject({
      kind: "key",
      confidence: "certain",
    });
  });
});

describe("a placeholder is dropped:", () => {
  const [head, tail] = [createFakeKey("user", "x").slice(3, 23), createFakeKey("user", "x").slice(31)];
  test.each([
    ["one character", user("x".repeat(20), "x".repeat(20)), "a placeholder"],
    ["a long run of one character", project("x".repeat(12), 30), "a placeholder"],
    ["a run of six", project("ZZZZZZ", 60), "a placeholder"],
    ["a run of six, in a short key", user(`${head.slice(0, 7)}000000${head.slice(13)}`, tail), "a placeholder"],
    ["two characters by turns", user("ab".repeat(10), "ba".repeat(10)), "a placeholder"],
    ["eleven different characters", user("Aq7xKd2mP9zAq7xdK2mP", "9zPm2Kdx7qAz9mP2dKx7"), null],
    ["the alphabet", user("abcdefghijklmnopqrst", "ABCDEFGHIJKLMNOPQRST"), "a text with letters or digits in order"],
    ["digits in order", project("1234567890", 5), "a text with letters or digits in order"],
    ["six digits in order", user(`123456${head.slice(6)}`, tail), "a text with letters or digits in order"],
    ["six letters in order", project("abcdef", 100), "a text with letters or digits in order"],
    ["six letters backwards", user(head, `fedcba${tail.slice(6)}`), "a text with letters or digits in order"],
    ["a keyboard's row", project("qwertyuiop", 20), "a text with letters or digits in order"],
    ["letters and digits by turns", project("a1b2c3d4e5", 20), "a text with letters or digits in order"],
    ["capitals and small letters by turns", project("AbCdEfGhIjKl", 20), "a text with letters or digits in order"],
    ["each letter twice", project("aAbBcCdDeEfFgG", 20), "a text with letters or digits in order"],
    [
      "many short orders",
      user("abcd7890efgh3456ijkl", "mnop5678qrst1234uvwx"),
      "a text with letters or digits in order",
    ],
    ["bodies that are the same", user(head, head), "a text that repeats itself"],
    ["a part that comes again", project(drawn("part", 12, 62).repeat(2), 20), "a text that repeats itself"],
    ["`placeholder`", project("placeholder", 40), "a placeholder"],
    ["`EXAMPLE`", project("EXAMPLE", 90), "a placeholder"],
    ["`Redacted`", user(head, `Redacted${tail.slice(8)}`), "a placeholder"],
    ["`change-me` in two words", project("changeMe-please", 40), "a placeholder"],
    ["`your-api-key-here`", project("your-apikey-here", 0), "a placeholder"],
    ["`dummy` in front", user(`dummy${head.slice(5)}`, tail), "a placeholder"],
    ["`insert_secret_token`", project("insert_secret_token", 74), "a placeholder"],
    ["`beispiel`", project("Beispiel", 33), "a placeholder"],
    ["`ejemplo`", project("ejemplo", 33), "a placeholder"],
    ["`sustituir`, `clave`", project("clave-secreto", 33), "a placeholder"],
    ["`exemple`", project("EXEMPLE", 33), "a placeholder"],
    ["two short words", project("fake-test-demo", 33), "a placeholder"],
  ])("%s", async (_, text, what) => {
    for (const confidence of ["certain", "likely", "suspected"] as const) {
      const weight = classifyKey(text, confidence);
      expect(weight).toEqual({ kind: "look-alike", what: what ?? expect.any(String), silent: expect.any(String) });
      // What is said of it is ours, and no part of the text.
      expect(weight.kind === "look-alike" && text.includes(weight.what)).toBe(false);
    }
    expect(await found(`KEY="${text}"\n`)).toEqual([]);
  });
});

describe("a pattern that random keys may have raises only a doubt:", () => {
  const [head, tail] = [createFakeKey("user", "x").slice(3, 23), createFakeKey("user", "x").slice(31)];
  test.each([
    ["a run of four", project("ZZZZ", 60)],
    ["a run of five", user(`${head.slice(0, 7)}00000${head.slice(12)}`, tail)],
    ["five letters in order", user(head, `${tail.slice(0, 9)}abcde${tail.slice(14)}`)],
    ["one short word", project("test", 50)],
    ["one short word in front", user(`fake${head.slice(4)}`, tail)],
    ["one word of five letters", project("Token", 50)],
    ["five characters that come again", project(`${"hT5wq"}x${"hT5wq"}`, 50)],
  ])("%s", async (_, text) => {
    expect(classifyKey(text, "certain")).toEqual({ kind: "key", confidence: "suspected" });
    expect(classifyKey(text, "likely")).toEqual({ kind: "key", confidence: "suspected" });
    expect(await found(text)).toMatchObject([{ text, confidence: "suspected" }]);
  });
});

describe("this does not make a key a placeholder:", () => {
  test("the name in a named key", async () => {
    for (const name of ["test", "example-placeholder", "service-dummy-account", "aaaaaaaa", "abcdefgh-1234567890"]) {
      const text = `sk-${name}-${createFakeKey("user", name).slice(3)}`;
      expect(classifyKey(text, "certain")).toEqual({ kind: "key", confidence: "certain" });
      expect(await found(text)).toMatchObject([{ text, confidence: "certain" }]);
    }
  });

  test("a word of three letters, or one whose letters are mixed", () => {
    for (const word of ["key", "ABC", "pLaCeHoLdEr", "eXAMPLE", "tesT"]) {
      expect(classifyKey(project(word, 60), "certain")).toEqual({ kind: "key", confidence: "certain" });
    }
  });

  test("a pattern over the end of one body and the start of the other", () => {
    const key = createFakeKey("project", "x", { left: 58, right: 58 });
    const at = key.indexOf(MARKER);
    const text = `${key.slice(0, at - 3)}ZZZ${MARKER}ZZZ${key.slice(at + MARKER.length + 3)}`;
    expect(classifyKey(text, "certain")).toEqual({ kind: "key", confidence: "certain" });
  });

  const key = createFakeKey("project", "x");
  const paths = ["README.md", ".env.example", "tests/fixtures/fake.py", "docs/sample.ipynb", "a.template", "x.lock"];
  const places: readonly Provenance[] = [
    ...paths.map((path) => ({ kind: "file", path }) as const),
    { kind: "stdin", name: "test" },
    { kind: "commit-message", commit: "0".repeat(40) },
    { kind: "ref", name: "refs/heads/example" },
    { kind: "event-text", of: { what: "comment", url: null, author: null, at: null } },
  ];
  test.each(places)("the place where it stands: %j", async (provenance) => {
    const hits = [];
    const chunks = [Buffer.from(`# an example, not a real key\nFAKE_TEST_KEY=${key} # dummy placeholder\n`)];
    for await (const { confidence, kind } of detect({ provenance, chunks }, () => {})) hits.push({ confidence, kind });
    expect(hits).toEqual([{ confidence: "certain", kind: "project" }]);
  });

  test.each([
    "// ",
    "# ",
    "<!-- ",
    "/* ",
    "-- ",
    "REM ",
    "TEST_KEY=",
    "example: ",
    "dummy_placeholder_",
    "# gitleaks:allow ",
    "# nosec ",
    "pragma: allowlist secret ",
    "xxxxxxxxxxxxxxxxxxxx ",
    "not a real key: ",
  ])("the text before or after it: %s", async (words) => {
    expect(await found(`${words}${key} ${words}\n`)).toMatchObject([{ text: key, confidence: "certain" }]);
  });
});

describe("a masked key is no key:", () => {
  const families = ["user", "project", "service-account", "admin", "none", "named"] as const satisfies Family[];
  test.each([
    "...",
    "…",
    "*",
    "***",
    "****************",
    "<",
    "<key>",
    "{",
    "{{ key }}",
    "${KEY}",
    "$(key)",
    "•••",
    "[...]",
  ])("%s within either body", async (mask) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...families),
        fc.nat(50),
        fc.nat(40),
        fc.boolean(),
        async (family, seed, place, isBehind) => {
          const key = createFakeKey(family, `${seed}`, { left: 20, right: 20 });
          const at = key.indexOf(MARKER);
          // So that less than a body is left on that side.
          const cut = isBehind ? at + MARKER.length + (place % 15) : at - (place % 15);
          expect(await found(`"${key.slice(0, cut)}${mask}${key.slice(cut)}"`)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

test("a real key within a placeholder is found as it would be alone", async () => {
  const key = createFakeKey("user", "inner");
  const text = `sk-proj-${"a".repeat(35)}${key}${"a".repeat(38)}`;
  const hits = await found(text);
  expect(hits).toHaveLength(1);
  expect(hits[0]).toMatchObject({ kind: "user", confidence: "certain", text: key });
});
