import { lstat, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import type { Change } from "../../domain/change.ts";
import type { Source } from "../../domain/source.ts";
import { UsageError } from "../../errors.ts";
import { GapCollector } from "../../git/gap-collector.ts";
import type { Environment } from "../../git/git.ts";
import { type IgnoredFiles, listIgnoredFiles } from "../../git/ignored-files.ts";
import { describeAbsentFile } from "../../messages/errors/files/paths.ts";
import { describeSpecialFile } from "../../messages/gaps/paths.ts";
import { buildGlobMatcher, type Globs } from "../glob-matcher.ts";
import { createExclusionOnlyError, parseGlobs } from "../path-filter.ts";
import { encodeDiskPath } from "./disk-path.ts";
import { FileWalk } from "./file-walk.ts";
import { type AskedFiles, FilesSource } from "./files-source.ts";
import { resolvePath } from "./links.ts";

/** Files to open. */
type FilesOptions = {
  root: string;
  /** What to read, relative to `root`; none means all files. */
  globs: readonly string[];
  /** Globs to exclude. */
  exclude: readonly string[];
  /** Whether to read ignored files too, which is where keys are often kept. The default is true. */
  ignored?: boolean;
  /** Whether a glob may match nothing as long as another matches: it is then a warning. The default is false. */
  areGlobsOptional?: boolean;
  /** For git, which lists the ignored files. */
  environment?: Environment;
};

/** Files on disk and their source. */
type OpenFiles = { change: Extract<Change, { kind: "files" }>; source: Source };

/**
 * Opens the files that globs match on disk. Links that lead elsewhere are followed: what they lead to in the same work
 * tree is read as if it stood there, and a key outside of that is a gap. Folders called .git are not read.
 *
 * @throws UsageError that names an invalid glob, or a file that does not exist.
 */
export async function openFiles(options: FilesOptions): Promise<OpenFiles> {
  const { globs, exclude, ignored = true, environment = {}, areGlobsOptional = false } = options;
  const top = resolve(options.root);
  const gaps = new GapCollector();
  const existing = await findExisting(top, globs.length > 0 ? globs : ["**"]);
  for (const name of existing.special) {
    gaps.add("unreadable", describeSpecialFile(name), { cause: "elsewhere", path: name });
  }
  const { wanted, unwanted, names } = await parseGlobs(existing.rest, exclude);
  const [absent] = names;
  if (absent !== undefined) {
    throw new UsageError(describeAbsentFile(absent, options.root));
  }
  if (wanted.length + existing.names.length === 0 && gaps.list().length === 0) throw createExclusionOnlyError(globs);
  const matcher = await buildGlobMatcher({ wanted, unwanted, names: existing.names });
  const hidden = ignored ? NOTHING_IGNORED : await listIgnoredFiles(top, environment);
  const hasGitFolders = [...wanted, ...existing.names.map((name) => `${name}/`)].some((glob) => glob.includes(".git/"));
  const root = await resolvePath(top).catch(() => top);
  const walk = new FileWalk({ root, matcher, hidden, hasGitFolders });
  const all = await compileEach(wanted, existing.names);
  return {
    change: { kind: "files", globs },
    source: new FilesSource(walk, { all, areOptional: areGlobsOptional }, gaps),
  };
}

/** Each glob and each name by itself: what was asked for, to say which of them matches nothing. */
async function compileEach(wanted: readonly string[], names: readonly string[]): Promise<readonly AskedFiles[]> {
  const compile = async (text: string, globs: Pick<Globs, "wanted" | "names">) => {
    const { isWanted } = await buildGlobMatcher({ ...globs, unwanted: [] });
    return { text, matches: isWanted, isName: globs.names.length > 0 };
  };
  return await Promise.all([
    ...names.map(async (name) => await compile(name, { wanted: [], names: [name] })),
    ...wanted.map(async (glob) => await compile(glob, { wanted: [glob], names: [] })),
  ]);
}

const NOTHING_IGNORED: IgnoredFiles = { folders: [], files: new Set() };

/**
 * Sorts out the globs that are the exact name of something on disk, as a shell passes `[id].ts`: that file or folder is
 * meant, and not what the glob would match. `special` are names of devices and of links to nothing, `rest` are the other
 * globs.
 */
async function findExisting(root: string, globs: readonly string[]) {
  const names: string[] = [];
  const special: string[] = [];
  const rest: string[] = [];
  for (const glob of globs) {
    const given = relative(root, resolve(root, glob)).replaceAll(sep, "/") || ".";
    const name = given.startsWith("../") ? null : await findName(root, given);
    if (name === null) rest.push(glob);
    else if (await isFileOrFolder(`${root}/${name}`)) names.push(name);
    else special.push(name);
  }
  return { names, special, rest };
}

/** A name as it is on disk: macOS decomposes letters that other systems write as one character (Unicode, NFC and NFD). */
async function findName(root: string, given: string): Promise<string | null> {
  for (const name of new Set([given, given.normalize("NFC"), given.normalize("NFD")])) {
    const isThere = await lstat(encodeDiskPath(`${root}/${name}`)).then(
      () => true,
      () => false,
    );
    if (isThere) return name;
  }
  return null;
}

/** Links are followed. */
async function isFileOrFolder(path: string): Promise<boolean> {
  return await stat(encodeDiskPath(path)).then(
    (stats) => stats.isFile() || stats.isDirectory(),
    (error: NodeJS.ErrnoException) => error.code === "EACCES", // The walk tells that it may not be read.
  );
}
