import { randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { quoteForMessage, UsageError } from "../errors.ts";
import type { Environment } from "../git/git.ts";
import { findHookFolder, type HookFolder } from "./folder.ts";
import { detectManager } from "./managers.ts";
import { HOOKS, type HookName, hookScript, isOurs, KEPT, type Programs } from "./script.ts";

/** The repository whose hooks are meant: a folder in its work tree. */
export type HooksOf = { repo: string; environment: Environment };

/** What stands at a hook's place. */
type Standing = { hook: HookName; file: string; is: "nothing" | "ours" | "theirs"; hasKept: boolean };

/**
 * Puts hooks before each commit and each push, and gives the lines to say about it. A hook that was there stays and runs
 * first. Doing it twice is safe. A UsageError, with nothing changed, where a program keeps the hooks, or they cannot be
 * written.
 */
export async function installHooks({ repo, environment, ...programs }: HooksOf & Programs): Promise<readonly string[]> {
  const folder = await findHookFolder(repo, environment);
  const standings = await standingsIn(folder.path);
  for (const one of standings) await refuse(one, folder.path);
  await written(folder.path, () => mkdir(folder.path, { recursive: true }));
  for (const one of standings) await written(one.file, () => install(one, hookScript(one.hook, programs)));
  return [...standings.map(installed), ...standings.flatMap(kept), ...remarks(folder, programs)];
}

/** Takes our hooks away, puts back what was there before, and gives the lines to say about it. */
export async function uninstallHooks({ repo, environment }: HooksOf): Promise<readonly string[]> {
  const { path } = await findHookFolder(repo, environment);
  const lines: string[] = [];
  for (const { hook, file, is, hasKept } of await standingsIn(path)) {
    if (is === "ours") {
      await written(file, () => (hasKept ? rename(file + KEPT, file) : unlink(file)));
      lines.push(hasKept ? `${hook}: the hook that was there before is back.` : `${hook}: taken away.`);
    } else if (hasKept) {
      lines.push(
        `${hook}: somebody replaced the hook; what was there before it is in ${quoteForMessage(file + KEPT)}.`,
      );
    }
  }
  return lines.length > 0 ? lines : [`There is no hook of openai-key-guard in ${quoteForMessage(path)}.`];
}

async function standingsIn(folder: string): Promise<readonly Standing[]> {
  return await Promise.all(
    HOOKS.map(async (hook) => {
      const file = join(folder, hook);
      const [text, hasKept] = [await textAt(file), await isThere(file + KEPT)];
      return { hook, file, is: text === null ? "nothing" : isOurs(text) ? "ours" : "theirs", hasKept } as const;
    }),
  );
}

/** What would be lost, or would not work, is refused before anything is changed. */
async function refuse({ hook, file, is, hasKept }: Standing, folder: string): Promise<void> {
  const manager = detectManager(folder, is === "theirs" ? ((await textAt(file)) ?? "") : "");
  if (manager)
    throw new UsageError(
      `The hooks here are kept by ${manager.name}. Instead, ${HOOKS.map(manager.instead).join("; and ")}`,
    );
  if (is === "theirs" && (await lstat(file)).isDirectory())
    throw new UsageError(`${quoteForMessage(file)} is a folder, where git wants a hook; move it away.`);
  if (is !== "ours" && hasKept) {
    const [was, now] = [quoteForMessage(file + KEPT), quoteForMessage(file)];
    const rest =
      is === "theirs" ? `, and ${now} is another hook: bring the two together in ${now}` : `: move it to ${now}`;
    throw new UsageError(`${was} is the ${hook} hook from before an earlier installation${rest}; then try again.`);
  }
}

/** A hook is always whole: git may run it at any time. */
async function install({ file, is }: Standing, script: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, script, { mode: 0o755, flag: "wx" });
  try {
    if (is === "theirs") await rename(file, file + KEPT);
    await rename(draft, file).catch(async (error: unknown) => {
      if (is === "theirs") await rename(file + KEPT, file);
      throw error;
    });
  } catch (error) {
    await unlink(draft);
    throw error;
  }
}

function installed({ hook, file, is }: Standing): string {
  const what = hook === "pre-commit" ? "what a commit brings" : "what a push brings";
  return `${hook}: ${what} is searched for keys first${is === "ours" ? ", as before" : ""} (${quoteForMessage(file)}).`;
}

function kept({ hook, file, is, hasKept }: Standing): readonly string[] {
  if (is !== "theirs" && !hasKept) return [];
  return [`${hook}: the hook that was there is kept, and runs before ours (${quoteForMessage(file + KEPT)}).`];
}

function remarks({ path, scope }: HookFolder, { cli }: Programs): readonly string[] {
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

/** The text of a hook; empty for what is no file, null for nothing at all. */
async function textAt(file: string): Promise<string | null> {
  if (!(await isThere(file))) return null;
  return await readFile(file, "latin1").catch(() => "");
}

/** A link that leads nowhere is there, too. */
async function isThere(file: string): Promise<boolean> {
  return await lstat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
      throw refusal(file, error);
    },
  );
}

async function written<T>(file: string, write: () => Promise<T>): Promise<T> {
  return await write().catch((error: unknown) => {
    throw refusal(file, error as NodeJS.ErrnoException);
  });
}

function refusal(file: string, error: NodeJS.ErrnoException): Error {
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
      return error;
  }
}
