/** An entry of `protect` that fits nothing. `entry` and `nearest` are quoted; `nearest` is null where no name is near. */
export function describeUnmatchedProtect(entry: string, isComplete: boolean, nearest: string | null): string {
  const fits = isComplete
    ? "fits no key, project or owner of the organisation"
    : "fits none of the keys, projects and owners that could be listed";
  return `The protect entry ${entry} ${fits}, so no key was contained.${suggest(nearest)}`;
}

/** A fingerprint of `approved` that was not found. */
export function describeUnmatchedApproval(fingerprint: string, nearest: string | null): string {
  return `The approved fingerprint ${fingerprint} was not found, so no key was contained.${suggest(nearest)}`;
}

function suggest(nearest: string | null): string {
  return nearest === null ? "" : ` Did you mean ${nearest}?`;
}
