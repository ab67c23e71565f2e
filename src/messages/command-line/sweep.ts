// What the command line says of `sweep`.

/** Of `sweep`. */
export const SWEEP_HELP = {
  summary: "Find leaked keys in all repositories of an organisation.",
  description:
    "sweep plan ORG lists the repositories and packs them into shards. sweep scan PLAN --shard I --output DIR reads the history of those in one shard: it needs no Admin API key, and writes where keys are, but no key. sweep merge DIR … reads the keys again in the repositories that hold them, and then does what scan does, once for the whole organisation. Shards may run side by side on many machines.",
  examples: [
    ["sweep plan acme --shards 4 > plan.json", "list the repositories of acme, in four shards"],
    ["sweep scan plan.json --shard 0 --output swept", "read the first shard"],
    ["sweep merge swept --format html --output sweep.html", "report what all shards found"],
    ["sweep merge swept --on-leak revoke --max-contained 10 --state state.json", "revoke, and keep what was read"],
    ["sweep plan acme --state state.json > plan.json", "the next night: read only what has changed"],
  ],
} as const satisfies Record<string, string | readonly (readonly [typed: string, purpose: string])[]>;

/** Its flags. */
export const SWEEP_FLAGS = {
  shards: "Of plan: into how many shards to pack the repositories, up to 256. The default is 8.",
  state:
    "Of plan and merge: the file in which merge keeps what was read. Repositories that have not changed since are not read again. It need not be there yet.",
  include: "Of plan: sweep only repositories whose name matches this glob.",
  exclude: "Of plan: leave out repositories whose name matches this glob.",
  archived: "Of plan: sweep archived repositories too.",
  forks: "Of plan: sweep forks too.",
  shard: "Of scan: which shard to read, from 0 on. The default is JOB_COMPLETION_INDEX, which Kubernetes sets.",
  maxDisk:
    "Of scan: how many gigabytes of disk to use. The default is 80% of the free disk. Give less where other shards use it too, or a container may not fill it.",
  ignoreFile:
    "Of merge: the file that lists keys to ignore and to protect, by its path in the repository of --repo, read from the commit HEAD. Without this flag none counts.",
  uploadSarif:
    "Of merge: upload what was found in each repository to its own code scanning. GITHUB_TOKEN then needs Code scanning alerts: write.",
  verbose: "Of merge: print every place of a key.",
} as const;

/** Headings above its flags. */
export const SWEEP_HEADINGS = { plan: "What to sweep:" } as const;

/** What help says of the Admin API key. */
export const SWEEP_ADMIN_KEY =
  "Of merge: an Admin API key of your organisation. It tells whose a key is, whether it works, and revokes it. plan and scan do not need it: do not give it to them.";

/** What its exit codes mean. */
export const SWEEP_EXIT_CODES =
  "0 no key, or none that --fail-on names · 1 leaked · 2 not everything could be read, or wrong use. plan and scan end with 0 once their file is written: merge tells what a shard found, and what it could not read.";

/** What a plan has. */
export function describePlan(plan: {
  repositories: number;
  shards: number;
  size: string;
  leftOut: Readonly<Record<"archived" | "fork" | "not-included" | "excluded", number>>;
  unchanged: number;
}): string {
  const { leftOut } = plan;
  const left = [
    ...(leftOut.archived > 0 ? [`${leftOut.archived} archived (--archived)`] : []),
    ...(leftOut.fork > 0 ? [`${count(leftOut.fork, "fork", "forks")} (--forks)`] : []),
    ...(leftOut["not-included"] > 0 ? [`${leftOut["not-included"]} that --include does not match`] : []),
    ...(leftOut.excluded > 0 ? [`${leftOut.excluded} that --exclude matches`] : []),
  ];
  const known = plan.unchanged > 0 ? ` An earlier sweep has read ${plan.unchanged} of them.` : "";
  const rest = left.length > 0 ? ` Left out: ${left.join(", ")}.` : "";
  return `${count(plan.repositories, "repository", "repositories")} in ${count(plan.shards, "shard", "shards")}, ${plan.size}.${known}${rest}`;
}

/** What a shard did. */
export function describeShard(shard: {
  shard: number;
  read: number;
  continued: number;
  unchanged: number;
  unread: number;
  keys: number;
}): string {
  const parts = [
    `${count(shard.read, "repository", "repositories")} read`,
    ...(shard.continued > 0 ? [`${shard.continued} read from where an earlier sweep ended`] : []),
    ...(shard.unchanged > 0 ? [`${shard.unchanged} unchanged`] : []),
    ...(shard.unread > 0 ? [`${shard.unread} not read or not to the end`] : []),
    `${count(shard.keys, "key", "keys")} found`,
  ];
  return `Shard ${shard.shard}: ${parts.join(", ")}.`;
}

/** An app that may not see all repositories. */
export const SELECTED_ONLY =
  "The token is of an app that is installed on selected repositories only: others are not in the plan.";

/** The state could not be written; `code` is the system's. */
export function describeLostState(code: string): string {
  return `The state file could not be written (${code}): the next sweep reads everything again.`;
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}
