/** The title of an annotation that says why a run ended without a result. */
export const FAILURE_TITLE = "OpenAI Key Guard has no result";

/** The run was cancelled while a key was being contained. */
export const CANCELLED_LATE =
  "The run was cancelled. It finishes with the key it is containing now, and starts with no other.";

/** The event has no text, no commit and no file to scan. */
export const NOTHING_TO_SCAN = "This event has nothing to scan.";

/** A temporary folder is left behind. */
export function describeLeftFolder(code: string): string {
  return `A temporary folder could not be removed (${code}). The runner empties it after the job.`;
}
