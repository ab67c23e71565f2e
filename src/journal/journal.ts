import { resolve } from "node:path";
import type { Containment } from "../domain/decision.ts";
import type { Journal } from "../domain/journal.ts";
import { UsageError } from "../errors.ts";
import { append, linesOf, openFile } from "./file.ts";
import { beginning, ending, type Run, tearing } from "./line.ts";
import { type Damage, type Past, PastReader } from "./past.ts";

/** Where the record is kept, and which run adds to it. */
export type JournalOptions = { file: string; run: Run };

/**
 * Opens the audit file: JSON Lines that are appended to and never rewritten, readable by its owner alone, one before each
 * act and one after it, each on disk before the promise resolves. What `known` and `unfinished` say is as of the opening.
 *
 * @throws UsageError where the file cannot be read and written, or has a line in it that is none of ours.
 */
export async function openJournal({ file, run }: JournalOptions): Promise<Journal> {
  const path = resolve(file);
  const past = await pastIn(path);
  /** What was begun, by key and record, for the line that ends it. */
  const begun = new Map<string, Containment["kind"]>(
    past.open.map(({ fingerprint, id, act }) => [nameOf(fingerprint, id), act]),
  );
  return {
    known: async () => past.known,
    unfinished: async () => past.open,
    begin: async (act) => {
      await append(path, beginning(act, run), tearing(act.at, run));
      begun.set(nameOf(act.fingerprint, act.containment.record.id), act.containment.kind);
    },
    end: async (fingerprint, id, outcome, at) => {
      const act = begun.get(nameOf(fingerprint, id)) ?? null;
      await append(path, ending({ fingerprint, id, act, outcome, at }, run), tearing(at, run));
    },
  };
}

function nameOf(fingerprint: string, id: string): string {
  return `${fingerprint} ${id}`;
}

async function pastIn(path: string): Promise<Past> {
  const handle = await openFile(path);
  try {
    const reader = new PastReader();
    let isTorn = false;
    for await (const { text, isWhole } of linesOf(handle)) {
      const damage = reader.take(text);
      if (damage) throw damaged(path, damage);
      isTorn = !isWhole;
    }
    const past = reader.end(isTorn);
    if ("why" in past) throw damaged(path, past);
    return past;
  } finally {
    await handle.close();
  }
}

function damaged(path: string, { line, why }: Damage): UsageError {
  return new UsageError(
    `Line ${line} of the audit-file ${JSON.stringify(path)} ${why}. Nothing in it was changed: move the file away, or mend or remove that line, and run again.`,
  );
}
