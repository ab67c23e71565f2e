import type { RangeChoice, RangeName } from "../../domain/change.ts";
import type { Medium } from "../medium.ts";
import { type CheckText, describeFact, joinNames } from "./check-text.ts";

/** Says that the folder is in a repository. */
export function describeRepository(): CheckText {
  return describeFact("This folder is in a git repository.");
}

/** Says that the folder is in no repository. */
export function describeNoRepository(medium: Medium): CheckText {
  return medium === "workflow"
    ? {
        detail: "No repository is checked out. The Action fetches the commits of an event itself.",
        fix: "For scan: files or scan: history, add actions/checkout before this step.",
      }
    : { detail: "This folder is not in a git repository.", fix: "Run this in a repository, or name one with --repo." };
}

/** Says that the folder does not exist. `quoted` is its name in quotes. */
export function describeNoFolder(quoted: string): CheckText {
  return { detail: `There is no folder ${quoted}.`, fix: "Name an existing folder with --repo." };
}

/** Says that all of the history is there. */
export function describeWholeClone(): CheckText {
  return describeFact("The clone is complete: neither shallow nor partial.");
}

/** Says that older commits are missing. */
export function describeShallowClone(medium: Medium): CheckText {
  return medium === "workflow"
    ? describeFact("The clone is shallow. The Action fetches the commits of a change itself.")
    : {
        detail: "The clone is shallow. Its older commits are missing and cannot be scanned.",
        fix: "Run git fetch --unshallow.",
      };
}

/** Says that a scan of the history needs what a shallow clone does not have. */
export function describeShallowHistory(): CheckText {
  return {
    detail: "The clone is shallow, and a scan of the history needs every commit.",
    fix: "Set fetch-depth: 0 for actions/checkout.",
  };
}

/** Says that contents of files are missing. */
export function describePartialClone(medium: Medium): CheckText {
  return medium === "workflow"
    ? describeFact("The clone is partial. The Action fetches the contents of a change itself.")
    : {
        detail: "The clone is partial. Files that git has not fetched yet cannot be scanned.",
        fix: "Clone the repository again without --filter.",
      };
}

const CHOICES: Readonly<Record<RangeChoice, string>> = {
  upstream: "the upstream of this branch",
  "remote-default": "the default branch of the remote, because this branch has no upstream",
  "local-default": "the local default branch, because there is no upstream and no remote",
  "all-commits": "",
};

/** Says what `scan` reads where it is given no range. */
export function describeDefaultRange({ text, chosenBy }: RangeName): CheckText {
  return describeFact(
    chosenBy === null || chosenBy === "all-commits"
      ? "Without a range, scan reads every commit of this branch, because there is nothing to compare it with."
      : `Without a range, scan reads ${text}. It compares with ${CHOICES[chosenBy]}.`,
  );
}

/** Says that nothing was committed yet. */
export function describeNoCommit(): CheckText {
  return { detail: "The repository has no commit yet.", fix: "Scan what is staged: openai-key-guard scan --staged." };
}

/** What the ignore file holds, as numbers of entries. `expired`: how many of the ignored keys count again. */
export type IgnoreFileCounts = { ignored: number; expired: number; excluded: number; protected: number };

/** Says that the ignore file is valid. `at` is the revision it was read from. */
export function describeIgnoreFile(name: string, at: string, counts: IgnoreFileCounts): CheckText {
  const expired = counts.expired > 0 ? ` (${counts.expired} expired)` : "";
  const parts = [
    `ignored keys: ${counts.ignored}${expired}`,
    `excluded paths: ${counts.excluded}`,
    `protected entries: ${counts.protected}`,
  ];
  return describeFact(`The ignore file ${name} is valid in ${at}. ${capitalize(parts.join(", "))}.`);
}

/** Says that there is no ignore file. */
export function describeNoIgnoreFile(name: string, at: string): CheckText {
  return describeFact(`There is no ignore file ${name} in ${at}.`);
}

/** Says that the ignore file is not valid. `why` is a whole sentence, which names the file. */
export function describeBrokenIgnoreFile(at: string, why: string): CheckText {
  return {
    detail: `The ignore file in ${at} is broken. ${why}`,
    fix: "Repair it on the base branch. Until then nothing is ignored, and no key is contained.",
  };
}

/** Says that the ignore file in the work tree is not valid, though the one that counts is. */
export function describeBrokenDraft(why: string): CheckText {
  return { detail: `Your copy of the ignore file is broken. ${why}`, fix: "Repair it before you commit it." };
}

/** Says that something stands in the place of the ignore file. `why` completes a sentence that begins with its name. */
export function describeUnfitIgnoreFile(name: string, why: string): string {
  return `${name} ${why}.`;
}

/** Says that the revision with the ignore file is not here. */
export function describeUnreadIgnoreFile(name: string, at: string): CheckText {
  return {
    detail: `The ignore file ${name} was not read, because ${at} is not here.`,
    fix: "Check github-token, or set fetch-depth: 0 for actions/checkout.",
  };
}

/** Says which revision is HEAD, or the base, in a sentence about the ignore file. */
export function nameRevision(revision: "HEAD" | "default branch" | "base"): string {
  return revision === "HEAD" ? revision : `the ${revision}`;
}

/** Says that no hook of this tool is installed. */
export function describeNoHooks(): CheckText {
  return describeFact("No hook is installed. To scan before each commit and push, run openai-key-guard hook install.");
}

/** Says that the hooks are installed and work. */
export function describeHooks(names: readonly string[]): CheckText {
  return describeFact(`The hooks ${joinNames(names)} are installed and current.`);
}

/** What is wrong with a hook of ours. */
export type HookFault = "missing" | "stale" | "no-program" | "not-executable";

const HOOK_FAULTS: Readonly<Record<HookFault, (names: string) => string>> = {
  missing: (names) => `Not installed: ${names}. The other hook is.`,
  stale: (names) => `From another version of openai-key-guard: ${names}.`,
  "no-program": (names) => `Starts a Node or an openai-key-guard that is gone: ${names}.`,
  "not-executable": (names) => `Not executable, so git does not run it: ${names}.`,
};

/** Says what is wrong with hooks of ours. */
export function describeHookFaults(faults: readonly (readonly [HookFault, readonly string[]])[]): CheckText {
  const sentences = faults.map(([fault, names]) => HOOK_FAULTS[fault](joinNames(names)));
  return {
    detail: `The hooks need repair. ${sentences.join(" ")}`,
    fix: "Run openai-key-guard hook install again.",
  };
}

/** Says that others keep the hooks here. `manager` is its name, null for hooks that somebody wrote. */
export function describeOtherHooks(manager: string | null, callsUs: boolean): CheckText {
  const who = manager === null ? "Other hooks are installed here" : `The hooks here are kept by ${manager}`;
  return callsUs
    ? describeFact(`${who}, and they name openai-key-guard.`)
    : { detail: `${who}. Whether they scan was not checked.`, fix: "docs/hooks.md has the lines to add to them." };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
