import { CONTAINMENT_KINDS } from "../domain/decision.ts";
import type { Actor } from "../domain/impact.ts";
import type { BegunContainment, RecordedContainment, UnfinishedFix } from "../domain/journal.ts";
import type { RecordedRotation } from "../domain/rotation-record.ts";
import type { LineFault } from "../messages/errors/journal.ts";
import { isObject, parseObject, parseTime } from "./line-values.ts";
import { LINE_START, LINE_VERSION } from "./lines.ts";
import { type ParsedRotation, parseRotation, RotationHistory } from "./rotation-reader.ts";

/** What earlier runs did, by the lines of the file. */
export type JournalHistory = {
  /** By fingerprint, for all keys that a containment was begun on, the oldest first. */
  recorded: ReadonlyMap<string, readonly RecordedContainment[]>;
  /** Containments of keys that leaked that were begun and never ended. */
  open: readonly BegunContainment[];
  /** The same of keys that an audit found: their lines have no fingerprint. */
  openFixes: readonly UnfinishedFix[];
  /** All that were begun, the oldest first. */
  rotations: readonly RecordedRotation[];
};

/** A line that is not ours, nor the torn beginning of one. `line` counts from 1. */
export type DamagedLine = { line: number; fault: LineFault };

/** Null is the fingerprint of a key that an audit found: nobody has its text. */
type Unnamed<Known> = Omit<Known, "fingerprint"> & { fingerprint: string | null };

type ParsedBegin = { event: "begin" } & BegunAct;

/** `isRotated`: a rotation began it, which a later run of it settles. */
type BegunAct = Unnamed<BegunContainment> & Pick<UnfinishedFix, "grace"> & { isRotated: boolean };

type ParsedLine =
  | ParsedBegin
  | ParsedEnd
  | { event: "torn" }
  | { event: "rotation"; parsed: ParsedRotation; by: Actor | null };

/** `gone`: the record was not there any more. */
type ParsedEnd = { event: "end"; isRefused: boolean; end: RecordedContainment["end"] | "gone" } & Unnamed<
  Omit<RecordedContainment, "act" | "end">
>;

/**
 * Reads lines in order. The last one may be torn off, as when its writer was killed, and so may any that a "torn" line
 * follows. A torn begin means that nothing was done; a torn end leaves its containment open.
 */
export class JournalReader {
  readonly #recorded = new Map<string, readonly RecordedContainment[]>();
  /** By key and record, the oldest first. */
  readonly #open = new Map<string, readonly BegunAct[]>();
  readonly #rotations = new RotationHistory();
  /** A line that may be torn, until the next one says whether it is. */
  #suspect: DamagedLine | null = null;
  #count = 0;

  /** Reads the next line, without its line feed. After a damaged line reading must stop. */
  read(text: string): DamagedLine | null {
    this.#count += 1;
    if (text === "") return null;
    const line = parseLine(text);
    if (this.#suspect !== null && (typeof line === "string" || line.event !== "torn")) return this.#suspect;
    this.#suspect = null;
    if (typeof line === "string") {
      const damage = { line: this.#count, fault: line };
      if (!mayBeTorn(text)) return damage;
      this.#suspect = damage;
      return null;
    }
    this.#note(line);
    return null;
  }

  /** What all lines say. `isTorn` is whether the last one has no line feed: only then may it be incomplete. */
  finish(isTorn: boolean): JournalHistory | DamagedLine {
    if (this.#suspect !== null && !isTorn) return this.#suspect;
    const open = [...this.#open.values()].flatMap((acts) => acts.slice(-1));
    return {
      recorded: this.#recorded,
      open: open.flatMap(({ fingerprint, id, act, at, by }) =>
        fingerprint === null ? [] : [{ fingerprint, id, act, at, by }],
      ),
      openFixes: open.flatMap(({ fingerprint, isRotated, ...act }) =>
        fingerprint === null && !isRotated ? [act] : [],
      ),
      rotations: this.#rotations.list(),
    };
  }

  #note(line: ParsedLine): void {
    if (line.event === "torn") return;
    if (line.event === "rotation") return this.#rotations.note(line.parsed, line.by);
    const { fingerprint, id } = line;
    const name = `${fingerprint ?? ""} ${id}`;
    const acts = this.#open.get(name) ?? [];
    // A second begin of the same containment is a later run's, which did what the first could not: one end ends both. One
    // that OpenAI refused did nothing, and says nothing about what the first run did.
    if (line.event === "end") {
      this.#open.set(name, line.isRefused ? acts.slice(0, -1) : []);
      if (fingerprint !== null) this.#recordEnd({ ...line, fingerprint });
    } else {
      const { act, at, by, grace, isRotated } = line;
      this.#open.set(name, [...acts, { fingerprint, id, act, at, by, grace, isRotated }]);
      if (fingerprint !== null) this.#record({ fingerprint, id, act, at, by, end: "open" });
    }
  }

  /** An end closes all that was begun of its containment. Of a refused one the begin before it did nothing. */
  #recordEnd({ fingerprint, id, at, by, end, isRefused }: ParsedEnd & { fingerprint: string }): void {
    const records = this.#recorded.get(fingerprint) ?? [];
    const open = records.filter((one) => one.id === id && one.end === "open");
    const ended = isRefused ? open.slice(-1) : open;
    this.#recorded.set(
      fingerprint,
      records.filter((one) => !ended.includes(one)),
    );
    for (const one of ended) this.#record({ ...one, end: end === "gone" ? describeGone(one) : end });
    // Its begin may have been moved away with the file, as log rotation does.
    if (open.length === 0 && typeof end === "object") this.#record({ fingerprint, id, act: end.by, at, by, end });
  }

  /** Of one act on one record that ended alike, the last is kept: a file may have thousands of lines on one key. */
  #record(record: RecordedContainment): void {
    const { fingerprint, id, act, end } = record;
    const isAlike = (one: RecordedContainment) => one.id === id && one.act === act && typeof one.end === typeof end;
    const others = (this.#recorded.get(fingerprint) ?? []).filter((one) => !(isAlike(one) && one.end !== "open"));
    this.#recorded.set(fingerprint, [...others, record]);
  }
}

/** Whether a text may be the beginning of a line of ours. After a power cut there may be only zero bytes. */
function mayBeTorn(text: string): boolean {
  return LINE_START.startsWith(text) || text.startsWith(LINE_START) || /^\0+$/.test(text);
}

/** The line, or why it is not one of ours. */
function parseLine(text: string): ParsedLine | LineFault {
  const facts = parseObject(text);
  if (facts === null) return "not-json";
  const { v, event, at, fingerprint, act, record, outcome, run } = facts;
  if (typeof v === "number" && v > LINE_VERSION) return "newer-version";
  if (v !== LINE_VERSION) return "other-program";
  if (event === "torn") return { event };
  if (event === "rotation") {
    const parsed = parseRotation(facts);
    return parsed === null ? "no-rotation" : { event, parsed, by: parseStarter(run) };
  }
  const id = isObject(record) ? record["id"] : undefined;
  if (typeof id !== "string" || !isFingerprint(fingerprint)) return "no-key";
  const time = parseTime(at);
  const by = parseStarter(run);
  if (event === "end") {
    const isRefused = isObject(outcome) && outcome["kind"] === "refused";
    return { event, fingerprint, id, at: time, by, isRefused, end: parseEnd(outcome) };
  }
  const kind = CONTAINMENT_KINDS.find((one) => one === act);
  if (event !== "begin" || kind === undefined || Number.isNaN(time.getTime())) return "no-act";
  const { grace, why } = facts;
  const isRotated = isObject(why) && typeof why["rotation"] === "string";
  return {
    event,
    fingerprint,
    id,
    act: kind,
    at: time,
    by,
    grace: typeof grace === "number" ? grace : null,
    isRotated,
  };
}

/** Of keys that an audit found it is null; left out it is nobody's. */
function isFingerprint(value: unknown): value is string | null {
  return value === null || (typeof value === "string" && /^[0-9a-f]{16}$/.test(value));
}

/** What a line says of an end. Whatever is not understood took no effect that anybody could rely on. */
function parseEnd(outcome: unknown): ParsedEnd["end"] {
  if (isObject(outcome) && outcome["kind"] === "already-gone") return "gone";
  if (!isObject(outcome) || outcome["kind"] !== "contained") return "nothing-done";
  const by = CONTAINMENT_KINDS.find((one) => one === outcome["by"]);
  const [at, endsAt] = [parseTime(outcome["at"]), parseTime(outcome["endsAt"])];
  if (by === undefined || Number.isNaN(at.getTime())) return "nothing-done";
  const scopes = outcome["scopesBefore"];
  const scopesBefore = Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string") ? scopes : null;
  return { by, at, endsAt: Number.isNaN(endsAt.getTime()) ? null : endsAt, scopesBefore };
}

/** A key that we were deleting and that is gone was deleted by us, as far as anybody can tell. */
function describeGone({ act, at }: RecordedContainment): RecordedContainment["end"] {
  return act === "revoke" ? { by: act, at, endsAt: null, scopesBefore: null } : "nothing-done";
}

/** Who started a run: by their login on GitHub, which anyone may know, or by their name on the machine. */
function parseStarter(run: unknown): Actor | null {
  const { actor, user } = isObject(run) ? run : {};
  if (typeof actor === "string" && actor !== "") return { kind: "user", id: actor, name: null };
  return typeof user === "string" && user !== "" ? { kind: "user", id: null, name: user } : null;
}
