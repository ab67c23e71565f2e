// `name` is what the reader calls the setting: an input in a workflow, a flag or a variable on the command line. `value` is
// quoted, and `hint` is empty or names the nearest word.

/** A word that is none of those a setting takes. */
export function describeWrongWord(name: string, value: string, words: readonly string[], hint: string): string {
  return `${name} is ${value}. It must be one of ${words.join(", ")}.${hint}`;
}

/** A value that is no boolean. */
export function describeWrongBoolean(name: string, value: string): string {
  return `${name} is ${value}. It must be true or false.`;
}

/** A value that is no count. */
export function describeWrongCount(name: string, value: string): string {
  return `${name} is ${value}. It must be a whole number, 0 or more.`;
}

/** A value that is no length of time. */
export function describeWrongDuration(name: string, value: string): string {
  return `${name} is ${value}. It must be a number and a unit, such as 90s, 30m, 1h or 2d.`;
}

/** A time that OpenAI takes for no expiry. */
export function describeWrongGrace(name: string, value: string): string {
  return `${name} is ${value}. It must be from 1s to 365d.`;
}

/** A word that is no fingerprint. */
export function describeWrongApproved(name: string, value: string): string {
  return `${name} contains ${value}. It must hold fingerprints from the report: 16 hex digits each.`;
}

/** A path that is no path in the repository. */
export function describeWrongPath(name: string, value: string): string {
  return `${name} is ${value}. It must be a path in the repository, such as .github/openai-key-guard.yml.`;
}

/** An address that is more than an address, or none. Never quoted: it may hold a password. */
export function describeWrongUrl(name: string): string {
  return `${name} is not a plain URL. It must be an address such as https://api.openai.com/v1, without a name, a password, ? or #.`;
}

/** An address that keys would be sent to in the clear. */
export function describeInsecureUrl(name: string, value: string): string {
  return `${name} is ${value}. Keys are sent there, so it must begin with https://. Only this machine may use http://.`;
}

/** A containment was asked for, and there is no key to do it with. */
export function describeMissingAdminKey(name: string, onLeak: string, adminKey: string): string {
  return `${name} is ${onLeak}, which needs an Admin API key of your organisation. Set ${adminKey}.`;
}

/** Files are to be scanned, and none are named. */
export function describeMissingPaths(scan: string, paths: string): string {
  return `${scan} is files, which needs ${paths}. Name the files to read, such as "**" for all.`;
}

/** What is no address that messages go to. Never quoted: whoever knows it can write there. */
export function describeWrongNotifyUrl(name: string): string {
  return `${name} is not an address that messages can be sent to. It must begin with https:// and have no user name. Copy it whole from Slack, Teams or your own service.`;
}

/** An address that would send in the clear. */
export function describeInsecureNotifyUrl(name: string): string {
  return `${name} does not begin with https://, so anyone in between could read the message and the address. Only this machine may use http://.`;
}
