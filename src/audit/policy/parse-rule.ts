import micromatch from "micromatch";
import type { Node } from "yaml";
import { isMap, isScalar } from "yaml";
import { PROJECT_ITEM } from "../../messages/audit/policy-parts.ts";
import {
  describeEmptyRule,
  describeNoProjects,
  describeNoSetting,
  describeWrongAmount,
  describeWrongLevel,
  describeWrongNumber,
  PROJECT_FAULTS,
} from "../../messages/errors/audit-policy.ts";
import { describeEmptyItem } from "../../messages/errors/yaml.ts";
import { suggestNearest } from "../../settings/nearest.ts";
import { quoteWord, type YamlField, type YamlFile } from "../../settings/yaml.ts";
import type { Rule, Thresholds } from "../rule.ts";
import type { RuleSetting } from "./policy.ts";

const LEVELS = ["error", "warning", "off"] as const;

/** The largest number where a rule names no other. */
const MOST = 100_000;

/** In characters. */
const LONGEST_GLOB = 200;

/** Reads what the file says of a rule: a level, or a mapping. @throws UsageError with the line. */
export function parseRuleSetting(yaml: YamlFile, rule: Rule, { at, value }: YamlField): RuleSetting {
  if (value === null || (isScalar(value) && yaml.readText(value, rule.name) === null))
    throw yaml.createError(at, describeEmptyRule(rule.name));
  if (isScalar(value)) return { level: parseLevel(yaml, rule, value) };
  if (!isMap(value)) throw yaml.createError(value, describeNoSetting(rule.name));
  const numbers = Object.keys(rule.limits);
  const known = ["level", ...(rule.over.includes("project") ? ["projects"] : []), ...numbers];
  const fields = yaml.readFields(value, known, rule.name);
  if (fields.size === 0) throw yaml.createError(at, describeEmptyRule(rule.name));
  const [level, projects] = [fields.get("level"), fields.get("projects")];
  return {
    ...(level && { level: parseLevel(yaml, rule, level.value ?? level.at) }),
    limits: parseLimits(yaml, rule, fields),
    ...(projects && { projects: parseProjects(yaml, rule, projects) }),
  };
}

function parseLevel(yaml: YamlFile, { name }: Rule, node: Node | number): (typeof LEVELS)[number] {
  const text = typeof node === "number" ? "" : (yaml.readText(node, "level") ?? "");
  const level = LEVELS.find((word) => word === text);
  if (level === undefined)
    throw yaml.createError(node, describeWrongLevel(name, quoteWord(text), suggestNearest(text, LEVELS)));
  return level;
}

function parseLimits(yaml: YamlFile, rule: Rule, fields: ReadonlyMap<string, YamlField>): Thresholds {
  const limits = Object.keys(rule.limits).flatMap((name) => {
    const field = fields.get(name);
    return field ? [[name, parseLimit(yaml, rule, name, field)] as const] : [];
  });
  return Object.fromEntries(limits);
}

function parseLimit(yaml: YamlFile, rule: Rule, name: string, { at, value }: YamlField): number {
  const text = yaml.readText(value, name) ?? "";
  if (name.endsWith("-usd")) {
    if (/^\d{1,6}(?:\.\d{1,2})?$/.test(text)) return Number(text);
    throw yaml.createError(value ?? at, describeWrongAmount(rule.name, name));
  }
  const most = rule.most?.[name] ?? MOST;
  if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
  throw yaml.createError(value ?? at, describeWrongNumber(rule.name, name, most));
}

function parseProjects(yaml: YamlFile, rule: Rule, field: YamlField): readonly string[] {
  const projects = yaml.readItems(field, "projects").map((item) => {
    const text = yaml.readText(item, PROJECT_ITEM);
    if (!text) throw yaml.createError(item, describeEmptyItem("projects"));
    const fault = findFault(text);
    if (fault !== null) throw yaml.createError(item, fault);
    return text;
  });
  if (projects.length === 0) throw yaml.createError(field.at, describeNoProjects(rule.name));
  return projects;
}

function findFault(glob: string): string | null {
  if (glob.length > LONGEST_GLOB) return PROJECT_FAULTS.long;
  if (glob.startsWith("!")) return PROJECT_FAULTS.negative;
  try {
    micromatch.makeRe(glob, { strictBrackets: true, fastpaths: false });
    return null;
  } catch {
    return PROJECT_FAULTS.glob;
  }
}
