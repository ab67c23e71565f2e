import { Secret } from "../../domain/secret.ts";
import { getCount, getObject, getText, getTime } from "../payload.ts";
import type { RepositoryName } from "../repository.ts";

/** Where an alert saw its secret, if that is no file: GitHub's own words for it. */
export const ALERT_TEXTS = [
  "issue_title",
  "issue_body",
  "issue_comment",
  "discussion_title",
  "discussion_body",
  "discussion_comment",
  "pull_request_title",
  "pull_request_body",
  "pull_request_comment",
  "pull_request_review",
  "pull_request_review_comment",
] as const;

/** A place of an alert. Paths and addresses are as others wrote them. */
export type AlertLocation =
  | {
      kind: "file";
      /** Whether it is a page of the wiki, whose repository is another one. */
      isWiki: boolean;
      path: string;
      /** Counted from 1. */
      line: number | null;
      /** Counted from 1, in bytes. */
      column: number | null;
      /** Full object names; null where GitHub gives none. */
      commit: string | null;
      blob: string | null;
    }
  /** A text on GitHub. The address is that of its page, or of the REST API where GitHub gives no other. */
  | { kind: "text"; what: (typeof ALERT_TEXTS)[number]; url: string }
  /** A sort of place that is not known here. */
  | { kind: "other" };

/** An open alert of GitHub's secret scanning, with the text that it found. */
export type SecretAlert = {
  repository: RepositoryName;
  number: number;
  /** Its page. */
  url: string;
  createdAt: Date;
  /** Null where GitHub did not show it. */
  secret: Secret | null;
  /** What GitHub itself last measured. It is no proof. */
  validity: "active" | "inactive" | "unknown";
  /** Whether GitHub found it in the open, outside of this repository too; null where it does not say. */
  isPubliclyLeaked: boolean | null;
  /** The first place alone, unless `hasMoreLocations` is false. */
  locations: readonly AlertLocation[];
  hasMoreLocations: boolean;
};

/** Parses an alert; null for what is none. `repository` is the one that was asked for, null for an organisation's list. */
export function parseAlert(data: unknown, repository: RepositoryName | null): SecretAlert | null {
  const alert = getObject({ data }, "data");
  const [number, url, createdAt] = [
    getCount(alert["number"]),
    getText(alert["html_url"]),
    getTime(alert["created_at"]),
  ];
  const home = repository ?? parseRepositoryName(getObject(alert, "repository")["full_name"]);
  if (number === null || url === null || createdAt === null || home === null) return null;
  const { validity, publicly_leaked: publiclyLeaked, has_more_locations: hasMore } = alert;
  const text = getText(alert["secret"]);
  const first = parseDetails(alert["first_location_detected"]);
  return {
    repository: home,
    number,
    url,
    createdAt,
    secret: text === null ? null : new Secret(text),
    validity: validity === "active" || validity === "inactive" ? validity : "unknown",
    isPubliclyLeaked: typeof publiclyLeaked === "boolean" ? publiclyLeaked : null,
    locations: first === null ? [] : [first],
    hasMoreLocations: hasMore !== false || first === null,
  };
}

/** Parses a place of an alert. */
export function parseLocation(data: unknown): AlertLocation {
  return parseDetails(getObject(data, "details")) ?? { kind: "other" };
}

/** The details tell by their fields what they are of: an alert shows those of its first place without the sort. */
function parseDetails(data: unknown): AlertLocation | null {
  const details = getObject({ data }, "data");
  const path = getText(details["path"]);
  if (path !== null) {
    return {
      kind: "file",
      isWiki: "page_url" in details,
      path,
      line: getCount(details["start_line"]),
      column: getCount(details["start_column"]),
      commit: parseObjectName(details["commit_sha"]),
      blob: parseObjectName(details["blob_sha"]),
    };
  }
  for (const what of ALERT_TEXTS) {
    const url = getText(details[`${what}_url`]);
    if (url !== null) return { kind: "text", what, url: getText(details["html_url"]) ?? url };
  }
  return null;
}

function parseObjectName(value: unknown): string | null {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null;
}

function parseRepositoryName(value: unknown): RepositoryName | null {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(getText(value) ?? "") ?? [];
  return owner === undefined || repo === undefined ? null : { owner, repo };
}
