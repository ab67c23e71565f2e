import type OpenAI from "openai";
import type { Containment } from "../../domain/decision.ts";
import type { FailedBecause, Outcome } from "../../domain/outcome.ts";
import type { KeyProbe } from "../../domain/registry.ts";
import { expire } from "./expire.ts";
import { goneBefore } from "./gone.ts";
import type { Clocks } from "./poll.ts";
import { quarantine } from "./quarantine.ts";
import { RecordApi } from "./record.ts";
import { revoke } from "./revoke.ts";
import { isSame } from "./same.ts";

/** How often the first reading is repeated when the network or the server fails: nothing was done yet. */
const READING_RETRIES = 2;

/**
 * Carries out what was decided of a record, and looks whether it holds. The record is read first: whatever somebody made
 * of it since it was listed, nobody decided about that.
 */
export async function contain(
  client: OpenAI,
  decision: Containment,
  again: KeyProbe,
  clocks: Clocks,
): Promise<Outcome> {
  const { record } = decision;
  const api = new RecordApi(client, record, clocks.now);
  const before = await api.read(READING_RETRIES);
  if (before.kind === "untold") return failed(before.because);
  if (before.kind === "gone") return await goneBefore(api, again, clocks);
  if (!isSame(record, before.record)) return failed("changed");
  if (decision.kind === "revoke") return await revoke(api, before, again, clocks);

  const { expiresAt } = before.record;
  if (expiresAt !== null && expiresAt <= before.at) return { kind: "left", because: "already-inactive" };
  switch (decision.kind) {
    case "quarantine":
      return await quarantine({ client, api }, record, again, clocks);
    case "expire":
      return await expire(api, { grace: decision.grace, before }, again, clocks);
    default:
      return decision satisfies never;
  }
}

function failed(because: FailedBecause): Outcome {
  return { kind: "failed", because };
}
