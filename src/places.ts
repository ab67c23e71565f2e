import type { Change } from "./domain/change.ts";
import type { Source } from "./domain/source.ts";
import { defaultRange } from "./sources/branches.ts";
import { pathFilter } from "./sources/paths.ts";
import { openRange } from "./sources/range.ts";
import { endsOf } from "./sources/revisions.ts";

/** What to look at, for whoever is no event. */
export type Place =
  /** Commits, as `main..HEAD`; null for those that HEAD has and its upstream or the default branch has not. */
  | { kind: "range"; range: string | null }
  /** Commits between two full object names; a null base has none. */
  | { kind: "commits"; base: string | null; head: string }
  /** What is staged for the next commit. */
  | { kind: "staged" }
  /** What a push brings, as git tells a pre-push or a pre-receive hook on this stream; `remote` is where it goes. */
  | { kind: "pushed"; stream: AsyncIterable<Uint8Array>; remote: string | null }
  /** Every commit of every branch and tag; `unreachable`: and what none of them leads to any more. */
  | { kind: "history"; unreachable: boolean }
  /** Files on disk, by globs; all when there are none. `ignored`: those that .gitignore hides, too. */
  | { kind: "files"; globs: readonly string[]; ignored: boolean }
  /** One stream, under the name it is to be shown by. */
  | { kind: "stdin"; stream: AsyncIterable<Uint8Array>; name: string };

/** Where it is, and which paths count. */
export type Around = {
  /** The repository, or the folder of the files. */
  repo: string;
  /** What git may know of the environment. */
  environment: NodeJS.ProcessEnv;
  /** Globs; all paths when there are none. */
  paths: readonly string[];
  exclude: readonly string[];
  /** Told how far a long reading is. */
  progress: (done: number, expected: number) => void;
};

/**
 * Opens a place. What only some of them need is loaded for those.
 *
 * @throws UsageError where it is not there, or is not what it should be.
 */
export async function openPlace(place: Place, around: Around): Promise<{ change: Change; source: Source }> {
  const { repo, environment, paths, exclude, progress } = around;
  const where = { repo, environment };
  switch (place.kind) {
    case "stdin":
      return (await import("./sources/stdin.ts")).openStdin(place);
    case "files": {
      const { openFiles } = await import("./sources/files.ts");
      return await openFiles({ root: repo, globs: place.globs, exclude, ignored: place.ignored, environment });
    }
    case "staged": {
      const includes = await pathFilter(paths, exclude);
      return await (await import("./sources/staged.ts")).openStaged({ ...where, includes });
    }
    case "pushed": {
      const [{ openPushed }, { text }] = await Promise.all([
        import("./sources/pushed.ts"),
        import("node:stream/consumers"),
      ]);
      const includes = await pathFilter(paths, exclude);
      return await openPushed({ ...where, includes, lines: await text(place.stream), remote: place.remote });
    }
    case "history": {
      const { openHistory } = await import("./sources/history/history.ts");
      const includes = await pathFilter(paths, exclude);
      return await openHistory({ ...where, includes, unreachable: place.unreachable, progress });
    }
    case "commits": {
      const { base, head } = place;
      return await openRange({ ...where, base, head, includes: await pathFilter(paths, exclude) });
    }
    case "range": {
      const includes = await pathFilter(paths, exclude);
      const ends = place.range === null ? await defaultRange(where) : await endsOf(place.range, where);
      return await openRange({ ...where, ...ends, includes });
    }
    default:
      return place satisfies never;
  }
}
