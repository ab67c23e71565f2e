import type { Medium } from "../medium.ts";
import { type CheckText, describeFact } from "./check-text.ts";

/** Says which Node runs this. `platform` is the system and the processor. */
export function describeNode(version: string, platform: string): CheckText {
  return describeFact(`Node ${version} on ${platform}`);
}

/** Says that Node is too old. */
export function describeOldNode(version: string): CheckText {
  return { detail: `Node ${version} is too old.`, fix: "Install Node 20.19, 22.12 or newer." };
}

/** Says which git there is. */
export function describeGit(version: string): CheckText {
  return describeFact(`git ${version}`);
}

/** Says that git reads repositories and does not fetch single commits. */
export function describeNarrowGit(version: string, medium: Medium): CheckText {
  return medium === "workflow"
    ? {
        detail: `git ${version} cannot fetch single commits.`,
        fix: "Install git 2.29 or newer on the runner, or set fetch-depth: 0 for actions/checkout.",
      }
    : describeFact(`git ${version}. It reads repositories. Fetching single commits in a workflow needs git 2.29.`);
}

/** Says that git is too old. */
export function describeOldGit(version: string): CheckText {
  return { detail: `git ${version} is too old.`, fix: "Install git 2.24 or newer." };
}

/** Says that there is no git. */
export function describeMissingGit(): CheckText {
  return { detail: "git was not found.", fix: "Install git 2.24 or newer, and put it on the PATH." };
}

/** Says that git did not answer as git does. */
export function describeUnreadableGit(): CheckText {
  return { detail: "git did not say its version.", fix: "Run git version, and see what it answers." };
}

/** Says which version of this tool runs; `sourcesId` names the sources that a bundle was built from. */
export function describeOwnVersion(version: string, sourcesId: string | null): CheckText {
  return describeFact(`openai-key-guard ${version}${sourcesId === null ? "" : ` (src ${sourcesId.slice(0, 12)})`}`);
}

/** Says that the search works on this machine. */
export function describeWorkingSearch(): CheckText {
  return describeFact("The search finds every built-in sample key.");
}

/** Says that the search does not work on this machine. */
export function describeBrokenSearch(): CheckText {
  return {
    detail: "The search misses built-in sample keys, so it may miss real ones.",
    fix: "Install openai-key-guard again. If that does not help, report a bug.",
  };
}
