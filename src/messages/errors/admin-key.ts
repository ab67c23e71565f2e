const ADMIN_KEYS = "https://platform.openai.com/settings/organization/admin-keys";

/** What may be wrong with the value that was given as Admin API key. None of it shows a character of the value's secret part. */
export type AdminKeyFault =
  | { kind: "blank" | "expression" | "variable" | "stars" | "shortened" | "quotes" | "line-break" | "space" }
  | { kind: "name" | "bearer" | "two-keys" | "odd-characters" | "no-key" }
  /** Another kind of OpenAI's keys, or one of another vendor. */
  | { kind: "other-kind"; prefix: string }
  | { kind: "other-vendor"; what: string }
  /** `length` and `whole` count characters; `whole` is what a key with this beginning has at least. */
  | { kind: "cut-off"; length: number; whole: number };

/** Says what is wrong with the Admin API key. `name` is what the reader calls it: a variable or an input. */
export function describeAdminKeyFault(name: string, fault: AdminKeyFault): string {
  switch (fault.kind) {
    case "blank":
      return `${name} has only spaces or line breaks. Set it to an Admin API key, or leave it out.`;
    case "expression":
      return `${name} has a GitHub expression in it that was not filled in. GitHub fills in expressions only in workflow files: store the key itself in the secret.`;
    case "variable":
      return `${name} has the name of a variable in it, and not a key: nothing filled it in. In a shell, leave out single quotes. In a workflow, name a secret as \${{ secrets.NAME }}.`;
    case "stars":
      return `${name} has only asterisks: that is how logs show a secret. Copy the key from where it is stored, or create a new one at ${ADMIN_KEYS}.`;
    case "shortened":
      return `${name} is the shortened form in which OpenAI's page shows a key. OpenAI shows a whole key only once: create a new one at ${ADMIN_KEYS}.`;
    case "quotes":
      return `${name} has quotes around the key. Remove them.`;
    case "line-break":
      return `${name} has a line break in it. Store the key alone, on one line.`;
    case "space":
      return `${name} has a space in it. Store the key alone.`;
    case "name":
      return `${name} begins with a name and a sign (= or :). Store only the key that follows.`;
    case "bearer":
      return `${name} begins with the word Bearer. Store only the key that follows.`;
    case "two-keys":
      return `${name} has more than one key in it. Store one.`;
    case "odd-characters":
      return `${name} has characters that no key has, such as a typographic dash or an invisible space. Copy the key again, as plain text.`;
    case "no-key":
      return `${name} is not an OpenAI key. It must be an Admin API key, which begins with sk-admin-.`;
    case "other-kind":
      return `${name} begins with ${fault.prefix}, and must be an Admin API key, which begins with sk-admin-. An owner of the organisation creates one at ${ADMIN_KEYS}.`;
    case "other-vendor":
      return `${name} is ${fault.what}. It must be an Admin API key of OpenAI, which begins with sk-admin-.`;
    case "cut-off":
      return `${name} looks cut off: it has ${fault.length} characters, and an Admin API key has ${fault.whole} or more. Copy the whole key, or create a new one at ${ADMIN_KEYS}.`;
    default:
      return fault satisfies never;
  }
}
