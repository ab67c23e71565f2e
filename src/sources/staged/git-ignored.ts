import { access } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { createGitError, type Environment, Git } from "../../git/git.ts";
import { splitTokens } from "../../git/process-streams.ts";
import { findRepository } from "../../git/repository.ts";

/** What git ignores below a folder, by paths from it: whole folders, and single files. */
export type Ignored = { folders: readonly string[]; files: ReadonlySet<string> };

/**
 * What the .gitignore files of a work tree hide. Nothing where the folder is in none, and never what is committed all the
 * same. Other repositories within it, as submodules, are not looked into and hide nothing.
 */
export async function ignoredIn(folder: string, environment: Environment): Promise<Ignored> {
  const root = resolve(folder);
  const top = await workTreeOf(root);
  const files = new Set<string>();
  const folders: string[] = [];
  if (top === null) return { folders, files };
  const git = new Git((await findRepository(top)).gitDir, environment);
  const running = git.start(["-C", top, `--work-tree=${top}`, "ls-files", ...IGNORED]);
  running.input.end();
  const prefix = root === top ? "" : `${relative(top, root).replaceAll(sep, "/")}/`;
  for await (const path of splitTokens(running.output)) {
    if (path.endsWith("/") && prefix.startsWith(path)) folders.push(""); // The folder itself is hidden.
    if (!path.startsWith(prefix)) continue;
    const own = path.slice(prefix.length);
    if (path.endsWith("/")) folders.push(own.slice(0, -1));
    else files.add(own);
  }
  const ending = await running.exited;
  if (ending.code !== 0) throw createGitError(ending, "list what .gitignore hides");
  return { folders, files };
}

/** Of an ignored folder only its name, and not all that is in it. */
const IGNORED = ["-z", "--others", "--ignored", "--exclude-standard", "--directory", "--full-name"];

async function workTreeOf(folder: string): Promise<string | null> {
  for (let here = folder; ; here = dirname(here)) {
    const isTop = await access(join(here, ".git")).then(
      () => true,
      () => false,
    );
    if (isTop) return here;
    if (dirname(here) === here) return null;
  }
}
