import { type Finding, isHarmful, isIgnored, isPreexisting } from "../domain/finding.ts";
import type { Contained } from "../domain/outcome.ts";

/** How bad a finding is, the worst first. */
export type Severity =
  /** This change brought it, and it is not proven dead. */
  | "exposed"
  /** Dead, and the head still has it. */
  | "lingering"
  /** Dead, and removed again. */
  | "dead"
  /** The base had it already. */
  | "older"
  /** An entry of the ignore file excuses it. */
  | "ignored";

/** All of them, the worst first. */
export const SEVERITIES = ["exposed", "lingering", "dead", "older", "ignored"] as const satisfies readonly Severity[];

/** How bad a finding is. */
export function getSeverity(finding: Finding): Severity {
  if (isIgnored(finding)) return "ignored";
  if (isPreexisting(finding.sightings)) return "older";
  if (!isHarmful(finding)) return "dead";
  return finding.validity.kind === "inactive" ? "lingering" : "exposed";
}

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

/**
 * The findings in the order in which a verdict counts them: admin keys that may work before all else, the run's own first;
 * then by severity, and within one severity first the keys that nothing was done about, then those that work.
 */
export function rankBySeverity(findings: readonly Finding[]): readonly Finding[] {
  return sortByRank(findings, (one) => [...rankAdminKeys(one), ...rankSeverity(one)]);
}

/** The findings in the order a person should see them: as in a verdict, but decoys push no key out of sight that matters. */
export function rankFindings(findings: readonly Finding[]): readonly Finding[] {
  return sortByRank(findings, (one) => [...rankAdminKeys(one), isKnownToMatter(one) ? 0 : 1, ...rankSeverity(one)]);
}

function rankAdminKeys(one: Finding): readonly number[] {
  return [isOwnAdminKey(one) ? 0 : 1, isLiveAdminKey(one) ? 0 : 1];
}

function rankSeverity(one: Finding): readonly number[] {
  return [
    SEVERITIES.indexOf(getSeverity(one)),
    findRestriction(one) === null ? 0 : 1,
    one.kind === "admin" ? 0 : 1,
    ["active", "unknown", "inactive"].indexOf(one.validity.kind),
  ];
}

function sortByRank(findings: readonly Finding[], rank: (one: Finding) => readonly number[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, rank: rank(finding) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .map(({ finding }) => finding);
}

/** Whether this change brought it, and it is ours, works, or was contained. Whose other keys are, anybody can make up. */
function isKnownToMatter(one: Finding): boolean {
  const { identity, outcome, validity } = one;
  if (getSeverity(one) === "older" || getSeverity(one) === "ignored") return false;
  if (outcome.kind === "contained" || outcome.kind === "already-gone" || validity.kind === "active") return true;
  return identity.kind === "ours"
    ? getLikeness(one) !== "look-alike"
    : identity.kind === "unchecked" && identity.because === "contained-before";
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
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
