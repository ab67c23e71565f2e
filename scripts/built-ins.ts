import { isBuiltin } from "node:module";
import type { Plugin } from "rolldown";

/** An import of a chunk, as the bundler writes it: one a line. */
const IMPORT =
  /^import (?:(?<whole>[\w$]+)(?:, )?)?(?:\* as (?<all>[\w$]+)|\{ (?<names>[^}]*) \})? ?(?:from )?"(?<from>[^"]+)";$/gm;

/** What a clean change does not need, and takes long to load. */
const LATE = new Set(["crypto", "zlib", "fs/promises", "readline"]);

/**
 * Takes Node's own modules from `process.getBuiltinModule` in place of importing them. For an import Node reads
 * everything that a module exports, and some of that loads much more: `node:util`, `node:fs` and `node:crypto` together
 * cost half as much as the start of Node itself. Functions of modules that are seldom needed are taken when they are called.
 */
export function takeBuiltIns(): Plugin {
  return { name: "built-ins", renderChunk: (code) => code.replaceAll(IMPORT, rewriteImport) };
}

type Parts = Record<"whole" | "all" | "names" | "from", string | undefined>;

function rewriteImport(line: string, ...rest: readonly unknown[]): string {
  const { whole, all, names, from = "" } = rest.at(-1) as Parts;
  if (!isBuiltin(from)) return line;
  const taken = `process.getBuiltinModule("${from}")`;
  const modules = [whole, all].filter((name) => name !== undefined).map((name) => `const ${name} = ${taken};`);
  return [...modules, ...(names?.split(", ") ?? []).map((name) => takeName(name, from, taken))].join("\n");
}

function takeName(name: string, from: string, taken: string): string {
  const [exported = "", own = exported] = name.split(" as ");
  const isFunction = LATE.has(from.replace(/^node:/, "")) && /^[a-z]/.test(exported) && exported !== "constants";
  return `const ${own} = ${isFunction ? `(...args) => ${taken}.${exported}(...args)` : `${taken}.${exported}`};`;
}
