import { mayHideKeys } from "../audit/judge.ts";
import { RULES } from "../audit/rules/rules.ts";
import type { AuditFacts, AuditSource } from "../domain/audit-facts.ts";
import { type AuditFinding, isExcepted } from "../domain/audit-report.ts";
import type { RuleAct, RuleCase } from "../domain/decision.ts";
import type { KeyRecord } from "../domain/inventory.ts";
import { mayBeRedactedAs, parseRedacted } from "../domain/redaction.ts";
import type { Secret } from "../domain/secret.ts";
import type { AuditFixes } from "../settings/audit-fixes.ts";

/** A key that a rule found which the operator has a fix for. A key that several such rules found is one case. */
export type FixCase = RuleCase & {
  /** The finding that the act follows from. */
  finding: AuditFinding;
};

/** One day, in milliseconds. */
const A_DAY = 86_400_000;

/** What the cases of an audit rest on. */
export type FixFacts = { facts: AuditFacts; fixes: AuditFixes; adminKey: Secret };

/** Lists the keys that the operator's fixes are for, each once, in the order of the findings. */
export function listFixCases(findings: readonly AuditFinding[], known: FixFacts): readonly FixCase[] {
  const isOwn = buildOwnFinder(known.facts.keys, known.adminKey);
  const byKey = new Map<string, FixCase>();
  for (const finding of findings) {
    const asked = known.fixes.get(finding.rule);
    if (finding.key === null || asked === undefined) continue;
    const made = createCase(finding, finding.key, asked, known, isOwn(finding.key));
    const other = byKey.get(finding.key.id);
    byKey.set(finding.key.id, other ? chooseCase(other, made) : made);
  }
  return [...byKey.values()];
}

function createCase(
  finding: AuditFinding,
  record: KeyRecord,
  asked: RuleAct,
  { facts }: FixFacts,
  mayBeOwn: boolean,
): FixCase {
  return {
    finding,
    record,
    asked,
    mayBeOwn,
    isExcepted: isExcepted(finding),
    isFullyKnown: isFullyKnown(finding.rule, record, facts),
    mustBeUnused: finding.rule === "unused",
    lastUse: findLastUse(record, facts),
  };
}

/** Of what two rules ask for one key, the harder act: done one after the other, that is what they come to. */
function chooseCase(one: FixCase, other: FixCase): FixCase {
  if (isHeldBack(one) !== isHeldBack(other)) return isHeldBack(one) ? other : one;
  return rankAct(other.asked) < rankAct(one.asked) ? other : one;
}

function isHeldBack({ isExcepted: excepted, isFullyKnown: known }: FixCase): boolean {
  return excepted || !known;
}

function rankAct(act: RuleAct): number {
  return act.kind === "revoke" ? 0 : act.grace;
}

/** Whether all that the rule rests on was read to its end, as far as this key is concerned. */
function isFullyKnown(name: string, { home }: KeyRecord, facts: AuditFacts): boolean {
  const rule = RULES.find((one) => one.name === name);
  if (!rule) return false;
  const isListed = facts.gaps.every(
    (gap) => !mayHideKeys(gap) || gap.covers.every((kind) => !rule.over.includes(kind)),
  );
  return isListed && rule.needs.every((source) => isTold(source, home.id, facts));
}

function isTold(source: AuditSource, projectId: string | null, facts: AuditFacts): boolean {
  const project = facts.projects.find(({ id }) => id === projectId);
  switch (source) {
    case "usage":
    case "costs":
    case "users":
      return facts[source].kind === "told";
    case "audit-log":
      return facts.scopes.kind === "told";
    case "service-accounts":
      return project?.accounts.every(({ role }) => role.kind === "told") ?? false;
    case "spend-limits":
      return project?.hasHardLimit.kind === "told";
    default:
      return source satisfies never;
  }
}

/** The last use that the record or the usage tells of. A day counts to its end: the hour is not known. */
function findLastUse({ id, lastUsedAt, absent }: KeyRecord, { usage, now }: AuditFacts): RuleCase["lastUse"] {
  if (usage.kind === "told" && (usage.value.today.get(id) ?? 0) > 0) return now;
  const used = usage.kind === "told" ? (usage.value.byKey.get(id) ?? []).filter(({ requests }) => requests > 0) : [];
  const times = used.map(({ day }) => Date.parse(`${day}T00:00:00Z`) + A_DAY);
  if (lastUsedAt !== null) times.push(lastUsedAt.getTime());
  if (times.length > 0) return new Date(Math.max(...times));
  return absent?.includes("lastUsedAt") ? "unknown" : null;
}

/**
 * Finds the records that may be the Admin API key of this run: those whose visible ends are its own, whichever list they
 * stand in. Where no Admin API key has them, or one shows none, any Admin API key may be it.
 */
function buildOwnFinder(keys: readonly KeyRecord[], adminKey: Secret): (record: KeyRecord) => boolean {
  const isFitting = ({ redacted }: KeyRecord) => redacted !== null && mayBeRedactedAs(adminKey, redacted);
  const isAdminKey = ({ home }: KeyRecord) => home.kind === "organization";
  const isListed = keys.some((key) => isAdminKey(key) && isFitting(key));
  return (record) =>
    isFitting(record) || (isAdminKey(record) && (!isListed || parseRedacted(record.redacted ?? "") === null));
}
