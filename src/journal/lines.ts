import { redactKeys } from "../detect/spelled-keys.ts";
import type { Sighting } from "../domain/candidate.ts";
import type { Containment } from "../domain/decision.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import type { ContainmentRecord } from "../domain/journal.ts";
import type { Outcome } from "../domain/outcome.ts";
import { countPlaces } from "../domain/sightings.ts";

/** The version of the lines. It changes when a reader of the old format would misread the new one. */
export const LINE_VERSION = 1;

/** How every line begins. A line that was torn off is recognised by it. */
export const LINE_START = `{"v":${LINE_VERSION},`;

/** What tells one run from others: its id, address, actor, repository, the tool's version, as the entry point knows them. */
export type RunDescription = Readonly<Record<string, string>>;

/** At most this many places are listed; all are counted. */
const MAX_SIGHTINGS = 5;

/** Names and paths are cut to this many characters: a commit may hold a path of megabytes. */
const MAX_TEXT = 1000;

/**
 * The line before a containment: which key, what and why. It holds no text of a key, nor the ends its record shows. The
 * fingerprint of a key that nobody has the text of is null, and its reason is the rule of an audit, or a rotation.
 */
export function formatBegin(begun: ContainmentRecord, run: RunDescription): string {
  const { fingerprint, containment, at } = begun;
  const { kind: act, record } = containment;
  return formatLine({
    v: LINE_VERSION,
    event: "begin",
    at: at.toISOString(),
    fingerprint,
    act,
    grace: containment.kind === "expire" ? containment.grace : null,
    record: describeRecord(record),
    why: describeReason(begun),
    run,
  });
}

/** Only what the setting on-leak asks for is ever begun, or --fix for a rule, or what a rotation needs no more. */
function describeReason(begun: ContainmentRecord) {
  if (begun.fingerprint !== null) return { onLeak: begun.containment.kind, ...describeSightings(begun.sightings) };
  return "rule" in begun ? { rule: begun.rule } : { rotation: begun.rotation };
}

function describeSightings(sightings: readonly Sighting[]) {
  return { places: countPlaces(sightings), sightings: sightings.slice(0, MAX_SIGHTINGS).map(describeSighting) };
}

/** How a containment ended. */
export type ContainmentEnd = {
  /** Null of a key that an audit found. */
  fingerprint: string | null;
  id: string;
  /** Null when the file has no begin line for it. */
  act: Containment["kind"] | null;
  outcome: Outcome;
  at: Date;
};

/** The line after a containment: the outcome as the JSON report has it. */
export function formatEnd({ fingerprint, id, act, outcome, at }: ContainmentEnd, run: RunDescription): string {
  const line = { v: LINE_VERSION, event: "end", at: at.toISOString(), fingerprint, act, record: { id } };
  return formatLine({ ...line, outcome: describeOutcome(outcome), run });
}

/** The line that closes off a torn one. Nothing relied on what the torn line would have said. */
export function formatTorn(at: Date, run: RunDescription): string {
  return formatLine({ v: LINE_VERSION, event: "torn", at: at.toISOString(), run });
}

/** What lines tell of a record. */
export function describeRecord({ id, name, home, owner }: KeyRecord) {
  return {
    id,
    name: redactAddress(name),
    home: { kind: home.kind, id: home.id, name: redactAddress(home.name) },
    owner: owner && { kind: owner.kind, id: owner.id, name: redactAddress(owner.name) },
  };
}

/** OpenAI shows people without a name by their address, which does not belong into the file. */
export function redactAddress(name: string | null): string | null {
  return name === null || /\S@\S/.test(name) ? null : name;
}

/** A path that holds the key itself is left out, in whatever encoding it does; the commit says where it is. */
function describeSighting({ where, path, line, commit }: Sighting) {
  return { where, path: where === "path" ? null : path, line, commit };
}

function describeOutcome(outcome: Outcome) {
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

/** A line of the file, with its line feed. Keys that a text of it spells are cut. */
export function formatLine(facts: Readonly<Record<string, unknown>>): string {
  return `${escapeControls(JSON.stringify(facts, (_, value: unknown) => (typeof value === "string" ? redactText(value) : value)))}\n`;
}

function redactText(text: string): string {
  const redacted = redactKeys(text);
  return redacted.length > MAX_TEXT ? `${redacted.slice(0, MAX_TEXT)}…` : redacted;
}

/** Escapes whatever a terminal or a runner would obey when someone prints the file. Within JSON strings that changes nothing. */
function escapeControls(json: string): string {
  return json
    .replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
      character.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
    )
    .replaceAll("##[", "#\\u0023[");
}
