import { joinLines, type Line, line, linkWords, words } from "../line.ts";
import { capitalize, formatCount, formatNumber } from "../numbers.ts";

/** What links at the foot of a message are called. */
export const NOTICE_LINKS = { run: "Run", issue: "Issue" } as const;

/** "Pull request #7" */
export function namePullRequest(number: number): string {
  return `Pull request #${number}`;
}

/** Where it happened: "In `acme/shop`, pull request #7." Null where nobody knows. */
export function describeNoticePlace(
  repository: string | null,
  pull: { number: number; url: string } | null,
): Line | null {
  const named = pull === null ? null : linkWords(`pull request #${pull.number}`, pull.url);
  if (repository === null) return named;
  return named === null ? line`In ${repository}.` : line`In ${repository}, ${named}.`;
}

/** The head of a key: "**checkout**, Web shop (`sk-proj-…C4gA`): revoked 3 minutes after it leaked". */
export function describeNoticeHead(
  { name, mask, fingerprint }: { name: Line; mask: string; fingerprint: string },
  state: string,
): Line {
  const shown = mask.endsWith("…") ? fingerprint : mask;
  return line`${name} (${shown}): ${words(state)}`;
}

/** A sentence with a capital at its beginning, as a line. */
export function startSentence(text: string): Line {
  return words(`${capitalize(text).replace(/\.$/, "")}.`);
}

/** A place, and how many more there are. */
export function describeNoticePlaces(first: Line, more: number): Line {
  return more > 0 ? joinLines([first, words(`and ${formatCount(more, "more place")}`)], " ") : first;
}

/** "12 more keys, accounts or projects": of an audit. */
export function describeMoreFindings(count: number): string {
  return `${formatNumber(count)} more with findings`;
}

/** Whether a key works, where nothing was done about it: "still works". `word` is that of the report. */
export function describeNoticeState(word: string): string {
  return word === "yes" ? "still works" : word === "no" ? "does not work" : word;
}
