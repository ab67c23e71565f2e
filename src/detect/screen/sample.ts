import type { Blob } from "../../domain/blob.ts";
import { MARKER } from "../../domain/key-grammar.ts";
import { computeFingerprint } from "../../domain/secret.ts";

/**
 * A text with keys that nobody has, for proving at the start of each run that the search works on this machine: the
 * WebAssembly, the shapes and decoding. Made at run time; the keys' bodies are letters in a fixed order.
 */
export function createSample(): { blob: Blob; fingerprints: readonly string[] } {
  const keys = WRITTEN.map((_, index) => `sk-${createBody(20, 2 * index)}${MARKER}${createBody(20, 2 * index + 1)}`);
  const lines = keys.map((key, index) => WRITTEN[index]?.(key) ?? "");
  const text = `${"x".repeat(1024)}\nOPENAI_API_KEY=${lines.join("\n")}\n`;
  return {
    blob: { provenance: { kind: "stdin", name: "sample" }, chunks: [Buffer.from(text, "latin1")] },
    fingerprints: keys.map(computeFingerprint),
  };
}

/**
 * Plainly, in base64 and in UTF-16: what shapes, needles and decoders have in common. All nine encodings take four
 * times as long on a cold start, and every clean change would wait for that.
 */
const WRITTEN: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => Buffer.from(key).toString("base64"),
  (key) => Buffer.from(`${key}\n`, "utf16le").toString("latin1"),
];

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits without a pattern: the numbers of a congruential generator (Numerical Recipes, chapter 7.1). */
function createBody(length: number, seed: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ALPHABET[(state >>> 16) % ALPHABET.length];
  }).join("");
}
