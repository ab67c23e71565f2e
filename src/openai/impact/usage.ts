import type { ModelUse, UsageBucket } from "../../domain/impact.ts";
import type { AdminApi } from "../client.ts";
import { retry } from "../retry.ts";
import { type BucketResult, readBuckets } from "./buckets.ts";
import { groupRequests, type RequestCount } from "./over-time.ts";

/** A stretch of time, and the key whose use in it is asked for. */
export type UsageWindow = { keyId: string; since: Date; until: Date };

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * Bucket widths with the longest window they are asked for, in seconds, and the largest page OpenAI gives of each. Only
 * the width decides how much from before the exposure the first bucket holds: the narrowest that takes a few pages.
 */
const WIDTHS = [
  { width: "1m", seconds: 60, upTo: DAY, limit: 1440 },
  { width: "1h", seconds: HOUR, upTo: 14 * DAY, limit: 168 },
  { width: "1d", seconds: DAY, upTo: Number.POSITIVE_INFINITY, limit: 31 },
] as const;

/** The endpoints that count by key. Vector stores and code sessions are not counted by key at all. */
export const KEYED_ENDPOINTS = {
  completions: "completions",
  decisions: "decisions",
  embeddings: "embeddings",
  moderations: "moderations",
  images: "images",
  audioSpeeches: "speech",
  audioTranscriptions: "transcriptions",
  webSearchCalls: "web searches",
  fileSearchCalls: "file searches",
} as const;

/** An endpoint that counts by key, as the SDK calls it. */
export type KeyedEndpoint = keyof typeof KEYED_ENDPOINTS;

/** What was used with a key: by model, the most used first, and over time; null where the answers tell no time. */
type Usage = { models: readonly ModelUse[]; buckets: readonly UsageBucket[] | null };

/**
 * Reads what was used with a key. Searches count beside the model requests that made them, so that they are kept apart
 * under a name of their own, and out of what is counted over time.
 */
export async function readUsage(api: AdminApi, window: UsageWindow): Promise<Usage> {
  const endpoints = Object.keys(KEYED_ENDPOINTS) as readonly KeyedEndpoint[];
  const { width, seconds, limit } = chooseWidth(window);
  const ask = async (endpoint: KeyedEndpoint) => await readEndpoint(api, endpoint, window, { width, limit });
  const counted = (await Promise.all(endpoints.map(ask))).flat();
  const uses = new Map<string, ModelUse>();
  for (const { use } of counted) uses.set(use.model, addUses(uses.get(use.model), use));
  const requests = counted
    .filter(({ use }) => !isSearch(use.model))
    .map(({ at, use }) => ({ at, count: use.requests }));
  return {
    models: [...uses.values()].toSorted((a, b) => (b.requests ?? 0) - (a.requests ?? 0)),
    buckets: groupRequests(requests, window, seconds),
  };
}

function chooseWidth({ since, until }: UsageWindow) {
  return WIDTHS.find(({ upTo }) => toSeconds(until) + 1 - toSeconds(since) <= upTo) ?? WIDTHS[2];
}

/** What one result counts, and when its bucket begins, in unix seconds. */
type TimedUse = { at: RequestCount["at"]; use: ModelUse };

async function readEndpoint(
  { organization: { usage }, clock }: AdminApi,
  endpoint: KeyedEndpoint,
  { keyId, since, until }: UsageWindow,
  { width, limit }: Pick<(typeof WIDTHS)[number], "width" | "limit">,
): Promise<readonly TimedUse[]> {
  const query = {
    start_time: toSeconds(since),
    end_time: toSeconds(until) + 1,
    bucket_width: width,
    limit,
    api_key_ids: [keyId],
  };
  const ask = (page: string | undefined) => {
    const paged = page === undefined ? query : { ...query, page };
    return endpoint === "fileSearchCalls"
      ? usage.fileSearchCalls({ ...paged, group_by: ["api_key_id"] }).asResponse()
      : usage[endpoint]({ ...paged, group_by: ["model"] }).asResponse();
  };
  const uses: TimedUse[] = [];
  for await (const { start: at, results } of readBuckets((page) => retry(() => ask(page), clock))) {
    uses.push(...results.map((result) => ({ at, use: parseUse(KEYED_ENDPOINTS[endpoint], result) })));
  }
  return uses;
}

/** Whether a name that stands for a model is that of an endpoint for searches. */
export function isSearch(model: string): boolean {
  return model.endsWith(" searches");
}

/** What one result counts, under the name of its model; searches go by the name of their endpoint. */
export function parseUse(endpoint: string, result: BucketResult): ModelUse {
  return {
    model: isSearch(endpoint) ? endpoint : (readText(result, "model") ?? endpoint),
    requests: numberIn(result, isSearch(endpoint) ? "num_requests" : "num_model_requests"),
    inputTokens: numberIn(result, "input_tokens"),
    outputTokens: numberIn(result, "output_tokens"),
  };
}

function addUses(known: ModelUse | undefined, use: ModelUse): ModelUse {
  if (!known) return use;
  return {
    model: use.model,
    requests: sum(known.requests, use.requests),
    inputTokens: sum(known.inputTokens, use.inputTokens),
    outputTokens: sum(known.outputTokens, use.outputTokens),
  };
}

/** Reads the money spent with a key, by days of UTC: the first day is counted whole. Null when nothing was. */
export async function readCosts(api: AdminApi, { keyId, since, until }: UsageWindow) {
  const { usage } = api.organization;
  const start = Math.floor(toSeconds(since) / DAY) * DAY;
  const query = { start_time: start, end_time: toSeconds(until) + 1, limit: 180, api_key_ids: [keyId] };
  let [value, currency] = [0, "usd"];
  const ask = (page: string | undefined) =>
    retry(() => usage.costs(page ? { ...query, page } : query).asResponse(), api.clock);
  for await (const { results } of readBuckets(ask)) {
    for (const { amount } of results) {
      if (typeof amount !== "object" || amount === null) continue;
      value += Number((amount as BucketResult)["value"]) || 0;
      currency = readText(amount as BucketResult, "currency") ?? currency;
    }
  }
  return { value, currency };
}

function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

function sum(known: number | null, more: number | null): number | null {
  return more === null ? known : (known ?? 0) + more;
}

function numberIn(result: BucketResult, field: string): number | null {
  const value = result[field];
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}

/** A text that is not empty. */
export function readText(result: BucketResult, field: string): string | null {
  const value = result[field];
  return typeof value === "string" && value !== "" ? value : null;
}
