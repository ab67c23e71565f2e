import type { Change } from "../../domain/change.ts";
import type { Finding } from "../../domain/finding.ts";
import { type Gap, isFailure } from "../../domain/gap.ts";
import { conclude, type Report } from "../../domain/report.ts";
import { formatCount, formatNumber } from "../numbers.ts";
import {
  findRestriction,
  getSeverity,
  isLiveAdminKey,
  isLookAlike,
  isOwnAdminKey,
  rankFindings,
  SEVERITIES,
} from "../severity.ts";
import { describeStatus } from "./status-phrase.ts";

/** The verdict in one line, counts first: "2 OpenAI keys are exposed; 1 thing was not read" */
export function describeTitle(report: Report): string {
  const told = tales(report.findings, report.change.kind);
  const failures = report.gaps.filter(isFailure);
  const conclusion = conclude(report);
  switch (conclusion) {
    case "clean":
      return told.length > 0 ? told.join("; ") : "No OpenAI keys found";
    case "leaked":
      return [...told, ...unread(failures)].join("; ");
    case "incomplete":
      return [`Could not tell: ${unread(failures).join("; ")}`, ...told].join("; ");
    default:
      return conclusion satisfies never;
  }
}

function unread(failures: readonly Gap[]): readonly string[] {
  const things = failures.filter(({ kind }) => kind !== "self-test").length;
  return [
    ...(things < failures.length ? ["the self-test failed"] : []),
    ...(things > 0 ? [`${formatCount(things, "thing")} ${things === 1 ? "was" : "were"} not read`] : []),
  ];
}

/** A group for all that reads alike, the loudest first. */
function tales(findings: readonly Finding[], change: Change["kind"]): readonly string[] {
  const groups = new Map<string, Finding[]>();
  for (const one of rankFindings(findings)) {
    const { by, verified } = findRestriction(one) ?? {};
    const like = [
      isLiveAdminKey(one) ? "" : "z",
      SEVERITIES.indexOf(getSeverity(one)),
      isLookAlike(one),
      by,
      verified,
    ].join();
    const group = groups.get(like);
    if (group) group.push(one);
    else groups.set(like, [one]);
  }
  let before = "";
  return [...groups.values()].map((group) => {
    const noun = nounOf(group);
    const subject = subjectOf(group.length, noun, before);
    before = noun;
    return `${subject} ${describeStatus(group, change)}${ownAmong(group)}`;
  });
}

function nounOf(group: readonly Finding[]): string {
  if (group.every(isLiveAdminKey)) return "OpenAI admin key";
  if (group.every(isLookAlike)) return "look-alike";
  return group.every(({ confidence }) => confidence === "suspected") ? "suspected OpenAI key" : "OpenAI key";
}

/** The first group says what is counted; those after it need not say it again. */
function subjectOf(count: number, noun: string, before: string): string {
  if (noun === "look-alike") return `${formatNumber(count)} ${count === 1 ? "look-alike" : "look-alikes"} of your keys`;
  if (before === "") return formatCount(count, noun);
  if (noun === "suspected OpenAI key") return `${formatNumber(count)} suspected`;
  return before === "OpenAI admin key" && noun !== before ? formatCount(count, "other key") : formatNumber(count);
}

function ownAmong(group: readonly Finding[]): string {
  if (!group.some(isOwnAdminKey)) return "";
  return group.length === 1 ? ": the one this run works with" : ", one of them the one this run works with";
}
