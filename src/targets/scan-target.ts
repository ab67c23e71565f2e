import type { Change } from "../domain/change.ts";
import type { Source } from "../domain/source.ts";
import { findDefaultRange } from "../git/commits/branches.ts";
import { parseCommitRange } from "../git/commits/commit-range.ts";
import { type BasePolicy, EMPTY_BASE_POLICY } from "../ignore-file/base-rules.ts";
import { createPathFilter } from "../sources/path-filter.ts";
import { openRange } from "../sources/range/range.ts";
import { openWithBasePolicy, readBasePolicy, readFileVersionsAt, readFirstFileVersions } from "./base-policy.ts";

/** What to look at, for whoever is no event. */
export type ScanTarget =
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
export type ScanContext = {
  /** The repository, or the folder of the files. */
  repo: string;
  /** What git may know of the environment. */
  environment: NodeJS.ProcessEnv;
  /** Globs; all paths when there are none. */
  paths: readonly string[];
  exclude: readonly string[];
  /** The ignore file, by its path in the repository. */
  ignoreFile: string;
  /** Told how far a long reading is. */
  progress: (done: number, expected: number) => void;
};

/** What is looked at, and what the base says of it. */
export type OpenScanTarget = { change: Change; source: Source; trusted: BasePolicy };

/**
 * Opens a place. Trusted is what stands where the change begins: the base of commits, and for all else the last commit. What only some of them need is loaded for those.
 *
 * @throws UsageError where it is not there, or is not what it should be.
 */
export async function openScanTarget(place: ScanTarget, around: ScanContext): Promise<OpenScanTarget> {
  const { repo, environment, exclude, ignoreFile, progress } = around;
  const where = { repo, environment };
  const ofHead = async () => await readFirstFileVersions(where, ["HEAD"], ignoreFile);
  const between = async (ends: { base: string | null; head: string }) =>
    await readFileVersionsAt(where, ends, ignoreFile);
  switch (place.kind) {
    case "stdin":
      return { ...(await import("../sources/stdin.ts")).openStdin(place), trusted: EMPTY_BASE_POLICY };
    case "files": {
      const { openFiles } = await import("../sources/files.ts");
      const versions = await ofHead();
      const trusted = await readBasePolicy(around, versions);
      const left = [...exclude, ...trusted.exclude];
      const { globs, ignored } = place;
      return await openWithBasePolicy(
        { ...around, paths: [], exclude: [] },
        async () => versions,
        async () => {
          return await openFiles({ root: repo, globs, exclude: left, ignored, environment });
        },
      );
    }
    case "staged": {
      const { openStaged } = await import("../sources/staged/staged.ts");
      return await openWithBasePolicy(around, ofHead, async (includes) => await openStaged({ ...where, includes }));
    }
    case "pushed": {
      const [{ openPushed }, { text }] = await Promise.all([
        import("../sources/range/pushed.ts"),
        import("node:stream/consumers"),
      ]);
      const lines = await text(place.stream);
      const { remote } = place;
      return await openWithBasePolicy(around, ofHead, async (includes) => {
        return await openPushed({ ...where, includes, lines, remote });
      });
    }
    case "history": {
      const { openHistory } = await import("../sources/history/history.ts");
      const { unreachable } = place;
      return await openWithBasePolicy(around, ofHead, async (includes) => {
        return await openHistory({ ...where, includes, unreachable, progress });
      });
    }
    case "commits": {
      const { base, head } = place;
      return await openWithBasePolicy(
        around,
        async () => await between({ base, head }),
        async (includes) => {
          return await openRange({ ...where, base, head, includes });
        },
      );
    }
    case "range": {
      await createPathFilter(around.paths, exclude); // A wrong glob is told before a range that is wrong as well.
      const ends = place.range === null ? await findDefaultRange(where) : await parseCommitRange(place.range, where);
      return await openWithBasePolicy(
        around,
        async () => await between(ends),
        async (includes) => {
          return await openRange({ ...where, ...ends, includes });
        },
      );
    }
    default:
      return place satisfies never;
  }
}
