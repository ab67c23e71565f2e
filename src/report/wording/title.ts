import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { type Gap, isFailure, isUnread } from "../../domain/gap.ts";
import { type Conclusion, concludeRun, type Report } from "../../domain/report.ts";
import { formatCount, formatNumber } from "../numbers.ts";
import {
  findRestriction,
  getSeverity,
  isLiveAdminKey,
  isLookAlike,
  isOwnAdminKey,
  mayWorkAgain,
  SEVERITIES,
  type Severity,
} from "../severity.ts";
import { NO_KEYS_FOUND } from "./coverage.ts";
import { ACTIONS } from "./states.ts";

/**
 * What the report comes to, a clause for each group of keys that share a fate, counts first and the worst first.
 * `findings` come in their order in the report.
 */
export function listTitleClauses(
  { change, gaps }: Pick<Report, "change" | "gaps">,
  findings: readonly Finding[],
  conclusion: Conclusion,
): readonly string[] {
  const groups = listGroupClauses(findings, change.kind);
  const unread = listUnreadClauses(gaps.filter(isFailure));
  switch (conclusion) {
    case "clean":
      return groups.length > 0 ? groups : [NO_KEYS_FOUND];
    case "leaked":
      return [...groups, ...unread];
    case "incomplete":
      return [...unread.map((clause, index) => (index === 0 ? `Could not tell: ${clause}` : clause)), ...groups];
    default:
      return conclusion satisfies never;
  }
}

function listUnreadClauses(failures: readonly Gap[]): readonly string[] {
  const things = failures.filter((gap) => isUnread(gap) && gap.kind !== "self-test").length;
  const missing = failures.filter(({ kind }) => kind === "approved").length;
  return [
    ...(failures.some(({ kind }) => kind === "self-test") ? ["the self-test failed"] : []),
    ...(missing > 0 ? [`${formatCount(missing, "approved key")} ${missing === 1 ? "was" : "were"} not found`] : []),
    ...(things > 0 ? [`${formatCount(things, "thing")} ${things === 1 ? "was" : "were"} not read`] : []),
  ];
}

function listGroupClauses(findings: readonly Finding[], change: Change["kind"]): readonly string[] {
  const groups = groupAlike(findings);
  const nouns = groups.map(nounOf);
  return groups.map((group, index) => {
    const subject = describeSubject(group.length, nouns[index] ?? "", nouns[index - 1] ?? "");
    return `${subject} ${describeStatus(group, change)}${describeOwnKeyAmong(group)}`;
  });
}

function groupAlike(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = describeGroup(finding);
    const group = groups.get(name);
    if (group) group.push(finding);
    else groups.set(name, [finding]);
  }
  return [...groups.values()];
}

/** Keys of which this is the same share a clause. */
function describeGroup(finding: Finding): string {
  const { by, verified } = findRestriction(finding) ?? {};
  const severity = SEVERITIES.indexOf(getSeverity(finding));
  return [isLiveAdminKey(finding), severity, isLookAlike(finding), by, verified].join();
}

function nounOf(group: readonly Finding[]): string {
  if (group.every(isLiveAdminKey)) return "OpenAI admin key";
  if (group.every(isLookAlike)) return "look-alike";
  return group.every(({ confidence }) => confidence === "suspected") ? "suspected OpenAI key" : "OpenAI key";
}

/** The first clause says what is counted; those after it need not say it again. */
function describeSubject(count: number, noun: string, before: string): string {
  if (noun === "look-alike") return `${formatCount(count, "look-alike")} of your keys`;
  if (before === "") return formatCount(count, noun);
  if (noun === "suspected OpenAI key") return `${formatNumber(count)} suspected`;
  return before === "OpenAI admin key" && noun !== before ? formatCount(count, "other key") : formatNumber(count);
}

function describeOwnKeyAmong(group: readonly Finding[]): string {
  if (!group.some(isOwnAdminKey)) return "";
  return group.length === 1 ? ": the one this run works with" : ", one of them the one this run works with";
}

/** By what was scanned: what became of a key there, and where it still is. */
const PLACES = {
  range: { exposed: "exposed", still: "still in the head" },
  history: { exposed: "exposed", still: "still in the head" },
  texts: { exposed: "exposed", still: "still in the text" },
  staged: { exposed: "staged", still: "still staged" },
  files: { exposed: "found", still: "still in a file" },
  stdin: { exposed: "found", still: "still in the text" },
} as const satisfies Record<Change["kind"], { exposed: string; still: string }>;

/** What became of keys of one severity, to go on from their name: "is exposed", "were here before this change". */
export function describeStatus(findings: readonly Finding[], change: Change["kind"]): string {
  const [first] = findings;
  if (!first) return "";
  const [is, was, does] = findings.length === 1 ? ["is", "was", "does"] : ["are", "were", "do"];
  const { exposed, still } = PLACES[change];
  const severity: Severity = getSeverity(first);
  const dead = isLookAlike(first)
    ? `${does} not work`
    : `${was} ${exposed} and ${is} ${findings.some(mayWorkAgain) ? "inactive" : "dead"}`;
  switch (severity) {
    case "exposed":
      return `${exposed === "found" ? was : is} ${exposed}${describeRestriction(first)}`;
    case "lingering":
      return `${dead}, but ${is} ${still}`;
    case "dead":
      return dead;
    case "ignored":
      return `${is} excused by the ignore file`;
    case "older":
      return `${was} here before this change`;
    default:
      return severity satisfies never;
  }
}

/** What was done to a key that may work all the same. */
function describeRestriction(finding: Finding): string {
  const restriction = findRestriction(finding);
  if (restriction === null) return "";
  return `, but ${ACTIONS[restriction.by].done}${restriction.verified ? "" : ", not yet confirmed"}`;
}

/** A live admin key, the loudest thing there is. */
export type Alarm = {
  /** In one sentence or two. */
  text: string;
  /** The same in two parts, to set the key apart from the danger. */
  key: string;
  danger: string;
};

/** What is said above all else where an admin key may still work; null where there is none. */
export function describeAlarm(findings: readonly Finding[]): Alarm | null {
  const alarming = findings.filter(isLiveAdminKey);
  if (alarming.length === 0) return null;
  const isOwn = alarming.some(isOwnAdminKey);
  const isNew = alarming.some((one) => getSeverity(one) !== "older");
  const state = isNew ? "is exposed" : "was here before this change and is not dead";
  return {
    text: `${isOwn ? "The admin key this run works with" : "An admin key"} ${state}. It comes first.`,
    key: isOwn ? "The admin key that the run works with" : "An admin key",
    danger: ": whoever has it manages the whole organisation. It comes first.",
  };
}

/**
 * Why the run fails, in one sentence, to be said last; null where it does not fail. Where the operator lets all keys
 * pass (`fail-on`), the reason is what was not read.
 */
export function describeFailure(report: Report, title: string): string | null {
  const ending = concludeRun(report);
  switch (ending) {
    case "clean":
      return null;
    case "leaked": {
      const blocking = report.findings.filter(({ blocks }) => blocks);
      const alive = blocking.filter(({ validity }) => validity.kind !== "inactive").length;
      const dead = blocking.length - alive;
      if (alive === 0) {
        const [stands, it] = dead === 1 ? ["stands", "it"] : ["stand", "them"];
        return `This fails because ${formatCount(dead, "dead key")} still ${stands} in what was looked at: take ${it} out.`;
      }
      const mayWork = `${formatCount(alive, "exposed OpenAI key")} may still work`;
      return `This fails because ${mayWork}: ${alive === 1 ? "its steps are" : "the steps for each are"} above.`;
    }
    case "incomplete":
      if (!report.gaps.some(isUnread)) return "This fails because an approved key was not found: nothing is contained.";
      return `This fails because nobody can say that there is no key in what was not read. ${title}.`;
    default:
      return ending satisfies never;
  }
}
