import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Secret } from "../../src/domain/secret.ts";
import { isAboutAnotherKey } from "../../src/openai/quotations.ts";
import { createDecoy, createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { stars } from "../support/facts.ts";

const text = createFakeKey("project", "ours");
const other = createFakeKey("service-account", "somebody else's");
const twin = createFakeKey("project", "another of the same kind");
const dots = (key: string) => `${key.slice(0, 3)}...${key.slice(-3)}`;
const [start, end] = [text.slice(0, 8), text.slice(-4)];

const isOther = (message: string) => isAboutAnotherKey([message], new Secret(text));

/** A message that quotes a key masked like this, in this key's place. */
const WORDINGS: readonly (readonly [string, (mask: string) => string])[] = [
  [
    "as OpenAI says it",
    (mask) =>
      `Incorrect API key provided: ${mask}. You can find yours at https://platform.openai.com/account/api-keys.`,
  ],
  ["with the period right after it", (mask) => `Incorrect API key provided: ${mask}.`],
  ["without any period", (mask) => `Incorrect API key provided: ${mask}`],
  ["in quotes", (mask) => `Incorrect API key provided: "${mask}".`],
  ["in typographic quotes", (mask) => `Falscher API-Schlüssel: „${mask}“.`],
  ["in backticks", (mask) => `Incorrect API key provided: \`${mask}\`.`],
  ["in bold", (mask) => `Incorrect API key provided: <b>${mask}</b>.`],
  ["in parentheses", (mask) => `This API key (${mask}) is not valid`],
  ["in HTML", (mask) => `<p>Incorrect API key provided: <code>${mask}</code>.</p>`],
  ["in HTML's quotes", (mask) => `Incorrect API key provided: &quot;${mask}&quot;`],
  ["in Markdown's escapes", (mask) => `Incorrect API key provided: ${mask.replaceAll("*", "\\*")}.`],
  ["in other words", (mask) => `The key ${mask} has been revoked.`],
  ["in another language", (mask) => `Clave de API incorrecta: ${mask}. Más en la documentación.`],
  ["as a field of a text", (mask) => `invalid key=${mask}; see the documentation...`],
  ["after a line break", (mask) => `Incorrect API key provided:\n\t${mask}\n`],
];

const MASKS: readonly (readonly [string, (key: string) => string])[] = [
  ["a star for each hidden character", stars],
  ["dots", dots],
  ["an ellipsis", (key) => `${key.slice(0, 3)}…${key.slice(-3)}`],
  ["few stars for all hidden ones", (key) => `${key.slice(0, 8)}****${key.slice(-4)}`],
  ["bullets", (key) => `${key.slice(0, 8)}${"•".repeat(key.length - 12)}${key.slice(-4)}`],
  ["its beginning cut off", (key) => `********${key.slice(-4)}`],
  ["nothing hidden", (key) => key],
];

describe("a refusal that quotes a key", () => {
  test.each(WORDINGS)("is about that key, however it is masked: %s", (_, say) => {
    for (const [name, mask] of MASKS) {
      expect([name, isOther(say(mask(text)))]).toEqual([name, false]);
      expect([name, isOther(say(mask(other)))]).toEqual([name, true]);
      expect([name, isOther(say(mask(twin)))]).toEqual([name, true]);
    }
  });

  test.each([
    ["of another length", `${start}${"*".repeat(other.length - 12)}${end}`],
    ["with its end cut off, and all stars", `sk-svcacct-${"*".repeat(60)}`],
    ["within asterisks", `**${stars(other)}**`],
    ["with its end cut off, of another kind", `${other.slice(0, 8)}********`],
    ["as a decoy with the same ends, in full", createDecoy(text)],
    ["short enough to come back in full", "sk-abc"],
    ["that is the word of a program", "undefined"],
    ["that is a word in brackets", "<none>"],
    ["that is empty", ""],
    ["that is a token of another sort", `eyJ${"a".repeat(40)}`],
    ["beside this one's", `${stars(text)} (of the account of ${stars(other)})`],
  ])("is about another one %s", (_, quoted) => {
    expect(isOther(`Incorrect API key provided: ${quoted}. You can find yours elsewhere.`)).toBe(true);
  });

  test.each([
    ["says so in other words", "The API key is not valid."],
    ["has a link", "Invalid key. You can find your API key at https://platform.openai.com/account/api-keys."],
    ["names what keys begin with", "Not a key: keys begin with sk-... or sk-proj-..."],
    ["trails off", "This key does not exist any more..."],
    ["is bold", "**Invalid** API key: it was *revoked*."],
    ["has the key's beginning alone", `Incorrect API key provided: ${start}********.`],
    ["is empty", ""],
  ])("is about no other where it quotes none: it %s", (_, message) => {
    expect(isOther(message)).toBe(false);
  });

  test("is read in whatever field it quotes it", () => {
    expect(isAboutAnotherKey(["Not valid.", stars(text)], new Secret(text))).toBe(false);
    expect(isAboutAnotherKey(["Not valid.", stars(other)], new Secret(text))).toBe(true);
  });

  test("is never about this one where another key's mask stands in it, whatever stands around", () => {
    const around = fc.string({ unit: "grapheme", maxLength: 40 });
    const mask = fc.constantFrom(stars(other), dots(other), stars(twin));
    fc.assert(
      fc.property(around, mask, around, (before, quoted, after) => {
        expect(isOther(`${before} ${quoted} ${after}`)).toBe(true);
      }),
    );
  });
});
