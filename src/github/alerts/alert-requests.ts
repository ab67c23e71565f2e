import { type ApiFailure, createShapeError, parseFailure } from "../api-failure.ts";
import type { Octokit } from "../client.ts";
import { getText } from "../payload.ts";
import { type AlertLocation, parseAlert, parseLocation, type SecretAlert } from "./alert.ts";
import type { AlertScope } from "./alert-scope.ts";

/** Open alerts, the oldest first. */
export type AlertListing = {
  alerts: readonly SecretAlert[];
  /** How many entries were no alerts as GitHub describes them. */
  unread: number;
  /** Whether the list was read to its end. */
  isComplete: boolean;
  /** Why a later page was not to be had; null where none was refused. */
  failure: ApiFailure | null;
};

/** GitHub has one type for all keys of OpenAI's ("Supported secret scanning patterns"). */
const OPEN = { state: "open", secret_type: "openai_api_key", sort: "created", direction: "asc" } as const;

/** The largest page of a listing, and how many are read. */
const PAGE_SIZE = 100;
const MOST_PAGES = 100;

/**
 * Where in a list a page begins: behind a cursor, or by its number where a server knows no cursors. By its number an alert
 * would be missed when one before it is closed meanwhile. An empty cursor is that of the first page.
 */
type PagePosition = { after: string } | { page: number };

/**
 * Lists the open alerts for keys of OpenAI's. One request for a hundred of them; their places beyond the first are read by
 * `listAlertLocations`.
 *
 * @throws ApiError where GitHub does not give the first page. What a later one lacks costs only that.
 */
export async function listAlerts({ request }: Octokit, scope: AlertScope): Promise<AlertListing> {
  const alerts = new Map<string, SecretAlert>();
  let unread = 0;
  const conclude = (isComplete: boolean, failure: ApiFailure | null) => {
    return { alerts: [...alerts.values()], unread, isComplete, failure };
  };
  let position: PagePosition = { after: "" };
  for (let count = 1; count <= MOST_PAGES; count += 1) {
    const read: AlertPage | ApiFailure = await readPage(request, scope, position).catch((error: unknown) => {
      if (count === 1) throw error;
      return parseFailure(error);
    });
    if (!("entries" in read)) return conclude(false, read);
    for (const entry of read.entries) {
      const alert = parseAlert(entry, scope.kind === "repository" ? scope.repository : null);
      if (alert === null) unread += 1;
      else alerts.set(`${alert.repository.owner}/${alert.repository.repo}#${alert.number}`, alert);
    }
    if (!read.hasNext) return conclude(true, null);
    if (read.next === null) return conclude(false, createShapeError().failure);
    position = read.next;
  }
  return conclude(false, null);
}

type AlertPage = { entries: readonly unknown[]; hasNext: boolean; next: PagePosition | null };

async function readPage(request: Octokit["request"], scope: AlertScope, position: PagePosition): Promise<AlertPage> {
  const query = { ...OPEN, per_page: PAGE_SIZE, ...position };
  const { data, headers } =
    scope.kind === "repository"
      ? await request("GET /repos/{owner}/{repo}/secret-scanning/alerts", { ...scope.repository, ...query })
      : await request("GET /orgs/{org}/secret-scanning/alerts", { org: scope.org, ...query });
  const link = headers["link"];
  return { entries: requireList(data), hasNext: hasNextPage(link), next: parseNextPosition(link) };
}

/** The places of an alert; `isComplete`: all of them. */
export type LocationListing = { locations: readonly AlertLocation[]; isComplete: boolean };

/** A key in more places than this is told by the first ones. */
const MOST_LOCATION_PAGES = 10;

/**
 * Lists all places of an alert. Asks nothing where the alert has them already.
 *
 * @throws ApiError where GitHub does not give the list.
 */
export async function listAlertLocations({ request }: Octokit, alert: SecretAlert): Promise<LocationListing> {
  if (!alert.hasMoreLocations) return { locations: alert.locations, isComplete: true };
  const locations: AlertLocation[] = [];
  const path = "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations";
  for (let page = 1; page <= MOST_LOCATION_PAGES; page += 1) {
    const query = { ...alert.repository, alert_number: alert.number, per_page: PAGE_SIZE, page };
    const { data, headers } = await request(path, query);
    locations.push(...requireList(data).map(parseLocation));
    if (!hasNextPage(headers["link"])) return { locations, isComplete: true };
  }
  return { locations, isComplete: false };
}

function requireList(data: unknown): readonly unknown[] {
  if (!Array.isArray(data)) throw createShapeError();
  return data;
}

function hasNextPage(link: unknown): boolean {
  return /;\s*rel="next"/.test(getText(link) ?? "");
}

/** Parses where the next page begins. Only that is taken from the address, which may be any; null where it does not say. */
function parseNextPosition(link: unknown): PagePosition | null {
  const [, address = ""] = /<([^<>]*)>;\s*rel="next"/.exec(getText(link) ?? "") ?? [];
  if (!URL.canParse(address)) return null;
  const { searchParams } = new URL(address);
  const after = searchParams.get("after");
  if (after) return { after };
  const page = Number(searchParams.get("page"));
  return Number.isSafeInteger(page) && page > 1 ? { page } : null;
}
