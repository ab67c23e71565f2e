import type { Rule, Thresholds } from "../src/audit/rule.ts";

/** The levels of a rule, for editors. */
const LEVEL = { enum: ["error", "warning", "off"] };

const NAME = { anyOf: [{ type: "string", pattern: "\\S", maxLength: 200 }, { type: "number" }] };

/** The schema of a policy file, for editors: schema/key-policy.v1.json. Its rules are those of the list. */
export function createPolicySchema(rules: readonly Rule[]): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:openai-key-guard:key-policy:v1",
    title: "Key policy of openai-key-guard, version 1",
    description: "What an audit expects of the keys of an OpenAI organisation.",
    type: ["object", "null"],
    additionalProperties: false,
    properties: {
      rules: {
        description: "What is left out keeps its default.",
        type: ["object", "null"],
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.name, describeRule(rule)])),
      },
      exceptions: {
        description: "Findings that are known and may stay, each with a reason.",
        type: ["array", "null"],
        items: describeException(rules),
      },
    },
  };
}

function describeRule({ title, level, limits, most, over }: Rule): object {
  const numbers = Object.entries(limits).map(([name, value]) => [name, describeNumber(name, value, most)]);
  const projects = { type: "array", minItems: 1, items: { ...NAME, description: "An id, a name, or a glob." } };
  const properties = {
    level: LEVEL,
    ...Object.fromEntries(numbers),
    ...(over.includes("project") && { projects }),
  };
  const settings = { type: "object", additionalProperties: false, minProperties: 1, properties };
  return { description: `${title}.`, default: level, anyOf: [LEVEL, settings] };
}

function describeNumber(name: string, value: number, most: Partial<Thresholds> | undefined): object {
  if (name.endsWith("-usd")) return { type: "number", minimum: 0, maximum: 999_999.99, default: value };
  return { type: "integer", minimum: 1, maximum: most?.[name] ?? 100_000, default: value };
}

function describeException(rules: readonly Rule[]): object {
  return {
    type: "object",
    additionalProperties: false,
    required: ["reason"],
    oneOf: [{ required: ["key"] }, { required: ["project"] }, { required: ["service-account"] }],
    properties: {
      key: {
        ...NAME,
        description: "The id or name of a key, or of the project or service account that it belongs to.",
      },
      project: { ...NAME, description: "The id or name of a project." },
      "service-account": { ...NAME, description: "The id or name of a service account." },
      rule: { description: "All rules, where this is left out.", enum: rules.map(({ name }) => name) },
      reason: { description: "Why this may stay, in a sentence.", type: "string", pattern: "\\S", maxLength: 300 },
      until: {
        description: "The last day, in UTC, on which the exception counts.",
        type: "string",
        format: "date",
        pattern: "^\\d{4}-\\d{2}-\\d{2}$",
        examples: ["2027-01-31"],
      },
    },
  };
}
