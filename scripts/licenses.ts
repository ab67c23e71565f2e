import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The packages whose code stands in a bundle, by the module paths that the bundler reports. */
export function packagesOf(modules: Iterable<string>): readonly string[] {
  const folders = new Set<string>();
  for (const id of modules) {
    const name = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
    if (name) folders.add(name);
  }
  return [...folders].toSorted();
}

/** The licence texts of these packages, each with its name and version. A package without any is an error. */
export function notices(folders: readonly string[]): string {
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Record<
      string,
      string
    >;
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
    if (!file && !license) throw new Error(`${name} has no licence`);
    const text = file
      ? readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim()
      : `Licensed under ${license}.`;
    return `${name} ${version}\n\n${text}\n`;
  });
  const head = "openai-key-guard is bundled with the packages below, each under its own licence.\n";
  return [head, ...new Set(parts)].join(`\n${"-".repeat(80)}\n\n`);
}
