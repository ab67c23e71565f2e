import type { Clock } from "../domain/clock.ts";
import type { Containment } from "../domain/decision.ts";
import type { Journal } from "../domain/journal.ts";
import { UsageError } from "../errors.ts";
import { describeDamagedLine } from "../messages/errors/journal.ts";
import { AUDIT_FILE, appendLine, locateAuditFile, openAuditFile, readLines } from "./audit-file.ts";
import { formatBegin, formatEnd, formatTorn, type RunDescription } from "./lines.ts";
import { type DamagedLine, type JournalHistory, JournalReader } from "./reader.ts";
import { formatRotation } from "./rotation-lines.ts";

/** Where the record is kept, and which run adds to it. */
export type JournalOptions = {
  file: string;
  /** What errors call the file: the flag of the command line; `audit-file` when left out. */
  name?: string;
  run: RunDescription;
  clock: Clock;
  /** Folders whose links a change may have brought: none of them is followed. */
  checkouts?: readonly string[];
};

/**
 * Opens the audit file: JSON Lines that are appended and never rewritten, readable by its owner alone, one before each
 * containment and one after it, each on disk before the promise resolves. What earlier runs did is as of the opening, but
for rotations.
 *
 * @throws UsageError where the file cannot be read and written, or has a line in it that is not ours.
 */
export async function openJournal({
  file,
  name = AUDIT_FILE,
  run,
  clock,
  checkouts = [],
}: JournalOptions): Promise<Journal> {
  const path = await locateAuditFile(file, checkouts, name);
  const history = await readHistory(path, name);
  // By key and record: the end line repeats what was begun.
  const begun = new Map<string, Containment["kind"]>(
    [...history.open, ...history.openFixes.map((fix) => ({ ...fix, fingerprint: null }))].map(
      ({ fingerprint, id, act }) => [formatActName(fingerprint, id), act],
    ),
  );
  return {
    recorded: async () => history.recorded,
    unfinished: async () => history.open,
    unfinishedFixes: async () => history.openFixes,
    begin: async (act) => {
      await appendLine(path, formatBegin(act, run), formatTorn(act.at, run), clock);
      begun.set(formatActName(act.fingerprint, act.containment.record.id), act.containment.kind);
    },
    end: async (fingerprint, id, outcome, at) => {
      const act = begun.get(formatActName(fingerprint, id)) ?? null;
      await appendLine(path, formatEnd({ fingerprint, id, act, outcome, at }, run), formatTorn(at, run), clock);
    },
    rotations: async () => (await readHistory(path, name)).rotations,
    noteRotation: async (entry) => await appendLine(path, formatRotation(entry, run), formatTorn(entry.at, run), clock),
  };
}

function formatActName(fingerprint: string | null, id: string): string {
  return `${fingerprint ?? ""} ${id}`;
}

async function readHistory(path: string, name: string): Promise<JournalHistory> {
  const handle = await openAuditFile(path, name);
  try {
    const reader = new JournalReader();
    let isTorn = false;
    for await (const { text, isWhole } of readLines(handle)) {
      const damage = reader.read(text);
      if (damage) throw createDamageError(path, damage);
      isTorn = !isWhole;
    }
    const history = reader.finish(isTorn);
    if ("fault" in history) throw createDamageError(path, history);
    return history;
  } finally {
    await handle.close();
  }
}

function createDamageError(path: string, { line, fault }: DamagedLine): UsageError {
  return new UsageError(describeDamagedLine(line, JSON.stringify(path), fault));
}
