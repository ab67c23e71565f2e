import type { Finding } from "../../../domain/finding.ts";
import type { Contained } from "../../../domain/outcome.ts";
import { getContainment } from "../../evidence.ts";
import { capitalize, formatCount, formatSpan } from "../../numbers.ts";
import { ACTIONS } from "./outcome.ts";

/** What can happen to a key. */
export const EVENTS = {
  created: "Created",
  exposed: "First exposed",
  used: "Last used",
  expires: "Expires",
} as const;

/** The name of the first change that was made with a key, of so many. */
export function nameChangeEvent(changes: number): string {
  return changes > 1 ? `First of ${formatCount(changes, "change")} made with it` : "Something was changed with it";
}

/** "Revoked, and verified" */
export function describeContainmentEvent({ by, verified }: Pick<Contained, "by" | "verified">): string {
  return `${capitalize(ACTIONS[by].done)}, ${verified ? "and" : "not yet"} verified`;
}

/** How long anyone could use the key, as far as that is known. */
export function describeExposure(
  finding: Pick<Finding, "outcome" | "earlier" | "validity">,
  exposure: { start: Date; end: Date | null } | null,
): string {
  const contained = getContainment(finding);
  if (exposure === null) return finding.validity.kind === "inactive" ? "When it stopped working is not known." : "";
  const { start, end } = exposure;
  if (end === null) return "It has been exposed since then, and nothing is known to have stopped it.";
  if (contained === null) return `It was exposed for ${formatSpan(start, end)} before it was stopped.`;
  return contained.by === "expire"
    ? `From its exposure to its expiry: ${formatSpan(start, end)}.`
    : `It was exposed for ${formatSpan(start, end)} before it was ${ACTIONS[contained.by].done}.`;
}
