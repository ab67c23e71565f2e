import type { Gap, GapKind } from "../../domain/gap.ts";
import type { Medium } from "../../messages/medium.ts";
import { type Line, line } from "../line.ts";

/** The ways out of a gap, the best one first: mostly one that reads what was not read, and one that leaves it out. */
export function describeGapWays(gap: Gap, medium: Medium): readonly Line[] {
  if (gap.cause !== undefined) return BY_CAUSE[gap.cause](gap, medium);
  return BY_KIND[gap.kind](gap, medium);
}

type Ways = (gap: Gap, medium: Medium) => readonly Line[];

/** One way for a workflow, and one for a terminal. */
function choose(medium: Medium, inWorkflow: Line, inTerminal: Line): Line {
  return medium === "workflow" ? inWorkflow : inTerminal;
}

const AGAIN = {
  workflow: line`try again: run the job once more`,
  terminal: line`try again: run it once more`,
} as const;
const REPORT = line`if it happens again: please report it`;
const ADMIN_KEYS_PAGE = "https://platform.openai.com/settings/organization/admin-keys";
const KEYS_PAGE = "https://platform.openai.com/api-keys";
const ADMIN_KEY = { workflow: "openai-admin-key", terminal: "OPENAI_ADMIN_KEY" } as const;

const BY_KIND: Readonly<Record<GapKind, Ways>> = {
  "missing-object": (gap, medium) => [
    choose(
      medium,
      line`read it: ${"actions/checkout"} with ${"fetch-depth: 0"} and without ${"filter"}`,
      line`read it: ${"git fetch --refetch --no-filter"} in a partial clone; in others ${"git fsck"} shows what is broken`,
    ),
    ...describeExclusion(gap, medium),
  ],
  unreadable: (gap, medium) =>
    gap.path === undefined
      ? [AGAIN[medium], REPORT]
      : [line`read it: give this user the right to read the file`, ...describeExclusion(gap, medium)],
  miscounted: (_, medium) => [AGAIN[medium], REPORT],
  unfetched: (_, medium) => [
    choose(
      medium,
      line`fetch it: give the job ${"permissions: contents: read"}`,
      line`fetch it: ${"git fetch"} in a clone of the repository`,
    ),
    choose(
      medium,
      line`or check it out: ${"actions/checkout"} with ${"fetch-depth: 0"} before this step`,
      line`or scan a full clone of the repository`,
    ),
  ],
  lfs: (gap, medium) => [
    choose(
      medium,
      line`read it: ${"actions/checkout"} with ${"lfs: true"} before this step`,
      line`read it: ${"git lfs fetch --all"}`,
    ),
    ...describeExclusion(gap, medium),
  ],
  archive: (gap, medium) => [
    choose(
      medium,
      line`read it: unpack it on your machine and scan its files with ${"openai-key-guard scan --files '**'"}`,
      line`read it: unpack it and scan its files with ${"openai-key-guard scan --files '**'"}`,
    ),
    ...describeExclusion(gap, medium),
  ],
  "self-test": (_, medium) => [
    choose(
      medium,
      line`use another version of the Action: this one does not find keys here`,
      line`use another version: this one does not find keys here`,
    ),
    line`report it: the search must find its own sample keys`,
  ],
  inventory: (_, medium) => [
    line`let it list all keys: ${ADMIN_KEY[medium]} needs the permission to read projects, their keys and the admin keys`,
    line`or find keys only: leave ${ADMIN_KEY[medium]} out`,
  ],
  "audit-file": (_, medium) => [
    choose(
      medium,
      line`run the job again with the same ${"audit-file"}: it checks what became of the key`,
      line`run it again with the same ${"--audit-file"}: it checks what became of the key`,
    ),
  ],
  protect: () => [line`correct the entry, or remove it if its key, project or owner is gone`],
  approved: () => [line`correct the fingerprint, or scan the change in which the key was found`],
  paths: (_, medium) => [
    choose(
      medium,
      line`correct the glob in ${"paths"}, or remove it: it is matched from the top of the repository`,
      line`correct the glob after ${"--files"}`,
    ),
  ],
  ignore: () => [line`remove the entries; keep those of keys in issues, comments and other texts outside of git`],
  "no-admin-key": (_, medium) => [
    line`set ${ADMIN_KEY[medium]} to learn whose keys these are and whether they still work`,
  ],
};

const BY_CAUSE: Readonly<Record<NonNullable<Gap["cause"]>, Ways>> = {
  shallow: (_, medium) => [
    choose(
      medium,
      line`read it: ${"actions/checkout"} with ${"fetch-depth: 0"}`,
      line`read it: ${"git fetch --unshallow"}`,
    ),
  ],
  damaged: (gap, medium) => [
    choose(
      medium,
      line`read it: run the job again in a new checkout`,
      line`read it: ${"git fsck"} shows what is broken; a new clone repairs it`,
    ),
    ...describeExclusion(gap, medium),
  ],
  elsewhere: (gap, medium) => [line`read it: scan it where it is`, ...describeExclusion(gap, medium)],
  "cut-short": (_, medium) => [AGAIN[medium], REPORT],
  "no-match": (_, medium) => [
    choose(medium, line`correct the globs in ${"paths"}`, line`correct the globs after ${"--files"}`),
    choose(
      medium,
      line`or run this step after the one that writes the files`,
      line`or scan after the files are written`,
    ),
  ],
  "pull-request": () => [
    line`read it: give the job ${"permissions: pull-requests: read"}`,
    line`or check the input ${"github-token"}`,
  ],
  "ignore-file": () => [line`correct the ignore file on the base branch`],
  "broken-ignore-file": () => [line`correct the ignore file in this change`],
  "keys-file": () => [line`correct ${".github/openai-keys.yml"} on the base branch`],
  "admin-key": (_, medium) => [
    line`replace ${ADMIN_KEY[medium]}: an owner of the organisation creates an Admin API key at ${ADMIN_KEYS_PAGE}`,
    line`or find keys only: leave ${ADMIN_KEY[medium]} out`,
  ],
  "admin-permission": (_, medium) => [
    line`give that permission to the Admin API key, or set ${ADMIN_KEY[medium]} to one that has it: ${ADMIN_KEYS_PAGE}`,
    line`or find keys only: leave ${ADMIN_KEY[medium]} out`,
  ],
  "openai-refuses-machine": (_, medium) => [
    choose(
      medium,
      line`run the job on a machine that the organisation and OpenAI accept, such as a self-hosted runner`,
      line`run it on a machine that the organisation and OpenAI accept`,
    ),
    line`or add this machine's address to the organisation's IP allowlist`,
  ],
  "openai-address": (_, medium) => [
    choose(
      medium,
      line`correct ${"openai-base-url"}; an organisation with data in Europe has ${"https://eu.api.openai.com/v1"}`,
      line`correct ${"--openai-base-url"}; an organisation with data in Europe has ${"https://eu.api.openai.com/v1"}`,
    ),
    line`or check the proxy (${"HTTPS_PROXY"})`,
  ],
  "openai-down": (_, medium) => [
    AGAIN[medium],
    line`if it happens again: check the proxy (${"HTTPS_PROXY"}) and ${"https://status.openai.com"}`,
  ],
  "unknown-form": () => [line`report how OpenAI's page shows the key, without the key itself`],
  repository: () => [
    line`read it: plan, scan and merge once more`,
    line`or leave it out: ${"sweep plan --exclude"} with its name`,
  ],
  "lost-key": () => [
    line`revoke the key, or see that it is revoked: ${KEYS_PAGE}`,
    line`then list it in the ignore file that ${"sweep merge --ignore-file"} names`,
  ],
  shard: () => [line`read it: run ${"sweep scan"} for this shard again, and then ${"sweep merge"} over all`],
  redacted: () => [
    line`read it: run that scanner again without redaction, and pipe its report here without storing it`,
    line`or scan the repository itself: ${"openai-key-guard scan --history"}`,
  ],
  alerts: (_, medium) => [
    AGAIN[medium],
    choose(
      medium,
      line`if it happens again: check that ${"github-token"} may read secret scanning alerts`,
      line`if it happens again: check that ${"GITHUB_TOKEN"} may read secret scanning alerts`,
    ),
  ],
  fault: (gap, medium) => [AGAIN[medium], REPORT, ...describeExclusion(gap, medium)],
};

/** A longer one would be cut where it is shown. */
const LONGEST_GLOB = 90;

/** How to leave a path out. Nothing where there is none, or where it cannot be written as a glob. */
function describeExclusion({ kind, path }: Gap, medium: Medium): readonly Line[] {
  const glob = path === undefined ? null : formatGlob(path, kind === "lfs");
  if (glob === null) return [];
  return [
    choose(
      medium,
      line`leave it out: ${`exclude: ${JSON.stringify(glob)}`} in the workflow`,
      line`leave it out: ${`--exclude ${quoteForShell(glob)}`}`,
    ),
  ];
}

/**
 * The path as a glob. `isGroup`: the files beside it that end alike are left out with it, since Git LFS tracks files by
 * their endings; never the whole folder, which may hold others.
 */
function formatGlob(path: string, isGroup: boolean): string | null {
  if (path === "" || path.length > LONGEST_GLOB || path.trim() !== path || /[\p{Cc}`]|\\(?!x[0-9a-f]{2})/u.test(path))
    return null;
  const glob = path.replaceAll(/[*?[\]{}()!]/g, "\\$&");
  return isGroup ? glob.replace(/[^/]+(?=\.[A-Za-z0-9]+$)/, "*") : glob;
}

function quoteForShell(word: string): string {
  return /^[\w\-./*@+,:=~ ]*$/.test(word) ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
