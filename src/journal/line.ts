import type { Sighting } from "../domain/candidate.ts";
import type { Containment } from "../domain/decision.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { ContainmentRecord } from "../domain/journal.ts";
import type { Outcome } from "../domain/outcome.ts";
import { redactKeys } from "../domain/secret.ts";

/** The version of the lines. It changes when a reader of the old ones would be led astray. */
export const VERSION = 1;

/** How every line begins, so that the first part of one that was torn off is known as such. */
export const OPENING = `{"v":${VERSION},`;

/** What tells one run from others, as the door knows it: its id, address, actor, repository, the tool's version. */
export type Run = Readonly<Record<string, string>>;

/** So many places say why; of the others the number is told. */
const MOST_SIGHTINGS = 5;

/** More characters than this of a name or a path are nobody's: a commit may hold a path of megabytes. */
const LONGEST = 1000;

/** The line that an act begins with: who, what and why. Holds no text of a key, nor the ends its record shows. */
export function beginning({ fingerprint, containment, sightings, at }: ContainmentRecord, run: Run): string {
  const { kind: act, record } = containment;
  return lineOf({
    v: VERSION,
    event: "begin",
    at: at.toISOString(),
    fingerprint,
    act,
    grace: containment.kind === "expire" ? containment.grace : null,
    record: recordOf(record),
    // Nothing but what the input asks for is ever begun.
    why: { onLeak: act, places: sightings.length, sightings: sightings.slice(0, MOST_SIGHTINGS).map(placeOf) },
    run,
  });
}

/** How an act ended. */
export type Ended = {
  fingerprint: string;
  id: string;
  /** Null for an act that no line tells the beginning of. */
  act: Containment["kind"] | null;
  outcome: Outcome;
  at: Date;
};

/** The line that an act ends with: the outcome as the JSON report has it. */
export function ending({ fingerprint, id, act, outcome, at }: Ended, run: Run): string {
  const line = { v: VERSION, event: "end", at: at.toISOString(), fingerprint, act, record: { id } };
  return lineOf({ ...line, outcome: outcomeOf(outcome), run });
}

/** The line that closes off one that was torn: what it would have said, nobody knows, and nothing relied on it. */
export function tearing(at: Date, run: Run): string {
  return lineOf({ v: VERSION, event: "torn", at: at.toISOString(), run });
}

function recordOf({ id, name, home, owner }: KeyRecord) {
  return {
    id,
    name: named(name),
    home: { kind: home.kind, id: home.id, name: named(home.name) },
    owner: owner && { kind: owner.kind, id: owner.id, name: named(owner.name) },
  };
}

/** People without a name go by their address, which is nobody's business here. */
function named(name: string | null): string | null {
  return name === null || /\S@\S/.test(name) ? null : name;
}

/** A name that holds a key, in whatever encoding, is not told: its commit is. */
function placeOf({ where, path, line, commit }: Sighting) {
  return { where, path: where === "path" ? null : path, line, commit };
}

function outcomeOf(outcome: Outcome) {
  switch (outcome.kind) {
    case "contained": {
      const { kind, by, verified, stopped, at, endsAt, scopesBefore } = outcome;
      return { kind, by, verified, stopped, at: at.toISOString(), endsAt: endsAt?.toISOString() ?? null, scopesBefore };
    }
    case "already-gone":
      return { kind: outcome.kind };
    case "rehearsed":
    case "refused":
    case "failed":
    case "left":
      return { kind: outcome.kind, because: outcome.because };
    default:
      return outcome satisfies never;
  }
}

function lineOf(facts: Readonly<Record<string, unknown>>): string {
  return `${inert(JSON.stringify(facts, (_, value: unknown) => (typeof value === "string" ? told(value) : value)))}\n`;
}

function told(text: string): string {
  const safe = redactKeys(text);
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}

/** Nothing that a terminal or a runner would obey when someone prints the file: inside of strings escapes mean the same. */
function inert(json: string): string {
  return json
    .replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
      character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    )
    .replaceAll("##[", "#\\u0023[");
}
