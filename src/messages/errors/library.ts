/** An option, a setting or a field that `scan()` does not know. `name` is quoted; `hint` is empty, or names the nearest. */
export function describeUnknownOption(what: string, name: string, hint: string): string {
  return `There is no ${what} ${name}.${hint}`;
}

/** A value of the wrong type. `value` is quoted or described. */
export function describeWrongType(name: string, value: string, expected: string): string {
  return `${name} is ${value}. It must be ${expected}.`;
}

/** A setting that does nothing in the library. */
export function describeActionSetting(name: string): string {
  return `The setting ${name} works in the Action only. Leave it out: scan() returns the report to its caller.`;
}

/** What each part of the options must be, as `describeWrongType` says it. */
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
