/** Hooks are to be installed where nobody commits. */
export const NO_HOOKS_IN_BARE =
  "This is a bare repository: nobody commits in it. On a server, use a pre-receive hook: docs/hooks.md says how.";

/** The folder has no hooks. `folder` is quoted; `complaint` is git's. */
export function describeNoHookFolder(folder: string, complaint: string): string {
  return `Git finds no hooks for ${folder} (${complaint}). Name a folder in a work tree.`;
}

/** Another program manages the hooks. The lines to add follow. */
export function describeManagedHooks(manager: string): string {
  return `${manager} manages the hooks of this repository, so nothing was installed. Add these lines instead:`;
}

/** A folder is in the place of a hook. `file` is quoted. */
export function describeFolderForHook(file: string): string {
  return `${file} is a folder, but git runs a file of this name. Move the folder away, then run this again.`;
}

/** A hook was kept by an earlier installation, and ours is gone. `kept` and `current` are quoted. */
export function describeLeftoverHook(kept: string, current: string): string {
  return `${kept} is your hook from before an earlier installation. Move it to ${current}, then run this again.`;
}

/** The same where there is another hook by now. */
export function describeTwoHooks(kept: string, current: string): string {
  return `${kept} is your hook from before an earlier installation, and ${current} is another one. Merge both into ${current} and delete the first, then run this again.`;
}

/** The user may not write the hook. `file` is quoted; `code` is the system's. */
export function describeForbiddenHook(file: string, code: string): string {
  return `You may not change ${file} (${code}). Run this as the user who owns it.`;
}

/** core.hooksPath names no folder, which switches hooks off. `file` is quoted. */
export function describeDisabledHooks(file: string): string {
  return `${file} is not in a folder: core.hooksPath turns hooks off. To see where it is set, run: git config --show-origin core.hooksPath`;
}

/** The hook cannot be written for another reason. `file` is quoted; `code` is the system's. */
export function describeUnwritableHook(file: string, code: string): string {
  return `${file} could not be changed (${code}). See that the disk has room and that the path is right.`;
}

/** GIT_INDEX_FILE names a file that does not exist. `file` is quoted. */
export function describeMissingIndex(file: string): string {
  return `GIT_INDEX_FILE is ${file}, but there is no such file. Unset it, or name an index of git.`;
}

/** Git cannot read its index. `complaint` is git's. */
export function describeDamagedIndex(complaint: string): string {
  return `Git cannot read the list of staged files (${complaint}). Delete .git/index and run git reset, then stage your changes again.`;
}

/** A hook was given something else than git gives it. `line` is quoted. */
export function describeForeignInput(line: string): string {
  return `${line} is not what git tells a pre-push or pre-receive hook. Pass on the standard input of the hook. If another command in the hook reads it first, store it and give it to both.`;
}
