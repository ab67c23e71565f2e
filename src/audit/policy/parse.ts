import { POLICY_PARTS } from "../../messages/audit/policy-parts.ts";
import { POLICY_HOLDS_A_KEY } from "../../messages/errors/audit-policy.ts";
import { YamlFile } from "../../settings/yaml.ts";
import { RULES } from "../rules/rules.ts";
import { parseExceptions } from "./parse-exceptions.ts";
import { parseRuleSetting } from "./parse-rule.ts";
import type { AuditPolicy } from "./policy.ts";

const FILE_FIELDS = ["rules", "exceptions"];

/**
 * Reads the text of a policy file. `name` is what errors call it.
 *
 * @throws UsageError with the name and the line, for a word that is not known and all else that is wrong. It repeats
 * nothing of the file that could be a key.
 */
export function parseAuditPolicy(text: string, name: string): AuditPolicy {
  const yaml = new YamlFile(text, name, POLICY_HOLDS_A_KEY);
  const fields = yaml.readFields(yaml.top, FILE_FIELDS, POLICY_PARTS.file);
  const names = RULES.map((rule) => rule.name);
  const settings = yaml.readFields(fields.get("rules")?.value ?? null, names, POLICY_PARTS.rules);
  const rules = RULES.flatMap((rule) => {
    const field = settings.get(rule.name);
    return field ? [[rule.name, parseRuleSetting(yaml, rule, field)] as const] : [];
  });
  return { rules: new Map(rules), exceptions: parseExceptions(yaml, fields.get("exceptions"), names) };
}
