import { createHash } from "node:crypto";
import { type Family, mintKey } from "../../src/sandbox/mint.ts";

/** A template with its slots filled, and the keys in it: their spans in bytes, and of which family they are. */
export type Filled = { bytes: Buffer; keys: readonly { family: Family; offset: number; length: number }[] };

/**
 * Fills the slots of a template, so that no key-shaped text has to stand in a file:
 *
 * - `{{project}}`, `{{project:58+58}}`, `{{user#2}}`: a key of a family, with bodies of these lengths. `#` tells the keys
 *   of one family apart; without it they are the same.
 * - `{{alnum:20}}`, `{{base64url:74}}`, `{{hex:32}}`: random text, in each place another.
 * - `{{base64:some words}}`: the base64 of these words. `{{marker}}`: the middle of a key alone.
 * - `{{cr}}`: the carriage return of a Windows line.
 */
export function filled(template: string): Filled {
  const keys: { family: Family; offset: number; length: number }[] = [];
  const parts = template.split(/\{\{([^{}]+)\}\}/);
  let written = "";
  for (const [index, part] of parts.entries()) {
    const { text, family }: Slot = index % 2 === 1 ? slotOf(part, index) : { text: part };
    if (family) keys.push({ family, offset: Buffer.byteLength(written), length: text.length });
    written += text;
  }
  return { bytes: Buffer.from(written), keys };
}

type Slot = { text: string; family?: Family };

function slotOf(slot: string, place: number): Slot {
  const [, word = "", rest = ""] = /^([a-z0-9-]+)(.*)$/s.exec(slot) ?? [];
  switch (word) {
    case "marker":
      return { text: ["T3Blbk", "FJ"].join("") };
    case "cr":
      return { text: "\r" };
    case "base64":
      return { text: Buffer.from(rest.slice(1)).toString("base64") };
    case "alnum":
    case "base64url":
    case "hex":
      return { text: randomText(word, Number(rest.slice(1)), place) };
    case "user":
    case "project":
    case "service-account":
    case "admin":
    case "none":
    case "named":
      return { text: keyOf(word, rest), family: word };
    default:
      throw new Error(`no slot is called ${word}`);
  }
}

function keyOf(family: Family, rest: string): string {
  const [, left, right, seed = "1"] = /^(?::(\d+)\+(\d+))?(?:#(\w+))?$/.exec(rest) ?? [];
  return mintKey(family, seed, left ? { left: Number(left), right: Number(right) } : {});
}

function randomText(alphabet: "alnum" | "base64url" | "hex", length: number, seed: number): string {
  let text = "";
  for (let round = 0; text.length < length; round += 1) {
    const hash = createHash("sha512").update(`${seed}:${round}`);
    text += alphabet === "hex" ? hash.digest("hex") : hash.digest("base64url");
    if (alphabet === "alnum") text = text.replaceAll(/[-_]/g, "");
  }
  return text.slice(0, length);
}
