import type { Environment } from "../git.ts";
import type { RefUpdate } from "./ref-updates.ts";

/** What the pre-commit framework (https://pre-commit.com) has its hooks look at. */
export type PreCommitRequest =
  /** A push, by the first of its branches alone. Its revisions may be names of branches. */
  | { kind: "push"; update: RefUpdate; remote: string | null }
  /** `pre-commit run --from-ref BASE --to-ref HEAD`. */
  | { kind: "range"; base: string; head: string }
  /** `pre-commit run` by hand, with `--all-files` or without: its hooks are not told which. */
  | { kind: "run" };

/**
 * Reads the variables in which the framework tells its hooks what to look at (`pre_commit/commands/run.py`): it consumes
 * git's input itself. Null outside the framework, and where it runs because git makes a commit.
 */
export function readPreCommitRequest(environment: Environment): PreCommitRequest | null {
  const variable = (name: string) => environment[`PRE_COMMIT_${name}`] || null;
  const [base, head, ref] = [variable("FROM_REF"), variable("TO_REF"), variable("REMOTE_BRANCH")];
  // There is no range when the branch goes to an empty repository: all of it is new.
  const after = head ?? variable("LOCAL_BRANCH");
  if (ref !== null && after !== null) {
    return { kind: "push", update: { ref, before: base, after }, remote: variable("REMOTE_NAME") };
  }
  if (base !== null && head !== null) return { kind: "range", base, head };
  // Git names the index that it is about to commit.
  return environment["PRE_COMMIT"] && !environment["GIT_INDEX_FILE"] ? { kind: "run" } : null;
}
