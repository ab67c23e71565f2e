import type { Confidence } from "../../domain/candidate.ts";
import { MARKER } from "../../domain/key-grammar.ts";
import { computeFingerprint } from "../../domain/secret.ts";
import { FAMILIES, SHORTEST_BODY } from "../keys/families.ts";
import { PUBLISHED_HASHES } from "./published-examples.ts";
import { findPatterns, type Pattern } from "./randomness.ts";

/** What a text of a key's shape is taken for: a key, perhaps with less confidence, or something that only looks like one. */
export type Classification = { kind: "key"; confidence: Confidence } | { kind: "look-alike"; what: string };

/**
 * From so many bits on, a sign alone shows that a body was made up: one random body in two million has one as strong.
 * Measured over four million random keys each, by all signs together: of 164 characters 3 were silenced, of 51 two.
 */
const PROVEN = 21;

/** Several weaker signs have to come to more, since there are many pairs of them. */
const PROVEN_TOGETHER = 28;

/** From so many bits on, a sign raises a doubt. Measured likewise: of 164 characters 1 in 1,230, of 51 1 in 4,450. */
const DOUBTFUL = 10;

/**
 * Weighs whether a text of a key's shape was made up. Never by where it stands, nor by what is called: a comment, a test
 * or a README holds real keys as often. By the text alone, and of that by the random part: the name in `sk-<name>-` is
 * its owner's to choose.
 */
export function classifyKey(text: string, confidence: Confidence): Classification {
  if (isPublished(text)) return { kind: "look-alike", what: "an example that was published" };
  const signs = findPatterns(readBodies(text)).filter(({ bits }) => bits >= DOUBTFUL);
  const [strongest] = signs.toSorted((one, other) => other.bits - one.bits);
  if (!strongest) return { kind: "key", confidence };
  const together = signs.reduce((sum, { bits }) => sum + bits, 0);
  if (strongest.bits >= PROVEN || together >= PROVEN_TOGETHER)
    return { kind: "look-alike", what: describePattern(strongest) };
  return { kind: "key", confidence: "suspected" };
}

function describePattern({ kind }: Pattern): string {
  switch (kind) {
    case "run":
    case "variety":
    case "words":
      return "a placeholder";
    case "order":
      return "a text with letters or digits in order";
    case "repetition":
      return "a text that repeats itself";
    default:
      return kind satisfies never;
  }
}

/** By the start of the hashes, which is a fingerprint: a random key has one of them by a chance of 1 in 2^57. */
function isPublished(text: string): boolean {
  fingerprints ??= new Set(PUBLISHED_HASHES.map((hash) => hash.slice(0, 16)));
  return fingerprints.has(computeFingerprint(text));
}

let fingerprints: ReadonlySet<string> | undefined;

/** What was drawn at random in a key: what stands before and behind its marker, without prefix and name. */
function readBodies(text: string): readonly [string, string] {
  const at = text.indexOf(MARKER, SHORTEST_BODY);
  if (at < 0) return [text, ""];
  const { prefix } = FAMILIES.find((family) => text.startsWith(family.prefix)) ?? { prefix: "" };
  const [head, tail] = [text.slice(prefix.length, at), text.slice(at + MARKER.length)];
  return [head.slice(-Math.max(tail.length, SHORTEST_BODY)), tail];
}
