import type { Answer } from "../../answer.ts";
import { selectPageAt } from "../comments.ts";
import type { HostedAlert } from "./hosted-alert.ts";

/**
 * One page of a list of alerts, the newest first unless it is asked otherwise: by its number, or behind the cursor `after`,
 * which is empty for the first page.
 */
export function selectAlertPage<One extends { alert: HostedAlert }>(
  address: string,
  listed: readonly One[],
  query: URLSearchParams,
  build: (one: One) => object,
): Answer {
  const oldest = listed.toSorted((one, other) => one.alert.order - other.alert.order);
  const isAscending = query.get("direction") === "asc";
  const sorted = isAscending ? oldest : oldest.toReversed();
  const after = query.get("after");
  if (after === null) return selectPageAt(address, sorted.map(build), query);
  const order = parseCursor(after);
  const behind = sorted.filter(({ alert }) => order === null || alert.order > order === isAscending);
  const size = Math.min(Number(query.get("per_page") ?? 30), 100);
  const page = behind.slice(0, size);
  const last = page.at(-1);
  const next = last && last !== behind.at(-1) ? formatCursor(last.alert.order) : null;
  const link = `<${address}?per_page=${size}&after=${next}>; rel="next"`;
  return { status: 200, headers: next === null ? {} : { link }, body: page.map(build) };
}

function formatCursor(order: number): string {
  return encodeURIComponent(Buffer.from(`alert:${order}`).toString("base64"));
}

function parseCursor(cursor: string): number | null {
  const [, order] = /^alert:(\d+)$/.exec(Buffer.from(cursor, "base64").toString("utf8")) ?? [];
  return order === undefined ? null : Number(order);
}
