import { CONTAINMENT_KINDS } from "../domain/decision.ts";
import type { UnfinishedContainment } from "../domain/journal.ts";
import { LINE_START, LINE_VERSION } from "./lines.ts";

/** What earlier runs did, by the lines of the file. */
export type JournalHistory = {
  /** Fingerprints of all keys that a containment was begun on. */
  known: ReadonlySet<string>;
  /** Containments that were begun and never ended. */
  open: readonly UnfinishedContainment[];
};

/** A line that is not ours, nor the torn beginning of one. `line` counts from 1; `why` ends a sentence about it. */
export type DamagedLine = { line: number; why: string };

type ParsedLine =
  | ({ event: "begin" } & UnfinishedContainment)
  | { event: "end"; fingerprint: string; id: string; isRefused: boolean }
  | { event: "torn" };

/**
 * Reads lines in order. The last one may be torn off, as when its writer was killed, and so may any that a "torn" line
 * follows. A torn begin means that nothing was done; a torn end leaves its containment open.
 */
export class JournalReader {
  readonly #known = new Set<string>();
  /** By key and record, the oldest first. */
  readonly #open = new Map<string, readonly UnfinishedContainment[]>();
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
      const damage = { line: this.#count, why: line };
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
    return { known: this.#known, open: [...this.#open.values()].flatMap((acts) => acts.slice(-1)) };
  }

  #note(line: ParsedLine): void {
    if (line.event === "torn") return;
    const { fingerprint, id } = line;
    const name = `${fingerprint} ${id}`;
    const acts = this.#open.get(name) ?? [];
    // A second begin of the same containment is a later run's, which did what the first could not: one end ends both. One
    // that OpenAI refused did nothing, and says nothing about what the first run did.
    if (line.event === "end") this.#open.set(name, line.isRefused ? acts.slice(0, -1) : []);
    else {
      this.#known.add(fingerprint);
      this.#open.set(name, [...acts, { fingerprint, id, act: line.act, at: line.at }]);
    }
  }
}

/** Whether a text may be the beginning of a line of ours. After a power cut there may be only zero bytes. */
function mayBeTorn(text: string): boolean {
  return LINE_START.startsWith(text) || text.startsWith(LINE_START) || /^\0+$/.test(text);
}

/** The line, or why it is not one of ours. */
function parseLine(text: string): ParsedLine | string {
  const facts = parseObject(text);
  if (facts === null) return "is no line of JSON";
  const { v, event, at, fingerprint, act, record, outcome } = facts;
  if (typeof v === "number" && v > LINE_VERSION) return "was written by a newer version of this tool";
  if (v !== LINE_VERSION) return "was not written by this tool";
  if (event === "torn") return { event };
  const id = isObject(record) ? record["id"] : undefined;
  if (typeof id !== "string" || typeof fingerprint !== "string" || !/^[0-9a-f]{16}$/.test(fingerprint)) {
    return "does not say which key it is about";
  }
  if (event === "end") return { event, fingerprint, id, isRefused: isObject(outcome) && outcome["kind"] === "refused" };
  const time = new Date(typeof at === "string" ? at : Number.NaN);
  const kind = CONTAINMENT_KINDS.find((one) => one === act);
  if (event !== "begin" || kind === undefined || Number.isNaN(time.getTime())) return "does not say what was done";
  return { event, fingerprint, id, act: kind, at: time };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
