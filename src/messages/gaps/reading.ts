/** Fewer objects were read than there are. */
export function describeMissingObjects(read: number, expected: number): string {
  return `Only ${read} of ${expected} objects were read.`;
}

/** The same of what is staged. */
export function describeMissingStaged(read: number, expected: number): string {
  return `Only ${read} of ${expected} staged files were read.`;
}

/** What was being read when the run stopped. */
export type UnfinishedReading = "range" | "history" | "index" | "push" | "stream" | "texts";

/** Reading stopped before its end. */
export function describeUnfinished(reading: UnfinishedReading): string {
  switch (reading) {
    case "range":
      return "Not all commits of the range were read: the scan stopped early.";
    case "history":
      return "Not all of the history was read: the scan stopped early.";
    case "index":
      return "Not all staged files were read: the scan stopped early.";
    case "push":
      return "Not all pushed commits were read: the scan stopped early.";
    case "stream":
      return "The input was not read to its end: the scan stopped early.";
    case "texts":
      return "Not all texts of the event were read: the scan stopped early.";
    default:
      return reading satisfies never;
  }
}

/** A stream that failed; `code` is the system's. */
export function describeBrokenStream(code: string | undefined): string {
  return `The input was not read to its end: reading it failed (${code ?? "no code"}).`;
}

/** Git returned something else than it was asked for: nothing it returned can be relied on. */
export function describeForgedObject(oid: string): string {
  return `Git returned a different object than the one asked for (object ${oid}), so no result of this run is certain.`;
}

/** Findings of another scanner's report whose secrets were left out. `name` is the quoted path of the first. */
export function describeRedactedEntries(count: number, name: string): string {
  return count === 1
    ? `A finding of the report is redacted, in ${name}: it holds nothing to check.`
    : `${count} findings of the report are redacted, the first in ${name}: they hold nothing to check.`;
}
