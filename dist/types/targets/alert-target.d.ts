import type { Change } from "../domain/change.js";
import type { Clock } from "../domain/clock.js";
import { type Finding, type ProvenEnd } from "../domain/finding.js";
import type { AlertScope } from "../github/alerts/alert-requests.js";
import { type GitHubAccess } from "../github/client.js";
import type { AlertsSource } from "../sources/alerts/alerts-source.js";
/** What was to be closed, in a sentence; `isClosed` is false where the alert stays open against the operator's wish. */
export type AlertClosing = {
    isClosed: boolean;
    sentence: string;
};
/** Closes the alerts of keys that are proven dead. `describeEnd` says how that is known, in at most 280 characters. */
export type CloseAlerts = (findings: readonly Finding[], describeEnd: (end: ProvenEnd) => string) => Promise<readonly AlertClosing[]>;
/** Open alerts, as a change. */
export type OpenAlerts = {
    change: Extract<Change, {
        kind: "alerts";
    }>;
    source: AlertsSource;
    closeAlerts: CloseAlerts;
};
/**
 * Parses `acme/shop` or `acme`.
 *
 * @throws UsageError for anything else.
 */
export declare function parseAlertScope(text: string): AlertScope;
/** Whose alerts they are, as it is typed. */
export declare function formatAlertScope(scope: AlertScope): string;
/**
 * Lists the open alerts for keys of OpenAI's. Their texts are held as secrets, and their places are asked for later.
 *
 * @throws UsageError where GitHub does not list them, with what the token lacks.
 */
export declare function openAlerts(access: GitHubAccess, scope: AlertScope, pace?: {
    clock?: Clock;
}): Promise<OpenAlerts>;
