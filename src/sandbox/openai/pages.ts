import type { Answer } from "../answer.ts";
import { createRefusal } from "./refusals.ts";

/** The largest page, and the page size by default. */
const LARGEST_PAGE = 100;
const DEFAULT_PAGE = 20;

/**
 * Builds one page of a listing as the Admin API does: `limit` records after the one whose id is `after`. Limits out of
 * range and unknown cursors are refused. Only the page's own records are built: a listing costs what its pages hold.
 */
export function buildPage<Item extends { id: string }>(
  items: readonly Item[],
  query: URLSearchParams,
  build: (item: Item) => { id: string },
): Answer {
  const limit = Number(query.get("limit") ?? DEFAULT_PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    const code = limit > LARGEST_PAGE ? "integer_above_max_value" : "integer_below_min_value";
    return createRefusal(400, `Invalid 'limit': expected an integer from 1 to ${LARGEST_PAGE}.`, code, {
      param: "limit",
    });
  }
  const after = query.get("after");
  const start = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) {
    return createRefusal(400, "Invalid 'after': no record has this id.", "invalid_cursor", { param: "after" });
  }
  const data = items.slice(start, start + limit).map(build);
  const [first_id, last_id] = [data[0]?.id ?? null, data.at(-1)?.id ?? null];
  return { status: 200, body: { object: "list", data, first_id, last_id, has_more: start + limit < items.length } };
}
