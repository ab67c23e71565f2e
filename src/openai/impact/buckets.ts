import { MalformedPage, readJson } from "../pages.ts";

/** One result of a bucket: counts by OpenAI's names, none of which is certain to be there. */
export type BucketResult = { readonly [field: string]: unknown };

/** One request for a page of buckets, answered by the raw response. */
export type AskBuckets = (page: string | undefined) => Promise<Response>;

/** More pages than this are not a sensible answer: a window has some dozen pages at most. */
const MOST_PAGES = 200;

/**
 * Reads usage or costs page by page: `next_page` leads on. The SDK does not page these, and takes HTML for an empty list.
 *
 * @throws MalformedPage after yielding what could be read.
 */
export async function* readBuckets(ask: AskBuckets): AsyncGenerator<BucketResult> {
  const seen = new Set<string>();
  let page: string | undefined;
  do {
    const { data, next } = parseBuckets(await readJson(await ask(page)));
    for (const results of data) yield* results;
    if (next !== undefined && (seen.has(next) || seen.size >= MOST_PAGES)) {
      throw new MalformedPage(seen.has(next) ? "cursor-repeats" : "endless");
    }
    if (next !== undefined) seen.add(next);
    page = next;
  } while (page !== undefined);
}

function parseBuckets(body: unknown): { data: readonly (readonly BucketResult[])[]; next: string | undefined } {
  const { data, has_more: more, next_page: next } = isObject(body) ? body : {};
  if (!Array.isArray(data) || typeof more !== "boolean") throw new MalformedPage("no-records");
  if (more && typeof next !== "string") throw new MalformedPage("no-cursor");
  const results = data.map((bucket: unknown) => (isObject(bucket) ? bucket["results"] : undefined));
  if (!results.every((list): list is BucketResult[] => Array.isArray(list) && list.every(isObject))) {
    throw new MalformedPage("no-records");
  }
  return { data: results, next: more ? String(next) : undefined };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
