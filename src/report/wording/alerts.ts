import type { KeyKind } from "../../domain/candidate.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Gap } from "../../domain/gap.ts";
import { countPlaces } from "../../domain/sightings.ts";
import { formatCount, formatNumber } from "../numbers.ts";
import { isOwnAdminKey, mayWorkAgain } from "../severity.ts";
import { describeState, GAP_NAMES, KIND_NAMES } from "./states.ts";

/** What someone who has the key can do, after "with it". */
const REACH = {
  project: "models can be used at the cost of its project, and what is stored there can be read or changed",
  "service-account": "models can be used at the cost of its project, and what is stored there can be read or changed",
  admin: "the whole organisation can be managed: keys, members, projects and settings",
  user: "models can be used in every project its owner belongs to, at their cost",
  named: "models can be used at the cost of its project, and what is stored there can be read or changed",
  suspected: "models can be used at its owner's cost, if a real key stands behind it",
} as const satisfies Record<KeyKind, string>;

/** What code scanning shows of a rule: its name, what an alert of it means, and what to do. */
type RuleText = { short: string; full: string; steps: readonly string[] };

/** The rule for keys of a kind that may still work. */
export function describeLeakedRule(kind: KeyKind): RuleText {
  const noun = nameKind(kind);
  return {
    short: `A ${noun} is exposed.`.replace(/^A (?=O)/, "An "),
    full: `The ${noun} that stands here is not known to be dead. Whoever has it can act as its owner: with it, ${REACH[kind]}.`,
    steps: [
      "Revoke the key at platform.openai.com. Taking it out of the file does not help: it stays in the history, and anyone may have fetched it.",
      "Look at what was done with it since it was exposed.",
      "Put another key in its place, with an expiry and only the permissions it needs, in a secret store.",
      "Take it out of the file.",
    ],
  };
}

/** The rule for keys of a kind that are dead and still in the files. */
export function describeInactiveRule(kind: KeyKind): RuleText {
  const noun = nameKind(kind);
  return {
    short: `An inactive ${noun} is still here.`,
    full: `The ${noun} that stands here does not work any more. It is still in the files, where it looks like one that does.`,
    steps: [
      "Take it out of the file, so that nobody copies it or looks into it again.",
      "History need not be rewritten for it.",
    ],
  };
}

function nameKind(kind: KeyKind): string {
  return kind === "suspected" ? "suspected OpenAI key" : `OpenAI ${KIND_NAMES[kind]}`;
}

/** The subject of an alert's first sentence: "The OpenAI project key". */
export function nameInAlert(finding: Finding): string {
  return isOwnAdminKey(finding) ? "The OpenAI admin key of this run" : `The ${nameKind(finding.kind)}`;
}

/** Whether it works, to go on from its name. */
export function describeAlertStatus(finding: Finding): string {
  switch (finding.validity.kind) {
    case "active":
      return "works";
    case "inactive":
      return mayWorkAgain(finding) ? "is inactive for now, and still here" : "is inactive, and still here";
    case "unknown":
      return "may work";
    default:
      return finding.validity satisfies never;
  }
}

/** What each kind of notice beside gaps is about. */
export const NOTICE_TEXTS = {
  "key-outside-files": "A key stands where no file is: in a message, a text on GitHub, the name of a branch.",
  "too-many-places": "There is more than fits into this file; the JSON report has all keys.",
  "ignored-key": "A key is passed over, as the ignore file of the base says.",
  "unfinished-containment": "An earlier run began to contain a key and never said how that ended.",
} as const;

/** What notices about gaps of this kind are about. */
export function describeGapNotice(kind: Gap["kind"]): string {
  return `Something was not seen: ${GAP_NAMES[kind]}.`;
}

/** One gap, as a notice tells it. */
export function describeGapInNotice({ kind, detail }: Gap): string {
  return `Not seen (${GAP_NAMES[kind]}): ${detail}`;
}

/** That there are more gaps than notices. */
export function describeMoreGaps(count: number): string {
  return `${formatCount(count, "more thing")} ${count === 1 ? "was" : "were"} not seen.`;
}

/** A key that no alert can be made of, for want of a file. `place` is the best place, as far as one is known. */
export function describeOutsideFiles(
  { kind, fingerprint, validity, sightings }: Finding,
  place: string | null,
): string {
  const where = place ?? "a place that is not known";
  const others = countPlaces(sightings) - 1;
  const more = others > 0 ? ` and ${formatCount(others, "more place")}` : "";
  const why = "Code scanning takes alerts for files of the repository alone";
  return `A ${KIND_NAMES[kind]} (${fingerprint}) is ${describeState(validity)}. ${why}; it was seen in: ${where}${more}.`;
}

/** A key that an entry of the ignore file excuses. */
export function describeIgnoredKey({ kind, fingerprint, ignored }: Finding): string {
  return `A ${KIND_NAMES[kind]} (${fingerprint}) is ignored: ${ignored?.reason ?? ""}`;
}

/** What was left out for want of room: keys, and places of keys that are in. Null for nothing. */
export function describeTooMany(keys: number, places: number): string | null {
  const parts = [
    ...(keys > 0 ? [formatCount(keys, "key")] : []),
    ...(places > 0 ? [`${formatNumber(places)} ${places === 1 ? "place" : "places"} of others`] : []),
  ];
  return parts.length > 0 ? `Left out here: ${parts.join(", and ")}.` : null;
}
