/** How many checks there were, and how many of them found a problem or could not be made. */
export type CheckCounts = { all: number; problems: number; unknown: number };

/** The verdict over all checks. `isNothingKnown`: beyond the machine itself, nothing could be checked. */
export function describeVerdict({ all, problems, unknown }: CheckCounts, isNothingKnown: boolean): string {
  if (problems > 0) return `${problems} of ${all} checks found a problem`;
  if (isNothingKnown) return "Nothing could be checked beyond this machine";
  return unknown === 0 ? `All ${all} checks passed` : `No problem found. ${unknown} of ${all} checks were not made`;
}

/** What was looked at in each group of checks. */
export const GROUP_TITLES = {
  machine: "This machine",
  repository: "Repository",
  workflow: "Workflow",
  openai: "OpenAI Admin API",
  github: "GitHub token",
  network: "Network",
} as const;

/** The word for each state, beside its mark. */
export const STATE_WORDS = { ok: "ok", problem: "problem", unknown: "not checked" } as const;

/** What stands above the columns of the table in a job's summary. */
export const COLUMN_TITLES = ["State", "Check", "What to do"] as const;

/** The title of the job's summary. */
export const SUMMARY_TITLE = "OpenAI Key Guard doctor";

/** The last line. */
export const FOOTER = "Nothing was changed. This output holds no key, so you can paste it into a bug report.";

/** What is said of a check that failed itself. */
export function describeFailedCheck(reason: string): { detail: string; fix: string } {
  return { detail: `A check could not be made (${reason}).`, fix: "Report this as a bug." };
}

/** What is said of a check that took too long. */
export function describeSlowCheck(seconds: number): { detail: string; fix: string } {
  return { detail: `A check took longer than ${seconds} s and was stopped.`, fix: "Run this again." };
}
