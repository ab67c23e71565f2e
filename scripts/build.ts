import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type OutputChunk, type OutputOptions, rolldown } from "rolldown";
import { writeTypes } from "./declarations.ts";
import { notices, packagesOf } from "./licenses.ts";
import { sourcesId } from "./sources-id.ts";
import { writeSieve } from "./wasm.ts";

// Bundles src into dist, adds the licences of what went in, and makes the command executable.

// undici and the runner's http client are only reached by code we never call: unless these packages are said to be
// free of side effects, they are loaded at every start, which doubles the time a clean change costs.
const quiet = /node_modules[\\/](@actions|undici|tunnel)[\\/]/;

await writeSieve();
const dist = path.resolve(import.meta.dirname, "../dist");
const options: OutputOptions = {
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  // Docstrings are a third of the text, and every start would read past them.
  comments: { legal: true, annotation: true, jsdoc: false },
};
const bundle = await rolldown({
  cwd: path.dirname(dist),
  input: { action: "src/action.ts", cli: "src/cli.ts", library: "src/library.ts" },
  platform: "node",
  transform: { target: "node20.19", define: { SOURCES: JSON.stringify(sourcesId()) } },
  treeshake: { moduleSideEffects: (id) => !quiet.test(id) },
});

// What both doors load at every start goes into one file: each file more takes about as long as a git process.
const planned = (await bundle.generate(options)).output.filter((one) => one.type === "chunk");
const common = eagerIn(planned, "action.js").filter((id) => new Set(eagerIn(planned, "cli.js")).has(id));
const { output } = await bundle.write({
  ...options,
  dir: dist,
  cleanDir: true,
  codeSplitting: { groups: [{ name: "core", test: (id) => common.includes(id) }] },
});

/** The modules that a door loads before it does anything. */
function eagerIn(chunks: readonly OutputChunk[], door: string): readonly string[] {
  const seen = new Set<OutputChunk>();
  const visit = (name: string) => {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (!chunk || seen.has(chunk)) return;
    seen.add(chunk);
    for (const next of chunk.imports) visit(next);
  };
  visit(door);
  return [...seen].flatMap(({ moduleIds }) => moduleIds);
}

const chunks = output.filter((one) => one.type === "chunk");
writeFileSync(path.join(dist, "licenses.txt"), notices(packagesOf(chunks.flatMap(({ moduleIds }) => moduleIds))));
writeTypes("library.d.ts", path.join(dist, "types"));
chmodSync(path.join(dist, "cli.js"), 0o755);
for (const { fileName, code } of chunks) console.log(`${fileName.padEnd(32)} ${(code.length / 1024).toFixed(0)} KiB`);
