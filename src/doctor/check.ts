import type { CheckText } from "../messages/doctor/check-text.ts";

/** What was looked at, in the order of the output. */
export const CHECK_IDS = {
  machine: ["node", "git", "version", "search"],
  repository: ["repository", "clone", "default-range", "hooks", "ignore-file"],
  workflow: ["event", "event-types"],
  openai: [
    "admin-key",
    "read-projects",
    "read-project-keys",
    "read-admin-keys",
    "read-usage",
    "read-costs",
    "read-audit-log",
    "write-keys",
  ],
  github: ["github-token", "read-commits", "write-comments", "code-scanning", "forks"],
  network: ["reach-openai", "reach-github", "proxy", "clock"],
} as const;

/** A group of checks. */
export type CheckGroup = keyof typeof CHECK_IDS;

/** The name of a check, for programs. */
export type CheckId = (typeof CHECK_IDS)[CheckGroup][number];

/** `ok`: it works. `problem`: it does not. `unknown`: it could not be checked, or was not tried. */
export type CheckState = "ok" | "problem" | "unknown";

/** What one check found. `fix` may stand beside `ok`, where something is worth doing although nothing is wrong. */
export type Check = { id: CheckId; state: CheckState } & CheckText;

/** Creates a check's result. */
export function createCheck(id: CheckId, state: CheckState, text: CheckText): Check {
  return { id, state, detail: text.detail, fix: text.fix };
}

/** The group that a check belongs to. */
export function getGroup({ id }: Check): CheckGroup {
  const groups = Object.keys(CHECK_IDS) as readonly CheckGroup[];
  const group = groups.find((one) => (CHECK_IDS[one] as readonly CheckId[]).includes(id));
  if (group === undefined) throw new Error(`the check ${id} is in no group`);
  return group;
}

/**
 * What all checks come to. One problem is enough for `problem`. `unknown` alone spoils nothing, since some things are never
 * tried (writing) and others are not everyone's (an Admin API key): it counts where nothing beyond this machine was checked.
 */
export function concludeChecks(checks: readonly Check[]): CheckState {
  if (checks.some(({ state }) => state === "problem")) return "problem";
  const others = checks.filter((check) => getGroup(check) !== "machine" && check.id !== "proxy");
  return others.every(({ state }) => state === "unknown") ? "unknown" : "ok";
}
