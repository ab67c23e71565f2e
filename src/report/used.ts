import type { Alteration, Impact, ImpactSource, UntoldBecause } from "../domain/impact.ts";
import { counted, grouped } from "./figures.ts";
import { joined, type Line, line } from "./line.ts";

/** So many models, and so many changes, are named in a sentence. */
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
} as const satisfies Record<UntoldBecause, string>;

/**
 * What was done with a key since it was exposed, in a few sentences. A nought is said with its time, since OpenAI counts
 * some minutes late; what no source told is said, and never a nought.
 */
export function used(impact: Impact): Line {
  const { since, asOf, requests, cost, changes, untold } = impact;
  const times =
    requests === null ? [] : [line`${words(counted(requests, "request").replace(/^0 /, "no "))}${tokens(impact)}`];
  const money = cost === null ? [] : [line`${spent(cost)} on the days since (by UTC)`];
  const made = changes === null ? [] : [line`${changed(changes)}`];
  const facts = [...times, ...money, ...made];
  const told = facts.length > 0 ? [line`Since ${moment(since)}: ${joined(facts, ", ")}, as of ${moment(asOf)}.`] : [];
  const missing = untold.map(
    ({ source, because }) => line`Not told: ${words(SOURCES[source])}, since ${words(UNTOLD[because])}.`,
  );
  return joined([...told, ...missing], " ");
}

/** What was made, changed or deleted with it, the first few by name. */
export function alterations(changes: readonly Alteration[]): Line {
  const named = changes.slice(0, MOST).map(({ what, id, name }) => {
    const on = id === null ? line`` : line` ${id}`;
    return line`${what}${on}${name === null ? line`` : line` (${name})`}`;
  });
  const more = changes.length - named.length;
  return joined([...named, ...(more > 0 ? [line`${more} more`] : [])], ", ");
}

function changed(changes: readonly Alteration[]): Line {
  return words(
    changes.length === 0
      ? "nothing changed in the organisation"
      : `${counted(changes.length, "change")} in the organisation`,
  );
}

function tokens({ inputTokens, outputTokens, models }: Impact): Line {
  const parts = [
    ...(inputTokens === null ? [] : [words(`${grouped(inputTokens)} tokens in`)]),
    ...(outputTokens === null ? [] : [words(`${grouped(outputTokens)} out`)]),
    ...(models ?? []).slice(0, MOST).map(({ model }) => line`${model}`),
    ...(models && models.length > MOST ? [words(`${models.length - MOST} more models`)] : []),
  ];
  const hasUse = (inputTokens ?? 0) + (outputTokens ?? 0) > 0 || (models ?? []).length > 0;
  return hasUse ? line` (${joined(parts, ", ")})` : line``;
}

/** Cents matter little, and thousandths not at all. */
function spent({ value, currency }: { value: number; currency: string }): Line {
  const amount = Number.isFinite(value) ? value.toFixed(2) : "an unknown amount of";
  return line`${words(amount)} ${words(/^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : "(unknown currency)")}`;
}

function moment(at: Date): Line {
  return words(
    Number.isNaN(at.getTime()) ? "an unknown time" : `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`,
  );
}

/** Our own words, which need no quotes. */
function words(text: string): Line {
  return [{ words: text }];
}
