import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const TOP = path.resolve(import.meta.dirname, "..");

/** As in tsconfig.json, which only checks; an entry that is named is compiled without it. */
const OPTIONS = [
  "--ignoreConfig --declaration --emitDeclarationOnly --target es2024 --lib es2024 --module nodenext --types node",
  "--strict --exactOptionalPropertyTypes --allowImportingTsExtensions --rewriteRelativeImportExtensions --skipLibCheck",
].flatMap((line) => line.split(" "));

/**
 * Writes the declarations of an entry of src, and of what they name, into a folder: those of all of src would show
 * readers the whole house. Import paths are made to end with `.js`, as every resolver knows them.
 */
export function writeTypes(entry: string, into: string): void {
  const all = mkdtempSync(path.join(tmpdir(), "declarations-"));
  const tsc = path.join(TOP, "node_modules/typescript/bin/tsc");
  const src = path.join(TOP, "src");
  const file = path.join(src, entry.replace(/\.d\.ts$/, ".ts"));
  execFileSync(process.execPath, [tsc, ...OPTIONS, "--rootDir", src, "--outDir", all, file], {
    stdio: "inherit",
    cwd: TOP,
  });
  const seen = new Set<string>();
  const copy = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(path.join(all, file), "utf8");
    const named = text.replaceAll(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, "$1$2.js$1");
    mkdirSync(path.dirname(path.join(into, file)), { recursive: true });
    writeFileSync(path.join(into, file), named);
    for (const [, target = ""] of named.matchAll(/["'](\.{1,2}\/[^"']+)\.js["']/g)) {
      copy(`${path.posix.join(path.posix.dirname(file), target)}.d.ts`);
    }
  };
  copy(entry);
  rmSync(all, { recursive: true });
}
