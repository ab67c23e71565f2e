import { createHash } from "node:crypto";
import { MARKER, PREFIXES } from "../domain/key-grammar.ts";

/** Families of keys: the prefix of each, and the length of the body on both sides of the marker in current keys. */
const FAMILIES = {
  user: { prefix: PREFIXES.user, sides: 20 },
  project: { prefix: PREFIXES.project, sides: 74 },
  "service-account": { prefix: PREFIXES["service-account"], sides: 74 },
  admin: { prefix: PREFIXES.admin, sides: 58 },
  none: { prefix: PREFIXES.none, sides: 20 },
  named: { prefix: `${PREFIXES.user}service-billing-`, sides: 20 },
} as const;

export type Family = keyof typeof FAMILIES;

/** Long keys end in a zero byte, so that their last character is always A, and the one before a multiple of four. */
const LONG_ENDING = "AEIMQUYcgkosw048";

/**
 * Creates a key that nobody has: the shape is real, the bodies come from the seed. The same seed makes the same key.
 * `left` and `right` are the lengths of the bodies before and after the marker.
 */
export function createFakeKey(
  family: Family,
  seed: string,
  { left, right }: { left?: number; right?: number } = {},
): string {
  const { prefix, sides } = FAMILIES[family];
  const [before, after] = [left ?? sides, right ?? sides];
  const text = createBody(`${family}:${seed}`, before + after, before + after >= 80);
  const tail = after >= 45 ? replaceEnding(text.slice(before)) : text.slice(before);
  return [prefix, text.slice(0, before), MARKER, tail].join("");
}

/**
 * Creates another key with the same visible ends, as somebody could who has seen only the redacted value. Its body
 * differs from the original, so OpenAI refuses it.
 */
export function createDecoy(key: string): string {
  const at = key.indexOf(MARKER);
  const [head, tail] = [key.slice(0, 8), key.slice(-4)];
  const prefix = /^sk-(?:[a-z]+-)?/i.exec(key)?.[0] ?? "sk-";
  const body = createBody(`decoy:${key}`, key.length, key.length >= 120);
  const start = Math.max(head.length, prefix.length);
  return [
    key.slice(0, start),
    body.slice(0, at - start),
    MARKER,
    body.slice(at, key.length - MARKER.length - tail.length),
    tail,
  ].join("");
}

function replaceEnding(text: string): string {
  const pick = LONG_ENDING[text.charCodeAt(0) % LONG_ENDING.length] ?? "A";
  return `${text.slice(0, -2)}${pick}A`;
}

/** Creates a body that looks random: no character four times in a row; short bodies have only letters and digits. */
function createBody(seed: string, length: number, long: boolean): string {
  let text = "";
  for (let round = 0; text.length < length; round += 1) {
    const chunk = createHash("sha512").update(`${seed}:${round}`).digest("base64url");
    text += long ? chunk : chunk.replaceAll(/[-_]/g, "");
  }
  return text.slice(0, length).replaceAll(/(.)\1{3,}/g, (run) => "Qz7".repeat(run.length).slice(0, run.length));
}
