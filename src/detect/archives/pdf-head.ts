import type { Intake } from "./byte-input.ts";

/** What stands before a stream of a PDF: the number of its object, where known, and its dictionary, as text. */
export type Head = { object: string | null; dictionary: string };

/** Dictionaries of streams are short; of a longer one the end is read. */
const LONGEST_DICTIONARY = 8 * 1024;

const KEYWORD = Buffer.from("stream");

/** ISO 32000-1, 7.3.8.1: the keyword stands behind a dictionary, and an end of line behind it (a lone CR is common enough). */
const END_OF_LINE = 2;

/**
 * Finds the streams of a PDF by what stands around them, one after another. Its tables of objects are not followed: they
 * stand at its end, are wrong in damaged files, and leave out what was there before the last change.
 */
export class Heads {
  readonly #intake: Intake;
  #isLocked = false;

  constructor(intake: Intake) {
    this.#intake = intake;
  }

  /** Whether the PDF says that it is locked, as far as it has been read. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** The next stream, of whose bytes the first is then the next to be taken; null when there are no more. */
  async next(): Promise<Head | null> {
    let window: Buffer = Buffer.alloc(0);
    let from = 0;
    for (;;) {
      const piece = await this.#intake.piece();
      if (piece) window = window.length === 0 ? piece : Buffer.concat([window, piece]);
      for (let at = window.indexOf(KEYWORD, from); at >= 0; at = window.indexOf(KEYWORD, at + 1)) {
        const behind = at + KEYWORD.length;
        if (piece && window.length < behind + END_OF_LINE) break;
        const start = behind + endOfLine(window, behind);
        const head = start > behind ? headBefore(window, at) : null;
        if (!head) continue;
        this.#look(window.subarray(0, at));
        this.#intake.giveBack(window.subarray(start));
        return head;
      }
      this.#look(window);
      if (!piece) return null;
      from = Math.max(0, window.length - KEYWORD.length - END_OF_LINE);
      const done = Math.max(0, window.length - LONGEST_DICTIONARY);
      window = window.subarray(done);
      from -= done;
    }
  }

  /** ISO 32000-1, 7.6.1: the trailer of a locked PDF has this entry. */
  #look(bytes: Buffer): void {
    if (!this.#isLocked) this.#isLocked = /\/Encrypt\s*(?:\d|<<)/.test(bytes.toString("latin1"));
  }
}

function endOfLine(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? 2 : 1;
  return bytes[at] === 0x0a ? 1 : 0;
}

/** Null when no dictionary ends there, so that the word is only a word. */
function headBefore(window: Buffer, end: number): Head | null {
  if (!/>>\s*$/.test(window.toString("latin1", Math.max(0, end - 16), end))) return null;
  const text = window.toString("latin1", Math.max(0, end - LONGEST_DICTIONARY), end);
  const at = text.lastIndexOf(" obj");
  const object = at < 0 ? null : /(\d{1,10})\s+\d{1,5}$/.exec(text.slice(Math.max(0, at - 20), at));
  return { object: object?.[1] ?? null, dictionary: at < 0 ? text : text.slice(at) };
}
