import { chmodSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type OutputChunk, type OutputOptions, rolldown } from "rolldown";
import { writeConstants } from "./built-constants.ts";
import { takeBuiltIns } from "./built-ins.ts";
import { writeTypes } from "./declarations.ts";
import { LATE_ENTRIES, loadLate } from "./late-modules.ts";
import { notices, packagesOf } from "./licenses.ts";
import { sourcesId } from "./sources-id.ts";
import { writeTeddyBuckets } from "./teddy-buckets.ts";
import { writeWasmCode } from "./wasm.ts";

const TOP = path.resolve(import.meta.dirname, "..");
const ENTRIES = ["action", "cli", "library"] as const;

/** What threads run: a file of its own, because to load it is to run it. */
const WORKER = "src/sources/history/history-worker.ts";

// undici and the runner's http client are only reached by code we never call: unless these packages are said to be
// free of side effects, they are loaded at every start, which doubles the time a clean change costs.
const UNUSED_AT_START = /node_modules[\\/](@actions|undici|tunnel)[\\/]/;

/**
 * The file of each module that is not loaded at the start: one a folder of `src`, with the packages that this folder
 * needs. The first that fits counts.
 */
const CHUNKS: readonly (readonly [name: string, modules: RegExp])[] = [
  // What the steps of a workflow have beside the scan.
  [
    "steps",
    /src\/(?:action\/(?:(?:audit|rotate)\/(?!start)|default-branch|detail|doctor|resolve-alerts)|github\/workflow-run)/,
  ],
  ["openai", /src\/openai\//],
  // What a command says of itself; what it runs is loaded with it.
  ["help", /src\/messages\/(?:command-line\/|doctor\/command|hooks|ignore-command)/],
  ["doctor", /src\/(?:doctor|messages\/doctor)\//],
  ["openai-sdk", /node_modules\/openai\//],
  ["archives", /src\/detect\/|node_modules\/(?:yauzl|pend|buffer-crc32)\//],
  ["history", /src\/sources\/history\//],
  ["staged", /src\/sources\/staged\//],
  ["github", /src\/(?:github\/|sources\/alerts\/|targets\/(?:alerts\/|default-branch|keys-file|base-keys))/],
  ["sources", /src\/(?:sources\/|git\/|targets\/|settings\/settings-digest)/],
  // What of the domain is not needed at start is needed to tell of keys.
  ["audit-csv", /src\/report\/audit\/csv\.ts$|node_modules\/csv-stringify\//],
  // Rotations write prose as audits do.
  ["report", /src\/report\/audit\/prose\.ts$/],
  // With the notice of an audit: what is told of audits needs what is told of keys, and never the other way round.
  ["audit-rules", /src\/(?:(?:report\/(?:wording\/)?|messages\/)?audit\/|report\/notice\/audit-notice\.ts$)/],
  // What is told of a leaked key has words of rotations, too: those stay with the words of reports.
  ["rotation", /src\/(?:report\/rotation\/|settings\/(?:rotation|command-words)|rotate\/)/],
  ["report", /src\/(?:report|domain)\//],
  ["audit-run", /src\/audit-run\//],
  ["notify", /src\/(?:notify\/|(?:action|cli)\/send-news)/],
  ["sweep", /src\/sweep\//],
  ["journal", /src\/journal\//],
  ["ignore-file", /src\/(?:ignore-file\/|settings\/yaml(?:-entry)?\.ts$)|node_modules\/yaml\//],
  ["messages", /src\/messages\//],
  ["audit-command", /src\/(?:cli\/(?:audit-typed|demo-audit|kept-secrets|print-audit)|settings\/audit-fixes)/],
  ["sweep-command", /src\/cli\/sweep\//],
  ["rotate-command", /src\/cli\/(?:print-rotation|rotate-typed|rotation-world)/],
  // The Action's doctor looks at hooks, and must not load the command line, which is to run it.
  ["hooks", /src\/hooks\//],
  ["commands", /src\/cli\/|node_modules\/commander\//],
  [
    "terminal",
    /node_modules\/(?:cli-progress|supports-hyperlinks|string-width|strip-ansi|ansi-regex|emoji-regex|is-fullwidth-code-point|has-flag|supports-color)\//,
  ],
  ["sandbox", /src\/sandbox\//],
  [
    "globs",
    /node_modules\/(?:fast-glob|micromatch|picomatch|braces|fill-range|to-regex-range|is-number|glob-parent|is-glob|is-extglob|merge2|fastq|reusify|run-parallel|queue-microtask|@nodelib)\//,
  ],
  // WebAssembly in a text of 460 KB: loaded when a secret of GitHub's is written.
  ["sodium", /node_modules\/libsodium(?:-wrappers)?\//],
  ["scan", /rolldown\/runtime/],
  ["octokit", /node_modules\//],
];

/** What stays in the file of the entry point that loads it. */
const OWN = /src\/(?!cli\/(?:terminal|links))(?:(?:cli|library)(?:\.ts$|\/)|action\.ts$)/;

/** What the Action alone loads at its start. Other code that it shares with what is loaded later is no reason to load this. */
const EVENT = /src\/(?:action\/|targets\/event-|github\/(?!payload))|node_modules\/@actions\//;

const OUTPUT: OutputOptions = {
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  // With short names one export more would rename all others, and touch every file that imports them.
  minifyInternalExports: false,
  // Docstrings are a third of the text, and every start would read past them.
  comments: { legal: true, annotation: true, jsdoc: false },
  plugins: [takeBuiltIns()],
};

/**
 * Bundles `src` into a folder, with the licences of what went in and the library's declarations, and makes the command
 * executable. Gives the chunks, largest first.
 */
export async function build(folder: string): Promise<readonly OutputChunk[]> {
  rmSync(folder, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: TOP,
    input: {
      ...Object.fromEntries(ENTRIES.map((name) => [name, `src/${name}.ts`])),
      [path.basename(WORKER, ".ts")]: WORKER,
      audit: "src/action/audit/start.ts",
      rotate: "src/action/rotate/start.ts",
      ...LATE_ENTRIES,
    },
    plugins: [loadLate(), writeConstants()],
    platform: "node",
    preserveEntrySignatures: "allow-extension",
    transform: { target: "node20.19" },
    treeshake: { moduleSideEffects: (id) => !UNUSED_AT_START.test(id) },
  });
  const planned = (await bundle.generate(OUTPUT)).output.filter((one) => one.type === "chunk");
  const { output } = await bundle.write({
    ...OUTPUT,
    dir: folder,
    // Only the modules that a name is given for: with their dependencies, the first of the files would have them all.
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: chunkNames(planned), debugName: "folders" }],
    },
  });
  const chunks = output.filter((one) => one.type === "chunk");
  const packages = packagesOf(chunks.flatMap(({ moduleIds }) => moduleIds));
  writeFileSync(path.join(folder, "licenses.txt"), notices(packages));
  writeFileSync(path.join(folder, "sources.txt"), `${sourcesId()}\n`);
  writeTypes("library.d.ts", path.join(folder, "types"));
  chmodSync(path.join(folder, "cli.js"), 0o755);
  return chunks.toSorted((a, b) => b.code.length - a.code.length);
}

/**
 * Names the chunk of each module. What entry points load at their start is one file, `scan`, since each file more takes
 * about as long as a git process; what the Action alone needs of an event is another, and what is an entry point's own
 * stays in its file.
 */
function chunkNames(planned: readonly OutputChunk[]): (id: string) => string | null {
  const [action, cli, library] = ENTRIES.map((name) => new Set(modulesAtStart(planned, `${name}.js`)));
  const nameAtStart = (id: string) => {
    if (cli?.has(id) || library?.has(id)) return "scan";
    if (!action?.has(id)) return null;
    return EVENT.test(id.split(path.sep).join("/")) ? "event" : "scan";
  };
  const loadedLate = Object.keys(LATE_ENTRIES).map((name) => ({
    name,
    modules: new Set(modulesAtStart(planned, `${name}.js`)),
  }));
  return (id) => {
    const file = id.split(path.sep).join("/");
    if (file.endsWith(WORKER)) return null;
    const start = nameAtStart(id);
    if (start !== null) return OWN.test(file) ? null : start;
    const late = loadedLate.find(({ modules }) => modules.has(id));
    if (late) return late.name;
    return CHUNKS.find(([, modules]) => modules.test(file))?.[0] ?? null;
  };
}

/** The modules that an entry point loads before it does anything. */
function modulesAtStart(chunks: readonly OutputChunk[], entry: string): readonly string[] {
  const seen = new Set<OutputChunk>();
  const visit = (name: string) => {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (!chunk || seen.has(chunk)) return;
    seen.add(chunk);
    for (const next of chunk.imports) visit(next);
  };
  visit(entry);
  return [...seen].flatMap(({ moduleIds }) => moduleIds);
}

if (import.meta.main) {
  writeTeddyBuckets();
  await writeWasmCode();
  for (const { fileName, code } of await build(path.join(TOP, "dist"))) {
    console.log(`${fileName.padEnd(20)} ${(code.length / 1024).toFixed(0).padStart(4)} KiB`);
  }
}
