import type { Answer } from "../answer.ts";
import { refusal } from "./refusals.ts";

/** The largest page, and the one that is given when none is asked for. */
const LARGEST = 100;
const USUAL = 20;

/**
 * One page of a listing, as the Admin API gives it: `limit` records after the one whose id is `after`. Limits out of
 * range and cursors that are nobody's id are refused.
 */
export function listing(items: readonly { id: string }[], query: URLSearchParams): Answer {
  const limit = Number(query.get("limit") ?? USUAL);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST) {
    const code = limit > LARGEST ? "integer_above_max_value" : "integer_below_min_value";
    return refusal(400, `Invalid 'limit': expected an integer from 1 to ${LARGEST}.`, code, { param: "limit" });
  }
  const after = query.get("after");
  const start = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) {
    return refusal(400, "Invalid 'after': no record has this id.", "invalid_cursor", { param: "after" });
  }
  const data = items.slice(start, start + limit);
  const [first_id, last_id] = [data[0]?.id ?? null, data.at(-1)?.id ?? null];
  return { status: 200, body: { object: "list", data, first_id, last_id, has_more: start + limit < items.length } };
}
