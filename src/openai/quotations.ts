import { readPrefix } from "../domain/key-grammar.ts";
import { mayBeShownAs, type RedactedParts } from "../domain/redaction.ts";
import type { Secret } from "../domain/secret.ts";

/** An error says what it has to say in a few hundred characters; of a longer one only so many are read. */
const MOST_TEXT = 1 << 16;

/**
 * Whether a refusal speaks of another key than the one that was tried: whether anything that it quotes, masked or whole,
 * cannot be this key. OpenAI has quoted the first eight characters, a star for each hidden one and the last four; three,
 * dots and three; and texts of twelve characters or fewer in full. Quotes, tags and other words may stand around it. Of
 * a cut mask the end that is left must be the key's; a message that quotes nothing speaks of no other key.
 */
export function isAboutAnotherKey(texts: readonly string[], secret: Secret): boolean {
  return findQuotations(texts.join("\n")).some((quoted) => !mayBeShownAs(secret, quoted));
}

/** Format tags, which may stand directly around a mask. Other words in such brackets are what is quoted: `<none>`. */
const TAGS = /<\/?(?:b|br|code|em|i|kbd|mark|p|pre|q|samp|span|strong|tt|u)>/gi;

/** Words, with the characters that masks are made of: `*`, `•`, `●`, `…`, and dots. */
const WORD = /[\w*•●….-]+/g;

function findQuotations(text: string): readonly RedactedParts[] {
  const said = text.slice(0, MOST_TEXT).replaceAll("\\", "").replaceAll(TAGS, " ");
  const plain = said.replaceAll(/&(?:quot|apos|#39|#x27);/g, '"').replaceAll("&hellip;", "…");
  const masks = (plain.match(WORD) ?? []).map(parseQuotation).filter((found) => found !== null);
  return [...masks, ...findNamed(plain)];
}

/** What stands for the hidden middle. */
const HIDDEN = /[*•●…]+|\.{2,}/g;

/** A character for each hidden one, which tells the length: no key has fewer hidden than this. */
const COUNTED = /^[*•●]{20,}$/;

/** How credentials begin, of which a whole one may be quoted. */
const CREDENTIAL = /^(?:sk-|sess-|eyJ)[\w.-]{17,}$/;

/** The parts of a key that a word shows. Null where it is no mask, nor a whole credential. */
function parseQuotation(word: string): RedactedParts | null {
  const whole = word.replace(/\.$/, "");
  const hidden = whole.match(HIDDEN) ?? [];
  if (hidden.length === 0) return CREDENTIAL.test(whole) ? { head: whole, tail: "", length: whole.length } : null;
  const [head = "", ...rest] = whole.split(HIDDEN).filter((part) => part !== "");
  const tail = rest.at(-1);
  if (tail !== undefined) {
    const isCounted = hidden.length === 1 && COUNTED.test(hidden[0] ?? "");
    return { head, tail: tail.replace(/\.$/, ""), length: isCounted ? whole.length : null };
  }
  // One part is left: the beginning of a key, or the end after many stars. `**bold**` and `and so on...` are neither.
  if (head.startsWith("sk-")) {
    // "sk-proj-..." says how keys begin, and nothing of one; so many stars in place of the dots would.
    const isExample = readPrefix(head) === head && !COUNTED.test(hidden[0] ?? "");
    return { head: isExample ? "" : head, tail: "", length: null };
  }
  const isEnd = /^[*•●]{3,}/.test(whole) && whole.endsWith(head);
  return isEnd ? { head: "", tail: head, length: null } : null;
}

/** How a refusal names what it was given: after "provided:", or after any colon and within quotes. */
const NAMED = /\bprovided\s*:\s*["'`«„“‘(<]*([^\s"'`»”“’)>]*)|:\s*["'`«„“‘]+([\w-]+)["'`»”“’]/gi;

/** What is named without being masked, as `undefined` or another short text: no key is that short. */
function findNamed(plain: string): readonly RedactedParts[] {
  return [...plain.matchAll(NAMED)].flatMap(([, provided, quoted]) => {
    const named = (provided ?? quoted ?? "").replace(/[.,;!]+$/, "");
    return parseQuotation(named) ? [] : [{ head: named, tail: "", length: named.length }];
  });
}
