import type { Finding } from "../domain/finding.ts";
import type { Contained } from "../domain/outcome.ts";

/** What was done to a key, by this run or by an earlier one; null where nothing was. */
export function getContainment({
  outcome,
  earlier,
  validity,
}: Pick<Finding, "outcome" | "earlier" | "validity">): Contained | null {
  if (outcome.kind === "contained") return outcome;
  if (earlier === null) return null;
  const { kind: by, at, endsAt, scopesBefore, standing } = earlier;
  const stopped = by !== "quarantine" && validity.kind === "inactive";
  return { kind: "contained", by, verified: standing === "confirmed", stopped, at, endsAt, scopesBefore };
}

/** What was done to a key that may still work, and whether that was verified; null where nothing was. */
export function findRestriction(
  finding: Pick<Finding, "outcome" | "earlier" | "validity">,
): Pick<Contained, "by" | "verified"> | null {
  const containment = getContainment(finding);
  return containment?.stopped === false ? containment : null;
}

/** Whether it is the Admin API key this run works with, which only people can replace. */
export function isOwnAdminKey({ outcome }: Pick<Finding, "outcome">): boolean {
  return outcome.kind === "left" && outcome.because === "own-admin-key";
}

/** Whether it is an admin key that is not proven dead: whoever has it manages the whole organisation. */
export function isLiveAdminKey({ kind, validity }: Pick<Finding, "kind" | "validity">): boolean {
  return kind === "admin" && validity.kind !== "inactive";
}

/** Whether an inactive key may work again one day: when its project, its owner or its account returns. */
export function mayWorkAgain({ validity }: Finding): boolean {
  return (
    validity.kind === "inactive" &&
    (validity.because === "project-dormant" || validity.because === "account-deactivated")
  );
}

type Evidence = Pick<Finding, "possession" | "validity" | "outcome">;

/** What a key is that fits the visible ends of one of our records. */
export type Likeness = "ours" | "look-alike" | "unproven";

/**
 * What a key that fits a record turned out to be once it was tried. A text that OpenAI refuses while the record is
 * listed, or accepts for somebody else, only looks like the record.
 */
export function getLikeness({ possession, validity, outcome }: Evidence): Likeness {
  if (possession === "proven" || possession === "proven-before" || isOwnAdminKey({ outcome })) return "ours";
  // Expired, or deleted by us since: no trial could prove it any more.
  if (validity.kind === "inactive" && validity.because !== "refused") return "ours";
  return possession === "someone-else" || validity.kind === "inactive" ? "look-alike" : "unproven";
}

/** Whether it resembles a key of ours and OpenAI refuses it: a made-up text or a bad copy, which does no harm. */
export function isLookAlike(finding: Evidence & Pick<Finding, "identity">): boolean {
  const { identity, validity } = finding;
  return identity.kind === "ours" && validity.kind === "inactive" && getLikeness(finding) === "look-alike";
}
