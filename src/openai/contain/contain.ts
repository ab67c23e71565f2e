import type { Containment } from "../../domain/decision.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { FailedBecause, Outcome } from "../../domain/outcome.ts";
import { parseRedacted, type RedactedParts } from "../../domain/redaction.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import type { AdminApi } from "../client.ts";
import { confirmGone } from "./checks.ts";
import { expire } from "./expire.ts";
import type { Polling } from "./poll.ts";
import { quarantine } from "./quarantine.ts";
import { RecordApi } from "./record-api.ts";
import { revoke } from "./revoke.ts";

/** How often the record is read first when the network or the server fails: nothing was done yet. */
const READ_TRIES = 3;

/**
 * Carries out what was decided of a record, and checks whether it holds. The record is read first: the decision does not
 * cover what somebody changed since it was listed.
 */
export async function contain(
  admin: AdminApi,
  decision: Containment,
  probe: KeyProbe | null,
  polling: Polling,
): Promise<Outcome> {
  const { record } = decision;
  const api = new RecordApi(admin, record);
  const before = await api.read(READ_TRIES);
  if (before.kind === "unknown") return fail(before.because);
  if (before.kind === "gone") return await confirmGone(api, probe, polling);
  if (!isSameRecord(record, before.record)) return fail("changed");
  if (decision.ifUnused && wasUsedSince(record, before.record)) return { kind: "left", because: "used-recently" };
  if (decision.kind === "revoke") return await revoke(api, before, probe, polling);

  const { expiresAt } = before.record;
  if (expiresAt !== null && expiresAt <= before.at) return { kind: "left", because: "already-inactive" };
  switch (decision.kind) {
    case "quarantine":
      return await quarantine({ admin, api }, record, probe, polling);
    case "expire":
      return await expire(api, { grace: decision.grace, before }, probe, polling);
    default:
      return decision satisfies never;
  }
}

function fail(because: FailedBecause): Outcome {
  return { kind: "failed", because };
}

/**
 * Whether a record is still the one that was listed: the same key, of the same owner, created at the same time. What an
 * answer leaves out is no difference, except the key's visible ends, by which it was recognised.
 */
function isSameRecord(listed: KeyRecord, read: KeyRecord): boolean {
  const [listedEnds, readEnds] = [parseRedacted(listed.redacted ?? ""), parseRedacted(read.redacted ?? "")];
  return (
    listed.id === read.id &&
    listedEnds !== null &&
    readEnds !== null &&
    isSameKey(listedEnds, readEnds) &&
    isSameOrMissing(listed.owner?.kind, read.owner?.kind) &&
    isSameOrMissing(listed.owner?.id, read.owner?.id) &&
    isSameOrMissing(listed.createdAt?.getTime(), read.createdAt?.getTime())
  );
}

/** Whether somebody has used a key since it was listed. What an answer leaves out is no use. */
function wasUsedSince({ lastUsedAt: listed }: KeyRecord, { lastUsedAt: read }: KeyRecord): boolean {
  return read !== null && (listed === null || read > listed);
}

/** OpenAI redacts in two forms: one answer may show more of the same key than another. */
function isSameKey(a: RedactedParts, b: RedactedParts): boolean {
  return (
    (a.head.startsWith(b.head) || b.head.startsWith(a.head)) &&
    (a.tail.endsWith(b.tail) || b.tail.endsWith(a.tail)) &&
    isSameOrMissing(a.length, b.length)
  );
}

function isSameOrMissing<T>(a: T | null | undefined, b: T | null | undefined): boolean {
  return (a ?? null) === null || (b ?? null) === null || a === b;
}
