import type { AuditFacts } from "../../../domain/audit-facts.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import { formatCount, formatDay, formatNumber } from "../../../report/numbers.ts";
import type { Rule, Verdict } from "../../rule.ts";
import { getDate } from "../days.ts";
import { listProjectKeys } from "../subjects.ts";
import { refuseJudgement } from "../untold.ts";
import {
  type ComparedDays,
  computeMedian,
  hasExistedAt,
  listUses,
  splitDays,
  TOO_FEW_DAYS,
  USAGE_IS_LATE,
} from "./daily-use.ts";

type Limits = { times: number; "min-usd": number };

/**
 * Keys with a day that is far above their others. The median is that of the days on which the key was used: of a key that
 * works once a week, that of all days would be none. A first use has nothing to be compared with: `new-model` tells of it.
 */
export const SPIKE: Rule<Limits> = {
  name: "spike",
  title: "Keys whose use rose sharply",
  finds:
    "a key that on the last day had more than ${times} times the requests or the cost of its median day in the 28 before, and cost more than ${min-usd} USD",
  level: "error",
  limits: { times: 10, "min-usd": 5 },
  needs: ["usage", "costs"],
  over: ["project"],
  note: USAGE_IS_LATE,
  listSubjects: listProjectKeys,
  judge: (subject, facts, limits) => {
    if (subject.kind !== "key") return { kind: "passed" };
    const { usage, costs } = facts;
    if (costs.kind === "untold") return refuseJudgement("costs", costs);
    const compared = splitDays(usage.kind === "told" ? usage.value.days : costs.value.days, 1);
    return compared === null ? TOO_FEW_DAYS : judgeLastDay(subject.key, facts, limits, compared);
  },
  advise: () =>
    "Ask its owner what caused it. If nobody knows, treat the key as leaked: revoke it now, then replace it.",
};

/** What was counted on a day, and the middle of the days before on which it was not zero. */
type Rise = { last: number; median: number | null; daysOfUse: number };

function judgeLastDay(key: KeyRecord, facts: AuditFacts, limits: Limits, compared: ComparedDays): Verdict {
  const requests = facts.usage.kind === "told" ? measureRise(sumRequests(key, facts, compared), compared) : null;
  const costs = measureRise(sumCosts(key, facts), compared);
  const isQuiet = requests === null || !isAbove(requests, limits.times);
  if (costs.last <= limits["min-usd"] && (isQuiet || costs.last > 0)) return { kind: "passed" };
  if (!hasExistedAt(key, compared.before[0]))
    return { kind: "skipped", because: "too young to be compared with 28 days" };
  if (costs.last === 0) return { kind: "not-judged", because: "OpenAI has not counted its costs of the last day yet" };
  if (!isQuiet || isAbove(costs, limits.times)) return describeRise(requests, costs, limits, compared);
  return facts.usage.kind === "untold" ? refuseJudgement("usage", facts.usage) : { kind: "passed" };
}

function isAbove({ last, median }: Rise, times: number): boolean {
  return median !== null && last > times * median;
}

function measureRise(byDay: ReadonlyMap<string, number>, { recent, before }: ComparedDays): Rise {
  const used = before.map((day) => byDay.get(day) ?? 0).filter((amount) => amount > 0);
  return { last: byDay.get(recent[0] ?? "") ?? 0, median: computeMedian(used), daysOfUse: used.length };
}

function sumRequests(key: KeyRecord, facts: AuditFacts, { recent, before }: ComparedDays): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { day, requests } of listUses(key, facts, [...before, ...recent]))
    sums.set(day, (sums.get(day) ?? 0) + requests);
  return sums;
}

function sumCosts({ id }: KeyRecord, { costs }: AuditFacts): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { day, usd } of (costs.kind === "told" && costs.value.byKey.get(id)) || [])
    sums.set(day, (sums.get(day) ?? 0) + usd);
  return sums;
}

/** The one that rose, compared; then the other. */
function describeRise(requests: Rise | null, costs: Rise, { times }: Limits, compared: ComparedDays): Verdict {
  const day = formatDay(getDate(compared.recent[0] ?? ""));
  const isByRequests = requests !== null && isAbove(requests, times);
  const [first, second] = isByRequests ? [requests, costs] : [costs, requests];
  const format = isByRequests ? formatRequests : formatUsd;
  const days = compared.before.length;
  const which = first.daysOfUse < days ? `${formatCount(first.daysOfUse, "day")} of use among the ` : "";
  const ratio = formatRatio(first.last / (first.median ?? 1));
  const rest = second === null ? "" : `; ${isByRequests ? formatUsd(second.last) : formatRequests(second.last)}`;
  const median = isByRequests ? formatRatio(first.median ?? 0) : formatUsd(first.median ?? 0);
  return {
    kind: "found",
    detail: `${format(first.last)} on ${day}, ${ratio} times the median of ${median} on the ${which}${days} days before${rest}`,
  };
}

function formatRequests(count: number): string {
  return formatCount(count, "request");
}

function formatUsd(usd: number): string {
  return `${formatNumber(Math.floor(Number(usd.toFixed(2))))}${usd.toFixed(2).slice(-3)} USD`;
}

/** With a digit behind the point where there is one. */
function formatRatio(ratio: number): string {
  const tenths = Math.floor(ratio * 10);
  return tenths % 10 === 0 ? formatNumber(tenths / 10) : `${formatNumber(Math.floor(tenths / 10))}.${tenths % 10}`;
}
