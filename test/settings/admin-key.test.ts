import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MARKER } from "../../src/domain/key-grammar.ts";
import { UsageError } from "../../src/errors.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { parseAdminKey } from "../../src/settings/admin-key.ts";

const key = createFakeKey("admin", "given");

/** What is said of a value that is refused; null where it is taken. */
function refusal(value: string): string | null {
  try {
    parseAdminKey(value, "OPENAI_ADMIN_KEY");
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
}

describe("the Admin API key", () => {
  test("is taken as it is, with blanks around it or a line feed behind it", () => {
    for (const value of [key, ` ${key}\n`, `${key}\r\n`]) {
      expect(parseAdminKey(value, "x")?.reveal()).toBe(key);
    }
  });

  test("may be left out", () => {
    expect(parseAdminKey("", "x")).toBeNull();
  });

  test.each([
    ["a longer key", createFakeKey("admin", "long", { left: 74, right: 74 })],
    ["a short key", createFakeKey("admin", "short", { left: 20, right: 20 })],
    ["a legacy key, which OpenAI judges", createFakeKey("user", "legacy")],
    ["a shape that is not known yet", `sk-admin-v2-${"aB3".repeat(50)}`],
  ])("may be %s", (_, value) => {
    expect(refusal(value)).toBeNull();
  });

  test.each([
    ["half a key", key.slice(0, 70), "looks cut off: it has 70 characters, and an Admin API key has 133 or more"],
    ["a key without its last character", key.slice(0, -1), "looks cut off: it has 132 characters"],
    ["a prefix alone", "sk-admin-", "looks cut off: it has 9 characters"],
    ["the beginning of a prefix", "sk-adm", "looks cut off: it has 6 characters"],
    [
      "a cut long key",
      createFakeKey("admin", "l", { left: 74, right: 70 }),
      "it has 161 characters, and an Admin API key has 165",
    ],
    ["an ellipsis", `${key.slice(0, 20)}…${key.slice(-4)}`, "is the shortened form in which OpenAI's page shows a key"],
    ["dots", `${key.slice(0, 10)}...${key.slice(-4)}`, "is the shortened form"],
    ["a mask of stars", `${key.slice(0, 8)}${"*".repeat(121)}${key.slice(-4)}`, "is the shortened form"],
    ["stars alone", "***", "has only asterisks: that is how logs show a secret"],
    ["quotes", `"${key}"`, "has quotes around the key. Remove them."],
    ["single quotes", `'${key}'`, "has quotes around the key"],
    ["a word processor's quotes", `“${key}”`, "has quotes around the key"],
    ["a line break in it", `${key.slice(0, 60)}\n${key.slice(60)}`, "has a line break in it"],
    ["two lines", `${key}\n${createFakeKey("admin", "two")}`, "has a line break in it"],
    ["a space in it", `${key} (prod)`, "has a space in it"],
    ["an expression that was not filled in", `\${{ secrets.OPENAI_ADMIN_KEY }}`, "has a GitHub expression in it"],
    ["the name of a variable", "$OPENAI_ADMIN_KEY", "has the name of a variable in it"],
    ["the name of a variable in braces", `\${OPENAI_ADMIN_KEY}`, "has the name of a variable in it"],
    ["the name of a variable of Windows", "%OPENAI_ADMIN_KEY%", "has the name of a variable in it"],
    ["the name of a variable of PowerShell", "$env:OPENAI_ADMIN_KEY", "has the name of a variable in it"],
    ["a placeholder", "<your admin key>", "has the name of a variable in it"],
    ["a line of a settings file", `OPENAI_ADMIN_KEY=${key}`, "begins with a name and a sign"],
    ["a line of YAML", `OPENAI_ADMIN_KEY: "${key}"`, "begins with a name and a sign"],
    ["a header", `Bearer ${key}`, "begins with the word Bearer"],
    ["two keys without a blank", key + key, "has more than one key in it"],
    ["typographic dashes", key.replaceAll("-", "\u2011"), "has characters that no key has"],
    ["an invisible space", `${key.slice(0, 30)}\u200b${key.slice(30)}`, "has characters that no key has"],
    ["a project key", createFakeKey("project", "x"), "begins with sk-proj-, and must be an Admin API key"],
    ["a service account's key", createFakeKey("service-account", "x"), "begins with sk-svcacct-, and must be"],
    [
      "a key of Anthropic",
      `sk-ant-${"api03-".repeat(9)}`,
      "is a key of Anthropic. It must be an Admin API key of OpenAI",
    ],
    ["a key of Groq", `gsk_${"a1B2".repeat(10)}`, "is a key of Groq"],
    ["blanks alone", " \n ", "has only spaces or line breaks"],
    ["another text", "hunter2", "is not an OpenAI key"],
  ])("is not %s, and the sentence shows nothing of it", (_, value, sentence) => {
    const said = refusal(value) ?? "";
    expect(said).toContain(`OPENAI_ADMIN_KEY ${sentence.startsWith("it has") ? "looks cut off: " : ""}${sentence}`);
    for (const part of [key.slice(9, 15), key.slice(-4), MARKER, "hunter2", "secrets.OPENAI", "your admin key"]) {
      expect(said).not.toContain(part);
    }
  });

  test("that was cut anywhere behind its prefix is told so", () => {
    fc.assert(
      fc.property(fc.integer({ min: 9, max: key.length - 1 }), (length) => {
        expect(refusal(key.slice(0, length))).toContain(`looks cut off: it has ${length} characters`);
      }),
    );
  });
});
