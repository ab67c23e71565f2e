import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";

/** A module of WebAssembly: its source in this folder, and the file and constant that hold what it compiles to. */
type WasmModule = { source: string; target: string; constant: string; options: readonly string[] };

const TEDDY: WasmModule = {
  source: "teddy",
  target: "src/detect/prefilter/teddy-code.ts",
  constant: "TEDDY_CODE",
  options: ["--runtime", "stub", "--initialMemory", "1"],
};

/** Teddy's tables and places stand at the beginning of its memory, before what the compiler puts there. */
const PACK: WasmModule = {
  source: "pack",
  target: "src/git/packs/pack-code.ts",
  constant: "PACK_CODE",
  options: ["--runtime", "minimal", "--use", "abort=", "--memoryBase", "45056"],
};

/**
 * Compiles what is written in AssemblyScript and writes it as modules, since `detect/` reads no files.
 *
 * @throws Error where the compiler refuses it.
 */
export async function writeWasmCode(): Promise<void> {
  for (const module of [TEDDY, PACK]) await writeModule(module);
}

async function writeModule({ source, target, constant, options }: WasmModule): Promise<void> {
  let code: Uint8Array | string | null = null;
  const common = ["-O3", "--noAssert", "--enable", "simd", "--outFile", "code.wasm"];
  const { error, stderr } = await asc.main([`${source}.ts`, ...common, ...options], {
    readFile: (name) => readSource(name),
    writeFile: (_name, content) => {
      code = content;
    },
    listFiles: () => [],
  });
  if (error || code === null) throw new Error(`${source}.as does not compile: ${String(stderr)}`, { cause: error });
  const lines =
    Buffer.from(code as Uint8Array)
      .toString("base64")
      .match(/.{1,100}/g) ?? [];
  writeFileSync(
    path.resolve(import.meta.dirname, "..", target),
    [
      `// Made by scripts/wasm.ts from scripts/${source}.as; not to be edited.`,
      "",
      "/** A module of WebAssembly, in base64. */",
      `export const ${constant} = [`,
      ...lines.map((line) => `  "${line}",`),
      '].join("");',
      "",
    ].join("\n"),
  );
}

/** The compiler asks for `name.ts`; ours end in `.as`, so that TypeScript leaves them alone. */
function readSource(name: string): string | null {
  const source = [TEDDY, PACK].find((module) => name === `${module.source}.ts`)?.source;
  return source === undefined ? null : readFileSync(path.join(import.meta.dirname, `${source}.as`), "utf8");
}

if (import.meta.main) await writeWasmCode();
