import type { AuditSource } from "../../domain/audit-facts.ts";
import type { AuditLevel } from "../../domain/audit-report.ts";
import type { Rule, Thresholds } from "../rule.ts";
import { RULES } from "../rules/rules.ts";

/** What a policy file says of a rule. What it does not say is the rule's default. */
export type RuleSetting = {
  level?: AuditLevel | "off";
  limits?: Thresholds;
  /** Ids, names or globs of the projects whose keys are judged; all of them where this is left out. */
  projects?: readonly string[];
};

/** What an exception may name. `key` also fits what it belongs to: a project, or a service account. */
export type ExceptionTarget = (typeof TARGETS)[number];

/** The words for it. */
export const TARGETS = ["key", "project", "service-account"] as const;

/** An exception as the policy file has it. */
export type PolicyException = {
  target: ExceptionTarget;
  /** An id or a name. */
  name: string;
  /** Null: of all rules. */
  rule: string | null;
  reason: string;
  /** The last day, in UTC, on which it counts; null when it never ends. */
  until: Date | null;
  /** Where it stands in the file; lines count from 1. */
  line: number;
};

/** What an organisation expects of its keys. */
export type AuditPolicy = {
  /** By the rule's name. */
  rules: ReadonlyMap<string, RuleSetting>;
  exceptions: readonly PolicyException[];
};

/** What holds without a policy file. */
export const DEFAULT_AUDIT_POLICY: AuditPolicy = { rules: new Map(), exceptions: [] };

/** A rule as it is applied. */
export type RulePolicy = { level: AuditLevel | "off"; limits: Thresholds; projects: readonly string[] | null };

/** A rule's defaults, with what the policy says instead. A rule that is off at first is on when numbers are set for it. */
export function resolveRule({ name, level, limits }: Rule, { rules }: AuditPolicy): RulePolicy {
  const setting = rules.get(name);
  return {
    level: setting?.level ?? (setting && level === "off" ? "warning" : level),
    limits: { ...limits, ...setting?.limits },
    projects: setting?.projects ?? null,
  };
}

/** The sources that the rules need that are on: no other is asked. */
export function listNeededSources(policy: AuditPolicy): ReadonlySet<AuditSource> {
  return new Set(RULES.filter((rule) => resolveRule(rule, policy).level !== "off").flatMap(({ needs }) => needs));
}
