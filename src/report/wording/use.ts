import type { Finding } from "../../domain/finding.ts";
import type {
  Actor,
  Impact,
  ImpactSource,
  ModelUse,
  OrganizationChange,
  UnavailableBecause,
} from "../../domain/impact.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { formatCount, formatNumber } from "../numbers.ts";
import { getLikeness } from "../severity.ts";

/** At most this many models, or changes, are named in a sentence. */
const MOST = 3;

const SOURCES = {
  usage: "usage",
  costs: "costs",
  "audit-log": "changes",
} as const satisfies Record<ImpactSource, string>;

const UNTOLD = {
  off: "OpenAI keeps no audit log for this organisation",
  "not-permitted": "the Admin API key may not read them",
  "no-answer": "OpenAI did not answer",
  unreadable: "OpenAI's answer was not understood",
} as const satisfies Record<UnavailableBecause, string>;

/** Nobody ever spent more than this: a larger number is a wrong answer. */
const MOST_SPENT = 1e12;

/** In milliseconds. OpenAI counts use some minutes late, so that no use in a shorter time than this means little. */
const LATE = 60 * 60 * 1000;

/**
 * What was done with a key since it was exposed, and who made it where that is not its owner. Null where nothing is
 * known, or where the use is that of a key which this one only resembles.
 */
export function describeUse(finding: Finding): Line | null {
  const { identity, impact } = finding;
  const likeness = getLikeness(finding);
  if (impact === null || likeness === "look-alike") return null;
  const whose = identity.kind === "ours" && likeness === "unproven" ? line`Of ${identity.record.id}: ` : words("");
  const made =
    impact.createdBy && identity.kind === "ours" ? describeCreator(impact.createdBy, identity.record) : line``;
  return line`${whose}${joinLines(
    [describeImpact(impact), made].filter(({ length }) => length > 0),
    " ",
  )}`;
}

/** Who made a key: nothing where that is the owner, or nobody who could be named. */
function describeCreator({ kind, id, name }: Actor, { owner }: KeyRecord): Line {
  if (kind === "key")
    return line`It was made by another key${id === null ? line`` : line`, ${formatNamed(id, name)}`}.`;
  if (id === null || (owner?.kind === kind && owner.id === id)) return line``;
  const isPersonal = owner?.kind === "user" && owner.id !== null;
  return line`It was made by ${name ?? id}${words(isPersonal ? ", who does not own it" : "")}.`;
}

function formatNamed(id: string, name: string | null): Line {
  return name === null ? line`${id}` : line`${id} (${name})`;
}

/**
 * Use since the exposure, in a few sentences. Zero is said with its time, since OpenAI counts some minutes late. What a
 * source did not answer is said to be missing, and is never zero.
 */
export function describeImpact(impact: Impact): Line {
  const { since, asOf, requests, cost, changes, untold } = impact;
  const facts = [
    ...(requests === null
      ? []
      : [line`${words(formatCount(requests, "request").replace(/^0 /, "no "))}${describeTokens(impact)}`]),
    ...(cost === null ? [] : [line`${describeCost(cost)} (by whole days of UTC)`]),
    ...(changes === null ? [] : [words(describeChangeCount(changes))]),
  ];
  const isEarly = requests === 0 && asOf.getTime() - since.getTime() < LATE;
  const known = facts.length > 0 ? [line`${describePeriod(since, asOf)}: ${joinLines(facts, ", ")}.`] : [];
  const late = isEarly ? [words("OpenAI counts some minutes late.")] : [];
  const missing = untold.map(
    ({ source, because }) => line`Not told: ${words(SOURCES[source])}, since ${words(UNTOLD[because])}.`,
  );
  return joinLines([...known, ...late, ...missing], " ");
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

function describeChangeCount(changes: readonly OrganizationChange[]): string {
  return changes.length === 0
    ? "nothing changed in the organisation"
    : `${formatCount(changes.length, "change")} in the organisation`;
}

/** In parentheses: the tokens of each model, in the order given; before many models, the tokens of all. */
function describeTokens({ inputTokens, outputTokens, models }: Impact): Line {
  const used = (models ?? []).filter(({ requests, inputTokens: i, outputTokens: o }) => [requests, i, o].some(Boolean));
  const all = used.length > 0 && used.length <= MOST ? [] : listTokens(inputTokens, outputTokens);
  const parts = [
    ...(all.length > 0 ? [joinLines(all, ", ")] : []),
    ...used.slice(0, MOST).map((use) => line`${use.model}: ${describeModelUse(use)}`),
    ...(used.length > MOST ? [words(formatCount(used.length - MOST, "more model"))] : []),
  ];
  return parts.length > 0 ? line` (${joinLines(parts, "; ")})` : words("");
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

/** Less than a cent is said to be there, and not counted. */
function describeCost({ value, currency }: { value: number; currency: string }): Line {
  const amount =
    Math.abs(value) < MOST_SPENT ? value.toFixed(2).replaceAll(/\B(?=(?:\d{3})+\.)/g, ",") : "an unknown amount of";
  const tiny = value > 0 && value < 0.01 ? "under 0.01" : amount;
  return words(`${tiny} ${/^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : "(unknown currency)"}`);
}

/** "Since 2026-11-20 10:00 UTC, as of 11:30": the day is repeated only where it differs. */
function describePeriod(since: Date, asOf: Date): Line {
  const [from, to] = [formatMinute(since), formatMinute(asOf)];
  const isOneDay = from !== null && to !== null && from.slice(0, 10) === to.slice(0, 10);
  const until = to === null ? "an unknown time" : isOneDay ? to.slice(11) : `${to} UTC`;
  return words(`Since ${from === null ? "an unknown time" : `${from} UTC`}, as of ${until}`);
}

/** "2026-11-20 10:00" */
function formatMinute(at: Date): string | null {
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 16).replace("T", " ");
}
