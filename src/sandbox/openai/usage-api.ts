import type { UsageCompletionsResponse, UsageCostsResponse } from "openai/resources/admin/organization/usage";
import type { Answer } from "../answer.ts";
import { buildPage } from "./pages.ts";
import { createRefusal } from "./refusals.ts";
import type { Endpoint, UsageLog, Use } from "./usage-log.ts";

type Bucket = UsageCompletionsResponse.Data;

/** Seconds in a bucket, buckets in a page by default, and the most a page may hold. */
const WIDTHS: Readonly<Record<string, readonly [seconds: number, usual: number, largest: number]>> = {
  "1m": [60, 60, 1440],
  "1h": [3600, 24, 168],
  "1d": [86_400, 7, 31],
};

/** Answers with usage in buckets from `start_time` on, empty ones too. Without grouping, a bucket is one sum. */
export function answerUsage(endpoint: Endpoint, { uses }: UsageLog, query: URLSearchParams, now: Date): Answer {
  const width = WIDTHS[query.get("bucket_width") ?? "1d"];
  if (!width) return createRefusal(400, "Invalid 'bucket_width'.", "invalid_value", { param: "bucket_width" });
  const byModel = query.getAll("group_by[]").includes("model");
  return buildBuckets(query, width, now, (from, to) => {
    const within = selectUses(uses, query, from, to).filter((use) => use.endpoint === endpoint);
    const models = byModel ? [...new Set(within.map(({ model }) => model))] : within.length > 0 ? [null] : [];
    return models.map((model) =>
      countUses(
        endpoint,
        model,
        within.filter((use) => model === null || use.model === model),
      ),
    );
  });
}

/** Answers with costs by day. */
export function answerCosts({ uses }: UsageLog, query: URLSearchParams, now: Date): Answer {
  if ((query.get("bucket_width") ?? "1d") !== "1d") {
    return createRefusal(400, "Invalid 'bucket_width'.", "invalid_value", { param: "bucket_width" });
  }
  return buildBuckets(query, [86_400, 7, 180], now, (from, to) => {
    const within = selectUses(uses, query, from, to);
    if (within.length === 0) return [];
    const amount = { value: within.reduce((sum, { cost }) => sum + cost, 0), currency: "usd" };
    return [{ object: "organization.costs.result", amount, line_item: null, project_id: null }];
  });
}

/**
 * Answers with the filtered audit log, newest first. A log that is off is empty. Events of the tenant are listed only
 * with `tenant_only`, which lists no others, as OpenAI's description says.
 */
export function answerAuditLog(
  { auditLog, isAuditLogEnabled, delay }: UsageLog,
  query: URLSearchParams,
  now: Date,
): Answer {
  const isWanted = (filter: string, value: string) => !query.has(filter) || query.getAll(filter).includes(value);
  const from = Number(query.get("effective_at[gte]") ?? 0);
  const ofTenant = query.get("tenant_only") === "true";
  if (query.getAll("event_types[]").some((type) => type.startsWith("tenant.") !== ofTenant)) {
    const message = "Tenant-scoped event types need 'tenant_only', which allows no others.";
    return createRefusal(400, message, "invalid_value", { param: "event_types" });
  }
  const entries = (isAuditLogEnabled ? auditLog.toReversed() : [])
    .filter(({ actorId, resource }) => isWanted("actor_ids[]", actorId) && isWanted("resource_ids[]", resource))
    .map(({ entry }) => entry)
    .filter(({ type }) => type.startsWith("tenant.") === ofTenant && isWanted("event_types[]", type))
    .filter(({ effective_at: at }) => at >= from && at * 1000 + delay <= now.getTime())
    .toSorted((a, b) => b.effective_at - a.effective_at);
  return buildPage(entries, query);
}

function selectUses(uses: readonly Use[], query: URLSearchParams, from: number, to: number): readonly Use[] {
  const keys = query.getAll("api_key_ids[]");
  return uses.filter(({ keyId, at }) => at >= from && at < to && (keys.length === 0 || keys.includes(keyId)));
}

function buildBuckets(
  query: URLSearchParams,
  [seconds, usual, largest]: readonly [number, number, number],
  now: Date,
  resultsIn: (from: number, to: number) => readonly object[],
): Answer {
  const start = Number(query.get("start_time") ?? Number.NaN);
  if (!Number.isInteger(start))
    return createRefusal(400, "Missing 'start_time'.", "missing_required_parameter", { param: "start_time" });
  const limit = Number(query.get("limit") ?? usual);
  if (!Number.isInteger(limit) || limit < 1 || limit > largest) {
    return createRefusal(400, `Invalid 'limit': expected an integer from 1 to ${largest}.`, "invalid_value", {
      param: "limit",
    });
  }
  const end = Number(query.get("end_time") ?? Math.floor(now.getTime() / 1000));
  const first = Math.floor(start / seconds) * seconds;
  const skipped = Number(/^page_(\d+)$/.exec(query.get("page") ?? "page_0")?.[1] ?? Number.NaN);
  if (Number.isNaN(skipped)) return createRefusal(400, "Invalid 'page'.", "invalid_value", { param: "page" });
  const all = Math.max(0, Math.ceil((end - first) / seconds));
  const data = Array.from({ length: Math.min(limit, all - skipped) }, (_, index) => {
    const from = first + (skipped + index) * seconds;
    return {
      object: "bucket",
      start_time: from,
      end_time: from + seconds,
      results: resultsIn(Math.max(from, start), Math.min(from + seconds, end)),
    };
  }) as Bucket[];
  const more = skipped + data.length < all;
  const body: UsageCompletionsResponse | UsageCostsResponse = {
    object: "page",
    data,
    has_more: more,
    next_page: more ? `page_${skipped + data.length}` : null,
  };
  return { status: 200, body };
}

/** Counts uses in the form of their endpoint. */
function countUses(endpoint: Endpoint, model: string | null, uses: readonly Use[]): object {
  const sum = (count: (use: Use) => number) => uses.reduce((total, use) => total + count(use), 0);
  const requests = sum((use) => use.requests);
  const group = { project_id: null, user_id: null, api_key_id: null, model };
  const common = { num_model_requests: requests, ...group };
  const input_tokens = sum((use) => use.inputTokens);
  switch (endpoint) {
    case "completions":
    case "decisions":
      return {
        object: `organization.usage.${endpoint}.result`,
        ...common,
        input_tokens,
        output_tokens: sum((use) => use.outputTokens),
      };
    case "embeddings":
    case "moderations":
      return { object: `organization.usage.${endpoint}.result`, ...common, input_tokens };
    case "images":
      return { object: "organization.usage.images.result", ...common, images: requests };
    case "audio_speeches":
      return { object: "organization.usage.audio_speeches.result", ...common, characters: input_tokens };
    case "audio_transcriptions":
      return { object: "organization.usage.audio_transcriptions.result", ...common, seconds: input_tokens };
    case "web_search_calls":
      return { object: "organization.usage.web_searches.result", ...common, num_requests: requests };
    case "file_search_calls":
      return { object: "organization.usage.file_searches.result", ...group, num_requests: requests };
    default:
      return endpoint satisfies never;
  }
}
