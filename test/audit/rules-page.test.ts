import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createPolicySchema } from "../../scripts/policy-schema.ts";
import { withRules } from "../../scripts/readme.ts";
import { parseAuditPolicy } from "../../src/audit/policy/parse.ts";
import { RULES } from "../../src/audit/rules/rules.ts";
import { fencesOf } from "../recipes/workflows.ts";

const PAGE = "docs/audit.md";

test("the page of the audit has the table of its rules (npm run docs)", () => {
  const page = readFileSync(path.resolve(import.meta.dirname, "../..", PAGE), "utf8");
  expect(withRules(page, RULES)).toBe(page);
});

test("the page of the audit shows policy files that can be read", () => {
  const policies = fencesOf(PAGE).filter(({ language, text }) => language === "yaml" && parse(text)?.rules);
  expect(policies.length).toBeGreaterThan(0);
  for (const { text, line } of policies) expect(() => parseAuditPolicy(text, `${PAGE}:${line}`)).not.toThrow();
});

test("the schema of the policy file has the rules (npm run docs)", () => {
  const schema = readFileSync(path.resolve(import.meta.dirname, "../..", "schema/key-policy.v1.json"), "utf8");
  expect(JSON.parse(schema)).toEqual(JSON.parse(JSON.stringify(createPolicySchema(RULES))));
});
