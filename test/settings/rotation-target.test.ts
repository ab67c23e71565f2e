import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTarget, isSameTarget, type RotationTarget } from "../../src/domain/rotation-target.ts";
import { UsageError } from "../../src/errors.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { splitCommand } from "../../src/settings/command-words.ts";
import { parseTarget, parseTargets } from "../../src/settings/rotation-target.ts";

const parse = (text: string) => parseTarget("--to", text);
const SHOP = { owner: "acme", repo: "shop", secret: "OPENAI_API_KEY" };

function refusalOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return expect.unreachable(`${text} was not refused`);
}

describe("a place is parsed", () => {
  test.each<[string, RotationTarget]>([
    ["github:acme/shop/OPENAI_API_KEY", { kind: "github", ...SHOP, environment: null }],
    ["github:acme/shop/OPENAI_API_KEY@production", { kind: "github", ...SHOP, environment: "production" }],
    ["github:acme/shop/OPENAI_API_KEY@eu/prod @ 1", { kind: "github", ...SHOP, environment: "eu/prod @ 1" }],
    [" github:a_b/.github/_k1 ", { kind: "github", owner: "a_b", repo: ".github", secret: "_k1", environment: null }],
    ["github-org:acme/OPENAI_API_KEY", { kind: "github-org", org: "acme", secret: "OPENAI_API_KEY" }],
    ["dependabot:acme/shop/OPENAI_API_KEY", { kind: "dependabot", ...SHOP }],
    ["codespaces:acme/shop/OPENAI_API_KEY", { kind: "codespaces", ...SHOP }],
    [
      "command:vault kv put secret/openai value=-",
      { kind: "command", argv: ["vault", "kv", "put", "secret/openai", "value=-"] },
    ],
    [`command:'my tool' --name="a b" ''`, { kind: "command", argv: ["my tool", "--name=a b", ""] }],
    ["command:C:\\tools\\store.exe x", { kind: "command", argv: ["C:\\tools\\store.exe", "x"] }],
    ["file:/run/secrets/a b.key", { kind: "file", path: "/run/secrets/a b.key" }],
    ["file:key:1", { kind: "file", path: "key:1" }],
  ])("%s", (text, target) => {
    expect(parse(text)).toEqual(target);
  });

  test("several in their order, each once", () => {
    const texts = ["file:b", "github:acme/shop/K", "github:acme/shop/K@x", "file:a"];
    expect(parseTargets("--to", texts).map(formatTarget)).toEqual(texts);
    expect(() => parseTargets("--to", ["github:acme/shop/K", "github:Acme/Shop/k"])).toThrow(
      '--to names the place "github:Acme/Shop/k" twice. Name it once.',
    );
  });
});

describe("what is no place is refused with what works", () => {
  test.each([
    ["", '--to is "". A place begins with one of github:, github-org:, dependabot:, codespaces:, command:, file:'],
    ["acme/shop/K", "A place begins with one of"],
    ["githbu:acme/shop/K", "Did you mean github?"],
    ["GitHub:acme/shop/K", "A place begins with one of"],
    ["github:acme/shop", "After github: it must have owner, repository and name of the secret"],
    ["github:/shop/K", "it must have owner, repository and name"],
    ["github:acme/../K", "it must have owner, repository and name"],
    ["github:ac me/shop/K", "it must have owner, repository and name"],
    ["codespaces:-a/shop/K", "such as codespaces:acme/shop/OPENAI_API_KEY"],
    ["github:acme/shop/", 'GitHub takes no secret with the name ""'],
    ["github:acme/shop/1K", 'GitHub takes no secret with the name "1K". A name has letters, digits'],
    ["github:acme/shop/github_token", 'no secret with the name "github_token"'],
    ["github:acme/shop/A-B", 'no secret with the name "A-B"'],
    ["github:acme/shop/K/x", 'no secret with the name "K/x"'],
    ["github:acme/shop/K@", "After @ it must have the name of an environment"],
    [`github:acme/shop/K@${"x".repeat(256)}`, "After @ it must have the name of an environment"],
    ["github:acme/shop/K@ x", "After @ it must have the name of an environment"],
    ["dependabot:acme/shop/K@x", "Secrets of dependabot: belong to no environment"],
    ["github-org:acme", "After github-org: it must have organisation and name"],
    ["github-org:/K", "After github-org: it must have organisation and name"],
    ["github-org:acme/shop/K", 'no secret with the name "shop/K"'],
    ["command:", "After command: it must have a program"],
    ["command:'' x", "After command: it must have a program"],
    ["command:vault 'x", "a quote in it does not end"],
    ["command:vault put x | tee", "without a shell, and | would mean nothing"],
    ["command:vault $KEY", "and $ would mean nothing"],
    ["command:~/store.sh", "and ~ would mean nothing"],
    ["command:a\nb", "A place is one line without control characters"],
    ["command:a\0b", "A place is one line without control characters"],
    ["file:", "After file: it must have the path of a file"],
    ["file:/run/", "After file: it must have the path of a file"],
    ["file:..", "After file: it must have the path of a file"],
    ["file:~/key", "~ means nothing here. Write the whole path."],
  ])("%s", (text, sentence) => {
    expect(refusalOf(text)).toContain(sentence);
  });

  test("and a key in it is not repeated", () => {
    const key = createFakeKey("project", "typed");
    for (const kind of ["github:acme/shop/", "command:store ", "file:", ""]) {
      expect(refusalOf(`${kind}${key}`)).toBe(
        "--to contains the text of a key. A place is named without one: a program gets the new key on its standard input.",
      );
    }
  });
});

const HOSTILE = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."/@:.'\" \\~-_A1\n|$"), maxLength: 30 }),
);
const KIND = fc.constantFrom("github:", "github-org:", "dependabot:", "codespaces:", "command:", "file:", "");

describe("of any text", () => {
  test("a control character that JSON leaves as it is is escaped", () => {
    expect(() => parse("github:\u007f")).toThrow('"github:\\u007f"');
  });

  test("a place comes of it that says the same when it is written, or a sentence that is one line", () => {
    fc.assert(
      fc.property(KIND, HOSTILE, (kind, rest) => {
        let target: RotationTarget;
        try {
          target = parse(`${kind}${rest}`);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          expect((error as Error).message).not.toMatch(/\p{Cc}/u);
          return;
        }
        if (target.kind === "command") return;
        expect(parse(formatTarget(target))).toEqual(target);
        expect(isSameTarget(parse(formatTarget(target)), target)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("a name of GitHub's cannot leave its place in a path", () => {
    fc.assert(
      fc.property(fc.constantFrom("github", "dependabot", "codespaces"), HOSTILE, HOSTILE, (kind, owner, repo) => {
        try {
          const target = parse(`${kind}:${owner}/${repo}/K`);
          expect(target).toMatchObject({
            owner: expect.stringMatching(/^[\w-]+$/),
            repo: expect.stringMatching(/^[\w.-]+$/),
          });
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });

  test("words in quotes come back as they were", () => {
    const word = fc.string({ unit: "binary", maxLength: 12 }).filter((text) => !/["\0]/.test(text));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const line = words.map((text) => `"${text}"`).join(" ");
        expect(splitCommand(line)).toEqual({ kind: "words", words });
      }),
    );
  });
});
