import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, test } from "vitest";

const TOP = path.resolve(import.meta.dirname, "..");

/** Where sentences stand. The sandbox speaks as OpenAI and GitHub do, and no user reads it. */
const HOMES = /^src\/(?:messages|report\/wording|report\/advice|sandbox)\//;

/** Folders whose sentences have not moved yet. */
const NOT_YET = /^src\/(?:cli|detect|git|github|hooks|output-files|report|settings|sources|targets|domain|cli\.ts)/;

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
    .flatMap(({ type, value, quasis }) => {
      if (type === "Literal" && typeof value === "string") return [value];
      return type === "TemplateLiteral"
        ? [(quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join("…")]
        : [];
    })
    .filter((text) => SENTENCE.test(text));
}

function isPlainError(node: Node): boolean {
  return (
    node.type === "NewExpression" &&
    /^(?:Type|Range)?Error$/.test(String((node["callee"] as Node | undefined)?.["name"]))
  );
}

const files = readdirSync(path.join(TOP, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => path.posix.join("src", name.split(path.sep).join("/")))
  .filter((file) => file.endsWith(".ts") && !HOMES.test(file) && !NOT_YET.test(file));

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
