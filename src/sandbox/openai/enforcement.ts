import type { Defect } from "./keys/key-behavior.ts";
import type { Key } from "./organization.ts";

/** The scopes a key has in use: the previous ones until a change has spread. Null is all scopes. */
export function getEffectiveScopes({ scopes, pendingChanges, organization }: Key): readonly string[] | null {
  return pendingChanges.scopes && organization.clock.now().getTime() < pendingChanges.scopes.until
    ? pendingChanges.scopes.previous
    : scopes;
}

/** What a key may do in use: no scopes go beyond the role of its service account, and with the role `none` that is nothing. */
export function getGrantedScopes(key: Key): readonly string[] | null {
  return key.project?.roles.get(key.owner.person.id) === "none" ? [] : getEffectiveScopes(key);
}

/** When a key expires in use, in unix seconds: the previous time until a change has spread. Null is never. */
export function getEffectiveExpiry({ expiresAt, pendingChanges, organization }: Key): number | null {
  return pendingChanges.expiresAt && organization.clock.now().getTime() < pendingChanges.expiresAt.until
    ? pendingChanges.expiresAt.previous
    : expiresAt;
}

/** Adds a use of a key, now. */
export function addKeyUse(key: Key): void {
  const { clock, propagation } = key.organization;
  const now = Math.floor(clock.now().getTime() / 1000);
  if (propagation.use === 0) key.lastUsedAt = now;
  else key.pendingChanges.uses.push(now);
}

/** When a key was last used, in unix seconds, as far as records show it by now; null is never. */
export function getShownUse(key: Pick<Key, "lastUsedAt" | "pendingChanges" | "organization">): number | null {
  const { clock, propagation } = key.organization;
  const shownUntil = (clock.now().getTime() - propagation.use) / 1000;
  const shown = key.pendingChanges.uses.filter((use) => use <= shownUntil);
  return shown.length === 0 ? key.lastUsedAt : Math.max(key.lastUsedAt ?? 0, ...shown);
}

/**
 * Whether the deletion of a key has spread, so that the key is refused in use. `usual` is how long that takes in
 * milliseconds, where its organisation has no delay of its own.
 */
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
