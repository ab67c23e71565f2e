import type { Key, Quirk } from "./key.ts";

/** What was true of a key before a change, which holds where the key is used until the change has spread. */
export type Stale<T> = { value: T; until: number };

/** The scopes that a key has where it is used. Null is all of them. */
export function scopesInForce({ scopes, stale, organization }: Key): readonly string[] | null {
  return stale.scopes && organization.clock.now().getTime() < stale.scopes.until ? stale.scopes.value : scopes;
}

/** When a key ends where it is used, in unix seconds. Null is never. */
export function endInForce({ expiresAt, stale, organization }: Key): number | null {
  return stale.expiresAt && organization.clock.now().getTime() < stale.expiresAt.until
    ? stale.expiresAt.value
    : expiresAt;
}

/** Whether a key is deleted where it is used. `usual`: how long that takes, in milliseconds, when its organisation says nothing. */
export function isDeleted(key: Key, usual: number): boolean {
  const { clock, propagation } = key.organization;
  if (key.deletedAt === null) return false;
  if (clock.now().getTime() < key.deletedAt + (propagation.deletion ?? usual)) return false;
  if (key.relapse === null) return true;
  key.relapse = key.relapse === 0 ? null : key.relapse - 1;
  return key.relapse !== null;
}

/** Whether OpenAI does with this key what it should not. */
export function isOdd(key: Key, quirk: Quirk): boolean {
  return key.quirks.has(quirk) || key.organization.quirks.has(quirk);
}
