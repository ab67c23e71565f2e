import type { Blob } from "../domain/blob.ts";
import { fingerprintOf } from "../domain/secret.ts";
import { MARKER } from "./shapes.ts";

/**
 * A text with keys that nobody has, for proving at the start of each run that the search works on this machine: the
 * WebAssembly, every decoder and the shapes. Made at run time; the keys' bodies are letters in a fixed order.
 */
export function sample(): { blob: Blob; fingerprints: readonly string[] } {
  const keys = WRITTEN.map((_, index) => `sk-${body(20, 2 * index)}${MARKER}${body(20, 2 * index + 1)}`);
  const lines = keys.map((key, index) => WRITTEN[index]?.(key) ?? "");
  const text = `${"x".repeat(1024)}\nOPENAI_API_KEY=${lines.join("\n")}\n`;
  return {
    blob: { provenance: { kind: "stdin", name: "sample" }, chunks: [Buffer.from(text, "latin1")] },
    fingerprints: keys.map(fingerprintOf),
  };
}

const each = (text: string, one: (code: number) => string) => Array.from(Buffer.from(text), one).join("");

/** A way to write a key down for each encoding; not in pieces, which would cost as much as all others. */
const WRITTEN: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => Buffer.from(key).toString("base64"),
  (key) => Buffer.from(key).toString("hex"),
  (key) => each(key, (code) => `${code},`),
  (key) => each(key, (code) => `%${code.toString(16)}`),
  (key) => Buffer.from(`${key}\n`, "utf16le").toString("latin1"),
  (key) => [...key].toReversed().join(""),
  (key) => each(key, (code) => String.fromCharCode(turned(code))),
];

/** A letter, thirteen further on: rot13. */
function turned(code: number): number {
  const letter = code | 0x20;
  if (letter < 0x61 || letter > 0x7a) return code;
  return letter < 0x6e ? code + 13 : code - 13;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits without a pattern: the numbers of a congruential generator (Numerical Recipes, chapter 7.1). */
function body(length: number, seed: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ALPHABET[(state >>> 16) % ALPHABET.length];
  }).join("");
}
