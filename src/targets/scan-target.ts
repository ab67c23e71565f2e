import type { Change } from "../domain/change.ts";
import type { Source } from "../domain/source.ts";
import { UsageError } from "../errors.ts";
import { findDefaultRange } from "../git/commits/branches.ts";
import { type CommitRange, parseCommitRange } from "../git/commits/commit-range.ts";
import { type PreCommitRequest, readPreCommitRequest } from "../git/commits/pre-commit-framework.ts";
import { Git } from "../git/git.ts";
import type { FileVersions } from "../git/objects/file-versions.ts";
import { findRepository } from "../git/repository.ts";
import type { AlertScope } from "../github/alerts/alert-scope.ts";
import { type BasePolicy, EMPTY_BASE_POLICY } from "../ignore-file/base-rules.ts";
import { describeUnmatchedPaths } from "../messages/errors/files/paths.ts";
import { createPathFilter } from "../sources/path-filter.ts";
import { addPathUse, type PathUse } from "../sources/path-use.ts";
import { openRange } from "../sources/range/range.ts";
import type { InputFormat } from "../sources/scanner-reports/input-format.ts";
import type { CloseAlerts } from "./alerts/alert-closing.ts";
import { readFileVersionsAt, readFirstFileVersions } from "./base-file.ts";
import { addBasePolicy, readBasePolicy, startBasePolicy } from "./base-policy.ts";

/** What to scan, where no event says so. */
export type ScanTarget =
  /** Commits, as `main..HEAD`; null for those that HEAD has and its upstream or the default branch has not. */
  | { kind: "range"; range: string | null }
  /** Commits between two full object names; a null base has none. */
  | { kind: "commits"; base: string | null; head: string }
  /** What is staged for the next commit. */
  | { kind: "staged" }
  /** What a push brings, as git tells a pre-push or a pre-receive hook on this stream; `remote` is where it goes. */
  | { kind: "pushed"; stream: AsyncIterable<Uint8Array>; remote: string | null }
  /** Every commit of every branch and tag; `unreachable`: also those that no branch or tag leads to any more. */
  | { kind: "history"; unreachable: boolean }
  /** Files on disk, by globs; all when there are none. `ignored`: also those that .gitignore hides. */
  | { kind: "files"; globs: readonly string[]; ignored: boolean }
  /** GitHub's open alerts for keys of OpenAI's, of a repository or an organisation. */
  | { kind: "alerts"; scope: AlertScope; access: { apiUrl: string; token: string } }
  /** One stream, by the name that reports call it: a text, or the report of another scanner. */
  | { kind: "stdin"; stream: AsyncIterable<Uint8Array>; name: string; format?: InputFormat };

/** Where the target is, and which paths count. */
export type ScanContext = {
  /** The repository, or the folder of the files. */
  repo: string;
  /** The variables that git may see. */
  environment: NodeJS.ProcessEnv;
  /** Globs; all paths when there are none. */
  paths: readonly string[];
  /** What the reader calls the setting `paths`: `--paths` on the command line. */
  pathsName: string;
  exclude: readonly string[];
  /** The ignore file, by its path in the repository. */
  ignoreFile: string;
  /** Whether keys of other vendors are to be noted: then objects of a history that hold one are read too. */
  otherVendors: boolean;
  /** Called while a long history is read. */
  progress: (done: number, expected: number) => void;
};

/** The module that checks globs, loaded for those runs that have some. */
type PathChecks = typeof import("../sources/path-use.ts");

/** What is scanned, and what the base's ignore file says. */
export type OpenScanTarget = {
  change: Change;
  source: Source;
  basePolicy: BasePolicy;
  /** Closes alerts whose keys are proven dead; absent where no alerts are read. */
  closeAlerts?: CloseAlerts;
};

type Target<Kind extends ScanTarget["kind"]> = Extract<ScanTarget, { kind: Kind }>;

/**
 * Opens a target. The ignore file that counts is that of the base of commits, and for everything else that of HEAD. Code
 * that only some targets need is loaded for those.
 *
 * @throws UsageError where the target does not exist, or is not what it should be.
 */
export async function openScanTarget(target: ScanTarget, context: ScanContext): Promise<OpenScanTarget> {
  switch (target.kind) {
    case "stdin":
      return { ...(await openStdinTarget(target)), basePolicy: EMPTY_BASE_POLICY };
    case "alerts": {
      const { openAlerts } = await import("./alerts/alert-target.ts");
      const opened = await openAlerts(target.access, target.scope);
      return addBasePolicy(opened, await readBasePolicy(context, await readHeadVersions(context)));
    }
    case "files":
      return await openFilesTarget(target, context);
    case "staged":
      return await openStagedTarget(context);
    case "pushed":
      return await openPushedTarget(target, context);
    case "history":
      return await openHistoryTarget(target, context);
    case "commits":
      return await openCommits(target, context);
    case "range":
      return await openRangeTarget(target, context);
    default:
      return target satisfies never;
  }
}

/** Only what may be a report is looked at by the code that reads those. */
async function openStdinTarget(target: Target<"stdin">): Promise<Omit<OpenScanTarget, "basePolicy">> {
  const { format = "text" } = target;
  if (format === "text") return (await import("../sources/stdin.ts")).openStdin(target);
  return await (await import("../sources/scanner-reports/open-input.ts")).openInput({ ...target, format });
}

async function openFilesTarget({ globs, ignored }: Target<"files">, context: ScanContext): Promise<OpenScanTarget> {
  const { repo: root, environment } = context;
  const { openFiles } = await import("../sources/files/files.ts");
  const basePolicy = await readBasePolicy(context, await readHeadVersions(context));
  const exclude = [...context.exclude, ...basePolicy.exclude];
  return addBasePolicy(await openFiles({ root, globs, exclude, ignored, environment }), basePolicy);
}

async function openStagedTarget(context: ScanContext): Promise<OpenScanTarget> {
  const request = readPreCommitRequest(context.environment);
  if (request?.kind === "push") return await openPush("", null, context);
  if (request?.kind === "range") return await openPreCommitRange(request, context);
  const { repo, environment } = context;
  const { hasStagedChanges, openStaged } = await import("../sources/staged/staged.ts");
  if (request?.kind === "run" && !(await hasStagedChanges({ repo, environment }))) return await openAllFiles(context);
  const { policy, includes } = await startBasePolicy(context, readHeadVersions(context));
  const opened = await openStaged({ repo, environment, includes, paths: context.paths });
  requireMatches(opened.pathUse, context);
  return addBasePolicy(opened, await policy);
}

async function openPushedTarget({ stream, remote }: Target<"pushed">, context: ScanContext): Promise<OpenScanTarget> {
  const { text } = await import("node:stream/consumers");
  const lines = await text(stream);
  const request = lines === "" ? readPreCommitRequest(context.environment) : null;
  if (request?.kind === "range") return await openPreCommitRange(request, context);
  if (request?.kind === "run") return await openAllFiles(context);
  return await openPush(lines, remote, context);
}

async function openPush(lines: string, remote: string | null, context: ScanContext): Promise<OpenScanTarget> {
  const { repo, environment } = context;
  const { openPushed } = await import("../sources/range/pushed.ts");
  const { policy, includes } = await startBasePolicy(context, readHeadVersions(context));
  const opened = await openPushed({ repo, environment, includes, lines, remote });
  const { change } = opened;
  if (change.kind === "range") {
    await requireUsedPaths(context, async ({ checkPresentPaths }, git) => {
      return await checkPresentPaths(git, [change.head, "HEAD"], context.paths);
    });
  }
  return addBasePolicy(opened, await policy);
}

async function openPreCommitRange(
  { base, head }: Extract<PreCommitRequest, { kind: "range" }>,
  context: ScanContext,
): Promise<OpenScanTarget> {
  return await openRangeTarget({ kind: "range", range: `${base}..${head}` }, context);
}

/** What `pre-commit run --all-files` means: no hook is told of it, but nothing is staged then. */
async function openAllFiles(context: ScanContext): Promise<OpenScanTarget> {
  return await openFilesTarget({ kind: "files", globs: [], ignored: false }, context);
}

async function openHistoryTarget({ unreachable }: Target<"history">, context: ScanContext): Promise<OpenScanTarget> {
  const { repo, environment, otherVendors, progress } = context;
  const { openHistory } = await import("../sources/history/history.ts");
  const { policy, includes } = await startBasePolicy(context, readHeadVersions(context));
  await requireUsedPaths(context, async ({ checkPresentPaths }, git) => {
    return await checkPresentPaths(git, ["HEAD"], context.paths, { withHistory: true });
  });
  return addBasePolicy(
    await openHistory({ repo, environment, includes, unreachable, otherVendors, progress }),
    await policy,
  );
}

async function openRangeTarget({ range }: Target<"range">, context: ScanContext): Promise<OpenScanTarget> {
  // A wrong glob is reported before a range that is wrong too.
  await createPathFilter(context.paths, context.exclude);
  const { name, ...found } =
    range === null
      ? await findDefaultRange(context)
      : { ...(await parseCommitRange(range, context)), name: { text: range.trim(), chosenBy: null } };
  const opened = await openCommits(found, context);
  return { ...opened, change: { ...opened.change, name } };
}

async function openCommits(
  { base, head }: CommitRange,
  context: ScanContext,
): Promise<OpenScanTarget & { change: Extract<Change, { kind: "range" }> }> {
  const { repo, environment, ignoreFile } = context;
  const versions = readFileVersionsAt({ repo, environment }, { base, head }, ignoreFile);
  const { policy, includes } = await startBasePolicy(context, versions);
  // Before anything is opened: git would wait for a reader.
  const pathUse = await requireUsedPaths(context, async ({ checkRangePaths }, git) => {
    return await checkRangePaths(git, { base, head }, context.paths);
  });
  const { change, source } = await openRange({ repo, environment, base, head, includes });
  return addBasePolicy({ change, source: pathUse ? addPathUse(source, pathUse) : source }, await policy);
}

/**
 * Checks what the globs of `paths` match, and refuses those that match no file anywhere: what such a typing error was meant
 * for would pass as clean. Null where there are no globs.
 *
 * @throws UsageError naming the globs.
 */
async function requireUsedPaths(
  context: ScanContext,
  check: (checks: PathChecks, git: Git) => Promise<PathUse>,
): Promise<PathUse | null> {
  const { repo, environment, paths } = context;
  if (paths.length === 0) return null;
  const git = new Git((await findRepository(repo)).gitDir, environment);
  const use = await check(await import("../sources/path-use.ts"), git);
  requireMatches(use, context);
  return use;
}

/** @throws UsageError naming the globs that match no file anywhere. */
function requireMatches({ unmatched }: PathUse, { pathsName }: ScanContext): void {
  if (unmatched.length > 0) throw new UsageError(describeUnmatchedPaths(pathsName, unmatched));
}

async function readHeadVersions({ repo, environment, ignoreFile }: ScanContext): Promise<FileVersions> {
  return await readFirstFileVersions({ repo, environment }, ["HEAD"], ignoreFile);
}
