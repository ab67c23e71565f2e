/** A misspelt input. `given` and `variable` are quoted: what the step was given, and the variable that the runner made. */
export function describeMisspeltInput(given: string, meant: string, variable: string): string {
  return `There is no input ${given}. Did you mean ${meant}? If ${variable} is a variable of your own, rename it.`;
}

/** The payload of the event is missing, as it is outside of a workflow. */
export const NO_EVENT_FILE =
  "The event file (GITHUB_EVENT_PATH) cannot be read. This program is a GitHub Action: run it in a workflow. Elsewhere, run npx openai-key-guard scan.";

/** A file that the runner makes for each step cannot be written. `file` is quoted. */
export function describeRunnerFile(variable: string, file: string, code: string): string {
  return `${variable} is ${file}, which cannot be written (${code}). The runner creates this file for each step, and the step's user must be able to write it. In a job with a container, run as root (options: --user root).`;
}

/** The runner cancelled the run before anything was done to a key. */
export const CANCELLED =
  "The run was cancelled. The change was not scanned to its end, and no key was changed. Run it again.";
