/**
 * How OpenAI's keys are written: `sk-`, mostly a word for the kind and a hyphen, a random body, the marker, a second
 * body. OpenAI publishes none of this; how long bodies are known to be is in `detect/keys/families.ts`.
 */

/**
 * The base64 of "OpenAI", which stands in the middle of every key. In two parts, as everywhere in this project: no text
 * here may look like a key.
 */
export const MARKER: string = ["T3Blbk", "FJ"].join("");

/** What a key of each kind begins with. The legacy key of a user has no word for its kind. */
export const PREFIXES = {
  project: "sk-proj-",
  "service-account": "sk-svcacct-",
  admin: "sk-admin-",
  none: "sk-None-",
  user: "sk-",
} as const;

/** The words for kinds in prefixes, as alternatives of a regular expression. */
export const KIND_WORDS = "proj|svcacct|admin|None";

/** Behind the keys: how an access token of Codex begins, and a JSON Web Token. */
const PREFIX = new RegExp(`^(?:sk-(?:(?:${KIND_WORDS})-)?|at-|eyJ)`);

/**
 * What a key or a token, or the mask of one, begins with that says its kind and nothing about which one it is; empty where
 * it is none. A name in `sk-<name>-` is its owner's choice and no part of it.
 */
export function readPrefix(text: string): string {
  return PREFIX.exec(text)?.[0] ?? "";
}

/** Whether a text holds what only keys hold: it may be a key or have one in it. */
export function hasMarker(text: string): boolean {
  return text.includes(MARKER);
}
