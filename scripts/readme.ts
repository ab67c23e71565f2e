import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Rule } from "../src/audit/rule.ts";
import { RULES } from "../src/audit/rules/rules.ts";
import { createKeysFileSchema } from "./keys-file-schema.ts";
import { createPolicySchema } from "./policy-schema.ts";

const TOP = path.resolve(import.meta.dirname, "..");

type Field = { description: string; default?: string };
type Manifest = { inputs: Record<string, Field>; outputs: Record<string, Field> };

/** A page with its tables of inputs and outputs written anew from an action.yml, between the markers that name them. */
export function withTables(page: string, manifest: string): string {
  const { inputs, outputs } = parse(manifest) as Manifest;
  const inputRows = Object.entries(inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    value ? `\`${value}\`` : "",
    description,
  ]);
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]);
  return between(
    between(page, "inputs", table(["input", "default", "meaning"], inputRows)),
    "outputs",
    table(["output", "meaning"], outputRows),
  );
}

/** The page of the audit with its table written anew from the rules. */
export function withRules(page: string, rules: readonly Rule[]): string {
  const rows = rules.map(({ name, finds, level, limits }) => [
    `\`${name}\``,
    finds.replaceAll(/\$\{([a-z-]+)\}/g, (_, limit: string) => String(limits[limit])),
    `\`${level}\``,
    Object.entries(limits)
      .map(([limit, value]) => `\`${limit}: ${value}\``)
      .join(", "),
  ]);
  return between(page, "rules", table(["rule", "finds what", "default", "numbers"], rows));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no place for ${name}: ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

if (import.meta.main) {
  const read = (file: string) => readFileSync(path.join(TOP, file), "utf8");
  writeFileSync(path.join(TOP, "README.md"), withTables(read("README.md"), read("action.yml")));
  const auditPage = withTables(read("docs/audit.md"), read("audit/action.yml"));
  writeFileSync(path.join(TOP, "docs/audit.md"), withRules(auditPage, RULES));
  writeFileSync(path.join(TOP, "docs/rotation.md"), withTables(read("docs/rotation.md"), read("rotate/action.yml")));
  const writeSchema = (file: string, schema: object) =>
    writeFileSync(path.join(TOP, file), `${JSON.stringify(schema, null, 2)}\n`);
  writeSchema("schema/key-policy.v1.json", createPolicySchema(RULES));
  writeSchema("schema/openai-keys.v1.json", createKeysFileSchema());
}
