import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const TOP = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(TOP, file), "utf8");

/** What of the repository names its version. */
export type Places = {
  /** `package.json`, `package-lock.json` and `src/version.ts`, as text. */
  manifest: string;
  lock: string;
  source: string;
  changelog: string;
  /** README, pages and examples by their paths: what tells others which version to use. */
  pages: Readonly<Record<string, string>>;
};

/** A heading of a version in CHANGELOG.md: `## 1.2.3 - 2026-11-21`. */
const HEADING = /^## (\d+\.\d+\.\d+) - \d{4}-\d{2}-\d{2}$/gm;

/** Where a tag `vX.Y.Z` and what the repository says of its version disagree, a line each. None: it may be released. */
export function faultsOf(tag: string, places: Places): readonly string[] {
  const version = /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1];
  if (!version) return [`the tag ${tag} is not vX.Y.Z`];
  const lock = JSON.parse(places.lock) as { version: string; packages: Record<string, { version: string }> };
  const told = {
    "package.json": (JSON.parse(places.manifest) as { version: string }).version,
    "package-lock.json": lock.version === lock.packages[""]?.version ? lock.version : "two versions",
    "src/version.ts": /VERSION = "(.+)"/.exec(places.source)?.[1] ?? "no version",
    "CHANGELOG.md": [...places.changelog.matchAll(HEADING)][0]?.[1] ?? "no version",
  };
  const others = Object.entries(told).filter(([, one]) => one !== version);
  return [
    ...others.map(([file, one]) => `${file} says ${one}, and the tag ${version}`),
    ...(/^## Unreleased\n+### /m.test(places.changelog) ? ["CHANGELOG.md has changes that are not released"] : []),
    ...Object.entries(places.pages).flatMap(([file, text]) =>
      usedIn(text)
        .filter((one) => one !== version)
        .map((one) => `${file} shows ${one}, and the tag is ${version}`),
    ),
  ];
}

/** The versions that a text tells its reader to use: of the Action, of the package, of the hooks for pre-commit. */
export function usedIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:openai-key-guard[@#]| rev: )v?(\d+\.\d+\.\d+)/g)].map(([, version = ""]) => version);
}

/**
 * What CHANGELOG.md says of a version, for its release.
 *
 * @throws Error where it says nothing.
 */
export function notesOf(tag: string, changelog: string): string {
  const from = changelog.indexOf(`\n## ${tag.replace(/^v/, "")} - `);
  const start = changelog.indexOf("\n", from + 1);
  const end = changelog.indexOf("\n## ", start);
  const notes = from < 0 ? "" : changelog.slice(start, end < 0 ? undefined : end).trim();
  if (notes === "") throw new Error(`CHANGELOG.md says nothing of ${tag}`);
  return `${notes}\n`;
}

/** The places as they are in this repository. */
export function placesHere(): Places {
  const within = ["docs", "examples/workflows"].flatMap((folder) =>
    readdirSync(path.join(TOP, folder)).map((name) => `${folder}/${name}`),
  );
  const files = ["README.md", ...within.filter((file) => /\.(?:md|yml)$/.test(file))];
  return {
    manifest: read("package.json"),
    lock: read("package-lock.json"),
    source: read("src/version.ts"),
    changelog: read("CHANGELOG.md"),
    pages: Object.fromEntries(files.map((file) => [file, read(file)])),
  };
}

// node scripts/release.ts check v1.2.3 · node scripts/release.ts notes v1.2.3
if (import.meta.main) {
  const [, , command, tag = ""] = process.argv;
  if (command === "notes") process.stdout.write(notesOf(tag, read("CHANGELOG.md")));
  else {
    const faults = faultsOf(tag, placesHere());
    for (const fault of faults) console.error(fault);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
