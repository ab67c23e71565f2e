import { randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { quoteForMessage, UsageError } from "../errors.ts";
import type { Environment } from "../git/git.ts";
import {
  describeDisabledHooks,
  describeFolderForHook,
  describeForbiddenHook,
  describeLeftoverHook,
  describeManagedHooks,
  describeTwoHooks,
  describeUnwritableHook,
} from "../messages/errors/hooks.ts";
import {
  describeHooksInWorkTree,
  describeInstalledHook,
  describeKeptHook,
  describeNoHooks,
  describeRemovedHook,
  describeReplacedHook,
  HOOKS_EVERYWHERE,
  HOOKS_RUN_CACHE,
} from "../messages/hooks.ts";
import { resolveOutputPath } from "../output-files/links.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import { findHookFolder, type HookFolder } from "./hook-folder.ts";
import { createHookScript, HOOKS, type HookName, isOurs, KEPT_SUFFIX, type Programs } from "./hook-script.ts";
import { detectManager, formatAdditions } from "./managers.ts";

/** The repository to put hooks into: a folder in its work tree. */
export type HookTarget = { repo: string; environment: Environment };

/** What is at a hook's path now. `hasKept` is whether an earlier installation kept another hook beside it. */
type HookState = { hook: HookName; file: string; found: "nothing" | "ours" | "other"; hasKept: boolean };

/**
 * Puts hooks before each commit and each push, and returns the lines to print. A hook that was there stays and runs first.
 * Installing twice is safe.
 *
 * @throws UsageError, with nothing changed, where a hook manager keeps the hooks, or they cannot be written.
 */
export async function installHooks({
  repo,
  environment,
  ...programs
}: HookTarget & Programs): Promise<readonly string[]> {
  const folder = await findHookFolder(repo, environment);
  // A change may bring the folder that core.hooksPath names as a link to somewhere else.
  await resolveOutputPath("core.hooksPath", folder.path, [folder.top]);
  const states = await readHookStates(folder.path);
  for (const state of states) await assertInstallable(state, folder.path);
  await explainFailure(folder.path, () => mkdir(folder.path, { recursive: true }));
  for (const state of states)
    await explainFailure(state.file, () => writeHook(state, createHookScript(state.hook, programs)));
  return [...states.flatMap(listInstalled), ...listCaveats(folder, programs)];
}

/** Removes our hooks, puts back what was there before, and returns the lines to print. */
export async function uninstallHooks({ repo, environment }: HookTarget): Promise<readonly string[]> {
  const { path, top } = await findHookFolder(repo, environment);
  await resolveOutputPath("core.hooksPath", path, [top]);
  const lines: string[] = [];
  for (const { hook, file, found, hasKept } of await readHookStates(path)) {
    if (found === "ours") {
      await explainFailure(file, () => (hasKept ? rename(file + KEPT_SUFFIX, file) : unlink(file)));
      lines.push(describeRemovedHook(hook, hasKept));
    } else if (hasKept) {
      lines.push(describeReplacedHook(hook, quoteForMessage(file + KEPT_SUFFIX)));
    }
  }
  return lines.length > 0 ? lines : [describeNoHooks(quoteForMessage(path))];
}

async function readHookStates(folder: string): Promise<readonly HookState[]> {
  return await Promise.all(
    HOOKS.map(async (hook) => {
      const file = join(folder, hook);
      const [text, hasKept] = [await readHook(file), await exists(file + KEPT_SUFFIX)];
      return { hook, file, found: text === null ? "nothing" : isOurs(text) ? "ours" : "other", hasKept } as const;
    }),
  );
}

/** @throws UsageError where a hook would be lost or would not run. It is called before anything is changed. */
async function assertInstallable({ file, found, hasKept }: HookState, folder: string): Promise<void> {
  const manager = detectManager(folder, found === "other" ? ((await readHook(file)) ?? "") : "");
  if (manager) throw new UsageError(`${describeManagedHooks(manager.name)}\n${formatAdditions(manager)}`);
  const [kept, current] = [quoteForMessage(file + KEPT_SUFFIX), quoteForMessage(file)];
  if (found === "other" && (await lstat(file)).isDirectory()) throw new UsageError(describeFolderForHook(current));
  if (found === "ours" || !hasKept) return;
  throw new UsageError((found === "other" ? describeTwoHooks : describeLeftoverHook)(kept, current));
}

/** Writes a draft and renames it: git may run the hook at any time, and must find it whole. */
async function writeHook({ file, found }: HookState, script: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, script, { mode: 0o755, flag: "wx" });
  try {
    if (found === "other") await rename(file, file + KEPT_SUFFIX);
    await rename(draft, file).catch(async (error: unknown) => {
      if (found === "other") await rename(file + KEPT_SUFFIX, file);
      throw error;
    });
  } catch (error) {
    await unlink(draft);
    throw error;
  }
}

function listInstalled({ hook, file, found, hasKept }: HookState): readonly string[] {
  const kept = quoteForMessage(file + KEPT_SUFFIX);
  return [
    describeInstalledHook(hook, quoteForMessage(file), found === "ours"),
    ...(found === "other" || hasKept ? [describeKeptHook(hook, kept)] : []),
  ];
}

function listCaveats({ path, scope }: HookFolder, { cli }: Programs): readonly string[] {
  return [
    ...(scope === "everywhere" ? [HOOKS_EVERYWHERE] : []),
    ...(scope === "work tree" ? [describeHooksInWorkTree(quoteForMessage(path))] : []),
    ...(/[\\/]_npx[\\/]/.test(cli) ? [HOOKS_RUN_CACHE] : []),
  ];
}

/** The text of a hook; empty for a folder and the like, null when nothing is there. */
async function readHook(file: string): Promise<string | null> {
  if (!(await exists(file))) return null;
  return await readFile(file, "latin1").catch(() => "");
}

/** Whether the path exists; a dangling link does. */
async function exists(file: string): Promise<boolean> {
  return await lstat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
      throw explainError(file, error);
    },
  );
}

async function explainFailure<T>(file: string, write: () => Promise<T>): Promise<T> {
  return await write().catch((error: unknown) => {
    throw explainError(file, error as NodeJS.ErrnoException);
  });
}

function explainError(file: string, error: NodeJS.ErrnoException): Error {
  const name = quoteForMessage(file);
  switch (error.code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new UsageError(describeForbiddenHook(name, error.code));
    case "ENOTDIR":
    case "EEXIST":
      return new UsageError(describeDisabledHooks(name));
    default:
      return new UsageError(describeUnwritableHook(name, getErrorCode(error)));
  }
}
