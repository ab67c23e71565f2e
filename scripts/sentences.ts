import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "rolldown/parseAst";

const TOP = path.resolve(import.meta.dirname, "..");

/** A sentence of an error or a gap; `…` stands for what is filled in. */
export type Sentence = { text: string; file: string };

/** A node of the syntax tree, as far as it is read here. */
type Node = { type: string; start: number } & Record<string, unknown>;

/** Functions that return sentences, or ends of sentences, which become an error or a gap elsewhere. */
const ENDINGS: readonly (readonly [file: string, name: string])[] = [
  ["src/report/wording/key/action-taken.ts", "describeOutputFailure"],
  ["src/report/wording/pull-request-comment.ts", "describeCommentTrouble"],
  ["src/report/wording/pull-request-comment.ts", "describeTrouble"],
];

/** All sentences of these folders are errors or gaps. Other files are searched until theirs have moved here. */
const HOMES = /^src\/messages\/(?:errors|gaps)\//;

const ERRORS = /^(?:UsageError|MissingCommit)$/;
/** These functions put their last argument into an error or a gap as it is. */
const HANDING_ON = /^(?:createFetchGap|createError)$/;
const GAPS = /^[a-z-]+$/;
/** These functions return a quotation in its quotes. */
const QUOTING = /^(?:quoted|quoteValue|describeValue|quoteForMessage|shownWord|stringify|asQuoted)$/;

/**
 * Every sentence in src that a `UsageError` or a gap is made with.
 *
 * @throws Error where a function of `ENDINGS` has moved: its sentences would silently be missed.
 */
export function listSentences(): readonly Sentence[] {
  const files = readdirSync(path.join(TOP, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join("src", name.split(path.sep).join("/")))
    .filter((file) => file.endsWith(".ts") && !file.startsWith("src/sandbox/"))
    .toSorted();
  checkEndings(files);
  const found = files.flatMap((file) => {
    const source = readFileSync(path.join(TOP, file), "utf8");
    const texts = HOMES.test(file) ? extractMessages(source) : extractSentences(source, listEndings(file));
    return texts.map((text) => ({ text, file }));
  });
  return [...new Map(found.map((one) => [one.text, one])).values()];
}

function listEndings(file: string): readonly string[] {
  return ENDINGS.filter(([home]) => home === file).map(([, name]) => name);
}

function checkEndings(files: readonly string[]): void {
  for (const [file, name] of ENDINGS) {
    const isThere = files.includes(file) && readFileSync(path.join(TOP, file), "utf8").includes(`function ${name}(`);
    if (!isThere) throw new Error(`scripts/sentences.ts looks for ${name} in ${file}, which is not there`);
  }
}

/** What the exported functions of a file of `src/messages` return, and its exported constants. */
export function extractMessages(source: string): readonly string[] {
  const tree = parseAst(source, { lang: "ts" }) as unknown as Node;
  const exported = (tree["body"] as Node[]).flatMap((node) => {
    return node.type === "ExportNamedDeclaration" ? ((node["declaration"] as Node | null) ?? []) : [];
  });
  const expressions = exported.flatMap((node) => {
    if (node.type === "FunctionDeclaration") return listReturned(node);
    if (node.type !== "VariableDeclaration") return [];
    return (node["declarations"] as Node[]).flatMap(({ init }) => {
      const values = listValues(init as Node);
      return values.length > 0 ? values : [init as Node];
    });
  });
  const nodes = [...walkNodes(tree)];
  return toSentences(expressions.flatMap((node) => spellOut(node, nodes)));
}

/** The sentences of one file; `endings` are its functions that return the ends of some. */
export function extractSentences(source: string, endings: readonly string[] = []): readonly string[] {
  const tree = parseAst(source, { lang: "ts" }) as unknown as Node;
  const nodes = [...walkNodes(tree)];
  const expressions = [
    ...nodes.flatMap(findSentenceNodes),
    ...nodes.filter((node) => endings.includes(getFunctionName(node))).flatMap((node) => listReturned(node)),
    ...nodes.filter(isFaultTable).flatMap(({ init }) => listValues(init as Node)),
  ];
  return toSentences(expressions.flatMap((node) => spellOut(node, nodes)));
}

function toSentences(texts: readonly string[]): readonly string[] {
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

/** The expressions that become a sentence: the argument of an error, the detail of a gap. */
function findSentenceNodes(node: Node): readonly Node[] {
  const args = (node["arguments"] ?? []) as Node[];
  const callee = node["callee"] as Node | undefined;
  const last = args.at(-1);
  if (node.type === "NewExpression" && ERRORS.test(String(callee?.["name"]))) return last ? [last] : [];
  if (node.type === "CallExpression" && last) {
    const [first] = args;
    const adds = (callee?.["property"] as Node | undefined)?.["name"] === "add";
    if (adds && args.length === 2 && first?.type === "Literal" && GAPS.test(String(first["value"]))) return [last];
    const name = callee?.["name"] ?? (callee?.["property"] as Node | undefined)?.["name"];
    return HANDING_ON.test(String(name)) ? [last] : [];
  }
  if (node.type !== "ObjectExpression") return [];
  const fields = new Map(
    (node["properties"] as Node[]).map((one) => [(one["key"] as Node | undefined)?.["name"], one["value"] as Node]),
  );
  return fields.has("kind") ? [fields.get("detail"), fields.get("why")].filter((one) => one !== undefined) : [];
}

/** What an expression may come to, as far as it is written down: every way through its conditions. */
function spellOut(node: Node | undefined, nodes: readonly Node[]): readonly string[] {
  switch (node?.type) {
    case "Literal":
      return typeof node["value"] === "string" ? [node["value"]] : ["…"];
    case "TemplateLiteral": {
      const quasis = (node["quasis"] as { value: { cooked: string } }[]).map(({ value }) => [value.cooked]);
      // What stands in for a code that is missing makes no other sentence.
      const filled = (node["expressions"] as Node[]).map((one) =>
        one.type === "LogicalExpression" ? ["…"] : spellOut(one, nodes),
      );
      return combine(quasis.flatMap((text, at) => [text, filled[at] ?? [""]]));
    }
    case "BinaryExpression":
      return node["operator"] === "+"
        ? combine([spellOut(node["left"] as Node, nodes), spellOut(node["right"] as Node, nodes)])
        : ["…"];
    case "ConditionalExpression":
      return [...spellOut(node["consequent"] as Node, nodes), ...spellOut(node["alternate"] as Node, nodes)];
    case "LogicalExpression":
      return [...spellOut(node["left"] as Node, nodes), ...spellOut(node["right"] as Node, nodes)];
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "ParenthesizedExpression":
      return spellOut(node["expression"] as Node, nodes);
    case "Identifier":
      return spellConstant(node, nodes);
    case "CallExpression": {
      const callee = node["callee"] as Node;
      const name = String(callee["name"] ?? (callee["property"] as Node | undefined)?.["name"]);
      if (QUOTING.test(name)) return ['"…"'];
      return name === "suggestNearest" ? [""] : spellReturned(name, nodes);
    }
    default:
      return ["…"];
  }
}

/** What a constant of the same file holds. */
function spellConstant({ name, start }: Node, nodes: readonly Node[]): readonly string[] {
  const constants = nodes.filter((one) => one.type === "VariableDeclarator" && (one["id"] as Node)["name"] === name);
  const nearest = constants.filter((one) => one.start < start).at(-1);
  const init = nearest?.["init"] as Node | undefined;
  return init && /^(?:Literal|TemplateLiteral)$/.test(init.type) ? spellOut(init, nodes) : ["…"];
}

/** What a function of the same file returns, where that is written down. */
function spellReturned(name: string, nodes: readonly Node[]): readonly string[] {
  const home = nodes.find((one) => getFunctionName(one) === name);
  const texts = home ? listReturned(home).filter(({ type }) => /^(?:Literal|TemplateLiteral)$/.test(type)) : [];
  return texts.length > 0 && texts.length < 4 ? texts.flatMap((one) => spellOut(one, nodes)) : ["…"];
}

/** A constant `FAULTS` says by a code of somebody else's what is wrong. */
function isFaultTable(node: Node): boolean {
  return node.type === "VariableDeclarator" && (node["id"] as Node)["name"] === "FAULTS";
}

function listValues(node: Node): readonly Node[] {
  return [...walkNodes(node)].flatMap((one) => (one.type === "Property" ? [one["value"] as Node] : []));
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
