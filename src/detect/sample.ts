import type { Blob } from "../domain/blob.ts";
import { fingerprintOf } from "../domain/secret.ts";
import { MARKER } from "./shapes.ts";

/**
 * A text with keys that nobody has, for proving at the start of each run that the search works on this machine: the
 * WebAssembly, the decoders and the shapes. Made at run time; the keys' bodies are letters in a fixed order.
 */
export function sample(): { blob: Blob; fingerprints: readonly string[] } {
  const key = `sk-proj-${body(58, 7)}${MARKER}${body(58, 11)}`;
  const text = `${"x".repeat(4096)}\nOPENAI_API_KEY=${key}\n`;
  return {
    blob: { provenance: { kind: "stdin", name: "sample" }, chunks: [Buffer.from(text)] },
    fingerprints: [fingerprintOf(key)],
  };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits without a pattern: a walk through the alphabet whose steps grow. */
function body(length: number, step: number): string {
  return Array.from({ length }, (_, at) => ALPHABET[(at * at * step + at * 3) % ALPHABET.length]).join("");
}
