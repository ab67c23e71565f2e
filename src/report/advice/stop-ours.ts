import type { LeaveBecause } from "../../domain/decision.ts";
import { type Finding, isPreexisting } from "../../domain/finding.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import type { Contained, FailedBecause, Outcome, RefusedBecause } from "../../domain/outcome.ts";
import { joinLines, type Line, line, words } from "../line.ts";
import { formatTime } from "../numbers.ts";
import { getContainment } from "../severity.ts";
import { describeDashboardPage, describeDeletion } from "./deletion.ts";

/** Why a key was left, where what an earlier run did to it says more of what is left to do. */
const SAYS_LESS: readonly LeaveBecause[] = ["report-only", "unnamed", "expires-sooner", "already-contained"];

/** What stops a working key of ours, given how containment ended. */
export function listOursSteps(finding: Finding, record: KeyRecord): readonly Line[] {
  const { outcome } = finding;
  const now = line`Revoke it now: ${describeDeletion(finding)}`;
  switch (outcome.kind) {
    case "contained":
      return listContainedSteps(outcome, finding, record);
    case "already-gone":
      return [line`OpenAI no longer lists it, and it was not yet seen refused: run this again in a minute.`];
    case "rehearsed":
      return [line`${now}, or run this again without ${"dry-run"}.`];
    case "refused":
      return [describeRefusedStep(outcome.because, now)];
    case "failed":
      return [describeFailedStep(outcome.because, finding, record, now)];
    case "left": {
      const contained = SAYS_LESS.includes(outcome.because) ? getContainment(finding) : null;
      return contained === null
        ? [describeLeftStep(outcome, finding, record, now)]
        : listContainedSteps(contained, finding, record);
    }
    default:
      return outcome satisfies never;
  }
}

/** What a quarantined key can do. OpenAI says that changed permissions take up to 15 minutes to hold everywhere. */
const HELD = {
  seen: "Until then all it can do is read the names of models; OpenAI takes up to 15 minutes to enforce that everywhere.",
  unseen: "It was not yet seen refused, so it may still work in full: run this again in 15 minutes.",
  untold:
    "OpenAI's audit log did not tell whether somebody has given it permissions back since: see there what it may do.",
} as const;

/** What is left to do after an act that did not end the key for good, or is not verified. */
function listContainedSteps(
  { by, verified, endsAt, scopesBefore }: Contained,
  finding: Finding,
  record: KeyRecord,
): readonly Line[] {
  const { decision, earlier } = finding;
  switch (by) {
    case "quarantine":
      return [
        line`Put another key in its place; then ${describeDeletion(finding)}. ${words(HELD[verified ? "seen" : earlier?.standing === "plausible" ? "untold" : "unseen"])}`,
        line`If something of yours needs it back at once, ${describeRestoring(record, scopesBefore)} at ${describeDashboardPage(finding)}; the leaked key then works in full again.`,
      ];
    case "expire": {
      const until = endsAt === null ? words("its new expiry") : words(formatTime(endsAt));
      const why = decision.kind === "revoke" ? words("OpenAI did not delete it, so it was set to expire. ") : words("");
      return [
        line`${why}It works for anyone until ${until}: put another key in its place before then. If somebody else uses it, ${describeDeletion(finding)} at once.`,
      ];
    }
    case "revoke":
      return [line`It is deleted, and was not yet seen refused: run this again in a minute.`];
    default:
      return by satisfies never;
  }
}

function describeRestoring({ id }: KeyRecord, scopes: readonly string[] | null): Line {
  return scopes === null || scopes.length === 0
    ? line`give ${id} back its permissions (OpenAI's audit log has them)`
    : line`give ${id} back its permissions (${joinLines(
        scopes.map((scope) => line`${scope}`),
        ", ",
      )})`;
}

function describeRefusedStep(because: RefusedBecause, now: Line): Line {
  switch (because) {
    case "read-only-admin-key":
      return line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`;
    case "not-recorded":
      return line`${now}, or see that ${"audit-file"} can be written, and run this again.`;
    case "no-admin-key":
      return line`${now}. With ${"openai-admin-key"} this tool can do it.`;
    case "cancelled":
      return line`${now}, or run this again.`;
    default:
      return because satisfies never;
  }
}

function describeFailedStep(because: FailedBecause, finding: Finding, { id }: KeyRecord, now: Line): Line {
  switch (because) {
    case "not-permitted":
      return line`${now}. For this tool to do it, its Admin API key needs write access to API keys.`;
    case "changed":
      return line`Somebody changed ${id} while this ran: see what it may do now; then ${describeDeletion(finding)}.`;
    case "still-listed":
    case "unexpected":
      return line`See whether ${id} is still there; if it is, ${describeDeletion(finding)}.`;
    case "rate-limited":
    case "server-error":
    case "network":
    case "not-understood":
    case "not-taken":
    case "refused":
      return line`${now}, or run this again.`;
    default:
      return because satisfies never;
  }
}

function describeLeftStep(
  { because }: Outcome & { kind: "left" },
  finding: Finding,
  record: KeyRecord,
  now: Line,
): Line {
  switch (because) {
    case "report-only":
      return canBeRevoked(finding) ? line`${now}, or let ${"on-leak: revoke"} do it.` : line`${now}.`;
    case "protected":
      return line`It is protected, so put another key in its place first; then ${describeDeletion(finding)}.`;
    case "too-many":
      return line`${now}, or raise ${"max-contained"}.`;
    case "unmatched-entry":
      return line`${now}, or correct the entry that fits nothing and run this again.`;
    case "awaiting-approval":
      return line`Find out what uses it${describeLastUse(record)} and give that another key. Then run this again with ${describeApproval(finding)}, or ${describeDeletion(finding)}.`;
    case "not-approved":
      return line`${now}, or run this again with ${describeApproval(finding)}.`;
    case "only-revocable":
      return line`${now}, or let ${"on-leak: revoke"} do it: nothing less can be done to an admin key.`;
    case "expires-sooner":
      return line`It ends by itself${record.expiresAt === null ? words("") : words(` at ${formatTime(record.expiresAt)}`)}: put another key in its place before then. To end it sooner, ${describeDeletion(finding)}.`;
    case "preexisting":
      return wasProven(finding) ? line`${now}, or let ${"contain-preexisting"} do it.` : line`${now}.`;
    case "someone-else":
    case "unnamed":
    case "not-accepted":
    case "not-certain":
    case "not-tried":
      return line`See whether it is ${record.id} (last use and owner help); then ${describeDeletion(finding)}.`;
    case "not-ours":
    case "ambiguous":
    case "unchecked":
    case "already-inactive":
    case "already-contained":
    case "own-admin-key": // It has steps of its own, in stop.ts.
      return line`${now}.`;
    default:
      return because satisfies never;
  }
}

function describeApproval({ fingerprint }: Finding): Line {
  return line`${`approved: ${fingerprint}`}`;
}

function describeLastUse({ lastUsedAt }: KeyRecord): Line {
  return lastUsedAt === null ? words("") : words(` (last on ${formatTime(lastUsedAt)})`);
}

function canBeRevoked(finding: Finding): boolean {
  return wasProven(finding) && !isPreexisting(finding.sightings);
}

function wasProven({ confidence, validity, possession }: Finding): boolean {
  const wasTried = validity.kind === "active" && validity.because !== "listed";
  return confidence === "certain" && wasTried && possession === "proven";
}
