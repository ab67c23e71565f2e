/** Where the tool is at home: what is to be known of its rules stands there. */
export const HOME = "https://github.com/openai-key-guard/openai-key-guard";

/** The name that belongs to an id: `too-many-places` → `TooManyPlaces`. */
export function formatRuleName(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
