/** How an alert was closed, or why not; `name` is as acme/shop#3. */
export const CLOSING = {
  resolved: (name: string) => `Closed the alert ${name} as revoked.`,
  already: (name: string) => `The alert ${name} was closed meanwhile. It stays as it is.`,
  forbidden: (name: string) =>
    `The alert ${name} stays open: the token may not close it. It needs Secret scanning alerts: write. Where your organisation has alerts reviewed before they are closed, a reviewer closes it.`,
  failed: (name: string, status: number | null) =>
    `The alert ${name} stays open: GitHub answered ${status ?? "nothing"}. Close it as revoked by hand, or run this again.`,
} as const;

/** What a dry run would have done to an alert. */
export const REHEARSAL = {
  dead: (name: string) => `Would close the alert ${name} as revoked: its key is proven dead.`,
  revoked: (name: string) => `Would close the alert ${name} as revoked, once OpenAI refuses its key.`,
} as const;

/** As many names of alerts as a sentence takes. */
const MOST_NAMES = 10;

const KEPT = {
  "may-work": ["its key may work", "their keys may work"],
  "may-return": [
    "OpenAI refuses its key for now, and may accept it again",
    "OpenAI refuses their keys for now, and may accept them again",
  ],
  "not-proven": [
    "OpenAI refuses its key, and nobody knows whose it was",
    "OpenAI refuses their keys, and nobody knows whose they were",
  ],
  unrecognised: ["its text is not one key of OpenAI", "the text of each is not one key of OpenAI"],
} as const;

/** Why alerts stay open. */
export function describeKept(names: readonly string[], because: keyof typeof KEPT): string {
  const [one, several] = KEPT[because];
  if (names.length === 1) return `The alert ${names.join("")} would stay open: ${one}.`;
  const left = names.length - MOST_NAMES;
  const shown = `${names.slice(0, MOST_NAMES).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
  return `${names.length} alerts would stay open: ${several}. They are ${shown}.`;
}
