import { randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { quoteForMessage, UsageError } from "../errors.ts";
import type { Environment } from "../git/git.ts";
import { resolveOutputPath } from "../output-files/links.ts";
import { getErrorCode } from "../output-files/open-errors.ts";
import { findHookFolder, type HookFolder } from "./hook-folder.ts";
import { createHookScript, HOOKS, type HookName, isOurs, KEPT_SUFFIX, type Programs } from "./hook-script.ts";
import { detectManager } from "./managers.ts";

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
  return [...states.map(describeInstalled), ...states.flatMap(describeKept), ...describeCaveats(folder, programs)];
}

/** Removes our hooks, puts back what was there before, and returns the lines to print. */
export async function uninstallHooks({ repo, environment }: HookTarget): Promise<readonly string[]> {
  const { path, top } = await findHookFolder(repo, environment);
  await resolveOutputPath("core.hooksPath", path, [top]);
  const lines: string[] = [];
  for (const { hook, file, found, hasKept } of await readHookStates(path)) {
    if (found === "ours") {
      await explainFailure(file, () => (hasKept ? rename(file + KEPT_SUFFIX, file) : unlink(file)));
      lines.push(hasKept ? `${hook}: the hook that was there before is back.` : `${hook}: taken away.`);
    } else if (hasKept) {
      lines.push(
        `${hook}: somebody replaced the hook; what was there before it is in ${quoteForMessage(file + KEPT_SUFFIX)}.`,
      );
    }
  }
  return lines.length > 0 ? lines : [`There is no hook of openai-key-guard in ${quoteForMessage(path)}.`];
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
async function assertInstallable({ hook, file, found, hasKept }: HookState, folder: string): Promise<void> {
  const manager = detectManager(folder, found === "other" ? ((await readHook(file)) ?? "") : "");
  if (manager)
    throw new UsageError(
      `The hooks here are kept by ${manager.name}. Instead, ${HOOKS.map(manager.instead).join("; and ")}`,
    );
  if (found === "other" && (await lstat(file)).isDirectory())
    throw new UsageError(`${quoteForMessage(file)} is a folder, where git wants a hook; move it away.`);
  if (found !== "ours" && hasKept) {
    const [kept, current] = [quoteForMessage(file + KEPT_SUFFIX), quoteForMessage(file)];
    const rest =
      found === "other"
        ? `, and ${current} is another hook: bring the two together in ${current}`
        : `: move it to ${current}`;
    throw new UsageError(`${kept} is the ${hook} hook from before an earlier installation${rest}; then try again.`);
  }
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

function describeInstalled({ hook, file, found }: HookState): string {
  const subject = hook === "pre-commit" ? "what a commit brings" : "what a push brings";
  return `${hook}: ${subject} is searched for keys first${found === "ours" ? ", as before" : ""} (${quoteForMessage(file)}).`;
}

function describeKept({ hook, file, found, hasKept }: HookState): readonly string[] {
  if (found !== "other" && !hasKept) return [];
  return [`${hook}: the hook that was there is kept, and runs before ours (${quoteForMessage(file + KEPT_SUFFIX)}).`];
}

function describeCaveats({ path, scope }: HookFolder, { cli }: Programs): readonly string[] {
  return [
    ...(scope === "everywhere"
      ? ["core.hooksPath is set for all your repositories, so that both run in all of them."]
      : []),
    ...(scope === "work tree"
      ? [`${quoteForMessage(path)} is in the work tree, and the hooks name paths of this machine: do not commit them.`]
      : []),
    ...(/[\\/]_npx[\\/]/.test(cli)
      ? ["They run npx's copy, which npm may clear away; install openai-key-guard for good, and do this again."]
      : []),
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
  switch (error.code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new UsageError(`${quoteForMessage(file)} cannot be changed by you (${error.code}); run as its owner.`);
    case "ENOTDIR":
    case "EEXIST":
      return new UsageError(
        `${quoteForMessage(file)} is in no folder: core.hooksPath switches hooks off here; see git config --show-origin core.hooksPath.`,
      );
    default:
      return new UsageError(
        `${quoteForMessage(file)} cannot be changed (${getErrorCode(error)}); see whether the disk is full, and whether its path is right.`,
      );
  }
}
