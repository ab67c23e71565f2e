import type { ModelUse } from "../domain/impact.ts";
import { type Result, resultsOf } from "./buckets.ts";
import type { AdminApi } from "./client.ts";
import { retry } from "./retry.ts";

/** A stretch of time, and the key whose use in it is asked for. */
export type Window = { keyId: string; since: Date; until: Date };

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * Bucket widths with the longest window they are asked for, in seconds, and the largest page OpenAI gives of each. Only
 * the width decides how much from before the exposure the first bucket holds: the narrowest that takes a few pages.
 */
const WIDTHS = [
  { width: "1m", upTo: DAY, limit: 1440 },
  { width: "1h", upTo: 14 * DAY, limit: 168 },
  { width: "1d", upTo: Number.POSITIVE_INFINITY, limit: 31 },
] as const;

/**
 * What was used with a key: every endpoint that counts by key. Searches count beside the model requests that made them,
 * so that they are kept apart under a name of their own. Vector stores and code sessions are not counted by key at all.
 */
export async function usageOf(api: AdminApi, { keyId, since, until }: Window): Promise<readonly ModelUse[]> {
  const { usage } = api.organization;
  const [start, end] = [seconds(since), seconds(until) + 1];
  const { width, limit } = WIDTHS.find(({ upTo }) => end - start <= upTo) ?? WIDTHS[2];
  const query = {
    start_time: start,
    end_time: end,
    bucket_width: width,
    limit,
    api_key_ids: [keyId],
    group_by: ["model" as const],
  };
  const endpoints = [
    ["completions", (page: Page) => usage.completions({ ...query, ...page }).asResponse()],
    ["decisions", (page: Page) => usage.decisions({ ...query, ...page }).asResponse()],
    ["embeddings", (page: Page) => usage.embeddings({ ...query, ...page }).asResponse()],
    ["moderations", (page: Page) => usage.moderations({ ...query, ...page }).asResponse()],
    ["images", (page: Page) => usage.images({ ...query, ...page }).asResponse()],
    ["speech", (page: Page) => usage.audioSpeeches({ ...query, ...page }).asResponse()],
    ["transcriptions", (page: Page) => usage.audioTranscriptions({ ...query, ...page }).asResponse()],
    ["web searches", (page: Page) => usage.webSearchCalls({ ...query, ...page }).asResponse()],
    [
      "file searches",
      (page: Page) => usage.fileSearchCalls({ ...query, group_by: ["api_key_id"], ...page }).asResponse(),
    ],
  ] as const;
  const counted = await Promise.all(
    endpoints.map(async ([name, ask]) => {
      const uses: ModelUse[] = [];
      for await (const result of resultsOf((page) => retry(() => ask(page === undefined ? {} : { page }), api.clock))) {
        uses.push(parseUse(name, result));
      }
      return uses;
    }),
  );
  const uses = new Map<string, ModelUse>();
  for (const use of counted.flat()) uses.set(use.model, addUses(uses.get(use.model), use));
  return [...uses.values()].toSorted((one, other) => (other.requests ?? 0) - (one.requests ?? 0));
}

type Page = { page?: string };

/** What one result counts, under the name of its model; searches go by the name of their endpoint. */
function parseUse(endpoint: string, result: Result): ModelUse {
  const isSearch = endpoint.endsWith("searches");
  return {
    model: isSearch ? endpoint : (textIn(result, "model") ?? endpoint),
    requests: numberIn(result, isSearch ? "num_requests" : "num_model_requests"),
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

/** Money spent with a key, by days of UTC: the first day is counted whole. Null when nothing was. */
export async function costsOf(api: AdminApi, { keyId, since, until }: Window) {
  const { usage } = api.organization;
  const start = Math.floor(seconds(since) / DAY) * DAY;
  const query = { start_time: start, end_time: seconds(until) + 1, limit: 180, api_key_ids: [keyId] };
  let [value, currency] = [0, "usd"];
  const ask = (page: string | undefined) =>
    retry(() => usage.costs(page ? { ...query, page } : query).asResponse(), api.clock);
  for await (const result of resultsOf(ask)) {
    const amount = result["amount"];
    if (typeof amount !== "object" || amount === null) continue;
    value += Number((amount as Result)["value"]) || 0;
    currency = textIn(amount as Result, "currency") ?? currency;
  }
  return { value, currency };
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

function sum(known: number | null, more: number | null): number | null {
  return more === null ? known : (known ?? 0) + more;
}

function numberIn(result: Result, field: string): number | null {
  const value = result[field];
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}

function textIn(result: Result, field: string): string | null {
  const value = result[field];
  return typeof value === "string" && value !== "" ? value : null;
}
