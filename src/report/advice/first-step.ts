import { isToken } from "../../domain/candidate.ts";
import { isLiveAdminKey, isOwnAdminKey } from "../evidence.ts";
import { joinLines, line, markName, words } from "../line.ts";
import { getState, type KeyState } from "../state.ts";
import { nameKey, nameThing } from "../wording/key/names.ts";
import { listCandidates } from "../wording/key/ownership.ts";
import { explainValidity } from "../wording/key/works.ts";
import { formatSettingName } from "../wording/settings.ts";
import {
  describeExpiring,
  describeInactive,
  describeLimited,
  describeUnconfirmed,
  describeWaiting,
} from "./contained.ts";
import { ADMIN_KEYS_PAGE, describeDashboardPage } from "./dashboard.ts";
import {
  composeQuestion,
  composeStep,
  describeFetched,
  type FirstStep,
  hasLeaked,
  nameAuthor,
  type StepFacts,
} from "./step.ts";
import { describeEndedToken, describeTokenStep } from "./tokens/token-advice.ts";
import { explainWhyOpen } from "./why-open.ts";

/** The first thing to do about a key; null for one that needs nothing more. */
export function describeFirstStep(facts: StepFacts): FirstStep | null {
  const { finding, change } = facts;
  const state = getState(finding);
  if (state === "ignored" || state === "resolved") return null;
  if (!hasLeaked(finding, change) && finding.validity.kind !== "inactive") return describeUnpublished(facts);
  if (isOwnAdminKey(finding)) return finding.validity.kind === "inactive" ? null : describeOwnKey(facts);
  const step = STEPS[state](facts);
  if (step === null || !isLiveAdminKey(finding)) return step;
  return { ...step, rest: line`Whoever has it can manage the whole organisation. ${step.rest}` };
}

const STEPS: Record<Exclude<KeyState, "ignored" | "resolved">, (facts: StepFacts) => FirstStep | null> = {
  live: describeLive,
  waiting: describeWaiting,
  unconfirmed: describeUnconfirmed,
  unsure: describeUnsure,
  stranger: describeStranger,
  unchecked: describeUnchecked,
  suspected: describeSuspected,
  expiring: describeExpiring,
  limited: describeLimited,
  inactive: (facts) => (isToken(facts.finding.kind) ? describeEndedToken() : describeInactive(facts)),
  fake: describeFake,
  preexisting: (facts) => (facts.finding.validity.kind === "inactive" ? null : describeOpen(facts)),
};

/** What was never committed, or never pushed, has not leaked. */
function describeUnpublished({ finding, change }: StepFacts): FirstStep {
  const thing = nameThing(finding);
  const rest =
    change.kind === "staged"
      ? words(`This commit has leaked nothing, so the ${thing} need not be revoked for it.`)
      : words(`This push has leaked nothing yet, so the ${thing} need not be revoked for it.`);
  return { alone: words("Take it out now."), among: words("Take the keys out now."), rest };
}

/** The tool never deletes the Admin API key it runs with: it could neither prove nor report that the key is gone. */
function describeOwnKey({ context }: StepFacts): FirstStep {
  const setting = line`${formatSettingName("openai-admin-key", context.medium)}`;
  return {
    alone: words("Replace it now."),
    among: words("First, replace the Admin API key of this run."),
    rest: line`Whoever has it can manage the whole organisation. This tool does not delete the key that it works with. An organisation owner creates another under ${ADMIN_KEYS_PAGE}, with an expiry, puts it into ${setting}, then deletes this one.`,
  };
}

function describeLive({ finding, change, context }: StepFacts): FirstStep {
  return composeStep(finding, "revoke", words("now"), [
    explainWhyOpen(finding, context),
    line`Delete ${nameKey(finding)} (${finding.mask}) under ${describeDashboardPage(finding)}.`,
    describeFetched(change),
  ]);
}

/** A key that was here before: as one that this change brought, by whose it is. */
function describeOpen(facts: StepFacts): FirstStep {
  const { finding } = facts;
  if (finding.identity.kind === "foreign" || finding.possession === "someone-else") return describeStranger(facts);
  if (finding.kind === "suspected") return describeSuspected(facts);
  if (finding.identity.kind === "unchecked") return describeUnchecked(facts);
  return finding.validity.kind === "active" ? describeLive(facts) : describeUnsure(facts);
}

function describeUnsure({ finding, context }: StepFacts): FirstStep {
  const { identity, validity, outcome } = finding;
  const page = describeDashboardPage(finding);
  if (identity.kind === "ambiguous") {
    return composeQuestion("find out", words("which of your keys this is"), [
      line`It matches more than one: ${listCandidates(identity.candidates)}. Delete the one that was written here under ${page}.`,
    ]);
  }
  return composeStep(finding, "revoke", words("to be safe"), [
    line`This run could not find out whether it works: ${words(explainValidity(validity))}.`,
    // Why it was not proven is why it was not contained.
    outcome.kind === "left" && /^not-(?:tried|accepted)$/.test(outcome.because)
      ? words("")
      : explainWhyOpen(finding, context),
    line`Delete ${nameKey(finding)} (${finding.mask}) under ${page}.`,
  ]);
}

function describeStranger({ finding, organization }: StepFacts): FirstStep {
  const { validity, possession, identity } = finding;
  const isTried = validity.kind === "active" || possession === "someone-else";
  const only = `only its owner can revoke it${isTried ? ". It works" : ", and it was not tried"}.`;
  const why =
    identity.kind === "ours"
      ? line`It looks like your key ${markName(identity.record.name ?? identity.record.id)}, but works for somebody else, so `
      : line`No key of ${organization === null ? words("your organisation") : markName(organization)} matches it, so `;
  return composeQuestion("ask", line`${nameAuthor(finding)} whose key this is`, [joinLines([why, words(only)], "")]);
}

function describeUnchecked(facts: StepFacts): FirstStep {
  const { finding, change } = facts;
  const { identity, kind } = finding;
  if (isToken(kind)) return describeTokenStep(facts, kind);
  const page = describeDashboardPage(finding);
  switch (identity.kind === "unchecked" ? identity.because : null) {
    case "not-listed-by-openai":
      return composeStep(finding, "revoke", words("now"), [
        line`OpenAI shows keys of this kind to their owner alone. The owner deletes it under ${page}.`,
        describeFetched(change),
      ]);
    case "inventory-incomplete":
      return composeStep(finding, "revoke", words("now"), [
        line`OpenAI's list of keys could not be read in full, so this run cannot say whose key it is. Whoever created it deletes it under ${page}.`,
        describeFetched(change),
      ]);
    case "contained-before":
      return composeQuestion("ask", words("an organisation owner to look at this key"), [
        words("An earlier run contained it, but OpenAI does not refuse it."),
      ]);
    case "created-after-sighting":
      return composeQuestion("ask", line`${nameAuthor(finding)} whose key this is`, [
        words("It looks like one of your keys, but that one was created after this leak."),
      ]);
    default:
      return composeStep(finding, "revoke", words("now"), [
        line`Whoever created this key (${finding.mask}) deletes it under ${page}.`,
        describeFetched(change),
      ]);
  }
}

function describeSuspected({ finding }: StepFacts): FirstStep {
  return composeQuestion("check", words("whether this is a part of a real key"), [
    line`The text looks like a damaged or shortened key. If there is a whole key behind it, its owner deletes that under ${describeDashboardPage(finding)}.`,
  ]);
}

function describeFake({ finding }: StepFacts): FirstStep {
  const { identity } = finding;
  const name =
    identity.kind === "ours" ? markName(identity.record.name ?? identity.record.id) : words("one of your keys");
  return {
    alone: words("Remove it from the code."),
    among: words("First, remove the fake key from the code."),
    rest: line`It copies the ends of your key ${name}, but OpenAI refuses it. Do not revoke ${name} for this.`,
  };
}
