import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { parseAuditPolicy } from "../../../src/audit/policy/parse.ts";
import { DEFAULT_AUDIT_POLICY, listNeededSources, resolveRule } from "../../../src/audit/policy/policy.ts";
import { RULES } from "../../../src/audit/rules/rules.ts";
import { UsageError } from "../../../src/errors.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";

const NAME = ".github/openai-key-policy.yml";
const SCHEMA = path.resolve(import.meta.dirname, "../../../schema/key-policy.v1.json");
const ajv = new Ajv2020({ allowUnionTypes: true });
addFormats.default(ajv);
const fitsSchema = ajv.compile(JSON.parse(readFileSync(SCHEMA, "utf8")));

function refusal(text: string): string {
  try {
    parseAuditPolicy(text, NAME);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error("it was accepted");
}

const EXAMPLE = `
rules:
  old: { days: 90, level: error }
  person-owned: { level: error, projects: ["prod-*"] }
  shared-key: warning
  new-model: off
exceptions:
  - key: key_abc            # id or name of a key, project, service account
    rule: old
    reason: migrates in Q1
    until: 2027-01-31
`;

describe("a policy file", () => {
  test("says which rules count how much, and what is excepted", () => {
    expect(parseAuditPolicy(EXAMPLE, NAME)).toEqual({
      rules: new Map([
        ["new-model", { level: "off" }],
        ["old", { level: "error", limits: { days: 90 } }],
        ["person-owned", { level: "error", limits: {}, projects: ["prod-*"] }],
        ["shared-key", { level: "warning" }],
      ]),
      exceptions: [
        {
          target: "key",
          name: "key_abc",
          rule: "old",
          reason: "migrates in Q1",
          until: new Date("2027-01-31T00:00:00Z"),
          line: 8,
        },
      ],
    });
  });

  test("is taken by editors too", () => {
    expect(fitsSchema(parse(EXAMPLE)), JSON.stringify(fitsSchema.errors)).toBe(true);
  });

  test.each([
    ["empty", ""],
    ["comments alone", "# nothing yet\n"],
    ["words without anything after them", "rules:\nexceptions: ~\n"],
    ["of a byte order mark alone", "\uFEFF"],
  ])("may be %s, and then the defaults hold", (_, text) => {
    expect(parseAuditPolicy(text, NAME)).toEqual(DEFAULT_AUDIT_POLICY);
  });

  test("may have a byte order mark and Windows line ends", () => {
    const { rules } = parseAuditPolicy(`\uFEFF${EXAMPLE.replaceAll("\n", "\r\n")}`, NAME);
    expect([...rules.keys()]).toHaveLength(4);
  });

  test.each(RULES.map((rule) => [rule.name, rule] as const))("can set every number of %s", (name, rule) => {
    const numbers = Object.keys(rule.limits);
    const text = `rules:\n  ${name}: { level: error, ${numbers.map((one) => `${one}: 7`).join(", ")} }\n`;
    const { level, limits } = resolveRule(rule, parseAuditPolicy(text, NAME));
    expect([level, limits]).toEqual(["error", Object.fromEntries(numbers.map((one) => [one, 7]))]);
  });

  test("takes amounts of money with cents", () => {
    const { rules } = parseAuditPolicy("rules:\n  spike: { min-usd: 0.50 }\n", NAME);
    expect(rules.get("spike")).toEqual({ limits: { "min-usd": 0.5 } });
  });

  test("switches a rule on by setting a number of it, and asks for its sources", () => {
    const policy = parseAuditPolicy("rules:\n  shared-key: { models: 3 }\n  no-spend-limit: error\n", NAME);
    const levels = RULES.filter(({ name }) => name === "shared-key").map((rule) => resolveRule(rule, policy));
    expect(levels).toEqual([{ level: "warning", limits: { models: 3 }, projects: null }]);
    expect(listNeededSources(policy).has("spend-limits")).toBe(true);
    expect(listNeededSources(DEFAULT_AUDIT_POLICY).has("spend-limits")).toBe(false);
  });

  test("that turns rules off has their sources not asked", () => {
    const off = RULES.map(({ name }) => `  ${name}: off`).join("\n");
    expect(listNeededSources(parseAuditPolicy(`rules:\n${off}\n`, NAME))).toEqual(new Set());
  });

  test("excepts keys, projects and service accounts from one rule or from all", () => {
    const { exceptions } = parseAuditPolicy(
      "exceptions:\n  - { project: Web shop, reason: a }\n  - { service-account: bot, reason: b, rule: old }\n",
      NAME,
    );
    expect(exceptions.map(({ target, name, rule, until }) => [target, name, rule, until])).toEqual([
      ["project", "Web shop", null, null],
      ["service-account", "bot", "old", null],
    ]);
  });
});

const exception = (fields: string) => `exceptions:\n  - key: key_abc\n    reason: x\n${fields}`;

const WRONG: Record<string, [text: string, message: string]> = {
  "a word that is mistyped": ["rules: {}\nexeptions: []\n", 'line 2: There is no word "exeptions" here. Use rules, exceptions. Did you mean exceptions?'],
  "a word of another file": ["ignore: []\n", 'line 1: There is no word "ignore" here. Use rules, exceptions.'],
  "a rule that is mistyped": ["rules:\n  unusd: error\n", 'line 2: There is no word "unusd" here. Use spike, owner-inactive, unused'],
  "a rule that is mistyped, with the nearest": ["rules:\n  no-expire: error\n", "Did you mean no-expiry?"],
  "a rule with an underscore": ["rules:\n  new_model: off\n", `line 2: There is no word "new_model" here. Use ${RULES.map(({ name }) => name).join(", ")}. Did you mean new-model?`],
  "a rule at the top": ["old: warning\n", 'line 1: There is no word "old" here. Use rules, exceptions.'],
  "a rule twice": ["rules:\n  old: off\n  old: error\n", "line 3: This word is here twice. Keep one of the two."],
  "a rule without a level": ["rules:\n  old:\n", "line 2: old is empty. Write error, warning or off after the colon, or remove the word."],
  "a rule with a null": ["rules:\n  old: ~\n", "line 2: old is empty."],
  "a rule with empty braces": ["rules:\n  old: {}\n", "line 2: old is empty."],
  "a rule with a list": ["rules:\n  old: [error]\n", 'line 2: old must be a level such as warning, or a level with numbers such as { level: error, projects: ["prod-*"] }.'],
  "rules that are a list": ["rules:\n  - old: error\n", "line 2: rules must consist of the words spike, owner-inactive"],
  "rules that are a text": ["rules: all\n", "line 1: rules must consist of the words spike"],
  "a level that is mistyped": ["rules:\n  old: warn\n", 'line 2: "warn" is no level for old. Use error, warning or off.'],
  "a level that is mistyped, with the nearest": ["rules:\n  old: eror\n", 'line 2: "eror" is no level for old. Use error, warning or off. Did you mean error?'],
  "a level of another tool": ["rules:\n  old: critical\n", 'line 2: "critical" is no level for old.'],
  "a level that is a boolean": ["rules:\n  old: true\n", 'line 2: "true" is no level for old.'],
  "a level in capitals": ["rules:\n  old: ERROR\n", 'line 2: "ERROR" is no level for old.'],
  "a number for a level": ["rules:\n  old: 90\n", "line 2: This is no level for old. Use error, warning or off."],
  "a level within that is wrong": ["rules:\n  old:\n    days: 9\n    level: loud\n", 'line 4: "loud" is no level for old.'],
  "a level within that is empty": ["rules:\n  old:\n    level:\n", "line 3: This is no level for old."],
  "a number that another rule has": ["rules:\n  old: { count: 3 }\n", 'line 2: There is no word "count" here. Use level, projects, days.'],
  "a number that is mistyped": ["rules:\n  old: { day: 3 }\n", "line 2: There is no word \"day\" here. Use level, projects, days. Did you mean days?"],
  "a number with a unit": ["rules:\n  old: { days: 90d }\n", "line 2: days of old must be a whole number from 1 to 100000."],
  "a number with a fraction": ["rules:\n  old: { days: 1.5 }\n", "line 2: days of old must be a whole number"],
  "a number below zero": ["rules:\n  old: { days: -1 }\n", "line 2: days of old must be a whole number"],
  "zero days": ["rules:\n  old: { days: 0 }\n", "line 2: days of old must be a whole number"],
  "a number in the words of YAML": ["rules:\n  old: { days: 1e2 }\n", "line 2: days of old must be a whole number"],
  "a number without end": ["rules:\n  old: { days: .inf }\n", "line 2: days of old must be a whole number"],
  "an empty number": ["rules:\n  old: { days: }\n", "line 2: days of old must be a whole number"],
  "a list for a number": ["rules:\n  old: { days: [1] }\n", "line 2: days must be a text."],
  "more days than can be compared": ["rules:\n  new-model: { days: 20 }\n", "line 2: days of new-model must be a whole number from 1 to 7."],
  "an amount in another currency": ["rules:\n  spike: { min-usd: 5€ }\n", "line 2: min-usd of spike must be an amount in US dollars, such as 5 or 0.50."],
  "projects of Admin API keys": ["rules:\n  admin-key: { projects: [a] }\n", 'line 2: There is no word "projects" here. Use level, days, count.'],
  "projects that are no list": ["rules:\n  old: { projects: prod }\n", "line 2: projects must be a list, with a - before each item."],
  "projects without any": ["rules:\n  old: { projects: [] }\n", "line 2: projects of old is empty, and the rule would look at nothing. Name a project, or write old: off."],
  "a project that is empty": ['rules:\n  old: { projects: [""] }\n', "line 2: projects has an empty item. Fill it in, or remove it."],
  "a project that is a list": ["rules:\n  old: { projects: [[a]] }\n", "line 2: An item of projects must be a text."],
  "a glob without quotes": ["rules:\n  old:\n    projects: [*-prod]\n", "line 3: This text begins with *, which is an alias in YAML. Put the text in quotes."],
  "a negative glob": ['rules:\n  old: { projects: ["!dev-*"] }\n', "line 2: This begins with !, and projects cannot be left out so. Name those that are meant."],
  "a glob with an open bracket": ['rules:\n  old: { projects: ["prod-[ab"] }\n', "line 2: A bracket of this is not closed. Close it, or write the id of the project."],
  "a glob of a page": [`rules:\n  old: { projects: ["${"x*".repeat(150)}"] }\n`, "line 2: This is longer than 200 characters. Write the id of the project."],
  "exceptions that are no list": ["exceptions:\n  key: a\n", "line 2: exceptions must be a list, with a - before each item."],
  "an exception that is a text": ["exceptions:\n  - key_abc\n", "line 2: An exception must consist of the words key, project, service-account, rule, reason, until, each followed by a colon."],
  "an exception for nothing": ["exceptions:\n  - rule: old\n    reason: x\n", "line 2: An exception must name what it is for. Add key, project or service-account, with an id or a name."],
  "an empty exception": ["exceptions:\n  -\n", "line 2: An exception must name what it is for."],
  "an exception for two things": [exception("    project: a\n"), "line 4: An exception names one thing. Keep one of key, project and service-account, and write another exception."],
  "an exception for an empty name": ["exceptions:\n  - key:\n    reason: x\n", "line 2: key is empty. Fill it in, or remove the word."],
  "an exception for a name of a page": [`exceptions:\n  - key: ${"x".repeat(201)}\n    reason: x\n`, "line 2: key is longer than 200 characters. Write an id instead."],
  "an exception for the text of a key": ["exceptions:\n  - key: sk-proj-abc\n    reason: x\n", "line 2: key is a key, which has leaked now. Revoke the key, and write its id, such as key_abc, instead."],
  "an exception without a reason": ["exceptions:\n  - key: key_abc\n", "line 2: reason is missing. Say why this may stay."],
  "an exception with an empty reason": ['exceptions:\n  - key: key_abc\n    reason: ""\n', "line 3: reason is empty. Fill it in, or remove the word."],
  "an exception with a reason of a page": [`exceptions:\n  - key: key_abc\n    reason: ${"x ".repeat(200)}\n`, "line 3: reason is longer than 300 characters. Shorten it."],
  "an exception of a rule that there is not": [exception("    rule: olt\n"), 'line 4: There is no word "olt" here. Use spike'],
  "an exception of a list of rules": [exception("    rule: [old]\n"), "line 4: rule must be a text."],
  "an exception until no day": [exception("    until: 2027-02-30\n"), "line 4: until is not a day. Write it as 2027-01-31, or leave it out."],
  "an exception until an empty day": [exception("    until:\n"), "line 4: until is empty. Fill it in, or remove the word."],
  "an exception with a word that is mistyped": [exception("    untill: 2027-01-31\n"), 'line 4: There is no word "untill" here. Use key, project, service-account, rule, reason, until. Did you mean until?'],
  "an exception twice": [`${exception("")}  - key: Key_ABC\n    reason: y\n`, "line 4: There is an exception of the same rule for this already. Keep one of the two."],
  "a file that is a list": ["- rules\n", "line 1: The file must consist of the words rules, exceptions, each followed by a colon."],
  "a file that is a text": ["rules\n", "line 1: The file must consist of the words rules, exceptions"],
}; // biome-ignore format: a table to be skimmed

/** What an enemy of parsers would write. */
const HOSTILE: Record<string, [text: string, message: string]> = {
  "an anchor": ["rules: &x\n  old: off\n", "line 2: This text begins with &, which is an anchor in YAML"],
  "aliases that would grow without end": [
    `a: &a [x, x]\n${Array.from({ length: 60 }, (_, at) => `b${at}: &b${at} [*a, *a]`).join("\n")}\n`,
    "which is an a",
  ],
  "a merge of another mapping": ["rules:\n  old:\n    <<: { days: 1 }\n", "line 3: There is no word like this here. Use level, projects, days."],
  "a tag": ["rules: !!map { old: off }\n", "line 1: This text begins with !, which is a tag in YAML"],
  "a tag of a language": ["rules:\n  old: !!js/function 'x'\n", "line 2: This text begins with !, which is a tag in YAML"],
  "the prototype of everything": ["__proto__: { rules: {} }\n", "line 1: There is no word like this here."],
  "the prototype among rules": ["rules:\n  __proto__: error\n", "line 2: There is no word"],
  "the constructor among rules": ["rules:\n  constructor: error\n", 'line 2: There is no word "constructor" here.'],
  "the prototype among numbers": ["rules:\n  old: { __proto__: 1 }\n", "line 2: There is no word"],
  "a word that is a mapping": ["? { a: b }\n: x\n", "line 1: There is no word like this here."],
  "a tab": ["rules:\n\told: off\n", "line 2: This line is indented with a tab. Use spaces."],
  "two documents": ["rules: {}\n---\nexceptions: []\n", "A second document begins here. Keep one."],
  "a line for the parser": ["%YAML 3.0\n---\nrules: {}\n", "This line is a directive for the YAML parser. Remove it."],
  "a megabyte": [`# ${"x".repeat(1 << 20)}\n`, "is larger than 512 KiB"],
  "brackets within brackets": ["[".repeat(10_000), "This is nested too deeply."],
  "braces within braces": [`rules: ${"{a: ".repeat(10_000)}`, "This is nested too deeply."],
  "thirty thousand words": [`${Array.from({ length: 30_000 }, (_, at) => `a${at}: `).join("\n")}\n`, "line 1: There is no word like this here."],
  "ten thousand documents": ["---\n".repeat(10_000), "A second document begins here. Keep one."],
  "a control character": ["rules:\n  old: \u0007off\n", "line 2: This is no level for old."],
  "an open quote": ['rules: ["a]\n', "line 2: A colon, a quote or a bracket is missing, here or above."],
}; // biome-ignore format: a table to be skimmed

describe("a policy file that is wrong", () => {
  test.each(Object.entries({ ...WRONG, ...HOSTILE }))("is refused by its line for %s", (_, [text, message]) => {
    const said = refusal(text);
    expect(said).toContain(message);
    expect(said.startsWith(NAME)).toBe(true);
  });

  // Editors do not know what is written twice, and take texts that only look like keys.
  const marked = Object.entries(WRONG).filter(([what]) => !/twice|glob|text of a key|words of YAML/.test(what));
  test.each(marked)("is marked by editors for %s", (_, [text]) => {
    const document = parseDocument(text);
    expect(document.errors.length > 0 || !fitsSchema(document.toJS())).toBe(true);
  });

  test("is shown in forty ways and more", () => {
    expect(Object.keys(WRONG).length).toBeGreaterThanOrEqual(40);
  });

  test("changes nothing of any object", () => {
    refusal("rules:\n  __proto__: { level: error }\n");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("whatever it holds, is refused with a sentence, or read", () => {
    const words = fc.constantFrom("rules", "exceptions", "old", "spike", ":", " ", "\n", "  ", "-", "{", "}", "[", "]", "days", "90", "error", "&a", "*a", "!", "'", '"', "#", "|", ">", "?", "%", "@", "\t", "key", "reason"); // biome-ignore format: a list
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        try {
          parseAuditPolicy(parts.join(""), NAME);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a key in a policy file", () => {
  const key = createFakeKey("project", "pasted");
  test.each([
    ["as a name", `exceptions:\n  - key: ${key}\n    reason: x\n`],
    ["as a word", `rules:\n  ${key}: error\n`],
    ["as a level", `rules:\n  old: ${key}\n`],
    ["as a rule", `exceptions:\n  - key: a\n    reason: x\n    rule: ${key}\n`],
    ["in a comment", `# ${key}\n`],
    ["in what is no YAML", `rules: ["${key}\n`],
  ])("%s is refused, and not repeated", (_, text) => {
    expect(refusal(text)).toContain("This line holds a key, which has leaked. Revoke the key, and write its id");
    expect(refusal(text)).not.toContain(key.slice(10, 20));
  });

  test("that is cut is not repeated either", () => {
    for (const part of [key.slice(0, 40), key.slice(90)]) {
      for (const text of [
        `rules:\n  old: ${part}\n`,
        `${part}: x\n`,
        `exceptions:\n  - ${part}: x\n`,
        `rules: ${part}\n`,
      ])
        expect(refusal(text)).not.toContain(part.slice(8, 20));
    }
  });
});
