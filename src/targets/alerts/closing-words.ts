import type { SecretAlert } from "../../github/alerts/alert.ts";
import type { AlertResult } from "../../github/alerts/resolve-alert.ts";
import { CLOSING, describeKept, REHEARSAL } from "../../messages/alerts/closing.ts";
import type { AlertClosing } from "./alert-closing.ts";
import type { OpenBecause, PlannedClosing } from "./closing-plan.ts";

/** What became of an alert that was to be closed. */
export function describeResult(alert: SecretAlert, result: AlertResult): AlertClosing {
  const name = nameAlert(alert);
  switch (result.kind) {
    case "resolved":
      return { isRefused: false, sentence: CLOSING.resolved(name) };
    case "already-resolved":
      return { isRefused: false, sentence: CLOSING.already(name) };
    case "failed": {
      const { kind, status } = result.failure;
      const sentence = kind === "forbidden" ? CLOSING.forbidden(name) : CLOSING.failed(name, status);
      return { isRefused: true, sentence };
    }
    default:
      return result satisfies never;
  }
}

const REASONS: readonly OpenBecause[] = ["may-work", "may-return", "not-proven", "unrecognised"];

/** What a run that is no dry run would close, and why the others would stay open. */
export function describeRehearsal(plan: readonly PlannedClosing[]): readonly AlertClosing[] {
  const closed = plan.flatMap((one) =>
    one.kind === "close"
      ? [one.end === null ? REHEARSAL.revoked(nameAlert(one.alert)) : REHEARSAL.dead(nameAlert(one.alert))]
      : [],
  );
  const kept = REASONS.flatMap((because) => {
    const names = plan.flatMap((one) => (one.kind === "keep" && one.because === because ? [nameAlert(one.alert)] : []));
    return names.length === 0 ? [] : [describeKept(names, because)];
  });
  return [...closed, ...kept].map((sentence) => ({ isRefused: false, sentence }));
}

function nameAlert({ repository, number }: SecretAlert): string {
  return `${repository.owner}/${repository.repo}#${number}`;
}
