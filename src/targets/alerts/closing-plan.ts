import { type Finding, findProvenEnd, type ProvenEnd } from "../../domain/finding.ts";
import type { SecretAlert } from "../../github/alerts/alert.ts";

/** Why an alert stays open. */
export type OpenBecause =
  /** Its key may work. */
  | "may-work"
  /** OpenAI refuses its key for now, and may accept it again. */
  | "may-return"
  /** OpenAI refuses its key, and nobody knows whose it was. */
  | "not-proven"
  /** No key was found in its text, or that holds more than the key. */
  | "unrecognised";

/** What is to become of an alert. `end` is null where this run would revoke the key if it were no dry run. */
export type PlannedClosing = { alert: SecretAlert } & (
  | { kind: "close"; end: ProvenEnd | null }
  | { kind: "keep"; because: OpenBecause }
);

/**
 * Plans which alerts are closed, in the order of the list. An alert is about one key when its text is that very key: the
 * text is compared whole, since one that holds a dead key and something else may be an alert for something else.
 */
export function planClosings(alerts: readonly SecretAlert[], findings: readonly Finding[]): readonly PlannedClosing[] {
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  return alerts.map((alert) => {
    const finding = byFingerprint.get(alert.secret?.fingerprint ?? "");
    if (!finding) return { alert, kind: "keep", because: "unrecognised" };
    const end = findProvenEnd(finding);
    if (end !== null) return { alert, kind: "close", end };
    if (isToBeRevoked(finding)) return { alert, kind: "close", end: null };
    return { alert, kind: "keep", because: explainOpen(finding) };
  });
}

/** Only what is revoked is dead at once: a key that is to expire works until then. */
function isToBeRevoked({ outcome }: Finding): boolean {
  return outcome.kind === "rehearsed" && outcome.because === "would-revoke";
}

function explainOpen({ validity }: Finding): OpenBecause {
  if (validity.kind !== "inactive") return "may-work";
  return validity.because === "project-dormant" || validity.because === "account-deactivated"
    ? "may-return"
    : "not-proven";
}
