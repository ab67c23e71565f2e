import { isToken, type KeyKind } from "../../domain/candidate.ts";
import type { Finding } from "../../domain/finding.ts";
import { describeInactiveRule, describeLeakedRule } from "../wording/alerts.ts";
import { REPOSITORY } from "../wording/pull-request-comment.ts";

/** The tool's home page. */
export const HOME = REPOSITORY;

/** What to do once a key has leaked: the help page of all rules. */
const RUNBOOK = `${REPOSITORY}/blob/main/docs/leaked-key.md`;

/** The name that SARIF wants beside an id: `too-many-places` → `TooManyPlaces`. */
export function formatRuleName(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Whether the key may still work. A rule for each of the two: GitHub takes an alert's severity from its rule, so that a
 * dead key under the rule of working ones would stay critical and hold up merges. There is none for `unknown`: a network
 * that fails now and then would close alerts and open others.
 */
type State = "leaked" | "inactive";

/** GitHub reads these as CVSS does: over 9.0 is critical, from 7.0 high, from 4.0 medium, and low below that. */
const SEVERITY = {
  project: "9.5",
  "service-account": "9.5",
  admin: "10.0",
  user: "9.5",
  named: "9.5",
  suspected: "5.0",
  "codex-access-token": "9.5",
  "agent-identity": "9.5",
  "chatgpt-login": "9.5",
} as const satisfies Record<KeyKind, string>;

const PRECISION = {
  project: "very-high",
  "service-account": "very-high",
  admin: "very-high",
  user: "very-high",
  named: "high",
  suspected: "medium",
  "codex-access-token": "high",
  "agent-identity": "very-high",
  "chatgpt-login": "very-high",
} as const satisfies Record<KeyKind, string>;

/** Low, on GitHub's scale: what is dead only has to be taken out. */
const INACTIVE_SEVERITY = "2.0";

const KINDS = Object.keys(SEVERITY) as readonly KeyKind[];

/**
 * All rules, whether anything breaks them or not: GitHub then knows of each that it was looked for. The list changes only
 * with the tool.
 */
export const RULES = KINDS.flatMap((kind) => [formatRule("leaked", kind), formatRule("inactive", kind)]);

const INDEXES: ReadonlyMap<string, number> = new Map(RULES.map(({ id }, index) => [id, index]));

/** The rule that a finding breaks: its id, and its place in `RULES`. */
export function findRule({ kind, validity }: Pick<Finding, "kind" | "validity">): { id: string; index: number } {
  const id = formatId(validity.kind === "inactive" ? "inactive" : "leaked", kind);
  return { id, index: INDEXES.get(id) ?? -1 };
}

function formatId(state: State, kind: KeyKind): string {
  if (isToken(kind)) return `${state}-${kind}`;
  return kind === "suspected" ? `${state}-suspected-openai-key` : `${state}-openai-${kind}-key`;
}

function formatRule(state: State, kind: KeyKind) {
  const id = formatId(state, kind);
  const isInactive = state === "inactive";
  const { short, full, steps } = isInactive ? describeInactiveRule(kind) : describeLeakedRule(kind);
  return {
    id,
    name: formatRuleName(id),
    shortDescription: { text: short },
    fullDescription: { text: full },
    helpUri: RUNBOOK,
    help: {
      text: [full, ...steps].join("\n"),
      markdown: [full, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")].join("\n\n"),
    },
    defaultConfiguration: { level: isInactive ? "note" : "error" },
    properties: {
      tags: ["security", "secret", "external/cwe/cwe-798"],
      precision: PRECISION[kind],
      "problem.severity": isInactive ? "recommendation" : "error",
      "security-severity": isInactive ? INACTIVE_SEVERITY : SEVERITY[kind],
    },
  };
}
