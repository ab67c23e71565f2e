import { KIND_WORDS, MARKER } from "../domain/key-grammar.ts";
import { OTHER_KEYS } from "../messages/look-alikes.ts";
import { isKeyByte, isWordByte } from "./keys/boundary.ts";

/** No key of these vendors is longer; more than this is not read. */
const LONGEST = 256;

/**
 * Describes what stands at a place where `sk-` or `sk_` begins, if it is another vendor's key or a known other thing;
 * else null. Null also for `sk-container-id` of a stylesheet or the end of `task-list`, and
 * for everything with OpenAI's marker in it.
 */
export function describeOtherKey(text: Buffer, at: number): string | null {
  const start = isWordByte(text[at - 1]) ? at - 1 : at;
  if (isWordByte(text[start - 1])) return null;
  let end = at;
  while (end < at + LONGEST && isKeyByte(text[end])) end += 1;
  const run = text.toString("latin1", start, end);
  if (run.includes(MARKER)) return null;
  // The type of an SSH key continues with an `@`, which no key has.
  const more = text[end] === AT ? text.toString("latin1", end, end + DOMAIN.length) : "";
  return KNOWN.find(([shape]) => shape.test(run + more))?.[1] ?? null;
}

const AT = 0x40;
const DOMAIN = "@openssh.com";

/**
 * The first match counts. As met in public code and in other scanners' rules, in 2026; some with a letter before `sk`.
 */
const KNOWN: readonly (readonly [shape: RegExp, what: string])[] = [
  [/^sk-ant-[\w-]{20,}$/, OTHER_KEYS.anthropic],
  [/^sk-or-(?:v\d-)?[\w-]{20,}$/, OTHER_KEYS.openrouter],
  [/^sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, OTHER_KEYS.langfuse],
  [/^sk-api-[\w-]{20,}$/, OTHER_KEYS.minimax],
  [/^sk-emergent-[\w-]{8,}$/i, OTHER_KEYS.emergent],
  [/^sk-litellm-[\w-]{8,}$/i, OTHER_KEYS.litellm],
  [/^sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)(?:-cert-v01)?@openssh\.com$/, OTHER_KEYS.ssh],
  [/^sk-[0-9a-f]{32}$/, OTHER_KEYS.deepseek],
  [new RegExp(`^sk-(?:${KIND_WORDS})-(?=.*\\d)[\\w-]{40,}$`), OTHER_KEYS.unmarked],
  [/^sk-(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{48,64}$/, OTHER_KEYS.moonshot],
  [/^csk-[a-z0-9]{40,}$/i, OTHER_KEYS.cerebras],
  [/^gsk_[A-Za-z0-9]{40,}$/, OTHER_KEYS.groq],
  [/^sk_(?:live|test)_[A-Za-z0-9]{16,}$/, OTHER_KEYS.stripe],
  [/^sk_[0-9a-f]{48}$/, OTHER_KEYS.elevenlabs],
  [/^sk_(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{32,}$/, OTHER_KEYS.other],
];
