import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactKeys } from "../../src/detect/spelled-keys.ts";
import { clipText, escapeHref, escapeMarkdown, escapePlain, formatCode } from "../../src/report/escape.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { hostile } from "./arbitrary.ts";

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const BREAK = "&#8203;";

describe("plain", () => {
  test("a line that others wrote stays one line, and shows what cannot be seen", () => {
    expect(escapePlain("a\nb\r\u001b[31mc\u202ed\te")).toBe(String.raw`a\nb\r\x1b[31mc\u{202e}d\te`);
  });

  test.each([
    ["::error::x.txt", ": :error: :x.txt"],
    [":::", ": : :"],
    ["a##[error]b", "a## [error]b"],
    ["\u200b::add-mask::x", String.raw`\u{200b}: :add-mask: :x`],
  ])("a runner obeys nothing in %j", (text, said) => {
    expect(escapePlain(text)).toBe(said);
  });

  test("ordinary names of all languages stay as they are", () => {
    for (const name of ["src/app.py", "Größe/данные.txt", "日本語.md", "a b (1).ts", "#1: fix_it!"]) {
      expect(escapePlain(name)).toBe(name);
    }
  });

  test("nothing unseen and no command is left in any text, and doing it twice changes nothing", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const said = escapePlain(text);
        expect(said).not.toMatch(UNSEEN);
        expect(said).not.toMatch(/::|##\[/);
        expect(escapePlain(said)).toBe(said);
      }),
    );
  });
});

describe("markdown", () => {
  test.each([
    ["@octocat", `@${BREAK}octocat`],
    ["fixes #12 and GH-7", `fixes \\#${BREAK}12 and GH-${BREAK}7`],
    ["https://x.example", `https:${BREAK}//x.example`],
    ["__www.x.example", `\\_\\_www${BREAK}.x.example`],
    [":bomb:", `:${BREAK}bomb:`],
    ["a | b", "a &#124; b"],
    ["<img src=x> & `y` [z](u)", "&lt;img src=x\\> &amp; \\`y\\` \\[z\\](u)"],
    ["- no list", "\\- no list"],
    ["1. no list", "1\\. no list"],
    ["a\nb", String.raw`a\\nb`],
  ])("%j is text and nothing else", (text, said) => {
    expect(escapeMarkdown(text)).toBe(said);
  });

  test("no text mentions anyone, refers to anything, opens a tag or ends a cell", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const said = escapeMarkdown(text);
        expect(said).not.toMatch(UNSEEN);
        expect(said).not.toMatch(/[<|]/);
        expect(said.replaceAll(BREAK, "\u200b").replaceAll("&#124;", "")).not.toMatch(
          /@(?!\u200b)|#(?!\u200b)|:(?=[^\s\u200b])/,
        );
        expect(said.replaceAll(/\\./g, "")).not.toMatch(/[`*_[\]~$]/);
      }),
    );
  });
});

describe("code", () => {
  test.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`", "`` ` ``"],
    [" a ", "`  a  `"],
    ["", "`(empty)`"],
    ["a|b", "`a|b`"],
  ])("%j stands in a fence that it cannot close", (text, span) => {
    expect(formatCode(text)).toBe(span);
  });

  test("in a table's cell a pipe ends nothing", () => {
    expect(formatCode("a|`b", "cell")).toBe("<code>a&#124;\\`b</code>");
  });

  test("a code span is closed by its own fence alone, whatever is in it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const span = formatCode(text);
        const fence = /^`+/.exec(span)?.[0] ?? "";
        expect(span.endsWith(fence)).toBe(true);
        const inside = span.slice(fence.length, -fence.length);
        expect(inside.match(/`+/g) ?? []).not.toContain(fence);
        expect(inside).not.toMatch(UNSEEN);
        expect(formatCode(text, "cell")).not.toContain("|");
      }),
    );
  });
});

describe("href", () => {
  test("what is encoded already stays so, and what would end a link is encoded", () => {
    expect(escapeHref("https://github.com/a/b/blob/c/d%20e?plain=1&x#L1")).toBe(
      "https://github.com/a/b/blob/c/d%20e?plain=1&amp;x#L1",
    );
    expect(escapeHref("https://x.example/a(b)|`<c> ü")).toBe("https://x.example/a%28b%29%7C%60%3Cc%3E%20%C3%BC");
  });

  test("only web addresses are linked to", () => {
    expect(escapeHref(["java", "script:alert(1)"].join(""))).toBe("#");
    expect(escapeHref("data:text/html,x")).toBe("#");
  });

  test("no text ends the link or throws", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeHref(`https://x.example/${text}`)).toMatch(/^[\w\-.~:/?#&=%+,;@!$]+$/);
      }),
    );
  });
});

test.each([
  "user",
  "project",
  "service-account",
  "admin",
  "none",
  "named",
] as const)("a path that holds a key of the family %s in plain sight is shown without it", (family) => {
  const key = createFakeKey(family, "path");
  for (const shown of [escapePlain, escapeMarkdown, formatCode, redactKeys]) {
    const said = shown(`logs/${key}/a.txt`);
    expect(said).not.toContain(key.slice(-20));
    expect(said).not.toContain(key.slice(10, 30));
    expect(said).toMatch(/a\.txt/);
  }
});

test("a cut text keeps both ends and its length", () => {
  expect(clipText("short", 10)).toBe("short");
  const cut = clipText(`start/${"x".repeat(500)}/end.ts`, 60);
  expect(cut).toMatch(/^start\/x+…x+\/end\.ts$/);
  expect(cut).toHaveLength(60);
  expect(clipText("😀".repeat(30), 11)).not.toMatch(/\p{Cs}/u);
});
