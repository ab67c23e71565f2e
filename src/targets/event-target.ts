import type { Change } from "../domain/change.ts";
import type { Gap } from "../domain/gap.ts";
import type { BaseKeys } from "../domain/keys-file.ts";
import type { Source } from "../domain/source.ts";
import { UsageError } from "../errors.ts";
import { Git } from "../git/git.ts";
import type { FileVersions } from "../git/objects/file-versions.ts";
import { findRepository } from "../git/repository.ts";
import type { ApiFailure } from "../github/api-failure.ts";
import type { EventScope, EventTarget } from "../github/event-scope.ts";
import type { BasePolicy } from "../ignore-file/base-rules.ts";
import { NO_CHECKOUT, NO_TOKEN_FOR_LOOKUP } from "../messages/errors/event.ts";
import { describeLookupStatus, describeUnknownPullRequest, LOOKUP_FAULTS } from "../messages/gaps/event.ts";
import { describeUnmatchedInput } from "../messages/gaps/paths.ts";
import type { Settings } from "../settings/settings.ts";
import { concatSources } from "../sources/concat-sources.ts";
import type { PathUse } from "../sources/path-use.ts";
import { openTexts } from "../sources/texts.ts";
import type { CloseAlerts } from "./alerts/alert-closing.ts";
import { readFileVersionsAnywhere, readFirstFileVersions } from "./base-file.ts";
import { addBasePolicy, readBasePolicy, startBasePolicy } from "./base-policy.ts";
import { type CheckoutContext, findServer } from "./checkout.ts";
import { openEventRange } from "./event-range.ts";

/** What is scanned for an event. `close` removes what had to be fetched for it. */
export type OpenEventTarget = {
  change: Change;
  source: Source;
  scope: EventScope;
  /** What the base's keys file says; it is read, or fetched, when this is first called. */
  keysFile: () => Promise<BaseKeys>;
  /** What the base's ignore file says. Where only texts are scanned, the file is not fetched before this is called. */
  basePolicy: () => Promise<BasePolicy>;
  close: () => Promise<void>;
  /** Closes alerts whose keys are proven dead; absent where no alerts are read. */
  closeAlerts?: CloseAlerts;
};

type OpenWithoutKeys = Omit<OpenEventTarget, "keysFile">;

/**
 * Opens what an event brought, or what the settings name instead: commits with the event's texts, the texts alone, the
 * history, or files. Null where the event brought nothing.
 */
export async function openEventTarget(
  settings: Settings,
  event: EventScope,
  checkout: CheckoutContext,
): Promise<OpenEventTarget | null> {
  const opened = await openTarget(settings, event, checkout);
  if (opened === null) return null;
  const keysFile = async () => {
    const { base } = await readTrustedVersions(opened.scope, checkout, settings.keysFile);
    // Loaded for those changes that have a key of ours.
    const { parseBaseKeys } = await import("./base-keys.ts");
    return await parseBaseKeys(base, settings.keysFile, { isNeeded: settings.policy.onLeak === "rotate" });
  };
  return { ...opened, keysFile };
}

async function openTarget(
  settings: Settings,
  event: EventScope,
  checkout: CheckoutContext,
): Promise<OpenWithoutKeys | null> {
  if (settings.scan === "alerts") return await openRepositoryAlerts(settings, event, checkout);
  if (settings.scan === "files") return await openCheckoutFiles(settings, event, checkout);
  if (settings.scan === "history" || event.target.kind === "history") {
    return await openCheckoutHistory(settings, event, checkout);
  }
  const { scope, gaps } = await resolveWorkflowRun(event, checkout);
  const { target, texts } = scope;
  switch (target.kind) {
    case "range": {
      const opened = await openEventRange(target, scope, checkout, settings);
      const { close, change, basePolicy, pathUse } = opened;
      const { source } = addBasePolicy(opened, { ...basePolicy, gaps: [...gaps, ...listPathGaps(pathUse)] });
      const sources = concatSources([source, openTexts({ texts })]);
      return { change, source: sources, scope, basePolicy: async () => basePolicy, close };
    }
    case "texts":
      return openEventTexts(target, scope, checkout, settings);
    case "nothing":
      return null;
    case "unread":
      throw new UsageError(target.why);
    case "history":
    case "workflow-run":
      throw new Error("the target of the event was not resolved");
    default:
      return target satisfies never;
  }
}

const closeNothing = async () => {};

/** The alerts of the repository of the run. Whoever reads them reads keys in plain text: not for a pull request. */
async function openRepositoryAlerts(
  settings: Settings,
  scope: EventScope,
  checkout: CheckoutContext,
): Promise<OpenWithoutKeys> {
  const { token, apiUrl, repository } = checkout;
  const { ALERTS_OF_PULL_REQUEST, describeMissingAlertToken } = await import("../messages/errors/alerts/listing.ts");
  if (scope.pull !== null) throw new UsageError(ALERTS_OF_PULL_REQUEST);
  if (token === null) throw new UsageError(describeMissingAlertToken("github-token"));
  const { openAlerts, parseAlertScope } = await import("./alerts/alert-target.ts");
  const opened = await openAlerts({ apiUrl, token }, parseAlertScope(repository));
  const basePolicy = await readBasePolicy(settings, await readTrustedVersions(scope, checkout, settings.ignoreFile));
  return { ...addBasePolicy(opened, basePolicy), basePolicy: async () => basePolicy, scope, close: closeNothing };
}

async function openCheckoutFiles(
  settings: Settings,
  scope: EventScope,
  checkout: CheckoutContext,
): Promise<OpenWithoutKeys> {
  const { openFiles } = await import("../sources/files/files.ts");
  const basePolicy = await readBasePolicy(settings, await readTrustedVersions(scope, checkout, settings.ignoreFile));
  const exclude = [...settings.exclude, ...basePolicy.exclude];
  const opened = await openFiles({ root: checkout.repo, globs: settings.paths, exclude, areGlobsOptional: true });
  return { ...addBasePolicy(opened, basePolicy), basePolicy: async () => basePolicy, scope, close: closeNothing };
}

async function openCheckoutHistory(
  settings: Settings,
  scope: EventScope,
  checkout: CheckoutContext,
): Promise<OpenWithoutKeys> {
  const { repo, environment } = checkout;
  const { openHistory } = await import("../sources/history/history.ts");
  await findRepository(repo).catch(() => {
    throw new UsageError(NO_CHECKOUT);
  });
  const versions = readTrustedVersions(scope, checkout, settings.ignoreFile);
  const { policy, includes } = await startBasePolicy(settings, versions);
  const opened = await openHistory({ repo, environment, includes, unreachable: false });
  const { gaps, ...trusted } = await policy;
  const basePolicy = { ...trusted, gaps: [...gaps, ...listPathGaps(await checkHistoryPaths(checkout, settings))] };
  return { ...addBasePolicy(opened, basePolicy), basePolicy: async () => basePolicy, scope, close: closeNothing };
}

async function checkHistoryPaths({ repo, environment }: CheckoutContext, { paths }: Settings): Promise<PathUse> {
  if (paths.length === 0) return { unmatched: [], untouched: null };
  const { checkPresentPaths } = await import("../sources/path-use.ts");
  const git = new Git((await findRepository(repo)).gitDir, environment);
  return await checkPresentPaths(git, ["HEAD"], paths, { withHistory: true });
}

/** A glob that matches no file anywhere is a warning: the workflow may be shared by repositories that differ. */
function listPathGaps({ unmatched }: PathUse): readonly Gap[] {
  return unmatched.length === 0 ? [] : [{ kind: "paths", detail: describeUnmatchedInput(unmatched) }];
}

function openEventTexts(
  { of }: Extract<EventTarget, { kind: "texts" }>,
  scope: EventScope,
  checkout: CheckoutContext,
  settings: Settings,
): OpenWithoutKeys {
  let read: Promise<BasePolicy> | null = null;
  const basePolicy = async () => {
    read ??= readTrustedVersions(scope, checkout, settings.ignoreFile).then(
      async (versions) => await readBasePolicy(settings, versions),
    );
    return await read;
  };
  const { texts } = scope;
  return { change: { kind: "texts", of }, source: openTexts({ texts }), scope, basePolicy, close: closeNothing };
}

/**
 * Reads a file of the trusted side: from the event's base if it has one, because the checkout may hold what the change made
 * of the file; otherwise from the default branch.
 */
async function readTrustedVersions(
  { target, defaultBranch }: EventScope,
  checkout: CheckoutContext,
  path: string,
): Promise<FileVersions> {
  const server = findServer(checkout);
  if (target.kind === "range" && target.base !== null) {
    const revision = { local: target.base, remote: target.base };
    return await readFileVersionsAnywhere(checkout, revision, server, path);
  }
  if (target.kind === "unread" && target.mayBeOfPull && defaultBranch === null) {
    return { base: { kind: "no-commit" }, head: null };
  }
  const local = defaultBranch === null ? "HEAD" : `refs/remotes/origin/${defaultBranch}`;
  if (target.kind === "history" || defaultBranch === null) {
    return await readFirstFileVersions(checkout, [local, "HEAD"], path);
  }
  const revision = { local, remote: `refs/heads/${defaultBranch}` };
  return await readFileVersionsAnywhere(checkout, revision, server, path);
}

/**
 * Looks up which pull request a workflow run was for. A commit that heads none any more is scanned as a branch's, which is
 * compared with the default branch; so is one whose pull request GitHub does not tell, and that is a gap.
 */
async function resolveWorkflowRun(
  event: EventScope,
  { repository, apiUrl, token }: CheckoutContext,
): Promise<{ scope: EventScope; gaps: readonly Gap[] }> {
  const { target } = event;
  if (target.kind !== "workflow-run") return { scope: event, gaps: [] };
  if (token === null) throw new UsageError(NO_TOKEN_FOR_LOOKUP);
  const [owner = "", repo = ""] = repository.split("/");
  const { findWorkflowRunScope } = await import("../github/workflow-run.ts");
  const looked = await findWorkflowRunScope({ apiUrl, token }, { owner, repo, ...target });
  const branch: EventTarget = { kind: "range", base: null, head: target.head, refs: [], commits: null };
  if ("found" in looked) return { scope: { ...event, target: branch, ...looked.found }, gaps: [] };
  return { scope: { ...event, target: branch }, gaps: [createLookupGap(looked.failed)] };
}

function createLookupGap(failure: ApiFailure): Gap {
  const mayBeGranted = /^(?:forbidden|not-found|bad-token)$/.test(failure.kind);
  const cause = mayBeGranted ? "pull-request" : "cut-short";
  return { kind: "unfetched", cause, detail: describeUnknownPullRequest(describeLookupFailure(failure)) };
}

function describeLookupFailure({ kind, status }: ApiFailure): string {
  switch (kind) {
    case "forbidden":
    case "not-found":
      return LOOKUP_FAULTS.forbidden;
    case "bad-token":
    case "not-the-api":
      return LOOKUP_FAULTS[kind];
    default:
      return status === null ? LOOKUP_FAULTS["no-answer"] : describeLookupStatus(status);
  }
}
