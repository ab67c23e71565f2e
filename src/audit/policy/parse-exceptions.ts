import type { Node } from "yaml";
import { normalizeName } from "../../domain/protection.ts";
import { POLICY_PARTS } from "../../messages/audit/policy-parts.ts";
import {
  describeExceptionFault,
  EXCEPTION_FAULTS,
  type EXCEPTION_FIELD_FAULTS,
} from "../../messages/errors/audit-policy.ts";
import { describeUnknownWord } from "../../messages/errors/yaml.ts";
import { parseDay, parseReason } from "../../settings/entry-fields.ts";
import { suggestNearest } from "../../settings/nearest.ts";
import { quoteWord, type YamlField, type YamlFile } from "../../settings/yaml.ts";
import { YamlEntry } from "../../settings/yaml-entry.ts";
import { type ExceptionTarget, type PolicyException, TARGETS } from "./policy.ts";

const FIELDS = [...TARGETS, "rule", "reason", "until"];

/** Reads the exceptions of a policy file. @throws UsageError with the line. */
export function parseExceptions(
  yaml: YamlFile,
  field: YamlField | undefined,
  rules: readonly string[],
): readonly PolicyException[] {
  const seen = new Set<string>();
  if (!field) return [];
  return yaml.readItems(field, "exceptions").map((item) => {
    const exception = parseException(yaml, item, rules);
    const what = `${exception.target} ${exception.rule ?? ""} ${normalizeName(exception.name)}`;
    if (seen.has(what)) throw yaml.createError(item, EXCEPTION_FAULTS.duplicate);
    seen.add(what);
    return exception;
  });
}

type ExceptionEntry = YamlEntry<keyof typeof EXCEPTION_FIELD_FAULTS>;

/** Reads one item, and says what is wrong at the line of the field. */
function parseException(yaml: YamlFile, item: Node, rules: readonly string[]): PolicyException {
  const fields = { known: FIELDS, what: POLICY_PARTS.exception };
  const entry = new YamlEntry<keyof typeof EXCEPTION_FIELD_FAULTS>(yaml, item, fields, describeExceptionFault);
  const target = entry.requireOne<ExceptionTarget>(TARGETS, EXCEPTION_FAULTS);
  return {
    target,
    name: entry.readName(target) ?? "",
    rule: readRule(entry, rules),
    reason: readReason(entry),
    until: readUntil(entry),
    line: yaml.findLine(item),
  };
}

function readRule(entry: ExceptionEntry, rules: readonly string[]): string | null {
  const rule = entry.readText("rule");
  if (rule === null || rules.includes(rule)) return rule;
  const what = describeUnknownWord(quoteWord(rule), rules, suggestNearest(rule, rules));
  throw entry.yaml.createError(entry.getPlace("rule"), what);
}

function readReason(entry: ExceptionEntry): string {
  const parsed = parseReason(entry.readText("reason"));
  if (parsed.kind === "invalid") throw entry.createError("reason", parsed.fault);
  return parsed.reason;
}

function readUntil(entry: ExceptionEntry): Date | null {
  const text = entry.readText("until");
  const day = text === null ? null : parseDay(text);
  if (text !== null && day === null) throw entry.createError("until", "bad-day");
  return day;
}
