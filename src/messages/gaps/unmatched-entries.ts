/** An entry of `protect` that fits nothing. `entry` and `nearest` are quoted; `nearest` is null where no name is near. */
export function describeUnmatchedProtect(entry: string, isComplete: boolean, nearest: string | null): string {
  const fits = isComplete
    ? "fits no key, project or owner of the organisation"
    : "fits none of the keys, projects and owners that could be listed";
  return `The protect entry ${entry} ${fits}, so no key was changed.${suggest(nearest)}`;
}

/** A fingerprint of `approved` that was not found. */
export function describeUnmatchedApproval(fingerprint: string, nearest: string | null): string {
  return `The approved fingerprint ${fingerprint} was not found, so no key was changed.${suggest(nearest)}`;
}

function suggest(nearest: string | null): string {
  return nearest === null ? "" : ` Did you mean ${nearest}?`;
}

/** More entries than this are counted and not named. */
const NAMED = 5;

/** An entry of the ignore file that matched no key. `endedOn` is its last day in ISO form, where that is over. */
type UnusedEntry = { fingerprint: string; endedOn: string | null };

/** Entries of the ignore file that match no key of the whole history. */
export function describeUnusedEntries(entries: readonly UnusedEntry[]): string {
  const names = entries.slice(0, NAMED).map(({ fingerprint, endedOn }) => nameEntry(fingerprint, endedOn));
  const more = entries.length > NAMED ? ` and ${entries.length - NAMED} more` : "";
  return entries.length === 1
    ? `1 entry of the ignore file matches no key in the whole history: ${names.join("")}.`
    : `${entries.length} entries of the ignore file match no key in the whole history: ${names.join(", ")}${more}.`;
}

function nameEntry(fingerprint: string, endedOn: string | null): string {
  return endedOn === null ? fingerprint : `${fingerprint} (ended on ${endedOn})`;
}
