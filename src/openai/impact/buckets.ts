import { MalformedPage, readJson } from "../pages.ts";

/** One result of a bucket: counts by OpenAI's names, none of which is certain to be there. */
export type BucketResult = { readonly [field: string]: unknown };

/** What was counted in a stretch of time, which begins at `start`, in unix seconds; null where the answer has no time. */
export type Bucket = { start: number | null; results: readonly BucketResult[] };

/** One request for a page of buckets, answered by the raw response. */
export type AskBuckets = (page: string | undefined) => Promise<Response>;

/** More pages than this are not a sensible answer: a window has some dozen pages at most. */
const MOST_PAGES = 200;

/**
 * Reads usage or costs page by page: `next_page` leads on. The SDK does not page these, and takes HTML for an empty list.
 *
 * @throws MalformedPage after yielding what could be read.
 */
export async function* readBuckets(ask: AskBuckets): AsyncGenerator<Bucket> {
  const seen = new Set<string>();
  let page: string | undefined;
  do {
    const { data, next } = parseBuckets(await readJson(await ask(page)));
    yield* data;
    if (next !== undefined && (seen.has(next) || seen.size >= MOST_PAGES)) {
      throw new MalformedPage(seen.has(next) ? "cursor-repeats" : "endless");
    }
    if (next !== undefined) seen.add(next);
    page = next;
  } while (page !== undefined);
}

function parseBuckets(body: unknown): { data: readonly Bucket[]; next: string | undefined } {
  const { data, has_more: more, next_page: next } = isObject(body) ? body : {};
  if (!Array.isArray(data) || typeof more !== "boolean") throw new MalformedPage("no-records");
  if (more && typeof next !== "string") throw new MalformedPage("no-cursor");
  return { data: data.map(parseBucket), next: more ? String(next) : undefined };
}

/** Reads a bucket.
 *
 * @throws MalformedPage where it has no results.
 */
export function parseBucket(bucket: unknown): Bucket {
  const { start_time: start, results } = isObject(bucket) ? bucket : {};
  if (!Array.isArray(results) || !results.every(isObject)) throw new MalformedPage("no-records");
  return { start: typeof start === "number" && Number.isFinite(start) ? start : null, results };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
