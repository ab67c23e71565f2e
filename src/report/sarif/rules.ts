import type { KeyKind } from "../../domain/candidate.ts";
import type { Finding } from "../../domain/finding.ts";
import { KIND_NAMES } from "../wording/states.ts";
import { formatRuleName, HOME } from "./descriptor.ts";

/**
 * Whether the key may still work. A rule for each of the two: GitHub takes an alert's severity from its rule, so that a
 * dead key under the rule of working ones would stay critical and hold up merges. There is none for `unknown`: a network
 * that fails now and then would close alerts and open others.
 */
type State = "leaked" | "inactive";

/** What someone who has the key can do, after "with it". */
const REACH = {
  project: "models can be used at the cost of its project, and what is stored there can be read or changed",
  "service-account": "models can be used at the cost of its project, and what is stored there can be read or changed",
  admin: "the whole organisation can be managed: keys, members, projects and settings",
  user: "models can be used in every project its owner belongs to, at their cost",
  named: "models can be used at the cost of its project, and what is stored there can be read or changed",
  suspected: "models can be used at its owner's cost, if a real key stands behind it",
} as const satisfies Record<KeyKind, string>;

/** GitHub reads these as CVSS does: over 9.0 is critical, from 7.0 high, from 4.0 medium, and low below that. */
const SEVERITY = {
  admin: "10.0",
  project: "9.5",
  "service-account": "9.5",
  user: "9.5",
  named: "9.5",
  suspected: "5.0",
} as const satisfies Record<KeyKind, string>;

const PRECISION = {
  admin: "very-high",
  project: "very-high",
  "service-account": "very-high",
  user: "very-high",
  named: "high",
  suspected: "medium",
} as const satisfies Record<KeyKind, string>;

/** Low, on GitHub's scale: what is dead only has to be taken out. */
const DEAD = "2.0";

const KINDS = Object.keys(REACH) as readonly KeyKind[];

/**
 * All rules, whether anything breaks them or not: GitHub then knows of each that it was looked for. The list changes only
 * with the tool.
 */
export const RULES = KINDS.flatMap((kind) => [ruleOf("leaked", kind), ruleOf("inactive", kind)]);

const PLACES: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, index) => [id, index]));

/** The rule that a finding breaks: its id, and its place in `RULES`. */
export function findRule({ kind, validity }: Pick<Finding, "kind" | "validity">): { id: string; index: number } {
  const id = idOf(validity.kind === "inactive" ? "inactive" : "leaked", kind);
  return { id, index: PLACES.get(id) ?? -1 };
}

function idOf(state: State, kind: KeyKind): string {
  return kind === "suspected" ? `${state}-suspected-openai-key` : `${state}-openai-${kind}-key`;
}

function ruleOf(state: State, kind: KeyKind) {
  const id = idOf(state, kind);
  const noun = nounOf(kind);
  const isDead = state === "inactive";
  const [first, ...steps] = isDead ? dead(noun) : live(noun, kind);
  return {
    id,
    name: formatRuleName(id),
    shortDescription: {
      text: isDead ? `An inactive ${noun} is still here.` : `A ${noun} is exposed.`.replace(/^A (?=O)/, "An "),
    },
    fullDescription: { text: first },
    helpUri: HOME,
    help: {
      text: [first, ...steps].join("\n"),
      markdown: [first, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")].join("\n\n"),
    },
    defaultConfiguration: { level: isDead ? "note" : "error" },
    properties: {
      tags: ["security", "secret", "external/cwe/cwe-798"],
      precision: PRECISION[kind],
      "problem.severity": isDead ? "recommendation" : "error",
      "security-severity": isDead ? DEAD : SEVERITY[kind],
    },
  };
}

function nounOf(kind: KeyKind): string {
  return kind === "suspected" ? "suspected OpenAI key" : `OpenAI ${KIND_NAMES[kind]}`;
}

function live(noun: string, kind: KeyKind): readonly [string, ...string[]] {
  return [
    `The ${noun} that stands here is not known to be dead. Whoever has it can act as its owner: with it, ${REACH[kind]}.`,
    "Revoke the key at platform.openai.com. Taking it out of the file does not help: it stays in the history, and anyone may have fetched it.",
    "Look at what was done with it since it was exposed.",
    "Put another key in its place, with an expiry and only the permissions it needs, in a secret store.",
    "Take it out of the file.",
  ];
}

function dead(noun: string): readonly [string, ...string[]] {
  return [
    `The ${noun} that stands here does not work any more. It is still in the files, where it looks like one that does.`,
    "Take it out of the file, so that nobody copies it or looks into it again.",
    "History need not be rewritten for it.",
  ];
}
