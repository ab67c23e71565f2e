import type { Containment } from "../../domain/decision.ts";
import type { FailedBecause, Outcome } from "../../domain/outcome.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import type { AdminApi } from "../client.ts";
import { expire } from "./expire.ts";
import { goneBefore } from "./checks.ts";
import type { Polling } from "./poll.ts";
import { quarantine } from "./quarantine.ts";
import { RecordApi } from "./record-api.ts";
import { revoke } from "./revoke.ts";
import { isSame } from "./same.ts";

/** How often the record is read first when the network or the server fails: nothing was done yet. */
const READ_TRIES = 3;

/**
 * Carries out what was decided of a record, and looks whether it holds. The record is read first: whatever somebody made
 * of it since it was listed, nobody decided about that.
 */
export async function contain(
  admin: AdminApi,
  decision: Containment,
  again: KeyProbe,
  polling: Polling,
): Promise<Outcome> {
  const { record } = decision;
  const api = new RecordApi(admin, record);
  const before = await api.read(READ_TRIES);
  if (before.kind === "untold") return failed(before.because);
  if (before.kind === "gone") return await goneBefore(api, again, polling);
  if (!isSame(record, before.record)) return failed("changed");
  if (decision.kind === "revoke") return await revoke(api, before, again, polling);

  const { expiresAt } = before.record;
  if (expiresAt !== null && expiresAt <= before.at) return { kind: "left", because: "already-inactive" };
  switch (decision.kind) {
    case "quarantine":
      return await quarantine({ admin, api }, record, again, polling);
    case "expire":
      return await expire(api, { grace: decision.grace, before }, again, polling);
    default:
      return decision satisfies never;
  }
}

function failed(because: FailedBecause): Outcome {
  return { kind: "failed", because };
}
