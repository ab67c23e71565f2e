/** The file holds a key. */
export const POLICY_HOLDS_A_KEY =
  "This line holds a key, which has leaked. Revoke the key, and write its id, such as key_abc, instead.";

/** Something else stands where the setting of a rule belongs. */
export function describeNoSetting(rule: string): string {
  return `${rule} must be a level such as warning, or a level with numbers such as { level: error, projects: ["prod-*"] }.`;
}

/** A rule without anything after its colon. */
export function describeEmptyRule(rule: string): string {
  return `${rule} is empty. Write error, warning or off after the colon, or remove the word.`;
}

/** A word that is no level. `word` is quoted, or null where it may be a key; `hint` may name the nearest. */
export function describeWrongLevel(rule: string, word: string | null, hint: string): string {
  return `${word === null ? "This" : word} is no level for ${rule}. Use error, warning or off.${hint}`;
}

/** A number that is none. */
export function describeWrongNumber(rule: string, name: string, most: number): string {
  return `${name} of ${rule} must be a whole number from 1 to ${most}.`;
}

/** An amount of money that is none. */
export function describeWrongAmount(rule: string, name: string): string {
  return `${name} of ${rule} must be an amount in US dollars, such as 5 or 0.50.`;
}

/** A list of projects without any. */
export function describeNoProjects(rule: string): string {
  return `projects of ${rule} is empty, and the rule would look at nothing. Name a project, or write ${rule}: off.`;
}

/** What may be wrong with an item of a list of projects. */
export const PROJECT_FAULTS = {
  long: "This is longer than 200 characters. Write the id of the project.",
  negative: "This begins with !, and projects cannot be left out so. Name those that are meant.",
  glob: "A bracket of this is not closed. Close it, or write the id of the project.",
} as const;

/** What may be wrong with an exception as a whole. */
export const EXCEPTION_FAULTS = {
  nameless: "An exception must name what it is for. Add key, project or service-account, with an id or a name.",
  many: "An exception names one thing. Keep one of key, project and service-account, and write another exception.",
  duplicate: "There is an exception of the same rule for this already. Keep one of the two.",
} as const;

/** What may be wrong with a field of an exception: sentences about the field, which do not repeat what was written. */
export const EXCEPTION_FIELD_FAULTS = {
  empty: "is empty. Fill it in, or remove the word.",
  "is-key": "is a key, which has leaked now. Revoke the key, and write its id, such as key_abc, instead.",
  long: "is longer than 200 characters. Write an id instead.",
  "no-reason": "is missing. Say why this may stay.",
  "long-reason": "is longer than 300 characters. Shorten it.",
  "reason-has-key": "holds a key. Remove it, and revoke that key.",
  "bad-day": "is not a day. Write it as 2027-01-31, or leave it out.",
} as const;

/** A field of an exception, and what is wrong with it. */
export function describeExceptionFault(field: string, fault: keyof typeof EXCEPTION_FIELD_FAULTS): string {
  return `${field} ${EXCEPTION_FIELD_FAULTS[fault]}`;
}
