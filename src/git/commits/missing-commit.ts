import { UsageError } from "../../errors.ts";
import { quoteForMessage } from "../quoted.ts";

/**
 * A commit that a range needs and the repository does not have: an end of it that is unknown here, as after a force-push
 * or in a clone that was cut short, or the commit where a shallow clone ends inside the range. The reader can mend it,
 * and a door can: by fetching, or by comparing with another commit.
 */
export class MissingCommit extends UsageError {
  /** The commit as it was named, or the boundary's full object name. */
  readonly commit: string;

  constructor(commit: string, message: string) {
    super(message);
    this.commit = commit;
  }
}

/** For an end of a range that is no commit of the repository. */
export function createMissingCommitError(name: string): MissingCommit {
  return new MissingCommit(
    name,
    `${isHex(name) ? name : quoteForMessage(name)} is not a commit of this repository; name a branch, a tag or a commit that is, ` +
      "or fetch it first (git fetch; with actions/checkout: fetch-depth: 0).",
  );
}

/** For a range that runs past the end of a shallow clone, at this commit. */
export function createShallowError(commit: string): MissingCommit {
  return new MissingCommit(
    commit,
    `The repository is a shallow clone and the range runs past its end, at commit ${commit}; fetch the history it lacks ` +
      "(git fetch --unshallow; with actions/checkout: fetch-depth: 0).",
  );
}

function isHex(name: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(name);
}
