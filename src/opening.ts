import type { Change } from "./domain/change.ts";
import type { Source } from "./domain/source.ts";
import { UsageError } from "./errors.ts";
import type { Brought, Scope } from "./github/brought.ts";
import { broughtBehind } from "./github/second-stage.ts";
import type { Settings } from "./settings.ts";
import { baseOfNewBranch } from "./sources/branches.ts";
import { MissingCommit } from "./sources/missing-commit.ts";
import { pathFilter } from "./sources/paths.ts";
import { openRange } from "./sources/range.ts";
import { findRepository } from "./sources/repository.ts";
import type { Where } from "./sources/revisions.ts";
import { openTexts } from "./sources/texts.ts";
import { together } from "./sources/together.ts";

/** Where an event's repository is: the checkout, if there is one, and the server it comes from. */
export type Site = Where & {
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
export type Opened = { change: Change; source: Source; brought: Brought; close: () => Promise<void> };

/**
 * Opens what an event brought, or what the settings ask for in its place: commits with the event's texts, the texts
 * alone, a history, files. Null where the event brought nothing; `brought` then says why.
 */
export async function openEvent(settings: Settings, event: Brought, site: Site): Promise<Opened | null> {
  const { scan, paths, exclude } = settings;
  const close = async () => {};
  if (scan === "files") {
    const { openFiles } = await import("./sources/files.ts");
    return { ...(await openFiles({ root: site.repo, globs: paths, exclude })), brought: event, close };
  }
  const includes = await pathFilter(paths, exclude);
  if (scan === "history" || event.scope.kind === "history") {
    const { repo, environment } = site;
    const { openHistory } = await import("./sources/history/history.ts");
    return {
      ...(await openHistory({ repo, environment, includes, unreachable: false })),
      brought: event,
      close,
    };
  }
  const brought = await settled(event, site);
  const { scope, texts } = brought;
  switch (scope.kind) {
    case "range": {
      const range = await openCommits(scope, brought, site, includes);
      return { ...range, source: together([range.source, openTexts({ texts })]), brought };
    }
    case "texts":
      return { change: { kind: "texts", of: scope.of }, source: openTexts({ texts }), brought, close };
    case "nothing":
      return null;
    case "history":
    case "behind-run":
      throw new Error("what the event brought was not looked up");
    default:
      return scope satisfies never;
  }
}

/** Looks up what the event alone does not tell. A commit that heads no pull request any more is a branch's. */
async function settled(event: Brought, { repository, apiUrl, token }: Site): Promise<Brought> {
  const { scope } = event;
  if (scope.kind !== "behind-run") return event;
  if (token === null) throw new UsageError("This run follows another one, and needs github-token to look it up.");
  const [owner = "", repo = ""] = repository.split("/");
  const found = await broughtBehind({ apiUrl, token }, { owner, repo, ...scope });
  const branch: Scope = { kind: "range", base: null, head: scope.head, refs: [], commits: null };
  return { ...event, scope: branch, ...found };
}

type Range = Extract<Scope, { kind: "range" }>;

/** From the checkout where it has the commits, and else from the server. The checkout is never changed. */
async function openCommits(scope: Range, brought: Brought, site: Site, includes: (path: string) => boolean) {
  const { defaultBranch, ref } = brought;
  const names = ref === null ? [] : [ref];
  const { repo, environment } = site;
  try {
    const branch = (ref ?? "").replace(/^refs\/heads\//, "");
    const base = scope.base ?? (await baseOfNewBranch(site, { branch, defaultBranch }));
    const isNew = scope.base === null && base === null && ref !== `refs/heads/${defaultBranch}`;
    // Without the default branch here, all of the new branch would seem new.
    if (isNew && defaultBranch !== null) throw new MissingCommit(defaultBranch, `${defaultBranch} is not here`);
    const { isPartial } = await findRepository(repo);
    if (
      isPartial &&
      !(await (await import("./sources/remote/at-hand.ts")).isAtHand(site, { base, head: scope.head }))
    ) {
      throw new MissingCommit(scope.head, "The clone is a partial one, without the contents of the change.");
    }
    const opened = await openRange({ repo, environment, base, head: scope.head, includes, names });
    return { ...opened, close: async () => {} };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return await fetchCommits(scope, brought, site, includes, error);
  }
}

async function fetchCommits(
  { base, head, refs, commits }: Range,
  { defaultBranch, ref }: Brought,
  { serverUrl, repository, ...site }: Site,
  includes: (path: string) => boolean,
  missing: UsageError,
) {
  if (repository === "" || site.token === null) throw missing;
  const main = defaultBranch === null ? null : `refs/heads/${defaultBranch}`;
  const { openRemoteRange } = await import("./sources/remote/range.ts");
  return await openRemoteRange({
    ...site,
    url: `${serverUrl}/${repository}`,
    base,
    head,
    refs,
    baseRefs: main === null || main === ref ? [] : [main],
    depth: commits,
    includes,
    names: ref === null ? [] : [ref],
  });
}
