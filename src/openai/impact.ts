import type { Impact, ImpactSource, UnavailableBecause } from "../domain/impact.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { auditOf, NoAuditLog } from "./audit-log.ts";
import type { AdminApi } from "./client.ts";
import { named } from "./creator.ts";
import { MalformedPage } from "./pages.ts";
import { parseRefusal, type Refusal } from "./refusal.ts";
import { costsOf, usageOf, type Window } from "./usage.ts";

/**
 * Asks what was done with a key since it was exposed, and who made it; `records` have people's names. A source that does
 * not tell is named, and never fails the run.
 */
export async function impactOf(api: AdminApi, window: Window, records: readonly KeyRecord[]): Promise<Impact> {
  const untold: { source: ImpactSource; because: UnavailableBecause }[] = [];
  async function told<T>(source: ImpactSource, asking: Promise<T>): Promise<T | null> {
    try {
      return await asking;
    } catch (error) {
      untold.push({ source, because: whyUntold(error) });
      return null;
    }
  }

  const [models, cost, audit] = await Promise.all([
    told("usage", usageOf(api, window)),
    told("costs", costsOf(api, window)),
    told("audit-log", auditOf(api, window)),
  ]);
  const made = models?.filter(({ model }) => !model.endsWith(" searches")) ?? null;
  return {
    since: window.since,
    asOf: window.until,
    requests: made && made.reduce((sum, { requests }) => sum + (requests ?? 0), 0),
    inputTokens: made && made.reduce((sum, { inputTokens }) => sum + (inputTokens ?? 0), 0),
    outputTokens: made && made.reduce((sum, { outputTokens }) => sum + (outputTokens ?? 0), 0),
    models,
    cost,
    changes: audit && audit.changes,
    createdBy: audit && named(audit.createdBy, records),
    untold,
  };
}

function whyUntold(error: unknown): UnavailableBecause {
  if (error instanceof NoAuditLog) return "off";
  if (error instanceof MalformedPage) return "unreadable";
  return ofRefusal(parseRefusal(error));
}

function ofRefusal({ status }: Refusal): UnavailableBecause {
  if (status === null || status === 429 || status >= 500) return "no-answer";
  return status === 401 || status === 403 ? "not-permitted" : "unreadable";
}
