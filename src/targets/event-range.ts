import { UsageError } from "../errors.ts";
import { findNewBranchBase } from "../git/commits/branches.ts";
import type { CommitRange } from "../git/commits/commit-range.ts";
import { MissingCommit } from "../git/commits/revisions.ts";
import { findRepository } from "../git/repository.ts";
import type { EventScope, EventTarget } from "../github/event-scope.ts";
import type { BasePolicy } from "../ignore-file/base-rules.ts";
import {
  describeMissingDefaultBranch,
  PARTIAL_WITHOUT_CHANGE,
  PARTIAL_WITHOUT_IGNORE_FILE,
} from "../messages/errors/event.ts";
import type { Settings } from "../settings/settings.ts";
import type { RemoteOptions } from "../sources/fetched/scratch-repository.ts";
import { createPathFilter } from "../sources/path-filter.ts";
import { type OpenRange, openRange } from "../sources/range/range.ts";
import { readFileVersionsAt } from "./base-file.ts";
import { addBasePolicy, readBasePolicy, startBasePolicy } from "./base-policy.ts";
import { type CheckoutContext, findServer } from "./checkout.ts";

type RangeTarget = Extract<EventTarget, { kind: "range" }>;

type OpenEventRange = OpenRange & { basePolicy: BasePolicy; close: () => Promise<void> };

/** Opens the commits of an event: from the checkout where it has them, else from the server. Never changes the checkout. */
export async function openEventRange(
  target: RangeTarget,
  scope: EventScope,
  checkout: CheckoutContext,
  settings: Settings,
): Promise<OpenEventRange> {
  try {
    return await openLocalRange(target, scope, checkout, settings);
  } catch (error) {
    const server = findServer(checkout);
    if (!(error instanceof UsageError) || server === null) throw error;
    return await openRemoteRange(target, scope, server, settings);
  }
}

async function openLocalRange(
  target: RangeTarget,
  scope: EventScope,
  checkout: CheckoutContext,
  settings: Settings,
): Promise<OpenEventRange> {
  const { repo, environment } = checkout;
  const range = { base: await findBase(target, scope, checkout), head: target.head };
  // Before anything is opened: git would wait for a reader.
  await requireContents(range, checkout, settings.ignoreFile);
  const versions = readFileVersionsAt({ repo, environment }, range, settings.ignoreFile);
  const { policy, includes } = await startBasePolicy(settings, versions);
  const { paths } = settings;
  const opened = await openRange({ repo, environment, ...range, includes, paths, names: refNames(scope) });
  return { ...addBasePolicy(opened, await policy), close: async () => {} };
}

/** The base of an event's commits. A new branch has none of its own, and is compared with the default branch. */
async function findBase(
  { base: given }: RangeTarget,
  { defaultBranch, ref }: EventScope,
  checkout: CheckoutContext,
): Promise<string | null> {
  const branch = (ref ?? "").replace(/^refs\/heads\//, "");
  const base = given ?? (await findNewBranchBase(checkout, { branch, defaultBranch }));
  // Without the default branch here, everything on the new branch would seem new.
  if (base === null && defaultBranch !== null && ref !== `refs/heads/${defaultBranch}`) {
    throw new MissingCommit(defaultBranch, describeMissingDefaultBranch(defaultBranch));
  }
  return base;
}

/** Throws where the checkout is a partial clone that lacks the contents of the change, or the base's ignore file. */
async function requireContents(range: CommitRange, checkout: CheckoutContext, ignoreFile: string): Promise<void> {
  const { isPartial } = await findRepository(checkout.repo);
  if (!isPartial) return;
  const { hasWholeRange } = await import("../sources/fetched/completeness.ts");
  if (!(await hasWholeRange(checkout, range))) {
    throw new MissingCommit(range.head, PARTIAL_WITHOUT_CHANGE);
  }
  if ((await readFileVersionsAt(checkout, range, ignoreFile)).base.kind === "missing") {
    const commit = range.base ?? range.head;
    throw new MissingCommit(commit, PARTIAL_WITHOUT_IGNORE_FILE);
  }
}

async function openRemoteRange(
  { base, head, refs, commits: depth }: RangeTarget,
  scope: EventScope,
  server: RemoteOptions,
  { paths, exclude, ignoreFile: file }: Settings,
): Promise<OpenEventRange> {
  const { defaultBranch, ref } = scope;
  const main = defaultBranch === null ? null : `refs/heads/${defaultBranch}`;
  await createPathFilter(paths, exclude); // A wrong glob is reported before anything is fetched.
  const { fetchRange } = await import("../sources/fetched/fetched-range.ts");
  const baseRefs = main === null || main === ref ? [] : [main];
  const fetched = await fetchRange({ ...server, base, head, refs, baseRefs, depth, file });
  try {
    const basePolicy = await readBasePolicy({ ignoreFile: file }, fetched.versions);
    const includes = await createPathFilter(paths, [...exclude, ...basePolicy.exclude]);
    const opened = await fetched.open({ includes, paths, names: refNames(scope) });
    return { ...addBasePolicy(opened, basePolicy), close: fetched.close };
  } catch (error) {
    await fetched.close();
    throw error;
  }
}

/** The branch or tag that is new: a name may hold a key too. */
function refNames({ ref }: EventScope): readonly string[] {
  return ref === null ? [] : [ref];
}
