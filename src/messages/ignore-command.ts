/** What the command line says of the command `ignore`. */
export const IGNORE_HELP = {
  summary: "Ignore a key: put its fingerprint into the ignore file.",
  description:
    "FINGERPRINT is the 16 hex digits that the report shows, never the key. The entry goes into .github/openai-key-guard.yml, which is created if it is missing. An earlier entry for the same key is replaced. The entry counts once it is on the base branch: a change cannot ignore its own keys. A key of yours that still works is reported anyway.",
  groups: { entry: "The entry:", file: "The file:" },
  reason: "Why this key may be ignored. Whoever reviews the file reads it.",
  until: "The last day, in UTC, on which the entry holds, such as 2027-01-31. Without it the entry never ends.",
  examples: {
    plain: ['ignore 0123456789abcdef --reason "key of the public demo"', "ignore this key"],
    until: ['ignore 0123456789abcdef --reason "rotated on Friday" --until 2027-01-31', "ignore it up to that day"],
  },
} as const;

/** How the command line calls the fields of an entry. */
export const FIELD_NAMES = { fingerprint: "The fingerprint", reason: "--reason", until: "--until" } as const;

/** When an entry begins to count. */
export const WHEN_IT_COUNTS = "It counts once it is on the base branch: a change cannot ignore its own keys.";

/** What became of the file. */
export type EditResult = "created" | "changed" | "unchanged";

/** What `ignore` did. `until` is in ISO form; null where the entry never ends. */
export function describeIgnored(result: EditResult, name: string, fingerprint: string, until: string | null): string {
  const end = until === null ? "" : ` until the end of ${until}`;
  if (result === "unchanged") return `${name} has this entry already: ${fingerprint} is ignored${end}.`;
  return `${result === "created" ? "Created" : "Changed"} ${name}: ${fingerprint} is ignored${end}.`;
}

/** What a baseline added. */
export function describeBaseline(added: number, name: string): string {
  if (added === 0) return `Nothing to add to ${name}.`;
  return `Added ${added === 1 ? "1 key" : `${added} keys`} to ${name}.`;
}

/** Keys that a baseline leaves out: they are ours, and not proven dead. */
export function describeLeftOut(count: number): string {
  return count === 1
    ? "1 key was left out: it is yours, and it may still work. Revoke it first."
    : `${count} keys were left out: they are yours, and they may still work. Revoke them first.`;
}

/** The reason of an entry in a baseline. `day` is in ISO form. */
export function describeBaselineReason(day: string): string {
  return `here before ${day}`;
}

/** The head of a new ignore file. */
export const FILE_HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/openai-key-guard/openai-key-guard/main/schema/ignore-file.v1.json
#
# The keys that openai-key-guard ignores. It reads this file from the base branch: an entry counts once it is merged.
# A key of yours that still works is reported anyway. You may add two more words: exclude (globs of paths to leave out)
# and protect (ids or names of keys, projects and owners that are never revoked automatically).
`;
