import type { Finding, ProvenEnd } from "../../domain/finding.js";
/** What became of an alert, in a sentence. `isRefused`: it stays open against the operator's wish. */
export type AlertClosing = {
    isRefused: boolean;
    sentence: string;
};
/**
 * Closes the alerts of keys that are proven dead. `describeEnd` says how that is known, in at most 280 characters. In a dry
 * run nothing is closed: it tells which alerts would be, and why the others stay open.
 */
export type CloseAlerts = (findings: readonly Finding[], choice: {
    describeEnd: (end: ProvenEnd) => string;
    isDryRun: boolean;
}) => Promise<readonly AlertClosing[]>;
