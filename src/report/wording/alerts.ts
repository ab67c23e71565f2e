import { type CodexTokenKind, isToken, type KeyKind } from "../../domain/candidate.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Gap } from "../../domain/gap.ts";
import { countPlaces } from "../../domain/sightings.ts";
import { DASHBOARD } from "../advice/dashboard.ts";
import { isOwnAdminKey, mayWorkAgain } from "../evidence.ts";
import { formatCount } from "../numbers.ts";
import { getState } from "../state.ts";
import { GAP_NAMES } from "./gap-names.ts";
import { KIND_NAMES } from "./key/names.ts";
import { describeWorks, explainValidity } from "./key/works.ts";

/** What someone who has the key can do, after "with it". */
const REACH = {
  project: "they can use models at the cost of its project, and read or change what is stored there",
  "service-account": "they can use models at the cost of its project, and read or change what is stored there",
  admin: "they can manage the whole organisation: keys, members, projects and settings",
  user: "they can use models in every project its owner belongs to, at the cost of these projects",
  named: "they can use models at the cost of its project, and read or change what is stored there",
  suspected: "if there is a whole key behind it, they can use models at its owner's cost",
  "codex-access-token": "they can use Codex within its ChatGPT workspace",
  "agent-identity": "they can use Codex as this agent, within its ChatGPT workspace",
  "chatgpt-login": "they are signed in to Codex and ChatGPT",
} as const satisfies Record<KeyKind, string>;

/** What code scanning shows of a rule: its name, what an alert of it means, and what to do. */
type RuleText = { short: string; full: string; steps: readonly string[] };

/** The rule for keys of a kind that may still work. */
export function describeLeakedRule(kind: KeyKind): RuleText {
  const noun = nameKind(kind);
  if (isToken(kind)) return describeTokenRule(kind, noun);
  return {
    short: `A ${noun} leaked.`.replace(/^A (?=O)/, "An "),
    full: `This ${noun} may still work. Whoever has it can act as its owner: ${REACH[kind]}.`,
    steps: [
      `Revoke the key now. Delete it at ${kind === "admin" ? DASHBOARD.admins : DASHBOARD.keys}. Removing the line is not enough, because it stays in the history and anyone may have fetched it.`,
      `Look at what it was used for since it leaked: ${DASHBOARD.usage}`,
      "Create a new key with an expiry and only the permissions it needs. Keep it in a secret store.",
      "Remove the old key from the file.",
    ],
  };
}

function describeTokenRule(kind: CodexTokenKind, noun: string): RuleText {
  return {
    short: `A ${noun} leaked.`,
    full: `This ${noun} may still work. Whoever has it can act as its owner: ${REACH[kind]}.`,
    steps: [
      `${END_TOKEN[kind]} OpenAI's Admin API cannot do that. Removing the line is not enough, because it stays in the history and anyone may have fetched it.`,
      "If it is still needed, create another with an expiry. Keep it in a secret store.",
      "Remove it from the file.",
    ],
  };
}

const END_TOKEN = {
  "codex-access-token": "In the ChatGPT admin console, revoke the token now.",
  "agent-identity": "In the ChatGPT admin console, revoke the agent now.",
  "chatgpt-login": "End the login now: run codex logout, and log out of all devices in ChatGPT.",
} as const satisfies Record<CodexTokenKind, string>;

/** The rule for keys of a kind that are dead and still in the files. */
export function describeInactiveRule(kind: KeyKind): RuleText {
  const noun = nameKind(kind);
  return {
    short: `A dead ${noun} is still in the code.`,
    full: `This ${noun} does not work any more, but it is still in the code.`,
    steps: ["Remove it from the file. History need not be rewritten."],
  };
}

function nameKind(kind: KeyKind): string {
  if (isToken(kind)) return KIND_NAMES[kind];
  return kind === "suspected" ? "suspected OpenAI key" : `OpenAI ${KIND_NAMES[kind]}`;
}

/** The subject of an alert's first sentence: "The OpenAI project key". */
export function nameInAlert(finding: Finding): string {
  return isOwnAdminKey(finding) ? "The Admin API key of this run" : `The ${nameKind(finding.kind)}`;
}

/** The first sentence of an alert: what became of the key, and how that is known. `subject` is its name with its mask. */
export function describeAlert(finding: Finding, subject: string, reason: string): string {
  return `${subject} ${describeStatus(finding)}: ${reason}.`;
}

function describeStatus(finding: Finding): string {
  const state = getState(finding);
  if (state === "limited") return "is quarantined";
  if (state === "expiring") return "works until it expires";
  if (state === "unconfirmed") return "was revoked, but OpenAI has not confirmed it";
  return finding.validity.kind === "inactive" && mayWorkAgain(finding)
    ? "does not work for now, but is still in the code"
    : STATUS[finding.validity.kind];
}

const STATUS = {
  active: "works",
  inactive: "does not work, but is still in the code",
  unknown: "may work",
} as const satisfies Record<Finding["validity"]["kind"], string>;

/** The first sentences of an alert at a further place of a key. */
export function describeSamePlace(subject: string, firstPlace: string): string {
  return `${subject} is here too. The alert at ${firstPlace} says what to do.`;
}

/** "in commit 1a2b3c4", of a place that later commits no longer have. */
export function describeCommit(sha: string): string {
  return `in commit ${sha}`;
}

/** "and 2 more places" */
export function describeMorePlaces(count: number): string {
  return `and ${formatCount(count, "more place")}`;
}

/** What paths in the file start from. */
export const REPOSITORY_TOP = "The top of the repository.";

/** What each kind of notice beside gaps is about. */
export const NOTICE_TEXTS = {
  "key-outside-files":
    "A key was found outside of files: in a message, in a text on GitHub or in the name of a branch.",
  "too-many-places": "Not everything fits into this file. The JSON report has all keys.",
  "ignored-key": "A key is ignored: the ignore file of the base branch lists it.",
  "unfinished-containment": "An earlier run began to contain a key and did not record how that ended.",
} as const;

/** What notices about gaps of this kind are about. */
export function describeGapNotice(kind: Gap["kind"]): string {
  return `Something was not read: ${GAP_NAMES[kind]}.`;
}

/** One gap, as a notice tells it. */
export function describeGapInNotice({ kind, detail }: Gap): string {
  return `Not read (${GAP_NAMES[kind]}): ${detail}`;
}

const JSON_HAS_ALL = "The JSON report has all of it.";

/** That there are more gaps than notices. */
export function describeMoreGaps(count: number): string {
  return `${formatCount(count, "more thing")} ${count === 1 ? "was" : "were"} not read. ${JSON_HAS_ALL}`;
}

/** A key that no alert can be made of, for want of a file. `place` is the best place, as far as one is known. */
export function describeOutsideFiles(finding: Finding, place: string | null): string {
  const { kind, fingerprint, validity, sightings } = finding;
  const where = place ?? "a place that is not known";
  const others = countPlaces(sightings) - 1;
  const more = others > 0 ? ` ${describeMorePlaces(others)}` : "";
  const state = `Works? ${describeWorks(finding, null)}: ${explainValidity(validity)}.`;
  return `A ${KIND_NAMES[kind]} (${fingerprint}) was found in ${where}${more}. ${state} Code scanning can only show alerts in files.`;
}

/** A key that an entry of the ignore file excuses. */
export function describeIgnoredKey({ kind, fingerprint, ignored }: Finding): string {
  return `A ${KIND_NAMES[kind]} (${fingerprint}) is ignored: ${ignored?.reason ?? ""}`;
}

/** What was left out for want of room: keys, and places of keys that are in. Null for nothing. */
export function describeTooMany(keys: number, places: number): string | null {
  const parts = [
    ...(keys > 0 ? [formatCount(keys, "key")] : []),
    ...(places > 0 ? [`${formatCount(places, "place")} of other keys`] : []),
  ];
  return parts.length > 0 ? `${parts.join(" and ")} did not fit into this file. ${JSON_HAS_ALL}` : null;
}
