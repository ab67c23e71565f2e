import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { createKeysFileSchema } from "../../../scripts/keys-file-schema.ts";
import { UsageError } from "../../../src/errors.ts";
import { parseKeysFile } from "../../../src/rotate/keys-file/parse.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";

const NAME = ".github/openai-keys.yml";
const SCHEMA = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../../schema/openai-keys.v1.json"), "utf8"),
) as object;
const fitsSchema = new Ajv2020({ allowUnionTypes: true }).compile(SCHEMA);

function refusal(text: string): string {
  try {
    parseKeysFile(text, NAME);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error("it was accepted");
}

const EXAMPLE = `
keys:
  - service-account: checkout-bot     # id or name; or key: key_abc
    project: Web shop
    lives-in: ["github:acme/shop/OPENAI_API_KEY@production"]
    scopes: [model.request]
    expires-in: 90d
    rotate-every: 60d
  - key: key_abc
    lives-in:
      - command:vault kv put secret/openai value=-
      - dependabot:acme/shop/OPENAI_API_KEY
`;

describe("a keys file", () => {
  test("says of each key where it lives and how its successor is to be", () => {
    expect(parseKeysFile(EXAMPLE, NAME).keys).toEqual([
      {
        kind: "service-account",
        name: "checkout-bot",
        project: "Web shop",
        targets: [{ kind: "github", owner: "acme", repo: "shop", secret: "OPENAI_API_KEY", environment: "production" }],
        scopes: { kind: "some", scopes: ["model.request"] },
        expiresIn: 90 * 86_400,
        rotateEvery: 60 * 86_400,
        line: 3,
      },
      {
        kind: "key",
        name: "key_abc",
        project: null,
        targets: [
          { kind: "command", argv: ["vault", "kv", "put", "secret/openai", "value=-"] },
          { kind: "dependabot", owner: "acme", repo: "shop", secret: "OPENAI_API_KEY" },
        ],
        scopes: null,
        expiresIn: null,
        rotateEvery: null,
        line: 9,
      },
    ]);
  });

  test("is taken by editors too", () => {
    expect(fitsSchema(parse(EXAMPLE)), JSON.stringify(fitsSchema.errors)).toBe(true);
  });

  test("has the schema that the script makes (npm run docs)", () => {
    expect(SCHEMA).toEqual(JSON.parse(JSON.stringify(createKeysFileSchema())));
  });

  test.each([
    ["empty", ""],
    ["comments alone", "# nothing yet\n"],
    ["a word without anything after it", "keys:\n"],
    ["an empty list", "keys: []\n"],
    ["a byte order mark alone", "\uFEFF"],
  ])("may be %s, and then it knows no key", (_, text) => {
    expect(parseKeysFile(text, NAME)).toEqual({ keys: [] });
  });

  test("may ask for all permissions by their name, and never by an empty list", () => {
    expect(parseKeysFile(entry("    scopes: [all]\n"), NAME).keys[0]?.scopes).toEqual({ kind: "all" });
    expect(refusal(entry("    scopes: []\n"))).toContain("OpenAI takes an empty list for all permissions");
  });

  test("may have Windows line ends, and names of digits", () => {
    const text = EXAMPLE.replace("checkout-bot", "2026").replaceAll("\n", "\r\n");
    expect(parseKeysFile(`\uFEFF${text}`, NAME).keys[0]?.name).toBe("2026");
  });

  test("may know keys of one name in two projects", () => {
    const text = `${entry("    project: a\n")}  - service-account: bot\n    project: b\n    lives-in: ["file:/b"]\n`;
    expect(parseKeysFile(text, NAME).keys.map(({ project }) => project)).toEqual(["a", "b"]);
  });
});

const LIVES_IN = '    lives-in: ["github:acme/shop/KEY"]\n';
const entry = (fields: string) => `keys:\n  - service-account: bot\n${LIVES_IN}${fields}`;
const livesIn = (place: string) => `keys:\n  - service-account: bot\n    lives-in: ["${place}"]\n`;
const FIELDS = "service-account, key, project, lives-in, scopes, expires-in, rotate-every";

const WRONG: Record<string, [text: string, message: string]> = {
  "a word that is mistyped": ["key: []\n", 'line 1: There is no word "key" here. Use keys. Did you mean keys?'],
  "a word of another file": ["ignore: []\n", 'line 1: There is no word "ignore" here. Use keys.'],
  "a list that is twice": ["keys: []\nkeys: []\n", "line 2: This word is here twice. Keep one of the two."],
  "a file that is a list": ["- service-account: bot\n", "line 1: The file must consist of the words keys, each followed by a colon."],
  "a file that is a text": ["keys\n", "line 1: The file must consist of the words keys"],
  "keys that are no list": ["keys:\n  service-account: bot\n", "line 2: keys must be a list, with a - before each item."],
  "an entry that is a text": ["keys:\n  - checkout-bot\n", `line 2: An entry must consist of the words ${FIELDS}, each followed by a colon.`],
  "an empty entry": ["keys:\n  -\n", "line 2: An entry must name a key. Add service-account, with an id or a name, or key."],
  "an entry without a key": [`keys:\n  - project: Web\n${LIVES_IN}`, "line 2: An entry must name a key."],
  "an entry with two keys": [entry("    key: key_abc\n"), "line 4: An entry names one key. Keep one of service-account and key, and write another entry."],
  "an entry without a place": ["keys:\n  - service-account: bot\n", 'line 2: An entry must say where the key lives. Add lives-in, such as ["github:acme/shop/OPENAI_API_KEY"].'],
  "an entry with an empty list of places": ["keys:\n  - key: a\n    lives-in: []\n", "line 3: lives-in is empty. Name the places that hold the key, or remove the entry."],
  "an entry with nothing after lives-in": ["keys:\n  - key: a\n    lives-in:\n", "line 3: lives-in is empty. Name the places that hold the key, or remove the entry."],
  "a place that is no list": ["keys:\n  - key: a\n    lives-in: file:/a\n", "line 3: lives-in must be a list, with a - before each item."],
  "an empty place": ["keys:\n  - key: a\n    lives-in:\n      -\n", "line 4: lives-in has an empty item. Fill it in, or remove it."],
  "a place that is a mapping": ["keys:\n  - key: a\n    lives-in: [github: a]\n", "line 3: An item of lives-in must be a text."],
  "a place of no kind": [livesIn("vault:secret/openai"), 'line 3: lives-in is "vault:secret/openai". A place begins with one of github:'],
  "a place whose kind is mistyped": [livesIn("gihub:acme/shop/KEY"), "Did you mean github?"],
  "a repository without a secret": [livesIn("github:acme/shop"), "line 3: lives-in is"],
  "a secret without a repository": [livesIn("github:KEY"), "After github: it must have owner, repository and name of the secret"],
  "a secret whose name GitHub does not take": [livesIn("github:acme/shop/GITHUB_KEY"), "GitHub takes no secret with the name"],
  "a secret whose name begins with a digit": [livesIn("github-org:acme/1KEY"), "GitHub takes no secret with the name"],
  "an environment without a name": [livesIn("github:acme/shop/KEY@"), "After @ it must have the name of an environment"],
  "an environment of Dependabot": [livesIn("dependabot:acme/shop/KEY@x"), "Secrets of dependabot: belong to no environment."],
  "a command without a program": [livesIn("command: "), "After command: it must have a program and its arguments"],
  "a command for a shell": [livesIn("command:vault kv put x value=- > log"), "The program is started without a shell"],
  "a command with an open quote": [livesIn("command:vault 'kv"), "a quote in it does not end"],
  "a file in a home folder": [livesIn("file:~/key"), "~ means nothing here"],
  "a file without a path": [livesIn("file:"), "After file: it must have the path of a file"],
  "a place twice in an entry": ['keys:\n  - key: a\n    lives-in:\n      - github:acme/shop/KEY\n      - github:Acme/Shop/key\n', 'line 5: lives-in names the place "github:Acme/Shop/key" twice. Name it once.'],
  "a place that two keys live in": [`${entry("")}  - service-account: other\n${LIVES_IN}`, 'line 4: The key of line 2 lives in "github:acme/shop/KEY" too. A place holds one key. Keep it in one of the two entries.'],
  "a key twice": [`${entry("")}  - service-account: Bot\n    lives-in: ["file:/b"]\n`, "line 4: There is an entry for this key already. Keep one of the two."],
  "an empty name": [`keys:\n  - service-account:\n${LIVES_IN}`, "line 2: service-account is empty. Fill it in, or remove the word."],
  "a name that is a list": [`keys:\n  - service-account: [bot]\n${LIVES_IN}`, "line 2: service-account must be a text."],
  "a name of a page": [`keys:\n  - key: ${"x".repeat(201)}\n${LIVES_IN}`, "line 2: key is longer than 200 characters. Write an id instead."],
  "a project of a page": [entry(`    project: ${"x".repeat(201)}\n`), "line 4: project is longer than 200 characters. Write an id instead."],
  "an empty project": [entry("    project: ~\n"), "line 4: project is empty. Fill it in, or remove the word."],
  "the beginning of a key for its name": [`keys:\n  - key: sk-proj-abc\n${LIVES_IN}`, "line 2: key is a key, which has leaked now. Revoke the key, and write its id, such as key_abc, instead."],
  "an empty list of scopes": [entry("    scopes: []\n"), "line 4: scopes is empty, and OpenAI takes an empty list for all permissions."],
  "nothing after scopes": [entry("    scopes:\n"), "line 4: scopes is empty"],
  "an empty scope": [entry('    scopes: [""]\n'), "line 4: scopes has an empty item. Fill it in, or remove it."],
  "scopes that are a text": [entry("    scopes: model.request\n"), "line 4: scopes must be a list, with a - before each item."],
  "a scope that is none": [entry("    scopes: [a, Model Request]\n"), 'line 4: scopes has "Model Request", which is no scope.'],
  "a star for all scopes": [entry('    scopes: ["*"]\n'), 'line 4: scopes has "*", which is no scope.'],
  "all permissions and more": [entry("    scopes: [all, model.request]\n"), "line 4: scopes has all beside other scopes. Write all alone, or leave it out."],
  "a scope twice": [entry("    scopes: [model.request, model.request]\n"), 'line 4: scopes has "model.request" twice. Write it once.'],
  "a time without a unit": [entry("    expires-in: 90\n"), 'line 4: expires-in is "90"'],
  "a time in words": [entry("    rotate-every: two months\n"), 'line 4: rotate-every is "two months"'],
  "an empty time": [entry("    expires-in:\n"), "line 4: expires-in is empty. Fill it in, or remove the word."],
  "a life of more than a year": [entry("    expires-in: 400d\n"), 'line 4: expires-in is "400d"'],
  "a life of nothing": [entry("    expires-in: 0d\n"), 'line 4: expires-in is "0d"'],
  "a rotation all the time": [entry("    rotate-every: 0s\n"), "line 4: rotate-every must be longer than nothing. Write a time such as 60d."],
  "a word with an underscore": [entry("    expires_in: 90d\n"), 'line 4: There is no word "expires_in" here.'],
  "a flag of the command line": [entry("    create: true\n"), `line 4: There is no word "create" here. Use ${FIELDS}.`],
}; // biome-ignore format: a table to be skimmed

/** What an enemy of parsers would write. */
const HOSTILE: Record<string, [text: string, message: string]> = {
  "an anchor": ["keys: &x\n  - key: a\n", "line 2: This text begins with &, which is an anchor in YAML"],
  "aliases that would grow without end": [
    `a: &a [x, x]\n${Array.from({ length: 60 }, (_, at) => `b${at}: &b${at} [*a, *a]`).join("\n")}\n`,
    "which is an a",
  ],
  "a merge of another entry": ["keys:\n  - <<: { key: a }\n", "line 2: There is no word like this here."],
  "a tag of a language": ["keys: !!js/function 'x'\n", "line 1: This text begins with !, which is a tag in YAML"],
  "the prototype of everything": ["__proto__: { keys: [] }\n", "line 1: There is no word like this here."],
  "the prototype among fields": ["keys:\n  - __proto__: { key: a }\n", "line 2: There is no word"],
  "a tab": ["keys:\n\t- key: a\n", "line 2: This line is indented with a tab. Use spaces."],
  "two documents": ["keys: []\n---\nkeys: []\n", "A second document begins here. Keep one."],
  "a line for the parser": ["%YAML 3.0\n---\nkeys: []\n", "This line is a directive for the YAML parser. Remove it."],
  "a megabyte": [`# ${"x".repeat(1 << 20)}\n`, "is larger than 512 KiB"],
  "brackets within brackets": ["[".repeat(10_000), "This is nested too deeply."],
  "a control character in a place": ['keys:\n  - key: a\n    lives-in: ["file:/a\\u0007"]\n', "A place is one line without control characters."],
  "a line break in a command": ['keys:\n  - key: a\n    lives-in: ["command:a\\nb"]\n', "A place is one line without control characters."],
  "an open quote": ['keys: ["a]\n', "line 2: A colon, a quote or a bracket is missing, here or above."],
}; // biome-ignore format: a table to be skimmed

describe("a keys file that is wrong", () => {
  test.each(Object.entries({ ...WRONG, ...HOSTILE }))("is refused by its line for %s", (_, [text, message]) => {
    const said = refusal(text);
    expect(said).toContain(message);
    expect(said.startsWith(NAME)).toBe(true);
  });

  // Editors do not compare entries, and know of a place only how it begins.
  const unmarked =
    /twice|two keys|lives in|all permissions and more|text of a key|beginning of a key|GitHub does not|shell|open quote|more than a year/;
  test.each(Object.entries(WRONG).filter(([what]) => !unmarked.test(what)))("is marked by editors for %s", (_, [
    text,
  ]) => {
    const document = parseDocument(text);
    expect(document.errors.length > 0 || !fitsSchema(document.toJS())).toBe(true);
  });

  test("is shown in forty ways and more", () => {
    expect(Object.keys(WRONG).length).toBeGreaterThanOrEqual(40);
  });

  test("whatever it holds, is refused with a sentence, or read", () => {
    const words = fc.constantFrom("keys", "key", "service-account", "lives-in", "scopes", ":", " ", "\n", "  ", "-", "{", "}", "[", "]", "file:/a", "90d", "all", "&a", "*a", "!", "'", '"', "#", "|", ">", "?", "%", "@", "\t", "expires-in"); // biome-ignore format: a list
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        try {
          parseKeysFile(parts.join(""), NAME);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a key in a keys file", () => {
  const key = createFakeKey("project", "pasted");
  test.each([
    ["as a name", `keys:\n  - key: ${key}\n${LIVES_IN}`],
    ["as a word", `keys:\n  - ${key}: x\n`],
    ["as a place", livesIn(`command:put ${key}`)],
    ["as a scope", entry(`    scopes: [${key}]\n`)],
    ["in a comment", `# ${key}\n`],
    ["in what is no YAML", `keys: ["${key}\n`],
  ])("%s is refused, and not repeated", (_, text) => {
    expect(refusal(text)).toContain("This line holds a key, which has leaked. Revoke the key.");
    expect(refusal(text)).not.toContain(key.slice(10, 20));
  });
});
