import { quoteForMessage } from "../quote.ts";

export const GIT_NOT_FOUND = "Git was not found. Install git 2.24 or newer and put it on the PATH.";

/** Git refuses the folder, since another user owns it. */
export const GIT_REFUSES_OWNER =
  "Another user owns this repository, and this version of git refuses to read it. Run as the owner, or install a newer git.";

/** Git does not see a repository where there is a `.git`. */
export const GIT_SEES_NO_REPOSITORY =
  "Git finds no valid repository here: its .git folder is incomplete or damaged. Run git fsck, or clone again.";

/** Git lacks an option or does not know the repository's format; `task`: what it was to do, as "list objects". */
export function describeOldGit(task: string, complaint: string): string {
  return `This version of git is too old to ${task} here (${complaint}). Install a newer one.`;
}

/** A value in git's configuration is not one that git takes. */
export function describeGitConfiguration(complaint: string): string {
  return `Git refuses its own configuration (${complaint}). Find the value with git config --show-origin --list, and correct it.`;
}

/** The folder that was named does not exist. */
export function describeMissingFolder(folder: string): string {
  return `There is no folder ${quoteForMessage(folder)}. Name one inside a git repository.`;
}

/** The folder that was named is in no repository. */
export function describeNoRepository(folder: string): string {
  return `${quoteForMessage(folder)} is not in a git repository. Name a folder that is, or scan files without git: scan --files.`;
}
