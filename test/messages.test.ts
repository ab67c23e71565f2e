import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, test } from "vitest";

const TOP = path.resolve(import.meta.dirname, "..");

/** Where sentences stand. A rule of the audit has its own; the sandbox speaks as OpenAI and GitHub do. */
const HOMES = /^src\/(?:(?:messages|report\/wording|report\/advice|audit\/rules|sandbox)\/|report\/numbers\.ts$)/;

/** Its string is a style. */
const STYLE = /^src\/report\/html\/style\.ts$/;

/** Its strings are scripts for shells. */
const SCRIPTS = /^src\/cli\/completion\.ts$/;

/** Lists of words that are looked for in texts. */
const WORD_LISTS = /^src\/detect\/.*\/(?:markup-text|named-signs|placeholder-words)\.ts$/;

/** Three words of plain English in a row. */
const SENTENCE = /(?<![\w.\-/])[A-Za-z]?[a-z]+,? [a-z]+,? [a-z]+(?![\w.\-/])/;

type Node = { type: string } & Record<string, unknown>;

function* walkNodes(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === "object" && "type" in child) yield* walkNodes(child as Node);
    }
  }
}

/** The sentences in the strings of a source; not what a plain `Error` says, which is for developers alone. */
function listSentences(source: string): readonly string[] {
  const nodes = [...walkNodes(parseAst(source, { lang: "ts" }) as unknown as Node)];
  const internal = new Set(nodes.filter(isPlainError).flatMap((node) => [...walkNodes(node)]));
  return nodes
    .filter((node) => !internal.has(node))
    .flatMap(listTexts)
    .filter((text) => SENTENCE.test(text));
}

/** The text of a string or a template; `…` stands for what is filled in. */
function listTexts({ type, value, quasis }: Node): readonly string[] {
  if (type === "Literal" && typeof value === "string") return [value];
  return type === "TemplateLiteral"
    ? [(quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join("…")]
    : [];
}

function isPlainError(node: Node): boolean {
  return (
    node.type === "NewExpression" &&
    /^(?:Type|Range)?Error$/.test(String((node["callee"] as Node | undefined)?.["name"]))
  );
}

const files = readdirSync(path.join(TOP, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => path.posix.join("src", name.split(path.sep).join("/")))
  .filter((file) => file.endsWith(".ts") && ![HOMES, WORD_LISTS, SCRIPTS, STYLE].some((one) => one.test(file)));

describe("sentences that a user may read", () => {
  test.each(files)("none stands in %s: src/messages and src/report/wording have them all", (file) => {
    expect(listSentences(readFileSync(path.join(TOP, file), "utf8"))).toEqual([]);
  });

  test("are told from names, patterns and errors of our own", () => {
    const source = `
      const a = "The file is gone";
      const b = \`Give \${name} to the job\`;
      const c = "content-type: application/json";
      throw new Error("this cannot be so");`;
    expect(listSentences(source)).toEqual(["The file is gone", "Give … to the job"]);
  });
});

/** Words that no reader acts on, each with what to say instead. */
const AVOIDED: readonly (readonly [RegExp, string])[] = [
  [/\bdeeds?\b/i, "action, or what was done"],
  [/\bforeign\b/i, "not yours"],
  [/\bexposed\b/i, "leaked"],
  [/\bstanding\b/i, "state"],
  [/(?:^|\| )whose(?: \||$)/i, "owner"],
  [/\bbringing\b|\bbrings?\b|\bbrought\b/i, "add, or have"],
  [/\bleft alone\b/i, "nothing done"],
  [/\bhead (?:still )?has it\b|\bin the head\b/i, "still in the code"],
  [/\bnobody can tell\b|\bcould not be told\b/i, "not known"],
  [/\btold (?:as|by|in|of|with)\b/i, "reported, or shown"],
  [/\bnot seen\b(?! to)|\bmiscounted\b/i, "not read"],
  [/, so that\b/i, "two sentences"],
  [/; and\b/i, "two sentences"],
  [/\bof what (?:is|was|it|git)\b|\bthat which\b|\bnothing of it\b/i, "subject, verb, object"],
  [/\bhas no more\b/i, "no longer has"],
  [/\btaken? away\b/i, "removed"],
  [/\bpass(?:ed|ing)? over\b/i, "ignored"],
  [/\bwho plays\b/i, "who is trusted"],
  [/\bwas asked as\b/i, "checked against"],
  [/\bloses the comment\b/i, "no comment is written"],
  [/\bso many bytes\b/i, "at most this many bytes"],
  [/\blooks like a key of yours\b/i, "fake"],
  [/\bexposed-but-dead\b|\bdead but exposed\b/i, "revoked, still in the code"],
];

/** What a file says: the strings of a source, or the lines of a page without its code and the targets of its links. */
function listSaid(file: string): readonly string[] {
  const text = readFileSync(path.join(TOP, file), "utf8");
  if (file.endsWith(".ts")) {
    const nodes = [...walkNodes(parseAst(text, { lang: "ts" }) as unknown as Node)];
    return nodes.flatMap(listTexts).filter((said) => said.includes(" "));
  }
  return text
    .replaceAll(/^```[\s\S]*?^```$/gm, "")
    .replaceAll(/`[^`\n]*`|\]\([^)\s]*\)/g, "…")
    .split("\n");
}

function listAvoided(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    AVOIDED.flatMap(([word, instead]) => (word.test(text) ? [`${word.exec(text)?.[0]} (${instead}): ${text}`] : [])),
  );
}

describe("the words of a sentence", () => {
  const pages = readdirSync(path.join(TOP, "docs")).map((name) => `docs/${name}`);
  const sources = readdirSync(path.join(TOP, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join("src", name.split(path.sep).join("/")))
    .filter((file) => /^src\/(?:messages|report\/(?:wording|advice))\/.*\.ts$/.test(file));
  const spoken = ["README.md", "action.yml", ...pages.filter((page) => page.endsWith(".md")), ...sources];

  test.each(spoken)("are a reader's own in %s", (file) => {
    expect(listAvoided(listSaid(file))).toEqual([]);
  });

  test("are looked for", () => {
    expect(listAvoided(["This key is exposed.", "It waits for approval."])).toEqual([
      "exposed (leaked): This key is exposed.",
    ]);
    expect(spoken.length).toBeGreaterThan(40);
  });
});
