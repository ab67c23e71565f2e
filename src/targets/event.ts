import type { Change } from "../domain/change.ts";
import type { Source } from "../domain/source.ts";
import { UsageError } from "../errors.ts";
import { findNewBranchBase } from "../git/commits/branches.ts";
import type { RepositoryLocation } from "../git/commits/revisions.ts";
import { MissingCommit } from "../git/commits/revisions.ts";
import { findRepository } from "../git/repository.ts";
import type { EventScope, EventTarget } from "../github/event-scope.ts";
import { findWorkflowRunScope } from "../github/workflow-run.ts";
import type { BasePolicy } from "../ignore-file/base-rules.ts";
import type { Settings } from "../settings/settings.ts";
import type { FileVersions } from "../sources/base-file.ts";
import { concatSources } from "../sources/concat-sources.ts";
import { openRange } from "../sources/range/range.ts";
import { openTexts } from "../sources/texts.ts";
import {
  openWithBasePolicy,
  readBasePolicy,
  readFileVersionsAnywhere,
  readFileVersionsAt,
  readFirstFileVersions,
} from "./base-policy.ts";

/** Where an event's repository is: the checkout, if there is one, and the server it comes from. */
export type CheckoutContext = RepositoryLocation & {
  /** `owner/name`. */
  repository: string;
  serverUrl: string;
  apiUrl: string;
  token: string | null;
  /** A folder for temporary files. */
  temp: string;
  signal: AbortSignal;
};

/** What is looked at. `close` takes away what had to be fetched for it. */
export type OpenTarget = { change: Change; source: Source; brought: EventScope; close: () => Promise<void> } & {
  /** What the ignore file of the base says: asked for late where the change is only a text, and then fetched. */
  trusted: () => Promise<BasePolicy>;
};

/**
 * Opens what an event brought, or what the settings ask for in its place: commits with the event's texts, the texts
 * alone, a history, files. Null where the event brought nothing; `brought` then says why.
 */
export async function openEventTarget(
  settings: Settings,
  event: EventScope,
  site: CheckoutContext,
): Promise<OpenTarget | null> {
  const { scan, paths, exclude, ignoreFile } = settings;
  const { repo, environment } = site;
  const close = async () => {};
  if (scan === "files") {
    const { openFiles } = await import("../sources/files.ts");
    const versions = await trustedVersions(event, site, ignoreFile);
    const left = [...exclude, ...(await readBasePolicy(settings, versions)).exclude];
    const opened = await openWithBasePolicy(
      { ...settings, paths: [], exclude: [] },
      async () => versions,
      async () => {
        return await openFiles({ root: repo, globs: paths, exclude: left });
      },
    );
    return { ...opened, trusted: async () => opened.trusted, brought: event, close };
  }
  if (scan === "history" || event.scope.kind === "history") {
    const { openHistory } = await import("../sources/history/history.ts");
    const opened = await openWithBasePolicy(
      settings,
      async () => await trustedVersions(event, site, ignoreFile),
      async (includes) => {
        return await openHistory({ repo, environment, includes, unreachable: false });
      },
    );
    return { ...opened, trusted: async () => opened.trusted, brought: event, close };
  }
  const brought = await settled(event, site);
  const { scope, texts } = brought;
  switch (scope.kind) {
    case "range": {
      const range = await openCommits(scope, brought, site, settings);
      const source = concatSources([range.source, openTexts({ texts })]);
      return { ...range, source, trusted: async () => range.trusted, brought };
    }
    case "texts": {
      let trusted: Promise<BasePolicy> | null = null;
      const late = async () => {
        trusted ??= trustedVersions(brought, site, ignoreFile).then((versions) => readBasePolicy(settings, versions));
        return await trusted;
      };
      return { change: { kind: "texts", of: scope.of }, source: openTexts({ texts }), trusted: late, brought, close };
    }
    case "nothing":
      return null;
    case "history":
    case "behind-run":
      throw new Error("what the event brought was not looked up");
    default:
      return scope satisfies never;
  }
}

/**
 * The ignore file for what is no range of commits: of the event's base where it has one, since the checkout may hold what
 * the change made of it, and else of the default branch.
 */
async function trustedVersions(
  { scope, defaultBranch }: EventScope,
  site: CheckoutContext,
  ignoreFile: string,
): Promise<FileVersions> {
  const { serverUrl, repository, token } = site;
  const server = repository === "" || token === null ? null : { ...site, url: `${serverUrl}/${repository}` };
  const main = defaultBranch === null ? "HEAD" : `refs/remotes/origin/${defaultBranch}`;
  if (scope.kind === "range" && scope.base !== null) {
    return await readFileVersionsAnywhere(site, { here: scope.base, there: scope.base }, server, ignoreFile);
  }
  if (scope.kind === "history" || defaultBranch === null)
    return await readFirstFileVersions(site, [main, "HEAD"], ignoreFile);
  return await readFileVersionsAnywhere(site, { here: main, there: `refs/heads/${defaultBranch}` }, server, ignoreFile);
}

/** Looks up what the event alone does not tell. A commit that heads no pull request any more is a branch's. */
async function settled(event: EventScope, { repository, apiUrl, token }: CheckoutContext): Promise<EventScope> {
  const { scope } = event;
  if (scope.kind !== "behind-run") return event;
  if (token === null) throw new UsageError("This run follows another one, and needs github-token to look it up.");
  const [owner = "", repo = ""] = repository.split("/");
  const found = await findWorkflowRunScope({ apiUrl, token }, { owner, repo, ...scope });
  const branch: EventTarget = { kind: "range", base: null, head: scope.head, refs: [], commits: null };
  return { ...event, scope: branch, ...found };
}

type Range = Extract<EventTarget, { kind: "range" }>;

/** From the checkout where it has the commits, and else from the server. The checkout is never changed. */
async function openCommits(scope: Range, brought: EventScope, site: CheckoutContext, settings: Settings) {
  const { defaultBranch, ref } = brought;
  const names = ref === null ? [] : [ref];
  const { repo, environment } = site;
  try {
    const branch = (ref ?? "").replace(/^refs\/heads\//, "");
    const base = scope.base ?? (await findNewBranchBase(site, { branch, defaultBranch }));
    const isNew = scope.base === null && base === null && ref !== `refs/heads/${defaultBranch}`;
    // Without the default branch here, all of the new branch would seem new.
    if (isNew && defaultBranch !== null) throw new MissingCommit(defaultBranch, `${defaultBranch} is not here`);
    const { isPartial } = await findRepository(repo);
    if (
      isPartial &&
      !(await (await import("../sources/fetched/completeness.ts")).hasWholeRange(site, { base, head: scope.head }))
    ) {
      throw new MissingCommit(scope.head, "The clone is a partial one, without the contents of the change.");
    }
    const ends = { base, head: scope.head };
    const read = async () => await readFileVersionsAt(site, ends, settings.ignoreFile);
    // Before anything is opened: git would wait for a reader.
    if (isPartial && (await read()).base.kind === "missing") {
      throw new MissingCommit(base ?? scope.head, "The clone is a partial one, without the ignore file of the base.");
    }
    const opened = await openWithBasePolicy(settings, read, async (includes) => {
      return await openRange({ repo, environment, ...ends, includes, names });
    });
    return { ...opened, close: async () => {} };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return await fetchCommits(scope, brought, site, settings, error);
  }
}

async function fetchCommits(
  { base, head, refs, commits }: Range,
  { defaultBranch, ref }: EventScope,
  { serverUrl, repository, ...site }: CheckoutContext,
  settings: Settings,
  missing: UsageError,
) {
  if (repository === "" || site.token === null) throw missing;
  const main = defaultBranch === null ? null : `refs/heads/${defaultBranch}`;
  const { openRemoteRange } = await import("../sources/fetched/fetched-range.ts");
  let found: (versions: FileVersions) => void = () => {};
  const versions = new Promise<FileVersions>((resolve) => {
    found = resolve;
  });
  return await openWithBasePolicy(
    settings,
    async () => await versions,
    async (includes) => {
      const { versions: fetched, ...opened } = await openRemoteRange({
        ...site,
        url: `${serverUrl}/${repository}`,
        base,
        head,
        refs,
        baseRefs: main === null || main === ref ? [] : [main],
        depth: commits,
        includes,
        names: ref === null ? [] : [ref],
        file: settings.ignoreFile,
      });
      found(fetched);
      return opened;
    },
  );
}
