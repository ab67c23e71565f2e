import type { Finding } from "../domain/finding.ts";
import { getSeverity, isLiveAdminKey, isOwnAdminKey } from "./severity.ts";

/** The box above all else in Markdown: an admin key is the loudest thing there is. Empty where there is none. */
export function alarm(findings: readonly Finding[]): string {
  const alarming = findings.filter(isLiveAdminKey);
  if (alarming.length === 0) return "";
  const which = alarming.some(isOwnAdminKey) ? "The admin key this run works with" : "An admin key";
  const isNew = alarming.some((one) => getSeverity(one) !== "older");
  const state = isNew ? "is exposed" : "was here before this change and is not dead";
  return `> [!CAUTION]\n> ${which} ${state}. It comes first.`;
}
