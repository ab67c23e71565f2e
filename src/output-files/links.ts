import { readlink, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, parse, resolve, sep } from "node:path";
import { UsageError } from "../errors.ts";
import { describeLinkInCheckout, describeLinkLoop } from "../messages/errors/files/output-files.ts";

/** Linux gives up after as many (path_resolution(7)). */
const MAX_LINKS = 40;

/**
 * Where a path leads, with its links followed; the file itself need not be there. A link that lies in one of the checkouts
 * is refused: a change may have brought it, and would choose which file of ours is written over. Links elsewhere are the
 * operator's, such as /tmp on macOS. `name` is what the reader calls the file.
 *
 * @throws UsageError for a link in a checkout, and for links that go round in circles.
 */
export async function resolveOutputPath(name: string, file: string, checkouts: readonly string[]): Promise<string> {
  const { root } = parse(resolve(file));
  let folder = root;
  let rest: readonly string[] = splitPath(resolve(file).slice(root.length));
  for (let links = 0; rest.length > 0; ) {
    const [part = "", ...others] = rest;
    // What a process has open (/dev/stdout, and <(…) of a shell) are links that lead to no path.
    if (part === "proc" && folder === "/") return join(folder, ...rest);
    const path = join(folder, part);
    const target = part === ".." ? null : await readlink(path).catch(() => null);
    rest = others;
    if (target === null) {
      folder = path;
      continue;
    }
    if (await isPlanted(path, checkouts)) throw new UsageError(describeLinkInCheckout(name, file, path));
    links += 1;
    if (links > MAX_LINKS) throw new UsageError(describeLinkLoop(name, file));
    if (isAbsolute(target)) folder = parse(target).root;
    rest = [...splitPath(isAbsolute(target) ? target.slice(folder.length) : target), ...others];
  }
  return folder;
}

function splitPath(path: string): readonly string[] {
  return path.split(sep === "/" ? sep : /[/\\]/).filter((part) => part !== "" && part !== ".");
}

/** Whether a link lies in one of the checkouts. What is in its `.git` came with no change: git takes no such paths. */
async function isPlanted(link: string, checkouts: readonly string[]): Promise<boolean> {
  if (basename(link) === ".git") return false;
  const tops = await Promise.all(checkouts.map(identifyFolder));
  for (let here = dirname(link); ; here = dirname(here)) {
    if (dirname(here) === here || basename(here) === ".git") return false;
    const id = await identifyFolder(here);
    if (id !== null && tops.includes(id)) return true;
  }
}

/** Names depend on how a folder was reached; where it is on its disk does not. Null where there is none. */
async function identifyFolder(folder: string): Promise<string | null> {
  const found = await stat(folder, { bigint: true }).catch(() => null);
  return found === null ? null : `${found.dev}:${found.ino}`;
}

/** The checkout around a folder: the nearest folder, it or above, that has a `.git`; null where none has. */
export async function findCheckout(folder: string): Promise<string | null> {
  for (let here = resolve(folder); dirname(here) !== here; here = dirname(here)) {
    if ((await stat(join(here, ".git")).catch(() => null)) !== null) return here;
  }
  return null;
}
