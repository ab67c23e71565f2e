import type { UsageCompletionsResponse, UsageCostsResponse } from "openai/resources/admin/organization/usage";
import type { Answer } from "../answer.ts";
import { buildPage } from "./pages.ts";
import { createRefusal } from "./refusals.ts";
import type { Endpoint, UsageLog, Use } from "./usage-log.ts";

type Bucket = UsageCompletionsResponse.Data;

const WIDTHS: Readonly<Record<string, Width>> = {
  "1m": [60, 60, 1440],
  "1h": [3600, 24, 168],
  "1d": [86_400, 7, 31],
};

/**
 * Answers with usage in buckets from `start_time` on, empty ones too. Without grouping, a bucket is one sum. Uses are
 * grouped by key and by model; file searches have no model.
 */
export function answerUsage(endpoint: Endpoint, { uses }: UsageLog, query: URLSearchParams, now: Date): Answer {
  const width = WIDTHS[query.get("bucket_width") ?? "1d"];
  if (!width) return createRefusal(400, "Invalid 'bucket_width'.", "invalid_value", { param: "bucket_width" });
  const fields = query.getAll("group_by[]");
  const groups = endpoint === "file_search_calls" ? ["api_key_id"] : ["api_key_id", "model"];
  if (fields.some((field) => !groups.includes(field))) return refuseGrouping();
  const own = uses.filter((use) => use.endpoint === endpoint);
  return buildBuckets(own, query, { width, now }, (within) =>
    groupUses(within, fields).map(([group, members]) => countUses(endpoint, group, members)),
  );
}

/** Answers with costs by day, as one sum or by key. */
export function answerCosts({ uses }: UsageLog, query: URLSearchParams, now: Date): Answer {
  if ((query.get("bucket_width") ?? "1d") !== "1d") {
    return createRefusal(400, "Invalid 'bucket_width'.", "invalid_value", { param: "bucket_width" });
  }
  const fields = query.getAll("group_by[]");
  if (fields.some((field) => field !== "api_key_id")) return refuseGrouping();
  return buildBuckets(uses, query, { width: [86_400, 7, 180], now }, (within) =>
    groupUses(within, fields).map(([{ api_key_id }, members]) => {
      const amount = { value: members.reduce((sum, { cost }) => sum + cost, 0), currency: "usd" };
      return { object: "organization.costs.result", amount, api_key_id, line_item: null, project_id: null };
    }),
  );
}

function refuseGrouping(): Answer {
  return createRefusal(400, "Invalid 'group_by'.", "invalid_value", { param: "group_by" });
}

/** What uses have in common; null is what they are not grouped by. */
type Group = { api_key_id: string | null; model: string | null };

/** The groups in the order of their first use. */
function groupUses(uses: readonly Use[], fields: readonly string[]): readonly (readonly [Group, readonly Use[]])[] {
  const groups = new Map<string, [Group, Use[]]>();
  for (const use of uses) {
    const api_key_id = fields.includes("api_key_id") ? use.keyId : null;
    const model = fields.includes("model") ? use.model : null;
    const name = JSON.stringify([api_key_id, model]);
    const known = groups.get(name);
    if (known) known[1].push(use);
    else groups.set(name, [{ api_key_id, model }, [use]]);
  }
  return [...groups.values()];
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
  const [actors, resources, types] = ["actor_ids[]", "resource_ids[]", "event_types[]"].map((filter) =>
    createFilter(query.getAll(filter)),
  );
  const from = Number(query.get("effective_at[gte]") ?? 0);
  const ofTenant = query.get("tenant_only") === "true";
  if (query.getAll("event_types[]").some((type) => type.startsWith("tenant.") !== ofTenant)) {
    const message = "Tenant-scoped event types need 'tenant_only', which allows no others.";
    return createRefusal(400, message, "invalid_value", { param: "event_types" });
  }
  const entries = (isAuditLogEnabled ? auditLog.toReversed() : [])
    .filter(({ actorId, resource }) => actors?.(actorId) && resources?.(resource))
    .map(({ entry }) => entry)
    .filter(({ type }) => type.startsWith("tenant.") === ofTenant && types?.(type))
    .filter(({ effective_at: at }) => at >= from && at * 1000 + delay <= now.getTime())
    .toSorted((a, b) => b.effective_at - a.effective_at);
  return buildPage(entries, query, (entry) => entry);
}

/** Whether a value is one of those that are asked for; all are where none is. */
function createFilter(wanted: readonly string[]): (value: string) => boolean {
  const values = new Set(wanted);
  return (value) => values.size === 0 || values.has(value);
}

/** Seconds in a bucket, buckets in a page by default, and the most a page may hold. */
type Width = readonly [seconds: number, usual: number, largest: number];

function buildBuckets(
  uses: readonly Use[],
  query: URLSearchParams,
  { width: [seconds, usual, largest], now }: { width: Width; now: Date },
  count: (within: readonly Use[]) => readonly object[],
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
  const within = partitionUses(selectUses(uses, query, start, end), first, seconds);
  const data = Array.from({ length: Math.max(0, Math.min(limit, all - skipped)) }, (_, index) => {
    const from = first + (skipped + index) * seconds;
    const results = count(within.get(skipped + index) ?? []);
    return { object: "bucket", start_time: from, end_time: from + seconds, results };
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

function selectUses(uses: readonly Use[], query: URLSearchParams, from: number, to: number): readonly Use[] {
  const keys = query.getAll("api_key_ids[]");
  return uses.filter(({ keyId, at }) => at >= from && at < to && (keys.length === 0 || keys.includes(keyId)));
}

/** Uses by the number of their bucket. */
function partitionUses(uses: readonly Use[], first: number, seconds: number): ReadonlyMap<number, readonly Use[]> {
  const buckets = new Map<number, Use[]>();
  for (const use of uses) {
    const number = Math.floor((use.at - first) / seconds);
    const known = buckets.get(number);
    if (known) known.push(use);
    else buckets.set(number, [use]);
  }
  return buckets;
}

/** Counts uses in the form of their endpoint. */
function countUses(endpoint: Endpoint, { api_key_id, model }: Group, uses: readonly Use[]): object {
  const sum = (count: (use: Use) => number) => uses.reduce((total, use) => total + count(use), 0);
  const requests = sum((use) => use.requests);
  const group = { project_id: null, user_id: null, api_key_id, model };
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
      return {
        object: "organization.usage.file_searches.result",
        project_id: null,
        user_id: null,
        api_key_id,
        num_requests: requests,
      };
    default:
      return endpoint satisfies never;
  }
}
