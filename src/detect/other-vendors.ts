import { KIND_WORDS, MARKER } from "../domain/key-grammar.ts";
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
  [/^sk-ant-[\w-]{20,}$/, "a key of Anthropic"],
  [/^sk-or-(?:v\d-)?[\w-]{20,}$/, "a key of OpenRouter"],
  [/^sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "a key of Langfuse"],
  [/^sk-api-[\w-]{20,}$/, "a key of MiniMax"],
  [/^sk-emergent-[\w-]{8,}$/i, "a key of Emergent"],
  [/^sk-litellm-[\w-]{8,}$/i, "a key of LiteLLM"],
  [/^sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)(?:-cert-v01)?@openssh\.com$/, "the type of an SSH security key"],
  [/^sk-[0-9a-f]{32}$/, "a key in the form of DeepSeek or DashScope"],
  [
    new RegExp(`^sk-(?:${KIND_WORDS})-(?=.*\\d)[\\w-]{40,}$`),
    "a text that begins like a key of OpenAI and lacks its marker",
  ],
  [/^sk-(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{48,64}$/, "a key in the form of Moonshot or Stability"],
  [/^csk-[a-z0-9]{40,}$/i, "a key of Cerebras"],
  [/^gsk_[A-Za-z0-9]{40,}$/, "a key of Groq"],
  [/^sk_(?:live|test)_[A-Za-z0-9]{16,}$/, "a key of Stripe, Clerk or Paystack"],
  [/^sk_[0-9a-f]{48}$/, "a key of ElevenLabs"],
  [/^sk_(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{32,}$/, "a key of another vendor"],
];
