import type { KeyKind } from "../../domain/candidate.ts";
import { PREFIXES } from "../../domain/key-grammar.ts";

/** The lengths of the bodies before and after the marker. */
export type BodyLengths = readonly [before: number, after: number];

/** A kind of key: its prefix, and the lengths that its bodies are known to have. */
export type KeyFamily = { kind: KeyKind; prefix: string; lengths: readonly BodyLengths[] };

/**
 * Families and lengths as they are known in 2026; OpenAI publishes none of this. "Seen in leaks": in public code and in
 * public repositories' histories. "Seen in redacted values": in what OpenAI's own pages and API show of a key, which
 * shows its length. "Published scanner vectors": in the tests of gitleaks, TruffleHog, CredSweeper and others. Lists
 * like this go stale: lengths decide where a key ends and how sure it is, and never drop one. The bare `sk-` comes
 * last, since the other prefixes begin with it too.
 */
export const FAMILIES: readonly KeyFamily[] = [
  {
    kind: "project",
    prefix: PREFIXES.project,
    lengths: [
      [20, 20], // seen in leaks: the first project keys, of April 2024
      [58, 58], // seen in leaks: from mid-2024 on
      [74, 74], // seen in redacted values, 164 characters in all, and in leaks: since about September 2024
    ],
  },
  {
    kind: "service-account",
    prefix: PREFIXES["service-account"],
    lengths: [
      [20, 20], // seen in leaks, 59 characters in all
      [45, 46], // published scanner vectors
      [46, 46], // seen in leaks
      [49, 50], // published scanner vectors
      [58, 58], // seen in leaks
      [74, 74], // seen in redacted values, 167 characters in all, and in leaks
    ],
  },
  {
    kind: "admin",
    prefix: PREFIXES.admin,
    lengths: [
      [20, 20], // published scanner vectors
      [58, 58], // seen in redacted values, 133 characters in all
      [74, 74], // published scanner vectors
    ],
  },
  {
    kind: "named",
    prefix: PREFIXES.none,
    lengths: [
      [20, 20], // seen in leaks
      [74, 74], // published scanner vectors
    ],
  },
  {
    kind: "user",
    prefix: PREFIXES.user,
    lengths: [
      [20, 20], // seen in leaks: most keys until April 2024
      [42, 42], // published scanner vectors
    ],
  },
];

/**
 * The keys of named services and projects: `sk-service-<name>-`, `sk-<name>-`. Known from published scanner vectors,
 * only with bodies of 20. Only that length tells where the name ends: both may have hyphens.
 */
export const NAMED_FAMILY = { kind: "named", lengths: [[20, 20]] } as const satisfies Omit<KeyFamily, "prefix">;

/** What may stand between `sk-` and the body of a named key, the hyphen at its end included. */
export const NAME = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*-$/;

/**
 * Bodies of this length hold letters and digits alone; the longer ones are base64url. True of all 131 keys measured.
 */
export const SHORT_BODY = 20;

/** Bodies this long are base64url; of the known lengths these are the new kinds. */
const LONG_BODY = 45;

/**
 * Whether a tail ends like 54 of 55 long ones that were seen in leaks: base64url of bytes of which the last is zero,
 * without padding. Of random texts 1 in 263 does. This is only a measurement: it ranks readings and drops none.
 */
export function hasLongKeyEnding(text: Buffer, start: number, end: number): boolean {
  return end - start >= LONG_BODY && /^[AEIMQUYcgkosw048]A$/.test(text.toString("latin1", end - 2, end));
}

/** A key has at least this many characters on either side of the marker. */
export const SHORTEST_BODY = 16;

/** No key is longer than this on either side of its marker, its prefix included. */
export const LONGEST_BODY = 256;
