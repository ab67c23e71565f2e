import { MARKER, randomText } from "./shapes.ts";

/** What looks like a key and is none. `most`: what it may be told as, at the most; null where nothing may be found. */
export type LookAlike = { name: string; text: (seed: string) => string; most: "suspected" | null };

const none = (name: string, text: (seed: string) => string): LookAlike => ({ name, text, most: null });
const doubtful = (name: string, text: (seed: string) => string): LookAlike => ({ name, text, most: "suspected" });

const alnum = (length: number, seed: string) => randomText("alnum", length, seed);
const hex = (length: number, seed: string) => randomText("hex", length, seed);
const url = (length: number, seed: string) => randomText("base64url", length, seed);

const uuid = (seed: string) => hex(32, seed).replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
const mutated = (seed: string) => MARKER.replace(seed.length % 2 ? "3" : "F", seed.length % 2 ? "4" : "f");
const words = (seed: string, count: number) =>
  Array.from({ length: count }, (_, at) => WORDS[hex(4, `${seed}:${at}`).charCodeAt(at % 4) % WORDS.length]).join("-");
const WORDS = ["list", "manager", "runner", "queue", "container", "id", "item", "view", "state", "worker", "table"];
const FILLER =
  "The quick brown fox jumps over the lazy dog, and OpenAI is the word in the middle of this sentence of ours. ";

const VENDORS: readonly LookAlike[] = [
  none("Anthropic", (seed) => `sk-ant-api03-${url(93, seed)}AA`),
  none("Anthropic, an admin", (seed) => `sk-ant-admin01-${url(93, seed)}AA`),
  none("OpenRouter", (seed) => `sk-or-v1-${hex(64, seed)}`),
  none("Langfuse", (seed) => `sk-lf-${uuid(seed)}`),
  none("DeepSeek", (seed) => `sk-${hex(32, seed)}`),
  none("Moonshot", (seed) => `sk-${alnum(48, seed)}`),
  none("Stability", (seed) => `sk-${alnum(49, seed)}`),
  none("a reseller", (seed) => `sk-${alnum(64, seed)}`),
  none("MiniMax", (seed) => `sk-api-${url(120, seed)}`),
  none("Emergent", (seed) => `sk-emergent-${alnum(20, seed)}`),
  none("LiteLLM", (seed) => `sk-litellm-${alnum(24, seed)}`),
  none("a local proxy", (seed) => `sk-${alnum(6, seed)}`),
  none("Cerebras", (seed) => `csk-${randomText("lower", 48, seed)}`),
  none("Groq", (seed) => `gsk_${alnum(52, seed)}`),
  none("Stripe", (seed) => `sk_live_${alnum(99, seed)}`),
  none("Stripe, a test", (seed) => `sk_test_${alnum(24, seed)}`),
  none("ElevenLabs", (seed) => `sk_${hex(48, seed)}`),
  none("a project key without its marker", (seed) => `sk-proj-${url(156, seed)}`),
  none("a Realtime token", (seed) => `ek_${hex(32, seed)}`),
  none("Azure", (seed) => alnum(84, seed)),
];

// biome-ignore format: one a line
const TEXTS: readonly LookAlike[] = [
  none("words in kebab case", (seed) => `${seed.length % 2 ? "task" : "disk"}-${words(seed, 5)}`),
  none("a style sheet", (seed) => `#sk-container-id-${seed.length} div.sk-toggleable__content-${words(seed, 3)}`),
  none("a locale", () => "sk-SK"),
  none("an SSH key type", () => "sk-ssh-ed25519-cert-v01@openssh.com"),
  none("hashes", (seed) => `sha512-${randomText("base64", 86, seed)}== ${hex(40, seed)}  ${hex(64, seed)}`),
  none("a regular expression", () => `sk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{20,}${MARKER}[A-Za-z0-9_-]{20,}`),
  none("a masked key", (seed) => `sk-proj-${alnum(4, seed)}${"*".repeat(40)}${alnum(4, seed)}`),
  none("a masked key with dots", (seed) => `sk-...${alnum(4, seed)}`),
  none("a template", () => `sk-proj-\${BODY}${MARKER}\${TAIL}`),
  none("a placeholder", () => `sk-${"x".repeat(48)} sk-your-api-key-here <sk-...>`),
  none("a placeholder with the marker", () => `sk-${"x".repeat(20)}${MARKER}${"x".repeat(20)}`),
  none("the base64 of prose", (seed) =>
    Buffer.from(FILLER.slice(0, 59 + (seed.length % 3)) + FILLER.repeat(2)).toString("base64"),
  ),
  none("the base64 of prose with a prefix", () => `task-${Buffer.from(FILLER.repeat(3)).toString("base64")}`),
  none("the base64 of binary data", (seed) => randomText("base64", 4000, seed)),
  none("the marker alone", () => MARKER),
  none(
    "the marker in random base64",
    (seed) => `${randomText("base64", 400, seed)}/${MARKER}+${randomText("base64", 400, `${seed}+`)}`,
  ),
  none("base64 of placeholders", () =>
    Buffer.from(`api-key: your-openai-api-key, ${"sk-".repeat(3)}`).toString("base64"),
  ),
  none("hexadecimal dumps", (seed) => (hex(960, seed).match(/.{32}/g) ?? []).join("\n")),
  none("a list of numbers", (seed) => Array.from(alnum(300, seed), (one) => one.charCodeAt(0)).join(", ")),
];

// biome-ignore format: one a line
const DAMAGED: readonly LookAlike[] = [
  none("a mutated marker", (seed) => `sk-proj-${url(74, seed)}${mutated(seed)}${url(74, `${seed}+`)}`),
  none("a mutated marker in a short key", (seed) => `sk-${alnum(20, seed)}${mutated(seed)}${alnum(20, `${seed}+`)}`),
  none("bodies of eight", (seed) => `sk-${alnum(8, seed)}${MARKER}${alnum(8, `${seed}+`)}`),
  doubtful("a key that lost its end", (seed) => `sk-${alnum(20, seed)}${MARKER}${alnum(19, `${seed}+`)}`),
  doubtful("a key that lost its prefix", (seed) => `${alnum(20, seed)}${MARKER}${alnum(20, `${seed}+`)}`),
  doubtful("a key of unknown lengths behind a letter", (seed) => `x=task-${alnum(31, seed)}${MARKER}${alnum(31, `${seed}+`)}`),
  doubtful("a key that lost its end, and other values", (seed) => cut(seed, (key) => `"${key}", "gpt-4o"\nregion = "eu-west-1"`)),
  doubtful("a key that lost its end, and a next line", (seed) => cut(seed, (key) => `${key}\nMODEL=gpt-4o\nREGION=eu`)),
  doubtful("a key that lost its end, and a sentence", (seed) => cut(seed, (key) => `The key ${key}\nThese are words.\n`)),
];

function cut(seed: string, write: (key: string) => string): string {
  return write(`sk-${alnum(20, seed)}${MARKER}${alnum(19, `${seed}+`)}`);
}

export const LOOK_ALIKES: readonly LookAlike[] = [...VENDORS, ...TEXTS, ...DAMAGED];
