import type { KeyRecord } from "../../domain/inventory.ts";
import { parseRedacted, type RedactedParts } from "../../domain/redaction.ts";

/**
 * Whether a record is still the one that was listed: the same key, of the same owner, made at the same time. What an
 * answer leaves out is no difference, but for the key's visible ends, by which it was known.
 */
export function isSame(listed: KeyRecord, read: KeyRecord): boolean {
  const [one, other] = [parseRedacted(listed.redacted ?? ""), parseRedacted(read.redacted ?? "")];
  return (
    listed.id === read.id &&
    one !== null &&
    other !== null &&
    endsAgree(one, other) &&
    agree(listed.owner?.kind, read.owner?.kind) &&
    agree(listed.owner?.id, read.owner?.id) &&
    agree(listed.createdAt?.getTime(), read.createdAt?.getTime())
  );
}

/** OpenAI redacts in two forms: one answer may show more of the same key than another. */
function endsAgree(one: RedactedParts, other: RedactedParts): boolean {
  return (
    (one.head.startsWith(other.head) || other.head.startsWith(one.head)) &&
    (one.tail.endsWith(other.tail) || other.tail.endsWith(one.tail)) &&
    agree(one.length, other.length)
  );
}

function agree<T>(one: T | null | undefined, other: T | null | undefined): boolean {
  return (one ?? null) === null || (other ?? null) === null || one === other;
}
