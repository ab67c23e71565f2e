import { execFile } from "node:child_process";
import { parse, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { quoteForMessage, UsageError } from "../errors.ts";
import { type Environment, extractComplaint } from "../git/git.ts";
import { GIT_NOT_FOUND } from "../messages/errors/git.ts";
import { describeNoHookFolder, NO_HOOKS_IN_BARE } from "../messages/errors/hooks.ts";

/** The folder where git looks for the hooks of the work tree `top`. `scope` is what else it applies to. */
export type HookFolder = { path: string; top: string; scope: "repository" | "work tree" | "everywhere" };

/**
 * Asks git where it looks for hooks, with the user's whole configuration (core.hooksPath).
 *
 * @throws UsageError where there is no work tree to commit in, or no git.
 */
export async function findHookFolder(repo: string, environment: Environment): Promise<HookFolder> {
  const bare = await askGit(repo, environment, ["rev-parse", "--is-bare-repository"]);
  if (bare === "true") throw new UsageError(NO_HOOKS_IN_BARE);
  const top = await askGit(repo, environment, ["rev-parse", "--show-toplevel"]);
  // Git takes a relative path from the folder that hooks run in: the top of the work tree.
  const path = resolve(top, await askGit(top, environment, ["rev-parse", "--git-path", "hooks"]));
  const config = ["config", "--show-scope", "--get", "core.hooksPath"];
  const [scope] = (await askGit(top, environment, config).catch(() => "")).split("\t");
  if (scope === "global" || scope === "system") return { path, top, scope: "everywhere" };
  const common = resolve(top, await askGit(top, environment, ["rev-parse", "--git-common-dir"]));
  return { path, top, scope: isWithin(top, path) && !isWithin(common, path) ? "work tree" : "repository" };
}

function isWithin(folder: string, path: string): boolean {
  return !/^(?:\.\.(?:[\\/]|$)|[A-Za-z]:|[\\/])/.test(relative(folder, path));
}

async function askGit(folder: string, environment: Environment, args: readonly string[]): Promise<string> {
  const start = resolve(folder);
  try {
    // Windows looks for programs in the working folder first, where a repository could hold a git.exe.
    const options = { cwd: parse(start).root, env: withoutKeys(environment), windowsHide: true };
    const { stdout } = await promisify(execFile)("git", ["-C", start, ...args], options);
    return stdout.replace(/\r?\n$/, "");
  } catch (error) {
    const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
    if (code === "ENOENT") throw new UsageError(GIT_NOT_FOUND);
    throw new UsageError(describeNoHookFolder(quoteForMessage(folder), extractComplaint(stderr)));
  }
}

/** The environment without our keys: git runs programs of the user's configuration. */
function withoutKeys(environment: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("OPENAI_")));
}
