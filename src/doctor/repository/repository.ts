import { stat } from "node:fs/promises";
import { quoteForMessage, UsageError } from "../../errors.ts";
import { findDefaultRange } from "../../git/commits/branches.ts";
import { resolveCommits } from "../../git/commits/revisions.ts";
import { Git } from "../../git/git.ts";
import { findRepository, type Repository } from "../../git/repository.ts";
import {
  describeDefaultRange,
  describeNoCommit,
  describeNoFolder,
  describeNoRepository,
  describePartialClone,
  describeRepository,
  describeShallowClone,
  describeShallowHistory,
  describeWholeClone,
} from "../../messages/doctor/repository.ts";
import { type Check, type CheckId, createCheck } from "../check.ts";
import type { DoctorContext } from "../context.ts";
import { runGuarded } from "../guard.ts";
import { checkHooks } from "./hooks.ts";
import { checkIgnoreFile } from "./ignore-file.ts";

/** A check of git's may take this many times as long as a request. */
const GIT_REQUESTS = 3;

/** Checks the repository around the folder; where there is none, that is all there is to say. */
export async function checkRepository(context: DoctorContext): Promise<readonly Check[]> {
  const { repo, isRepoGiven, medium } = context;
  const repository = await findRepository(repo).catch(ignoreUsageError);
  if (repository === null) {
    if (isRepoGiven && !(await isFolder(repo))) {
      return [createCheck("repository", "problem", describeNoFolder(quoteForMessage(repo)))];
    }
    // The Action needs no checkout.
    const state = medium === "workflow" ? "ok" : "unknown";
    return [createCheck("repository", state, describeNoRepository(medium))];
  }
  const guard = async (id: CheckId, run: () => Promise<readonly Check[]>) =>
    await runGuarded(id, context.timeout * GIT_REQUESTS, run);
  const rest = await Promise.all([
    guard("clone", async () => [checkClone(repository, context)]),
    guard("ignore-file", async () => [await checkIgnoreFile(context)]),
    ...(medium === "terminal"
      ? [
          guard("default-range", async () => [await checkDefaultRange(repository, context)]),
          guard("hooks", async () => await checkHooks(context)),
        ]
      : []),
  ]);
  return [createCheck("repository", "ok", describeRepository()), ...rest.flat()];
}

function checkClone({ shallow, isPartial }: Repository, { medium, workflow }: DoctorContext): Check {
  if (shallow.size > 0) {
    const needsHistory = workflow?.scan === "history" || workflow?.eventName === "schedule";
    if (needsHistory) return createCheck("clone", "problem", describeShallowHistory());
    return createCheck("clone", medium === "workflow" ? "ok" : "problem", describeShallowClone(medium));
  }
  if (isPartial) return createCheck("clone", medium === "workflow" ? "ok" : "problem", describePartialClone(medium));
  return createCheck("clone", "ok", describeWholeClone());
}

/** Tells what `scan` reads where it is given no range. */
async function checkDefaultRange({ gitDir }: Repository, { repo, environment }: DoctorContext): Promise<Check> {
  const [commit] = await resolveCommits(new Git(gitDir, environment), ["HEAD"]);
  if (!commit) return createCheck("default-range", "unknown", describeNoCommit());
  const { name } = await findDefaultRange({ repo, environment });
  return createCheck("default-range", "ok", describeDefaultRange(name));
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function ignoreUsageError(error: unknown): null {
  if (error instanceof UsageError) return null;
  throw error;
}
