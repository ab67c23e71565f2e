import type { Gap, GapKind } from "../../domain/gap.ts";

/** What a reader calls each kind of gap. */
export const GAP_NAMES = {
  "missing-object": "missing object",
  unreadable: "unreadable",
  miscounted: "counts do not match",
  unfetched: "not fetched",
  lfs: "Git LFS",
  archive: "archive",
  "self-test": "self-test",
  inventory: "list of keys",
  "audit-file": "audit file",
  protect: "protect",
  approved: "approved",
  paths: "paths",
  ignore: "ignore file",
  "no-admin-key": "no Admin API key",
} as const satisfies Record<GapKind, string>;

const GAP_TITLES: Partial<Record<GapKind, string>> = {
  "self-test": "The self-test failed",
  protect: "An entry of protect matches nothing",
  approved: "An approved key was not found",
  paths: "A glob of paths matches no file",
  ignore: "Entries of the ignore file match no key",
  inventory: "OpenAI's list of keys is incomplete",
  "audit-file": "The audit file could not be written",
};

/** What was not read, and why. */
export function describeGap({ kind, detail }: Gap): { name: string; title: string; detail: string } {
  const name = GAP_NAMES[kind];
  return { name, title: GAP_TITLES[kind] ?? `Not read: ${name}`, detail };
}

/** What gaps mean for the reader. */
export const GAPS_WARNING = "A key in what was not read would go unnoticed.";
