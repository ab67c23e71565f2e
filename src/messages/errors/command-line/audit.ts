// `name` is what the reader calls the setting, `value` is quoted, and `hint` is empty or names the nearest word.

/** An audit without an Admin API key. `adminKey` is what the reader calls it. */
export function describeAuditWithoutKey(adminKey: string): string {
  return `An audit asks OpenAI about all keys of your organisation, which needs an Admin API key. Set ${adminKey}.`;
}

/** A policy file that was named and is not there, or cannot be read. `file` is quoted; `code` is the system's. */
export function describeUnreadablePolicy(name: string, file: string, code: string): string {
  return `${name} is ${file}, which cannot be read (${code}). Name the policy file, or leave ${name} out for the defaults.`;
}

/** A policy file in the work tree that cannot be read. `file` is quoted; `code` is the system's. */
export function describeUnreadableDefaultPolicy(file: string, code: string): string {
  return `The policy file ${file} of this repository cannot be read (${code}). Correct it, or name another with --policy.`;
}

/** Keys are to be acted on by a policy file that nobody named. `file` is quoted. */
export function describeUnnamedPolicy(file: string): string {
  return `--fix acts on what the policy file finds, and the one in this work tree may be new in a change. Look at ${file}, and name it with --policy. For the defaults, name an empty file.`;
}

/** A value of --fix that does not say what to do. */
export function describeFixWithoutAct(name: string, value: string): string {
  return `${name} is ${value}. It must be a rule and what to do with the keys that it finds, such as unused=revoke or no-expiry=expire:30d.`;
}

/** A rule of --fix that there is not, or whose keys cannot be acted on. */
export function describeWrongFixRule(name: string, value: string, rules: readonly string[], hint: string): string {
  return `${name} is for the rule ${value}. It can act on what one of ${rules.join(", ")} finds.${hint}`;
}

/** An act of --fix that there is not. */
export function describeWrongFixAct(name: string, value: string, hint: string): string {
  return `${name} asks for ${value}. It must be revoke, or expire and a time, such as expire:30d.${hint}`;
}

/** One rule with two acts. */
export function describeTwoFixes(name: string, rule: string): string {
  return `${name} asks for two different things for ${rule}. Say one.`;
}

/** A fix of a rule that the policy turns off. */
export function describeFixOfRuleOff(name: string, rule: string): string {
  return `${name} acts on what ${rule} finds, and the policy turns ${rule} off. Turn it on in the policy file, or leave this out.`;
}

/** The ignore file protects keys, and it cannot be read. */
export function describeUnknownProtection(why: string): string {
  return `No key is acted on, because it is not known which keys the ignore file protects. ${why}`;
}

/** A project that there is not. */
export function describeUnknownProject(name: string, value: string, hint: string): string {
  return `${name} is ${value}, which fits no project of the organisation.${hint} Give its id or its name, or a glob such as "prod-*".`;
}

/** A flag that does nothing without --fix. */
export function describeUselessWithoutFix(flag: string): string {
  return `${flag} does nothing without --fix: an audit changes no key by itself.`;
}
