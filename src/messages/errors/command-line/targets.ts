// `name` is what the reader calls the setting, `value` is quoted, and `hint` is empty or names the nearest word.

/** A text that is no place of any kind. */
export function describeUnknownTarget(name: string, value: string, kinds: readonly string[], hint: string): string {
  const list = kinds.map((kind) => `${kind}:`).join(", ");
  return `${name} is ${value}. A place begins with one of ${list}, such as github:acme/shop/OPENAI_API_KEY.${hint}`;
}

/** A secret of a repository without its three parts. `kind` is the word before the colon. */
export function describeWrongRepositoryTarget(name: string, value: string, kind: string): string {
  return `${name} is ${value}. After ${kind}: it must have owner, repository and name of the secret, such as ${kind}:acme/shop/OPENAI_API_KEY.`;
}

/** A secret of an organisation without its two parts. */
export function describeWrongOrganizationTarget(name: string, value: string): string {
  return `${name} is ${value}. After github-org: it must have organisation and name of the secret, such as github-org:acme/OPENAI_API_KEY.`;
}

/** A name that GitHub gives to no secret. `secret` is quoted. */
export function describeWrongSecretName(name: string, value: string, secret: string): string {
  return `${name} is ${value}, and GitHub takes no secret with the name ${secret}. A name has letters, digits and underscores. It does not begin with a digit or with GITHUB_.`;
}

/** An environment without a name, or with one that GitHub does not take. */
export function describeWrongEnvironment(name: string, value: string): string {
  return `${name} is ${value}. After @ it must have the name of an environment, such as github:acme/shop/OPENAI_API_KEY@production.`;
}

/** An environment where GitHub has none. `kind` is the word before the colon. */
export function describeUselessEnvironment(name: string, value: string, kind: string): string {
  return `${name} is ${value}. Secrets of ${kind}: belong to no environment. Leave out what begins with @.`;
}

/** A command without a program. */
export function describeNoProgram(name: string, value: string): string {
  return `${name} is ${value}. After command: it must have a program and its arguments, such as command:vault kv put secret/openai value=-`;
}

/** A quote in a command that does not end. */
export function describeOpenQuote(name: string, value: string): string {
  return `${name} is ${value}, and a quote in it does not end. Close it, or put the quote into quotes of the other kind.`;
}

/** A sign in a command that only a shell understands. */
export function describeShellSign(name: string, value: string, sign: string): string {
  return `${name} is ${value}. The program is started without a shell, and ${sign} would mean nothing. Put it into quotes if the program should get it as it is, or name a script that holds the whole line.`;
}

/** A line break or the like in a place. */
export function describeControlCharacter(name: string, value: string): string {
  return `${name} is ${value}. A place is one line without control characters.`;
}

/** A path that is none of a file. */
export function describeWrongTargetFile(name: string, value: string): string {
  return `${name} is ${value}. After file: it must have the path of a file that does not exist yet, such as file:/run/secrets/openai.key.`;
}

/** A path that only a shell understands. */
export function describeHomeFile(name: string, value: string): string {
  return `${name} is ${value}, and ~ means nothing here. Write the whole path.`;
}

/** A place that spells a key. Nothing of it is quoted. */
export function describeKeyInTarget(name: string): string {
  return `${name} contains the text of a key. A place is named without one: a program gets the new key on its standard input.`;
}

/** One place that is named twice. */
export function describeSameTarget(name: string, value: string): string {
  return `${name} names the place ${value} twice. Name it once.`;
}
