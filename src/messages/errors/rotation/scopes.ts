// `name` is what the reader calls the setting, and `value` is quoted.

/** A list of scopes without any. */
export function describeNoScopes(name: string): string {
  return `${name} names no scope, and OpenAI takes an empty list for all permissions. Name scopes such as api.model.request, or leave ${name} out to keep those of the old key.`;
}

/** A word that is no scope. */
export function describeWrongScope(name: string, value: string): string {
  return `${name} has ${value}, which is no scope. Scopes are words such as api.model.request, with commas between them.`;
}

/** All permissions beside others. */
export function describeAllAndMore(name: string): string {
  return `${name} has all beside other scopes. Write all alone, or leave it out.`;
}

/** One scope twice. */
export function describeScopeTwice(name: string, value: string): string {
  return `${name} has ${value} twice. Write it once.`;
}
