import type { SweepShard, SweepState } from "../../domain/sweep.ts";
import { FieldReader } from "./field-reader.ts";
import { DIGEST } from "./plan-document.ts";
import { formatRecord, parseRecord } from "./record-document.ts";
import { formatSealed, parseSealed } from "./sealed-document.ts";

/** Writes what a shard did as `schema/sweep-shard.v1.json` describes it. */
export function formatShard({ plan, shard, repositories }: SweepShard): string {
  return formatSealed("shard", { plan, shard, repositories: repositories.map(formatRecord) }).text;
}

/**
 * Reads what a shard did.
 *
 * @throws UsageError for any other file, and one that was changed.
 */
export function parseShard(text: string, file: string): SweepShard {
  const root = new FieldReader(parseSealed("shard", text, file).fields, { file, kind: "shard", path: "" });
  return {
    plan: root.get("plan").text(DIGEST),
    shard: root.get("shard").count(),
    repositories: root.get("repositories").list().map(parseRecord),
  };
}

/** Writes what is kept for the next sweep. */
export function formatState({ organization, at, repositories }: SweepState): string {
  const content = { organization, at: at.toISOString(), repositories: repositories.map(formatRecord) };
  return formatSealed("state", content).text;
}

/**
 * Reads what an earlier sweep kept.
 *
 * @throws UsageError for any other file, and one that was changed.
 */
export function parseState(text: string, file: string): SweepState {
  const root = new FieldReader(parseSealed("state", text, file).fields, { file, kind: "state", path: "" });
  return {
    organization: root.get("organization").text(/^[\w.-]+$/),
    at: root.get("at").time(),
    repositories: root.get("repositories").list().map(parseRecord),
  };
}
