import type { DailyCost, DailyUse, KeyCosts, KeyUsage } from "../../domain/audit-facts.ts";
import type { AdminApi, ReceiveBody } from "../client.ts";
import { type Bucket, type BucketResult, parseBucket, readBuckets } from "../impact/buckets.ts";
import { isSearch, KEYED_ENDPOINTS, type KeyedEndpoint, parseUse, readText } from "../impact/usage.ts";
import type { ListingReader } from "../inventory.ts";
import { MalformedPage } from "../pages.ts";
import { readLargePage } from "./large-page.ts";
import { UseSums } from "./use-sums.ts";

const DAY = 86_400;

/**
 * Whole days that are asked for, before the one that is not over: the last two, and the 28 before that they are compared
 * with. Together they are as many as a page has.
 */
const DAYS = 30;

/** The most buckets of a day that a page has: all of the days fit on one. */
const limit = 31;

/** The days that are asked for: the first one's start, in unix seconds, and the whole ones as `2026-11-27`. */
export type AuditWindow = { start: number; days: readonly string[] };

/** The window of an audit at a time: whole days of UTC, and after them the day that is not over. */
export function createAuditWindow(now: Date): AuditWindow {
  const today = Math.floor(now.getTime() / 1000 / DAY) * DAY;
  const start = today - DAYS * DAY;
  const days = Array.from({ length: DAYS }, (_, index) =>
    new Date((start + index * DAY) * 1000).toISOString().slice(0, 10),
  );
  return { start, days };
}

/**
 * Reads the use of all keys: one request for each endpoint that counts by key, however many keys there are. Searches count
 * beside the model requests that made them: they are told for days alone on which a key has no other use.
 *
 * @throws MalformedPage, and what a request throws, where one of the endpoints did not tell everything.
 */
export async function collectUsage(api: AdminApi, reader: ListingReader, window: AuditWindow): Promise<KeyUsage> {
  const [requests, searches] = [new UseSums(DAYS + 1), new UseSums(DAYS + 1)];
  const read = async (endpoint: KeyedEndpoint) => {
    const name = KEYED_ENDPOINTS[endpoint];
    const sums = isSearch(name) ? searches : requests;
    const ask: AskDays = (organization, page) => {
      const { usage } = organization;
      const query = { start_time: window.start, bucket_width: "1d" as const, limit, ...(page && { page }) };
      return endpoint === "fileSearchCalls"
        ? usage.fileSearchCalls({ ...query, group_by: ["api_key_id"] }).asResponse()
        : usage[endpoint]({ ...query, group_by: ["api_key_id", "model"] }).asResponse();
    };
    const readResult = (result: BucketResult) => ({
      model: isSearch(name) ? null : readText(result, "model"),
      count: parseUse(name, result).requests,
    });
    sums.addAll(await reader.track(() => sumDays({ api, reader, window }, ask, readResult)));
  };
  const reads = (Object.keys(KEYED_ENDPOINTS) as KeyedEndpoint[]).map(read);
  await Promise.allSettled(reads); // So that none is still under way when another has failed.
  await Promise.all(reads);
  for (const [key, , sums] of searches.list()) {
    for (const [day, count] of sums.entries()) {
      if (count > 0 && requests.total(key, day) === 0) requests.add(key, null, { day, count });
    }
  }
  return listUsage(requests, window);
}

function listUsage(sums: UseSums, { days }: AuditWindow): KeyUsage {
  const byKey = new Map<string, DailyUse[]>();
  const today = new Map<string, number>();
  for (const [key, model, counts] of sums.list()) {
    const uses = days.flatMap((day, index) => {
      const requests = counts[index] ?? 0;
      return requests > 0 ? [{ day, model, requests }] : [];
    });
    if (uses.length > 0) byKey.set(key, (byKey.get(key) ?? []).concat(uses));
    const last = counts[DAYS] ?? 0;
    if (last > 0) today.set(key, (today.get(key) ?? 0) + last);
  }
  return { days, byKey, today };
}

/**
 * Reads what all keys cost, by whole days of UTC, in one request.
 *
 * @throws MalformedPage, also where an amount is missing or is not in US dollars, and what the request throws.
 */
export async function collectCosts(api: AdminApi, reader: ListingReader, window: AuditWindow): Promise<KeyCosts> {
  const ask: AskDays = ({ usage }, page) =>
    usage
      .costs({ start_time: window.start, bucket_width: "1d", limit, group_by: ["api_key_id"], ...(page && { page }) })
      .asResponse();
  const sums = await reader.track(() => sumDays({ api, reader, window }, ask, readCost));
  const byKey = new Map<string, readonly DailyCost[]>();
  for (const [key, , amounts] of sums.list()) {
    const costs = window.days.flatMap((day, index) => (amounts[index] ? [{ day, usd: amounts[index] }] : []));
    if (costs.length > 0) byKey.set(key, costs);
  }
  return { days: window.days, byKey };
}

/** Amounts have been seen as numbers, and are described as such; other clients have met texts. */
function readCost({ amount }: BucketResult): { model: null; count: number | null } {
  const { value, currency } = typeof amount === "object" && amount !== null ? (amount as BucketResult) : {};
  const count = typeof value === "string" && value !== "" ? Number(value) : value;
  const isDollar = typeof currency === "string" && currency.toLowerCase() === "usd";
  return { model: null, count: isDollar && typeof count === "number" && Number.isFinite(count) ? count : null };
}

/** One request for a page of days. */
type AskDays = (organization: AdminApi["organization"], page: string | undefined) => Promise<Response>;

type DaysContext = { api: AdminApi; reader: ListingReader; window: AuditWindow };

/** Sums all days. Each attempt has sums of its own, which count when its page has come to its end. */
async function sumDays(
  { api, reader, window }: DaysContext,
  ask: AskDays,
  readResult: (result: BucketResult) => { model: string | null; count: number | null },
): Promise<UseSums> {
  const all = new UseSums(DAYS + 1);
  const seen = new Set<number>();
  const pages = readBuckets(async (page) => {
    let sums = new UseSums(DAYS + 1);
    const send = () => {
      sums = new UseSums(DAYS + 1);
      const receive: ReceiveBody = (body) =>
        readLargePage(body, (record) => {
          const bucket = parseBucket(record);
          const day = findDay(bucket, window);
          for (const result of bucket.results) addResult(sums, day, { key: readKey(result), ...readResult(result) });
          return { start_time: bucket.start, results: [] };
        });
      return ask(api.receiveBy(receive), page);
    };
    const response = await reader.send(send, { first: true, sort: "usage" });
    all.addAll(sums);
    return response;
  });
  for await (const bucket of pages) {
    if (bucket.results.length > 0) throw new MalformedPage("no-records"); // Nobody has counted these.
    seen.add(findDay(bucket, window));
  }
  // A day that is missing is not one without use.
  if (!window.days.every((_, index) => seen.has(index))) throw new MalformedPage("no-records");
  return all;
}

/** The number of a bucket's day. Where OpenAI's clock is ahead of ours, its day is counted as the one that is not over. */
function findDay({ start }: Bucket, window: AuditWindow): number {
  const day = start === null ? Number.NaN : (start - window.start) / DAY;
  if (!Number.isInteger(day) || day < 0) throw new MalformedPage("no-records");
  return Math.min(day, DAYS);
}

/** Null where something was used without a key. Where the answer does not say it at all, it is not grouped by key. */
function readKey(result: BucketResult): string | null {
  const key = result["api_key_id"];
  if (key === undefined) throw new MalformedPage("no-records");
  return typeof key === "string" && key !== "" ? key : null;
}

function addResult(
  sums: UseSums,
  day: number,
  { key, model, count }: { key: string | null; model: string | null; count: number | null },
): void {
  if (count === null) throw new MalformedPage("no-records");
  if (key !== null && count !== 0) sums.add(key, model, { day, count });
}
