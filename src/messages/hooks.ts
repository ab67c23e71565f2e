/** What a hook stops. */
type Stopped = "commit" | "push";

/** What the help of `hook` says. */
export const HOOK_HELP = {
  summary: "Scan before each commit and each push.",
  description:
    "Installs two git hooks in this repository: pre-commit scans what is staged, pre-push scans what is pushed. A hook that is there already is kept and runs first. uninstall removes both and puts back what was there before.",
  where: "Where:",
  install: "from now on",
  uninstall: "no longer",
} as const;

/** A hook that was written. `file` is quoted; `isUpdate`: it was ours before. */
export function describeInstalledHook(hook: string, file: string, isUpdate: boolean): string {
  const scanned = hook === "pre-push" ? "push" : "commit";
  return `${isUpdate ? "Updated" : "Installed"} the ${hook} hook: it scans what you ${scanned}. File: ${file}`;
}

/** A hook of somebody else, which ours runs. `file`, where it is now, is quoted. */
export function describeKeptHook(hook: string, file: string): string {
  return `Your earlier ${hook} hook still runs, before ours. It is now ${file}`;
}

/** core.hooksPath is set for the user or the machine. */
export const HOOKS_EVERYWHERE = "core.hooksPath is set for all your repositories: the hooks run in every one of them.";

/** The folder of hooks is in the work tree. `folder` is quoted. */
export function describeHooksInWorkTree(folder: string): string {
  return `${folder} is in the work tree. Do not commit the hooks: they name paths of this machine.`;
}

/** The hooks start a program that npm may delete. */
export const HOOKS_RUN_CACHE =
  "The hooks run the copy in npx's cache, which npm may delete. Install openai-key-guard with npm install --global, then run openai-key-guard hook install again.";

/** A hook of ours that was removed. `isRestored`: what was there before is back. */
export function describeRemovedHook(hook: string, isRestored: boolean): string {
  return `Removed the ${hook} hook.${isRestored ? " Your earlier hook is back." : ""}`;
}

/** Somebody replaced our hook, and the one from before ours is still kept. `file` is quoted. */
export function describeReplacedHook(hook: string, file: string): string {
  return `The ${hook} hook is not ours any more, so it was not changed. The hook from before ours is ${file}`;
}

/** There was nothing to remove. `folder` is quoted. */
export function describeNoHooks(folder: string): string {
  return `No hook of openai-key-guard is installed in ${folder}.`;
}

/** The comment on the first lines of a hook. Hooks are known by its beginning, which must not change. */
export const HOOK_MARK =
  "# Written by openai-key-guard; to remove it, run: openai-key-guard hook uninstall. Edits are overwritten.";

/**
 * What a hook says that cannot start the scanner, a line each. It stands in double quotes of a shell script: `missing` and
 * `self` are variables of that script.
 */
export function describeMissingProgram(stopped: Stopped, missing: string, self: string): readonly string[] {
  return [
    `openai-key-guard: ${stopped} stopped, it could not be scanned: ${missing} is missing.`,
    "  Install what is missing (Node or openai-key-guard), then run: openai-key-guard hook install",
    `  Skip once: git ${stopped} --no-verify. To remove the hook: delete ${self}`,
  ];
}
