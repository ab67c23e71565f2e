import type { Node } from "yaml";
import { hasMarker } from "../../domain/key-grammar.ts";
import { normalizeName } from "../../domain/protection.ts";
import type { UsageError } from "../../errors.ts";
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
import { type ExceptionTarget, type PolicyException, TARGETS } from "./policy.ts";

const FIELDS = [...TARGETS, "rule", "reason", "until"];

/** In characters: of a key's name and of an id. */
const LONGEST_NAME = 200;

/** Reads the exceptions of a policy file. @throws UsageError with the line. */
export function parseExceptions(
  yaml: YamlFile,
  field: YamlField | undefined,
  rules: readonly string[],
): readonly PolicyException[] {
  const seen = new Set<string>();
  if (!field) return [];
  return yaml.readItems(field, "exceptions").map((item) => {
    const exception = new ExceptionReader(yaml, item).read(rules);
    const what = `${exception.target} ${exception.rule ?? ""} ${normalizeName(exception.name)}`;
    if (seen.has(what)) throw yaml.createError(item, EXCEPTION_FAULTS.duplicate);
    seen.add(what);
    return exception;
  });
}

type FieldFault = keyof typeof EXCEPTION_FIELD_FAULTS;

/** Reads one item, and says what is wrong at the line of the field. */
class ExceptionReader {
  readonly #yaml: YamlFile;
  readonly #item: Node;
  readonly #fields: ReadonlyMap<string, YamlField>;

  constructor(yaml: YamlFile, item: Node) {
    this.#yaml = yaml;
    this.#item = item;
    this.#fields = yaml.readFields(item, FIELDS, POLICY_PARTS.exception);
  }

  read(rules: readonly string[]): PolicyException {
    const target = this.#findTarget();
    return {
      target,
      name: this.#readName(target),
      rule: this.#readRule(rules),
      reason: this.#readReason(),
      until: this.#readUntil(),
      line: this.#yaml.findLine(this.#item),
    };
  }

  #findTarget(): ExceptionTarget {
    const [target, second] = TARGETS.filter((word) => this.#fields.has(word));
    if (target === undefined) throw this.#yaml.createError(this.#item, EXCEPTION_FAULTS.nameless);
    if (second !== undefined) throw this.#yaml.createError(this.#getPlace(second), EXCEPTION_FAULTS.many);
    return target;
  }

  #readName(target: ExceptionTarget): string {
    const name = this.#readText(target) ?? "";
    if (name.startsWith("sk-") || hasMarker(name)) throw this.#createError(target, "is-key");
    if (name.length > LONGEST_NAME) throw this.#createError(target, "long");
    return name;
  }

  #readRule(rules: readonly string[]): string | null {
    const rule = this.#readText("rule");
    if (rule === null || rules.includes(rule)) return rule;
    const what = describeUnknownWord(quoteWord(rule), rules, suggestNearest(rule, rules));
    throw this.#yaml.createError(this.#getPlace("rule"), what);
  }

  #readReason(): string {
    const parsed = parseReason(this.#fields.has("reason") ? this.#readText("reason") : null);
    if (parsed.kind === "invalid") throw this.#createError("reason", parsed.fault);
    return parsed.reason;
  }

  #readUntil(): Date | null {
    const text = this.#readText("until");
    const day = text === null ? null : parseDay(text);
    if (text !== null && day === null) throw this.#createError("until", "bad-day");
    return day;
  }

  /** A text; null where the field is left out. */
  #readText(field: string): string | null {
    const value = this.#fields.get(field);
    if (!value) return null;
    const text = this.#yaml.readText(value.value, field);
    if (!text) throw this.#createError(field, "empty");
    return text;
  }

  #createError(field: string, fault: FieldFault): UsageError {
    return this.#yaml.createError(this.#getPlace(field), describeExceptionFault(field, fault));
  }

  #getPlace(field: string): number | Node {
    return this.#fields.get(field)?.at ?? this.#item;
  }
}
