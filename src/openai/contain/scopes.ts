/** A list of scopes that is not empty: OpenAI takes an empty one for all permissions, not for none. */
export type Scopes = readonly [string, ...string[]];

/**
 * What a quarantined key may still do: see the names of the models. There is nothing milder to fall back on where OpenAI
 * refuses it: `api.all.read`, the next best, leaves everybody who has the key with the organisation's files and stored
 * answers, and a report that says "quarantined" would be believed. A refusal is a failure, then.
 */
export const HARMLESS_SCOPES: Scopes = ["api.model.read"];

/** Whether a list of scopes leaves a key what quarantine leaves it, or a part of that. */
export function isHarmless(scopes: readonly string[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => HARMLESS_SCOPES.includes(scope));
}
