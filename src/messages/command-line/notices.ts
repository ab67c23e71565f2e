/** Said when a run is interrupted while keys are acted on. */
export const INTERRUPTED = "Interrupted. The current key is finished, and no other key is touched.";

/** Said by `contain` of keys that are not where the report saw them. */
export function describeKeysNotFound(missing: number, all: number): string {
  return `${missing} of the ${all} keys in the report were not found again.`;
}

/** Said beside the verdict of a report that went to a file. `file` is escaped. */
export function describeWrittenReport(file: string): string {
  return `Report written to ${file}`;
}

/** Said of a standard output that takes no more, by a command that prints no report. */
export function describeLostOutput(code: string): string {
  return `Standard output could not be written (${code}).`;
}

/** What is called that could not be written. */
export const OUTPUTS = { report: "The report", stdout: "Standard output" } as const;
