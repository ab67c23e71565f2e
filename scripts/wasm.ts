import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";

const SOURCE = path.join(import.meta.dirname, "teddy.as");
const TARGET = path.resolve(import.meta.dirname, "../src/detect/prefilter/teddy-code.ts");

/**
 * Compiles the Teddy matcher of the prefilter and writes it as a module, since `detect/` reads no files.
 *
 * @throws Error where the compiler refuses it.
 */
export async function writeTeddyCode(): Promise<void> {
  let code: Uint8Array | string | null = null;
  const options = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--initialMemory", "1"];
  const { error, stderr } = await asc.main(["teddy.ts", ...options, "--outFile", "teddy.wasm"], {
    readFile: (name) => (name === "teddy.ts" ? readFileSync(SOURCE, "utf8") : null),
    writeFile: (_name, content) => {
      code = content;
    },
    listFiles: () => [],
  });
  if (error || code === null) throw new Error(`Teddy does not compile: ${String(stderr)}`, { cause: error });
  const text = Buffer.from(code as Uint8Array).toString("base64");
  const lines = text.match(/.{1,100}/g) ?? [];
  writeFileSync(
    TARGET,
    [
      "// Made by scripts/wasm.ts from scripts/teddy.as; not to be edited.",
      "",
      "/** The WebAssembly module of Teddy, in base64. */",
      "export const TEDDY_CODE = [",
      ...lines.map((line) => `  "${line}",`),
      '].join("");',
      "",
    ].join("\n"),
  );
}

if (import.meta.main) await writeTeddyCode();
