import type { KeyKind } from "../domain/candidate.ts";

/**
 * The base64 of "OpenAI", which stands in the middle of every key that begins with `sk-`. In two parts, as anywhere in
 * this project: no text here may look like a key.
 */
export const MARKER = ["T3Blbk", "FJ"].join("");

/** Lengths of the bodies before and after the marker that are known of a family. */
type Sides = readonly (readonly [before: number, after: number])[];

/** A family of keys: what stands before the body, and what lengths the body has. */
export type Family = { kind: KeyKind; prefix: RegExp; sides: Sides };

/**
 * Families and lengths as they are known in 2026, from redacted values that OpenAI itself printed (164, 167 and 133
 * characters in all), from real leaks, and from the test vectors that scanners publish. Lists like this go stale:
 * lengths trim and grade, and never drop. A prefix is matched where the key begins.
 */
export const FAMILIES: readonly Family[] = [
  // April 2024: 20. Since then 58, and since about September 2024 74, which redacted values confirm.
  {
    kind: "project",
    prefix: /^sk-proj-/,
    sides: [
      [20, 20],
      [58, 58],
      [74, 74],
    ],
  },
  // 74 is confirmed by redacted values; 46 and 58 by leaks; the others by vectors.
  {
    kind: "service-account",
    prefix: /^sk-svcacct-/,
    sides: [
      [20, 20],
      [45, 46],
      [46, 46],
      [49, 50],
      [58, 58],
      [74, 74],
    ],
  },
  // 58 is confirmed by redacted values; the others by vectors.
  {
    kind: "admin",
    prefix: /^sk-admin-/,
    sides: [
      [20, 20],
      [58, 58],
      [74, 74],
    ],
  },
  // 20 is met in leaks; 74 in a vector.
  {
    kind: "named",
    prefix: /^sk-None-/,
    sides: [
      [20, 20],
      [74, 74],
    ],
  },
  // The legacy user key: 20 in leaks, 42 in vectors alone.
  {
    kind: "user",
    prefix: /^sk-/,
    sides: [
      [20, 20],
      [42, 42],
    ],
  },
  // The name of a service or project, in letters, digits and hyphens; only ever seen with 20.
  { kind: "named", prefix: /^sk-(?!(?:proj|svcacct|admin|None)-)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*-/, sides: [[20, 20]] },
];

/** Bodies of this length hold letters and digits alone; longer ones are base64url. */
export const SHORT_SIDE = 20;

/** A body shorter than this on either side is no key, whatever else fits. */
export const SHORTEST_SIDE = 16;

/** No key is longer than this on either side of its marker, its prefix included. */
export const LONGEST_SIDE = 256;
