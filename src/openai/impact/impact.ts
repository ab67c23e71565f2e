import type { Actor, Impact, ImpactSource, UnavailableBecause } from "../../domain/impact.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { AdminApi } from "../client.ts";
import { MalformedPage } from "../pages.ts";
import { RequestDropped } from "../rate-limiter.ts";
import { parseRefusal } from "../refusal.ts";
import { NoAuditLog, readKeyHistory } from "./audit-log.ts";
import { isSearch, readCosts, readUsage, type UsageWindow } from "./usage.ts";

/** What a source said, or why it said nothing. */
type Answer<T> = { value: T; because: null } | { value: null; because: UnavailableBecause };

/**
 * Asks what was done with a key since it was exposed, and who made it; `records` have people's names. A source that does
 * not tell is named, and never fails the run.
 */
export async function readImpact(api: AdminApi, window: UsageWindow, records: readonly KeyRecord[]): Promise<Impact> {
  const [usage, costs, history] = await Promise.all([
    settle(readUsage(api, window)),
    settle(readCosts(api, window)),
    settle(readKeyHistory(api, window.keyId, window.since)),
  ]);
  const sources: readonly (readonly [ImpactSource, Answer<unknown>])[] = [
    ["usage", usage],
    ["costs", costs],
    ["audit-log", history],
  ];
  // Searches are counted beside the model requests that made them.
  const requests = usage.value?.models.filter((use) => !isSearch(use.model)) ?? null;
  const sum = (field: "requests" | "inputTokens" | "outputTokens") =>
    requests && requests.reduce((total, use) => total + (use[field] ?? 0), 0);
  return {
    since: window.since,
    asOf: window.until,
    requests: sum("requests"),
    inputTokens: sum("inputTokens"),
    outputTokens: sum("outputTokens"),
    models: usage.value && usage.value.models,
    buckets: usage.value && usage.value.buckets,
    cost: costs.value,
    changes: history.value && history.value.changes,
    createdBy: history.value && nameActor(history.value.createdBy, records),
    untold: sources.flatMap(([source, { because }]) => (because === null ? [] : [{ source, because }])),
  };
}

async function settle<T>(answer: Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await answer, because: null };
  } catch (error) {
    return { value: null, because: explainUntold(error) };
  }
}

/**
 * Why a source did not tell.
 *
 * @throws the error where it is none of a request's.
 */
export function explainUntold(error: unknown): UnavailableBecause {
  if (error instanceof NoAuditLog) return "off";
  if (error instanceof MalformedPage) return "unreadable";
  if (error instanceof RequestDropped) return "no-answer";
  const { status } = parseRefusal(error);
  if (status === null || status === 429 || status >= 500) return "no-answer";
  return status === 401 || status === 403 ? "not-permitted" : "unreadable";
}

/** An actor by the name that a listing has for them, as an owner or a key. The log has addresses, which stay there. */
export function nameActor(actor: Actor | null, records: readonly KeyRecord[]): Actor | null {
  if (actor === null || actor.id === null) return actor;
  const { kind, id } = actor;
  const names = records.map((record) => {
    if (kind === "key") return record.id === id ? record.name : null;
    return record.owner?.kind === kind && record.owner.id === id ? record.owner.name : null;
  });
  return { kind, id, name: names.find((name) => name !== null) ?? null };
}
