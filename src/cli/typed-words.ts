import { redactTokens } from "../messages/quote.ts";
import { escapePlain } from "../report/escape.ts";

/** The longest word that is shown whole. */
const LONGEST_WORD = 120;

/** What may be half a key: long, of letters and digits. The name of an object is none. */
const KEY_PART = /(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/g;
const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A command to type, from words: without any key in them, and quoted as a shell wants it. */
export function formatCommand(words: readonly string[]): string {
  return ["openai-key-guard", ...words.map(quoteForShell)].join(" ");
}

/** A word that was typed, for a sentence: without any key in it, and in quotes. */
export function quoteTyped(word: string): string {
  return JSON.stringify(hideKeys(word));
}

/** A flag that was typed, for a sentence, without its value. */
export function nameTyped(flag: string): string {
  return hideKeys(flag.replace(/=.*$/s, ""));
}

function quoteForShell(word: string): string {
  const shown = hideKeys(word);
  if (/^[\w@%+=:,./^~…-]+$/.test(shown)) return shown;
  return shown.includes("$(") ? `"${shown}"` : `'${shown.replaceAll("'", "'\\''")}'`;
}

function hideKeys(word: string): string {
  const hidden = escapePlain(redactTokens(word))
    .replaceAll(/sk-[\w-]{8,}/g, "sk-…")
    .replaceAll(KEY_PART, (part) => (OBJECT_NAME.test(part) ? part : "…"));
  return hidden.length > LONGEST_WORD ? `${hidden.slice(0, LONGEST_WORD)}…` : hidden;
}
