import { createHash } from "node:crypto";
import { classifyKey } from "../../../src/detect/placeholders/placeholders.ts";
import type { KeyKind } from "../../../src/domain/candidate.ts";
import { createFakeKey, type Family } from "../../../src/sandbox/fake-keys.ts";

/** A kind of key with the lengths of its bodies. */
export type Shape = { name: string; kind: KeyKind; family: Family; left: number; right: number };

// biome-ignore format: a family a line
const LENGTHS: readonly (readonly [Family, KeyKind, readonly (readonly [number, number])[]])[] = [
  ["user", "user", [[20, 20], [42, 42]]],
  ["project", "project", [[20, 20], [58, 58], [74, 74]]],
  ["service-account", "service-account", [[20, 20], [45, 46], [46, 46], [49, 50], [58, 58], [74, 74]]],
  ["admin", "admin", [[20, 20], [58, 58], [74, 74]]],
  ["none", "named", [[20, 20], [74, 74]]],
  ["named", "named", [[20, 20]]],
];

/** Every kind of key in every length that it is known to have. */
export const SHAPES: readonly Shape[] = LENGTHS.flatMap(([family, kind, lengths]) =>
  lengths.map(([left, right]) => ({ name: `${family} ${left}+${right}`, kind, family, left, right })),
);

/**
 * A key of a shape; the same seed makes the same key. One random key in some hundreds looks made up, and is told with
 * less confidence, as test/detect/placeholders/placeholders.test.ts has it; such keys are left out here. So are those with some characters
 * of the marker in their bodies: one in a thousand, and not told when it is both in hexadecimal and in pieces.
 */
export function keyOf({ family, left, right }: Shape, seed: string): string {
  for (let round = 0; ; round += 1) {
    const key = createFakeKey(family, `wild:${seed}:${round}`, { left, right });
    const weight = classifyKey(key, "certain");
    const bodies = key.replace(MARKER, " ");
    const isAlike = bodies.includes(MARKER.slice(0, 3)) || bodies.includes(MARKER.slice(4, 7));
    if (!isAlike && weight.kind === "key" && weight.confidence === "certain") return key;
  }
}

/** What stands in the middle of every key; no text here may look like a key. */
export const MARKER = ["T3Blbk", "FJ"].join("");

const ALPHABETS = {
  alnum: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  base64url: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
  base64: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
  hex: "0123456789abcdef",
  lower: "abcdefghijklmnopqrstuvwxyz0123456789",
} as const;

/** Random text of an alphabet; the same seed makes the same. */
export function randomText(alphabet: keyof typeof ALPHABETS, length: number, seed: string): string {
  const characters = ALPHABETS[alphabet];
  let text = "";
  for (let round = 0; text.length < length; round += 1) {
    for (const byte of createHash("sha512").update(`${alphabet}:${seed}:${round}`).digest()) {
      if (byte < 256 - (256 % characters.length)) text += characters[byte % characters.length];
    }
  }
  return text.slice(0, length);
}

/** A whole number from 0 to below `most`; the same seed gives the same. */
export function pick(most: number, seed: string): number {
  return createHash("sha256").update(seed).digest().readUInt32BE() % most;
}
