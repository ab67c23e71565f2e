import { Secret } from "../../domain/secret.js";
import type { RepositoryName } from "../repository.js";
/** Where an alert saw its secret, if that is no file: GitHub's own words for it. */
export declare const ALERT_TEXTS: readonly ["issue_title", "issue_body", "issue_comment", "discussion_title", "discussion_body", "discussion_comment", "pull_request_title", "pull_request_body", "pull_request_comment", "pull_request_review", "pull_request_review_comment"];
/** A place of an alert. Paths and addresses are as others wrote them. */
export type AlertLocation = {
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
 | {
    kind: "text";
    what: (typeof ALERT_TEXTS)[number];
    url: string;
}
/** A sort of place that is not known here. */
 | {
    kind: "other";
};
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
export declare function parseAlert(data: unknown, repository: RepositoryName | null): SecretAlert | null;
/** Parses a place of an alert. */
export declare function parseLocation(data: unknown): AlertLocation;
