import type { Finding, ProvenEnd } from "../../domain/finding.js";
/** What was to be closed, in a sentence; `isClosed` is false where the alert stays open against the operator's wish. */
export type AlertClosing = {
    isClosed: boolean;
    sentence: string;
};
/** Closes the alerts of keys that are proven dead. `describeEnd` says how that is known, in at most 280 characters. */
export type CloseAlerts = (findings: readonly Finding[], describeEnd: (end: ProvenEnd) => string) => Promise<readonly AlertClosing[]>;
