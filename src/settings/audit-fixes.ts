import type { RuleAct } from "../domain/decision.ts";
import { UsageError } from "../errors.ts";
import {
  describeFixWithoutAct,
  describeTwoFixes,
  describeWrongFixAct,
  describeWrongFixRule,
} from "../messages/errors/command-line/audit.ts";
import { suggestNearest } from "./nearest.ts";
import { parseGrace, parseLines, quoteValue } from "./values.ts";

/** The rules whose keys an audit may act on: what they find should not exist, or not for ever. */
export const FIXABLE_RULES = ["unused", "owner-inactive", "archived-project", "no-expiry"] as const;

/** What to do with the keys that a rule finds, by the rule's name. */
export type AuditFixes = ReadonlyMap<string, RuleAct>;

/**
 * Parses lines such as `unused=revoke` and `no-expiry=expire:30d`.
 *
 * @throws UsageError naming what is wrong, and what works.
 */
export function parseFixes(name: string, value: string): AuditFixes {
  const fixes = new Map<string, RuleAct>();
  for (const line of parseLines(value)) {
    const [, rule, act] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
    if (!rule || !act) throw new UsageError(describeFixWithoutAct(name, quoteValue(line)));
    const known = FIXABLE_RULES.find((one) => one === rule.trim());
    if (known === undefined) {
      const hint = suggestNearest(rule, FIXABLE_RULES);
      throw new UsageError(describeWrongFixRule(name, quoteValue(rule), FIXABLE_RULES, hint));
    }
    const parsed = parseAct(name, act.trim());
    const other = fixes.get(known);
    if (other && !isSameAct(other, parsed)) throw new UsageError(describeTwoFixes(name, known));
    fixes.set(known, parsed);
  }
  return fixes;
}

function parseAct(name: string, text: string): RuleAct {
  if (text === "revoke") return { kind: "revoke" };
  const [, kind = text, time] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (kind === "expire" && time) return { kind: "expire", grace: parseGrace(name, time) };
  throw new UsageError(describeWrongFixAct(name, quoteValue(text), suggestNearest(kind, ["revoke", "expire"])));
}

function isSameAct(one: RuleAct, other: RuleAct): boolean {
  return one.kind === "revoke" ? other.kind === "revoke" : other.kind === "expire" && one.grace === other.grace;
}
