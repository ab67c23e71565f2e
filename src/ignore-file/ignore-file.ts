import type { IgnoreEntry } from "../domain/ignore-entry.ts";

/** What the ignore file says. It counts as it stands in the base: a change cannot excuse itself. */
export type IgnoreFile = {
  ignore: readonly IgnoreEntry[];
  /** Globs of paths that are left out, as the setting of this name. */
  exclude: readonly string[];
  /** Ids or names of what is never contained automatically, as the setting of this name. */
  protect: readonly string[];
};

/** What a repository without the file says. */
export const NOTHING_IGNORED: IgnoreFile = { ignore: [], exclude: [], protect: [] };
