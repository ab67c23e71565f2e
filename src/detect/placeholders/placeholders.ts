import {
  type CodexTokenKind,
  type Confidence,
  isToken,
  type KeyKind,
  type SilentKind,
} from "../../domain/candidate.ts";
import { MARKER } from "../../domain/key-grammar.ts";
import { computeFingerprint } from "../../domain/secret.ts";
import { PLACEHOLDERS } from "../../messages/look-alikes.ts";
import { FAMILIES, SHORTEST_BODY } from "../keys/families.ts";
import { countSteps } from "../steps/steps.ts";
import { readRandomPart } from "../tokens/token-placeholders.ts";
import { PUBLISHED_HASHES } from "./published-examples.ts";
import { findPatterns, type Pattern } from "./randomness.ts";

/** What a key-shaped text is taken for: a key, perhaps with less confidence, or something that only looks like one. */
export type Classification =
  | { kind: "key"; confidence: Confidence }
  | { kind: "look-alike"; what: string; silent: SilentKind };

/**
 * A pattern of this many bits alone proves that a body is no random text: one random body in two million has one as
 * strong. Measured over four million random keys each, with all patterns: of 164 characters 3 were dropped, of 51 two.
 */
const PROVEN = 21;

/** Several weaker patterns need more bits in sum, since there are many pairs of them. */
const PROVEN_TOGETHER = 28;

/**
 * A pattern of this many bits raises a doubt. Measured in the same way: of 164 characters 1 in 1,230, of 51 1 in 4,450.
 */
const DOUBTFUL = 10;

const STEPS_A_KEY = 2000;

/**
 * Decides whether a key-shaped text is a placeholder. Never by its place or its name: a comment, a test
 * or a README holds real keys as often. Only by the random part of the text: the name in `sk-<name>-` is
 * the owner's choice.
 */
export function classifyKey(text: string, confidence: Confidence, kind: KeyKind = "suspected"): Classification {
  countSteps(STEPS_A_KEY);
  if (isPublished(text)) return { kind: "look-alike", what: PLACEHOLDERS.published, silent: "published-example" };
  const bodies = isToken(kind) ? readTokenBodies(text, kind) : readBodies(text);
  if (bodies === null) return { kind: "look-alike", what: PLACEHOLDERS.placeholder, silent: "placeholder" };
  const patterns = findPatterns(bodies).filter(({ bits }) => bits >= DOUBTFUL);
  const [strongest] = patterns.toSorted((a, b) => b.bits - a.bits);
  if (!strongest) return { kind: "key", confidence };
  const together = patterns.reduce((sum, { bits }) => sum + bits, 0);
  if (strongest.bits >= PROVEN || together >= PROVEN_TOGETHER)
    return { kind: "look-alike", ...describePattern(strongest) };
  return { kind: "key", confidence: "suspected" };
}

function describePattern({ kind }: Pattern): { what: string; silent: SilentKind } {
  switch (kind) {
    case "run":
    case "variety":
    case "words":
      return { what: PLACEHOLDERS.placeholder, silent: "placeholder" };
    case "order":
      return { what: PLACEHOLDERS.ordered, silent: "sequence" };
    case "repetition":
      return { what: PLACEHOLDERS.repeated, silent: "repetition" };
    default:
      return kind satisfies never;
  }
}

/** Compares the start of the hashes, the fingerprint: a random key has one of them with a chance of 1 in 2^57. */
function isPublished(text: string): boolean {
  fingerprints ??= new Set(PUBLISHED_HASHES.map((hash) => hash.slice(0, 16)));
  return fingerprints.has(computeFingerprint(text));
}

let fingerprints: ReadonlySet<string> | undefined;

function readTokenBodies(text: string, kind: CodexTokenKind): readonly [string, string] | null {
  const part = readRandomPart(text, kind);
  return part === null ? null : [part, ""];
}

/** The random parts of a key: the bodies before and after its marker, without prefix and name. */
function readBodies(text: string): readonly [string, string] {
  const at = text.indexOf(MARKER, SHORTEST_BODY);
  if (at < 0) return [text, ""];
  const { prefix } = FAMILIES.find((family) => text.startsWith(family.prefix)) ?? { prefix: "" };
  const [head, tail] = [text.slice(prefix.length, at), text.slice(at + MARKER.length)];
  return [head.slice(-Math.max(tail.length, SHORTEST_BODY)), tail];
}
