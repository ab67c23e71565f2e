/** A name that others chose, in quotes and on one line, for an error or a gap. */
export function quoteForMessage(name: string): string {
  return JSON.stringify(redactTokens(name));
}

/** GitHub's tokens by their prefixes, which it documents, and what stands before the host of an address. */
const TOKENS = /\b(gh[opsur]_|github_pat_)[\w.-]{16,}|(https?:\/\/)[^\s/@"']+@/gi;

/** A text without the tokens and passwords that someone typed into it, perhaps with an address. */
export function redactTokens(text: string): string {
  return text.replaceAll(TOKENS, (_, prefix?: string, scheme?: string) => (prefix ? `${prefix}…` : `${scheme}…@`));
}
