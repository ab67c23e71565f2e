import type { Finding } from "../../../domain/finding.ts";
import type {
  Actor,
  Impact,
  ImpactSource,
  ModelUse,
  OrganizationChange,
  UnavailableBecause,
} from "../../../domain/impact.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import { getLikeness } from "../../evidence.ts";
import { joinLines, type Line, line, linkWords, markName, words } from "../../line.ts";
import { formatCount, formatNumber, formatTimeNear } from "../../numbers.ts";
import { nameRecord } from "./names.ts";

/** At most this many models, or changes, are named in a sentence. */
const MOST = 3;

const SOURCES = {
  usage: "Usage",
  costs: "Costs",
  "audit-log": "Changes in the organisation",
} as const satisfies Record<ImpactSource, string>;

const UNTOLD = {
  off: "OpenAI keeps no audit log for this organisation",
  "not-permitted": "the Admin API key may not read them",
  "no-answer": "OpenAI did not answer",
  unreadable: "OpenAI's answer could not be understood",
} as const satisfies Record<UnavailableBecause, string>;

/** Nobody ever spent more than this: a larger number is a wrong answer. */
const MOST_SPENT = 1e12;

/** In milliseconds. OpenAI counts use some minutes late, so that no use in a shorter time than this means little. */
const LATE = 60 * 60 * 1000;

/** The use of a key since it leaked; null where nothing is known, or the use is that of a key which this one only resembles. */
function findUse({ impact, ...evidence }: Finding): Impact | null {
  return getLikeness(evidence) === "look-alike" ? null : impact;
}

/** "1,240 requests, 1.37 USD, 2 changes": what a key was used for since it leaked; null where nothing of that is known. */
export function describeUseBriefly(finding: Finding): string | null {
  const { requests = null, cost = null, changes = null } = findUse(finding) ?? {};
  const parts = [
    ...(requests === null ? [] : [formatCount(requests, "request")]),
    ...(cost === null || (cost.value === 0 && requests === 0) ? [] : [formatCost(cost)]),
    ...(changes === null || changes.length === 0
      ? []
      : [`${formatCount(changes.length, "change")} in the organisation`]),
  ];
  return parts.length > 0 ? parts.join(", ") : null;
}

/** The same as a fact: with the time until which OpenAI had counted, and a word where it counts late. */
export function describeUse(finding: Finding, now: Date | null): Line | null {
  const impact = findUse(finding);
  const brief = describeUseBriefly(finding);
  if (impact === null) return null;
  if (brief === null)
    return impact.untold.length > 0 ? line`not known. ${joinLines(listUnknownUse(finding), " ")}` : null;
  const { identity, possession } = finding;
  const isUnproven = identity.kind === "ours" && possession !== "proven" && possession !== "proven-before";
  const whose = isUnproven ? line`by the key ${nameRecord(identity.record)}: ` : words("");
  return line`${whose}${words(brief)} (${words(formatTimeNear(impact.asOf, now))}${words(isEarly(impact) ? "; OpenAI counts some minutes late" : "")})${describeQuestion(impact)}`;
}

/** Whoever reads of use should look at it. */
function describeQuestion({ requests }: Impact): Line {
  return requests ? line` · ${linkWords("are they yours?", "https://platform.openai.com/usage")}` : words("");
}

function isEarly({ requests, since, asOf }: Impact): boolean {
  return requests === 0 && asOf.getTime() - since.getTime() < LATE;
}

/** What a key was used for, by model; what was changed with it; who made it; and what no source told. A sentence each. */
export function listUseDetails(finding: Finding, now: Date | null): readonly Line[] {
  const impact = findUse(finding);
  if (impact === null) return [];
  const { since, asOf, cost, changes, createdBy } = impact;
  const { identity } = finding;
  const models = listModels(impact);
  const made = createdBy !== null && identity.kind === "ours" ? describeCreator(createdBy, identity.record) : null;
  return [
    ...(models.length > 0 ? [line`By model: ${joinLines(models, "; ")}.`] : []),
    ...(changes !== null && changes.length > 0 ? [line`Changed with it: ${listChanges(changes)}.`] : []),
    ...(made === null ? [] : [made]),
    ...(describeUseBriefly(finding) === null
      ? []
      : [
          words(
            `Counted from ${formatTimeNear(since, now)} to ${formatTimeNear(asOf, now)}${cost === null ? "" : "; costs by whole days (UTC)"}.`,
          ),
        ]),
    ...listUnknownUse(finding),
  ];
}

/** What OpenAI did not tell of the use of a key, and why. */
function listUnknownUse(finding: Finding): readonly Line[] {
  return (findUse(finding)?.untold ?? []).map(({ source, because }) =>
    words(`${SOURCES[source]} not known: ${UNTOLD[because]}.`),
  );
}

/** Who made a key: nobody where that is the owner, or somebody who could not be named. */
function describeCreator({ kind, id, name }: Actor, { owner }: KeyRecord): Line | null {
  if (kind === "key") {
    if (id === null) return line`Another key created it.`;
    return name === null ? line`Another key created it: ${id}.` : line`Another key created it: ${markName(name)}.`;
  }
  if (id === null || (owner?.kind === kind && owner.id === id)) return null;
  return line`Created by ${markName(name ?? id)}.`;
}

/** What was made, changed or deleted with it, the first few by name. */
export function listChanges(changes: readonly OrganizationChange[]): Line {
  const named = changes.slice(0, MOST).map(({ what, id, name }) => {
    const on = id === null ? line`` : line` ${id}`;
    return line`${what}${on}${name === null ? line`` : line` (${name})`}`;
  });
  const more = changes.length - named.length;
  return joinLines([...named, ...(more > 0 ? [line`${more} more`] : [])], ", ");
}

/** The tokens of each model, the first few by name; before many models, the tokens of all. */
function listModels({ inputTokens, outputTokens, models }: Impact): readonly Line[] {
  const used = (models ?? []).filter(({ requests, inputTokens: i, outputTokens: o }) => [requests, i, o].some(Boolean));
  const all = used.length > 0 && used.length <= MOST ? [] : listTokens(inputTokens, outputTokens);
  return [
    ...(all.length > 0 ? [line`all: ${joinLines(all, ", ")}`] : []),
    ...used.slice(0, MOST).map((use) => line`${use.model} ${describeModelUse(use)}`),
    ...(used.length > MOST ? [words(formatCount(used.length - MOST, "more model"))] : []),
  ];
}

/** The tokens of a model; for images, speech and searches, which have none, the requests. */
function describeModelUse({ requests, inputTokens, outputTokens }: ModelUse): Line {
  const parts = listTokens(inputTokens, outputTokens);
  return parts.length > 0 ? joinLines(parts, ", ") : words(formatCount(requests ?? 0, "request"));
}

function listTokens(input: number | null, output: number | null): readonly Line[] {
  if (!input && !output) return [];
  return [
    ...(input === null ? [] : [words(`${formatNumber(input)} tokens in`)]),
    ...(output === null ? [] : [words(`${formatNumber(output)} out`)]),
  ];
}

/** "1.37 USD". Less than a cent is said to be there, and not counted. */
function formatCost({ value, currency }: { value: number; currency: string }): string {
  const amount =
    Math.abs(value) < MOST_SPENT ? value.toFixed(2).replaceAll(/\B(?=(?:\d{3})+\.)/g, ",") : "an unknown amount of";
  const tiny = value > 0 && value < 0.01 ? "under 0.01" : amount;
  return `${tiny} ${/^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : "(unknown currency)"}`;
}
