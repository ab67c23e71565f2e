import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "rolldown";

const TOP = path.resolve(import.meta.dirname, "..");

/**
 * Modules that are loaded when one of their functions is first called, by the file of the bundle that has them. They
 * export functions alone. What only they import is loaded with them.
 */
export const LATE: Readonly<Record<string, readonly string[]>> = {
  locate: ["src/sources/locate/opened-locators.ts"],
  detector: ["src/detect/blob-search.ts", "src/detect/name-search.ts", "src/detect/screen/self-test.ts"],
  findings: [
    "src/action/summary.ts",
    "src/scan/keys.ts",
    "src/scan/finding.ts",
    "src/report/json-finding.ts",
    "src/report/wording/key/places.ts",
    "src/openai/access/chosen-registry.ts",
    "src/git/commits/branches.ts",
    "src/git/trees/tree-diff.ts",
    "src/git/trees/listed-paths.ts",
    "src/sources/glob-matcher.ts",
    "src/settings/nearest.ts",
    "src/messages/errors/admin-key.ts",
    "src/messages/errors/command-line/settings.ts",
    "src/messages/errors/files/output-files.ts",
    "src/messages/errors/revisions.ts",
  ],
};

const ENTRY = "late:";
/** Followed by a path from the top: the name stands in the bundle, which is the same wherever it is built. */
const STUB = "\0stub:";

/** The entry points that the files of late modules are built from. */
export const LATE_ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(LATE).map((name) => [name, `${ENTRY}${name}`]),
);

const FILES = new Map(
  Object.entries(LATE).flatMap(([name, files]) => files.map((file) => [path.join(TOP, file), name])),
);

/**
 * Puts a stub in place of each late module. Its functions load the module with `require`, so that what calls them need not
 * wait for a promise, and a clean change never reads the text of what tells of keys.
 */
export function loadLate(): Plugin {
  return {
    name: "late-modules",
    resolveId: (source, importer, { kind }) => {
      if (source.startsWith(ENTRY)) return `\0${source}`;
      if (kind === "dynamic-import" || !importer || importer.startsWith("\0") || !source.startsWith(".")) return null;
      const file = path.resolve(path.dirname(importer), source);
      const name = FILES.get(file);
      return name === undefined || FILES.get(importer) === name ? null : `${STUB}${path.relative(TOP, file)}`;
    },
    load: (id) => {
      if (id.startsWith(`\0${ENTRY}`)) return writeEntry(LATE[id.slice(ENTRY.length + 1)] ?? []);
      return id.startsWith(STUB) ? writeStub(path.join(TOP, id.slice(STUB.length))) : null;
    },
  };
}

function writeEntry(files: readonly string[]): string {
  return files.map((file) => `export * from ${JSON.stringify(path.join(TOP, file))};`).join("\n");
}

/** @throws Error where the module exports more than functions. */
function writeStub(file: string): string {
  const text = readFileSync(file, "utf8");
  const other = /^export (?!type |(?:async )?function).*/m.exec(text)?.[0];
  if (other !== undefined) throw new Error(`${file} is loaded late and exports more than functions: ${other}`);
  const names = [...text.matchAll(/^export (?:async )?function\*? (\w+)/gm)].map(([, name]) => name);
  return [
    'import { createRequire } from "node:module";',
    "let late = null;",
    `const load = () => late ??= createRequire(import.meta.url)("./${FILES.get(file)}.js");`,
    ...names.map((name) => `export const ${name} = (...args) => load().${name}(...args);`),
  ].join("\n");
}
