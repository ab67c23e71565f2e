import type { UnfinishedContainment } from "../domain/journal.ts";
import { OPENING, VERSION } from "./line.ts";

/** What the lines of earlier runs tell. */
export type Past = {
  /** Fingerprints of all keys that an act was begun on. */
  known: ReadonlySet<string>;
  /** Acts that were begun and never ended. */
  open: readonly UnfinishedContainment[];
};

/** A line that is neither ours nor the first part of one of ours. `line` counts from 1. */
export type Damage = { line: number; why: string };

type Line =
  | ({ event: "begin" } & UnfinishedContainment)
  | { event: "end"; fingerprint: string; id: string; isRefused: boolean }
  | { event: "torn" };

/**
 * Reads lines in order. The last one may be torn off, as when its writer was killed, and so may any before a line that
 * says so: a torn begin means that nothing was done, and a torn end leaves its act open. Keeps no line.
 */
export class PastReader {
  readonly #known = new Set<string>();
  /** By key and record, the oldest first. */
  readonly #open = new Map<string, readonly UnfinishedContainment[]>();
  /** A line that could be torn, until the next one says whether it is. */
  #doubtful: Damage | null = null;
  #count = 0;

  /** Takes the next line, without its line feed. Whatever is wrong is told, and then nothing more should be given. */
  take(text: string): Damage | null {
    this.#count += 1;
    if (text === "") return null;
    const line = lineIn(text);
    if (this.#doubtful !== null && (typeof line === "string" || line.event !== "torn")) return this.#doubtful;
    this.#doubtful = null;
    if (typeof line === "string") {
      const damage = { line: this.#count, why: line };
      if (!couldBeTorn(text)) return damage;
      this.#doubtful = damage;
      return null;
    }
    this.#note(line);
    return null;
  }

  /** What was read. `isTorn` says whether the last line has no line feed: only then may it be less than a line. */
  end(isTorn: boolean): Past | Damage {
    if (this.#doubtful !== null && !isTorn) return this.#doubtful;
    return { known: this.#known, open: [...this.#open.values()].flatMap((acts) => acts.slice(-1)) };
  }

  #note(line: Line): void {
    if (line.event === "torn") return;
    const { fingerprint, id } = line;
    const name = `${fingerprint} ${id}`;
    const acts = this.#open.get(name) ?? [];
    // A second begin of the same act is that of a later run, which did what the first could not: one end ends both. One
    // that OpenAI refused did nothing, and tells nothing of what the first run did.
    if (line.event === "end") this.#open.set(name, line.isRefused ? acts.slice(0, -1) : []);
    else {
      this.#known.add(fingerprint);
      this.#open.set(name, [...acts, { fingerprint, id, act: line.act, at: line.at }]);
    }
  }
}

/** Whether a text can be the first part of a line of ours. After a power cut there may be nothing but zero bytes. */
function couldBeTorn(text: string): boolean {
  return OPENING.startsWith(text) || text.startsWith(OPENING) || /^\0+$/.test(text);
}

/** The line, or why it is none. */
function lineIn(text: string): Line | string {
  const facts = factsIn(text);
  if (facts === null) return "is no line of JSON";
  const { v, event, at, fingerprint, act, record, outcome } = facts;
  if (typeof v === "number" && v > VERSION) return "was written by a newer version of this tool";
  if (v !== VERSION) return "was not written by this tool";
  if (event === "torn") return { event };
  const id = isObject(record) ? record["id"] : undefined;
  if (typeof id !== "string" || typeof fingerprint !== "string" || !/^[0-9a-f]{16}$/.test(fingerprint)) {
    return "does not say which key it is about";
  }
  if (event === "end") return { event, fingerprint, id, isRefused: isObject(outcome) && outcome["kind"] === "refused" };
  const time = new Date(typeof at === "string" ? at : Number.NaN);
  const isAct = act === "quarantine" || act === "expire" || act === "revoke";
  if (event !== "begin" || !isAct || Number.isNaN(time.getTime())) return "does not say what was done";
  return { event, fingerprint, id, act, at: time };
}

function factsIn(text: string): Record<string, unknown> | null {
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
