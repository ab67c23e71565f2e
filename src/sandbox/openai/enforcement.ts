import type { Key, Quirk } from "./key.ts";

/** What was true of a key before a change, which holds where the key is used until the change has spread. */
export type Stale<T> = { value: T; until: number };

/** The scopes that a key has where it is used. Null is all of them. */
export function scopesInForce({ scopes, stale }: Key): readonly string[] | null {
  return stale.scopes && Date.now() < stale.scopes.until ? stale.scopes.value : scopes;
}

/** When a key ends where it is used, in unix seconds. Null is never. */
export function endInForce({ expiresAt, stale }: Key): number | null {
  return stale.expiresAt && Date.now() < stale.expiresAt.until ? stale.expiresAt.value : expiresAt;
}

/** Whether a key is deleted where it is used. `usual`: how long that takes, in milliseconds, when its organisation says nothing. */
export function isDeleted(key: Key, usual: number): boolean {
  if (key.deletedAt === null) return false;
  if (Date.now() < key.deletedAt + (key.organization.propagation.deletion ?? usual)) return false;
  if (key.relapse === null) return true;
  key.relapse = key.relapse === 0 ? null : key.relapse - 1;
  return key.relapse !== null;
}

/** Whether OpenAI does with this key what it should not. */
export function isOdd(key: Key, quirk: Quirk): boolean {
  return key.quirks.has(quirk) || key.organization.quirks.has(quirk);
}
