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
