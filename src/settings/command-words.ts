/** A command line, split; or why it cannot be. `sign` is the first that only a shell understands. */
export type CommandWords =
  | { kind: "words"; words: readonly string[] }
  | { kind: "open-quote" }
  | { kind: "shell-sign"; sign: string };

/** What a shell acts upon, and who writes it outside of quotes expects that. */
const SHELL_SIGNS = "|&;<>$`()";

/**
 * Splits a command line into its words. Spaces and tabs part them. Between two quotes of one kind, `'` or `"`, everything
 * stands for itself, and what touches is one word: `a="b c"` is `a=b c`. There are no escapes, variables or patterns: a
 * backslash is a backslash, as paths on Windows have it.
 */
export function splitCommand(text: string): CommandWords {
  const words: string[] = [];
  let word: string | null = null;
  let quote: string | null = null;
  for (const sign of text) {
    if (quote !== null) {
      if (sign === quote) quote = null;
      else word = `${word ?? ""}${sign}`;
    } else if (sign === "'" || sign === '"') {
      quote = sign;
      word ??= "";
    } else if (sign === " " || sign === "\t") {
      if (word !== null) words.push(word);
      word = null;
    } else if (SHELL_SIGNS.includes(sign) || (sign === "~" && word === null)) {
      return { kind: "shell-sign", sign };
    } else word = `${word ?? ""}${sign}`;
  }
  if (quote !== null) return { kind: "open-quote" };
  return { kind: "words", words: word === null ? words : [...words, word] };
}
