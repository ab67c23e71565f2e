/** How the name of another vendor's key begins. */
export const A_KEY_OF = "a key of ";

/** What other things begin like an OpenAI key. */
export const OTHER_KEYS = {
  anthropic: "a key of Anthropic",
  openrouter: "a key of OpenRouter",
  langfuse: "a key of Langfuse",
  minimax: "a key of MiniMax",
  emergent: "a key of Emergent",
  litellm: "a key of LiteLLM",
  ssh: "the type of an SSH security key",
  deepseek: "a key in the form of DeepSeek or DashScope",
  unmarked: "a text that begins like a key of OpenAI and lacks its marker",
  moonshot: "a key in the form of Moonshot or Stability",
  cerebras: "a key of Cerebras",
  groq: "a key of Groq",
  stripe: "a key of Stripe, Clerk or Paystack",
  elevenlabs: "a key of ElevenLabs",
  other: "a key of another vendor",
} as const;

/** What a text in the shape of an OpenAI key is, if it is none. */
export const PLACEHOLDERS = {
  published: "a published example",
  placeholder: "a placeholder",
  ordered: "a text with letters or digits in order",
  repeated: "a text that repeats itself",
} as const;
