/** What each part of the options must be; the end of a sentence. */
export const EXPECTED = {
  argument: "an object, such as { place, repo, settings }",
  signal: "an AbortSignal",
  settings: 'an object, such as { "dry-run": "true" }',
  setting: "a string, as in a workflow",
  place: 'an object, such as { kind: "range", range: "main..HEAD" }',
  text: "a string",
  textOrNull: "a string or null",
  flag: "true or false",
  globs: "an array of globs",
  stream: "a stream of bytes",
} as const;

/** How errors call what is passed to `scan()`. */
export const SCAN_ARGUMENT = "the argument of scan()";

/** How errors call a field of a place. */
export function describePlaceField(kind: string): string {
  return `field of a place of kind ${kind}`;
}

/** What a word must be; the end of a sentence. */
export function describeOneOf(words: readonly string[]): string {
  return `one of ${words.join(", ")}`;
}
