import type { Defect, Key } from "./organization.ts";

/** The scopes that a key has where it is used. Null is all of them. */
export function getEffectiveScopes({ scopes, pendingChanges, organization }: Key): readonly string[] | null {
  return pendingChanges.scopes && organization.clock.now().getTime() < pendingChanges.scopes.until
    ? pendingChanges.scopes.previous
    : scopes;
}

/** When a key ends where it is used, in unix seconds. Null is never. */
export function getEffectiveExpiry({ expiresAt, pendingChanges, organization }: Key): number | null {
  return pendingChanges.expiresAt && organization.clock.now().getTime() < pendingChanges.expiresAt.until
    ? pendingChanges.expiresAt.previous
    : expiresAt;
}

/** Whether a key is deleted where it is used. `usual`: how long that takes, in milliseconds, when its organisation says nothing. */
export function isDeleted(key: Key, usual: number): boolean {
  const { clock, propagation } = key.organization;
  if (key.deletedAt === null) return false;
  if (clock.now().getTime() < key.deletedAt + (propagation.deletion ?? usual)) return false;
  if (key.worksAgainAfter === null) return true;
  key.worksAgainAfter = key.worksAgainAfter === 0 ? null : key.worksAgainAfter - 1;
  return key.worksAgainAfter !== null;
}

/** Whether OpenAI mishandles this key in the given way. */
export function hasDefect(key: Key, defect: Defect): boolean {
  return key.defects.has(defect) || key.organization.defects.has(defect);
}
