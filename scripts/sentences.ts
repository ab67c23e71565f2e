import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "rolldown/parseAst";

const TOP = path.resolve(import.meta.dirname, "..");

/** A sentence of an error or a gap; `…` stands for what is filled in. */
export type Sentence = { text: string; file: string };

/** A node of the syntax tree, as far as it is read here. */
type Node = { type: string; start: number } & Record<string, unknown>;

/** All that these folders export is a sentence of an error or a gap, or an end of one. */
const HOMES = ["src/messages/errors", "src/messages/gaps"];

/** Functions of reports that say what failed. */
const IN_REPORTS: readonly (readonly [file: string, names: readonly string[]])[] = [
  ["src/report/wording/key/action-taken.ts", ["describeOutputFailure"]],
  ["src/report/wording/pull-request-comment.ts", ["describeCommentTrouble", "describeTrouble"]],
];

/** These functions return a quotation in its quotes. */
const QUOTING = /^(?:quote[A-Z]\w*|stringify)$/;

/**
 * Every sentence of an error or a gap.
 *
 * @throws Error where a function of `IN_REPORTS` has moved: its sentences would silently be missed.
 */
export function listSentences(): readonly Sentence[] {
  const inHomes = HOMES.flatMap((folder) =>
    readdirSync(path.join(TOP, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .toSorted()
      .flatMap((name) => readSentences(path.posix.join(folder, name.split(path.sep).join("/")))),
  );
  const inReports = IN_REPORTS.flatMap(([file, names]) => readSentences(file, names));
  return [...new Map([...inHomes, ...inReports].map((one) => [one.text, one])).values()];
}

function readSentences(file: string, names?: readonly string[]): readonly Sentence[] {
  const texts = extractSentences(readFileSync(path.join(TOP, file), "utf8"), names);
  if (names && texts.length < names.length) throw new Error(`${file} no longer has ${names.join(" and ")}`);
  return texts.map((text) => ({ text, file }));
}

/** What the exported functions and constants of a file say; or the functions that are named, exported or not. */
export function extractSentences(source: string, names?: readonly string[]): readonly string[] {
  const tree = parseAst(source, { lang: "ts" }) as unknown as Node;
  const nodes = [...walkNodes(tree)];
  const said = names
    ? nodes.filter((node) => names.includes(getFunctionName(node)))
    : nodes.flatMap((node) => (node.type === "ExportNamedDeclaration" ? ((node["declaration"] ?? []) as Node) : []));
  const texts = said.flatMap(listSaid).flatMap((node) => spellOut(node, nodes));
  // A sentence has words of its own, and not only what is filled in.
  return [...new Set(texts.map(normalizeSentence))].filter((text) => /[a-z]{2,} [a-z]+/i.test(text));
}

/** A sentence, or a page, in which what is filled in is one `…`, in quotes or not. */
export function normalizeSentence(text: string): string {
  return text
    .replaceAll('"…"', "…")
    .replaceAll(/…(?: ?…)+/g, "…")
    .replaceAll("….", "…")
    .trim();
}

/** The expressions that a function returns, or that a constant holds, alone or in a table. */
function listSaid(node: Node): readonly Node[] {
  if (node.type === "FunctionDeclaration") return listReturned(node);
  if (node.type !== "VariableDeclaration") return [];
  return (node["declarations"] as Node[]).flatMap(({ init }) => {
    const values = [...walkNodes(init as Node)].flatMap((one) => (one.type === "Property" ? one["value"] : []));
    return values.length > 0 ? (values as Node[]) : [init as Node];
  });
}

/** What an expression may come to, as far as it is written down: every way through its conditions. */
function spellOut(node: Node, nodes: readonly Node[]): readonly string[] {
  switch (node.type) {
    case "Literal":
      return typeof node["value"] === "string" ? [node["value"]] : ["…"];
    case "TemplateLiteral": {
      const quasis = (node["quasis"] as { value: { cooked: string } }[]).map(({ value }) => [value.cooked]);
      const filled = (node["expressions"] as Node[]).map((one) => spellOut(one, nodes));
      return combine(quasis.flatMap((text, at) => [text, filled[at] ?? [""]]));
    }
    case "ConditionalExpression":
      return [...spellOut(node["consequent"] as Node, nodes), ...spellOut(node["alternate"] as Node, nodes)];
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return spellOut(node["expression"] as Node, nodes);
    case "Identifier":
      return spellConstant(node, nodes);
    case "CallExpression":
      return spellCall(String((node["callee"] as Node)["name"]), nodes);
    default:
      return ["…"];
  }
}

/** What a constant of the same file holds. */
function spellConstant({ name, start }: Node, nodes: readonly Node[]): readonly string[] {
  const constants = nodes.filter((one) => one.type === "VariableDeclarator" && (one["id"] as Node)["name"] === name);
  const init = constants.filter((one) => one.start < start).at(-1)?.["init"] as Node | undefined;
  return init && /^(?:Literal|TemplateLiteral)$/.test(init.type) ? spellOut(init, nodes) : ["…"];
}

/** What a function of the same file returns, where that is written down. */
function spellCall(name: string, nodes: readonly Node[]): readonly string[] {
  if (QUOTING.test(name)) return ['"…"'];
  if (name === "suggestNearest") return [""];
  const home = nodes.find((one) => getFunctionName(one) === name);
  const texts = home ? listReturned(home).filter(({ type }) => /^(?:Literal|TemplateLiteral)$/.test(type)) : [];
  return texts.length > 0 && texts.length < 4 ? texts.flatMap((one) => spellOut(one, nodes)) : ["…"];
}

function getFunctionName(node: Node): string {
  return node.type === "FunctionDeclaration" ? String((node["id"] as Node)["name"]) : "";
}

function listReturned(home: Node): readonly Node[] {
  return [...walkNodes(home)].flatMap((one) => {
    const value = one.type === "ReturnStatement" ? (one["argument"] as Node | null) : null;
    return value ? [value] : [];
  });
}

function combine(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce<readonly string[]>(
    (so, part) => so.flatMap((before) => part.map((after) => `${before}${after}`)),
    [""],
  );
}

function* walkNodes(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === "object" && "type" in child) yield* walkNodes(child as Node);
    }
  }
}

// Run by hand, it lists the sentences that the page does not have yet.
if (import.meta.main) {
  const page = normalizeSentence(readFileSync(path.join(TOP, "docs/troubleshooting.md"), "utf8"));
  for (const { text, file } of listSentences()) if (!page.includes(text)) console.log(`${file}\t${text}`);
}
