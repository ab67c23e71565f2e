import { access } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { createGitError, type Environment, Git } from "./git.ts";
import { splitTokens } from "./process-streams.ts";
import { findRepository } from "./repository.ts";

/** What git ignores below a folder, by paths relative to it: whole folders, and single files. */
export type IgnoredFiles = { folders: readonly string[]; files: ReadonlySet<string> };

/** With `--directory` an ignored folder is listed by its name alone, without the files in it. */
const IGNORED = ["-z", "--others", "--ignored", "--exclude-standard", "--directory", "--full-name"];

/**
 * Lists what the .gitignore files of a work tree ignore below a folder. Nothing where the folder is in no work tree, and
 * never a file that is committed. Repositories inside it, such as submodules, are not looked into.
 */
export async function listIgnoredFiles(folder: string, environment: Environment): Promise<IgnoredFiles> {
  const root = resolve(folder);
  const top = await findWorkTree(root);
  const files = new Set<string>();
  const folders: string[] = [];
  if (top === null) return { folders, files };
  const git = new Git((await findRepository(top)).gitDir, environment);
  const lsFiles = git.start(["-C", top, `--work-tree=${top}`, "ls-files", ...IGNORED]);
  lsFiles.input.end();
  const prefix = root === top ? "" : `${relative(top, root).replaceAll(sep, "/")}/`;
  for await (const path of splitTokens(lsFiles.output)) {
    if (path.endsWith("/") && prefix.startsWith(path)) folders.push(""); // The folder itself is ignored.
    if (!path.startsWith(prefix)) continue;
    const relativePath = path.slice(prefix.length);
    if (path.endsWith("/")) folders.push(relativePath.slice(0, -1));
    else files.add(relativePath);
  }
  const exit = await lsFiles.exited;
  if (exit.code !== 0) throw createGitError(exit, "list files");
  return { folders, files };
}

/** The top of the work tree that a folder is in; null where it is in none. */
export async function findWorkTree(folder: string): Promise<string | null> {
  for (let here = folder; ; here = dirname(here)) {
    const isTop = await access(join(here, ".git")).then(
      () => true,
      () => false,
    );
    if (isTop) return here;
    if (dirname(here) === here) return null;
  }
}
