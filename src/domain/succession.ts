import type { KeyRecord } from "./inventory.ts";

/** The longest name of a new key, in UTF-16 code units. OpenAI publishes no limit. */
const LONGEST_NAME = 100;

/** What the name of a key says: which key it replaces, and by which rotation. */
export type Succession = { replaces: string; rotation: string };

/** `ci` → `ci (replaces key_abc #3f9a2c1e)`: what tells the story is kept whole, and the front is cut. */
export function buildSuccessorName(oldName: string | null, { replaces, rotation }: Succession): string {
  const story = `(replaces ${replaces} #${rotation})`;
  const front = removeSuccession(oldName ?? "");
  const room = LONGEST_NAME - story.length - 1;
  // No character is cut in two.
  const kept = front.length <= room ? front : front.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, "");
  return kept.trim() === "" ? story : `${kept.trimEnd()} ${story}`;
}

const SUCCESSION = /(?:^|\s)\(replaces (?<replaces>[^\s()#]+) #(?<rotation>[0-9a-f]{8})\)$/;

/** What a key's name says of the key it replaces; null where it says nothing. */
export function parseSuccession(name: string | null): Succession | null {
  const { replaces, rotation } = SUCCESSION.exec(name ?? "")?.groups ?? {};
  return replaces === undefined || rotation === undefined ? null : { replaces, rotation };
}

/** The keys among these that work and say that they replace a key, by another rotation than `except`. */
export function listSuccessors(
  keys: readonly KeyRecord[],
  old: string,
  { now, except }: { now: Date; except: string | null },
): readonly KeyRecord[] {
  return keys.filter((key) => {
    const succession = parseSuccession(key.name);
    const isOther = succession?.rotation !== except && key.id !== old;
    return succession?.replaces === old && isOther && isWorking(key, now);
  });
}

/** The keys among these that a rotation created, by their names. */
export function listCreatedBy(keys: readonly KeyRecord[], { replaces, rotation }: Succession): readonly KeyRecord[] {
  return keys.filter(({ name }) => {
    const succession = parseSuccession(name);
    return succession?.replaces === replaces && succession.rotation === rotation;
  });
}

/** A name without what it says of the key it replaces. */
export function removeSuccession(name: string): string {
  return name.replace(SUCCESSION, "").trimEnd();
}

/** Whether a key works, as far as its record tells. */
export function isWorking({ expiresAt, ownerHasAccess }: KeyRecord, now: Date): boolean {
  return ownerHasAccess !== false && (expiresAt === null || expiresAt > now);
}
