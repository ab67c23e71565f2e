/** What `doctor` does, in one line of help. */
export const DOCTOR_SUMMARY = "Check the keys, the token, the repository and the network.";

/** What `doctor` does, in its own help. */
export const DOCTOR_DESCRIPTION = `${DOCTOR_SUMMARY}\n\nPrints one line for each check, with what to do. It only reads, and it never prints a key. Paste its output into a bug report.`;

/** What the exit codes of `doctor` mean. */
export const DOCTOR_EXIT_CODES =
  "0 no problem found · 1 a problem found · 2 nothing could be checked beyond this machine, or used wrongly.";

/** What the example in the help of `doctor` is for. */
export const DOCTOR_EXAMPLES = {
  plain: "what works here, and what does not",
  json: "the same for programs",
} as const;

/** What `--format` of `doctor` chooses. */
export const DOCTOR_FORMAT = "How the checks are written.";
