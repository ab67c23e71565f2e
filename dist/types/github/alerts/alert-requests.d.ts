import { type ApiFailure } from "../api-failure.js";
import type { Octokit } from "../client.js";
import type { RepositoryName } from "../repository.js";
import { type AlertLocation, type SecretAlert } from "./alert.js";
/** Whose alerts are read: those of a repository, or of all repositories of an organisation. */
export type AlertScope = {
    kind: "repository";
    repository: RepositoryName;
} | {
    kind: "organization";
    org: string;
};
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
/**
 * Lists the open alerts for keys of OpenAI's. One request for a hundred of them; their places beyond the first are read by
 * `listAlertLocations`.
 *
 * @throws ApiError where GitHub does not give the first page. What a later one lacks costs only that.
 */
export declare function listAlerts({ request }: Octokit, scope: AlertScope): Promise<AlertListing>;
/** The places of an alert; `isComplete`: all of them. */
export type LocationListing = {
    locations: readonly AlertLocation[];
    isComplete: boolean;
};
/**
 * Lists all places of an alert. Asks nothing where the alert has them already.
 *
 * @throws ApiError where GitHub does not give the list.
 */
export declare function listAlertLocations({ request }: Octokit, alert: SecretAlert): Promise<LocationListing>;
